import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Exclusion, Programme } from '@sixfold/contract/programmes'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { programmeWords } from '../../../words/programmes.ts'
import { readIds } from '../plan-state.ts'
import { exclusionsQuery, useExclude, useInclude } from '../programme-queries.ts'
import fields from './plan-fields.module.css'
import styles from './waves.module.css'

interface ExclusionsProps {
  programme: Programme
  mayEdit: boolean
}

/** Whom a programme never asks, with the reason of whoever said so. */
export function Exclusions({ programme, mayEdit }: ExclusionsProps) {
  const say = useSay(programmeWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const list = useInfiniteQuery(exclusionsQuery(programme.id))
  const include = useInclude()
  const [adding, dialog] = useDisclosure(false)
  const items = list.data?.pages.flatMap(page => page.items) ?? []
  const nameOf = ({ name, externalId }: Exclusion) => name || externalId || say('unknown')
  return (
    <Sheet title={say('never')} aside={mayEdit && <Button onClick={dialog.open}>{say('exclude')}</Button>}>
      <p className={styles.quiet}>{say('neverLead', { n: programme.excluded })}</p>
      {programme.excluded > 0 && (
        <QueryStates query={list}>
          {() => (
            <DataTable
              caption={say('never')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', header: say('name'), rowHeader: true, cell: nameOf },
                {
                  key: 'kind',
                  header: say('kind'),
                  cell: ({ kind }) => say(kind === 'account' ? 'oneAccount' : 'oneContact'),
                },
                { key: 'reason', header: say('reason'), cell: ({ reason }) => reason },
                {
                  key: 'by',
                  header: say('by'),
                  cell: ({ by, at }) => `${by}, ${formatInstant(at, language, { show: 'date' })}`,
                },
                ...(mayEdit
                  ? [
                      {
                        key: 'include',
                        header: say('include'),
                        headerHidden: true,
                        cell: (exclusion: Exclusion) => (
                          <Button
                            size="compact-xs"
                            variant="subtle"
                            aria-label={say('includeOf', { name: nameOf(exclusion) })}
                            onClick={() =>
                              include.mutate(
                                { id: programme.id, exclusionId: exclusion.id },
                                { onError: error => toast.failed(error, language) },
                              )
                            }
                          >
                            {say('include')}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </QueryStates>
      )}
      {list.hasNextPage && (
        <Button className={styles.more ?? ''} onClick={() => void list.fetchNextPage()}>
          {sayCommon('more')}
        </Button>
      )}
      {adding && <ExcludeDialog programmeId={programme.id} onClose={dialog.close} />}
    </Sheet>
  )
}

function ExcludeDialog({ programmeId, onClose }: { programmeId: string; onClose: () => void }) {
  const say = useSay(programmeWords)
  const sayCommon = useSay(commonWords)
  const [kind, setKind] = useState<'account' | 'contact'>('account')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const exclude = useExclude()
  const unknown = exclude.data?.unknown ?? []
  const externalIds = readIds(text)
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('excludeTitle')}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <form
        className={fields.form}
        onSubmit={event => {
          event.preventDefault()
          exclude.mutate(
            { id: programmeId, kind, externalIds, reason },
            {
              onSuccess(outcome) {
                toast.done(say('excludedDone', { n: outcome.added }))
                if (outcome.unknown.length === 0) onClose()
                else setText(outcome.unknown.join('\n'))
              },
            },
          )
        }}
      >
        <SegmentedControl
          aria-label={say('kind')}
          value={kind}
          data={(['account', 'contact'] as const).map(value => ({ value, label: say(value) }))}
          onChange={setKind}
        />
        <Textarea
          label={say('externalIds')}
          description={say('externalIdsHelp')}
          autosize
          minRows={4}
          maxRows={12}
          required
          data-autofocus
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        {unknown.length > 0 && (
          <p className={styles.notice} role="alert">
            <LampShape tone="attention" />
            {say('unknownIds', { ids: unknown.slice(0, 20).join(', ') })}
          </p>
        )}
        <TextInput
          label={say('reason')}
          description={say('reasonHelp')}
          required
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        {exclude.error && <FailureNotice error={exclude.error} />}
        <div className={fields.actions}>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={exclude.isPending}
            disabled={externalIds.length === 0 || reason.trim() === ''}
          >
            {say('excludeDo')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
