import { Button, Modal, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { MinutesVersion } from '@sixfold/contract/minutes'
import type { MinutesBlock } from '@sixfold/domain/minutes/blocks'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { minutesWords } from '../../../words/minutes.ts'
import { useKeepVersion, versionQuery, versionsQuery } from '../queries.ts'
import { Difference } from './difference.tsx'
import styles from './minutes.module.css'

interface VersionsProps {
  id: string
  /** As they stand on the screen. */
  blocks: readonly MinutesBlock[]
  editable: boolean
  onTakeBack: (blocks: readonly MinutesBlock[]) => void
}

/** Kept versions: to read, to compare with what stands, to take back. */
export function Versions({ id, blocks, editable, onTakeBack }: VersionsProps) {
  const say = useSay(minutesWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const query = useQuery(versionsQuery(id))
  const [shown, setShown] = useState<MinutesVersion | null>(null)
  const nameOf = ({ name }: MinutesVersion) => name || say('unnamed')
  return (
    <Sheet title={say('versions')}>
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('noVersions')}</p>}
      >
        {({ items }) => (
          <ul className={styles.versions}>
            {items.map(version => (
              <li key={version.revision}>
                <div>
                  {nameOf(version)}
                  <span className={styles.by}>
                    {say('versionBy', { name: version.by, at: formatInstant(version.at, language) })}
                  </span>
                </div>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={`${say('compare')}: ${nameOf(version)}`}
                  onClick={() => setShown(version)}
                >
                  {say('compare')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryStates>
      {editable && blocks.length > 0 && <KeepForm id={id} />}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="xl"
        title={shown && say('compareTitle', { name: nameOf(shown) })}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        {shown && (
          <Comparison
            id={id}
            revision={shown.revision}
            blocks={blocks}
            editable={editable}
            onTakeBack={taken => {
              onTakeBack(taken)
              setShown(null)
              toast.done(say('tookBack'))
            }}
          />
        )}
      </Modal>
    </Sheet>
  )
}

function Comparison({ id, revision, blocks, editable, onTakeBack }: VersionsProps & { revision: number }) {
  const say = useSay(minutesWords)
  const query = useQuery(versionQuery(id, revision))
  return (
    <QueryStates query={query}>
      {version => (
        <>
          <Difference before={version.blocks} after={blocks} />
          {editable && <Button onClick={() => onTakeBack(version.blocks)}>{say('takeBack')}</Button>}
        </>
      )}
    </QueryStates>
  )
}

function KeepForm({ id }: { id: string }) {
  const say = useSay(minutesWords)
  const sayCommon = useSay(commonWords)
  const [opened, dialog] = useDisclosure(false)
  const [name, setName] = useState('')
  const keep = useKeepVersion()
  return (
    <>
      <div className={styles.buttons}>
        <Button size="xs" onClick={dialog.open}>
          {say('keep')}
        </Button>
      </div>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={say('keep')}
        closeButtonProps={{ 'aria-label': sayCommon('close') }}
      >
        <form
          className={styles.form}
          noValidate
          onSubmit={event => {
            event.preventDefault()
            if (name.trim() === '' || keep.isPending) return
            keep.mutate(
              { id, name },
              {
                onSuccess(version) {
                  toast.done(say('kept', { name: version.name }))
                  setName('')
                  dialog.close()
                },
              },
            )
          }}
        >
          {keep.isError && <FailureNotice error={keep.error} />}
          <TextInput
            label={say('versionName')}
            description={say('versionNameHelp')}
            value={name}
            maxLength={120}
            data-autofocus
            onChange={event => setName(event.currentTarget.value)}
          />
          <div className={styles.buttons}>
            <Button type="submit" variant="filled" disabled={name.trim() === ''} loading={keep.isPending}>
              {say('keep')}
            </Button>
            <Button onClick={dialog.close}>{sayCommon('cancel')}</Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
