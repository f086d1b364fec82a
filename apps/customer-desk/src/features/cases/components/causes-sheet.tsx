import { Button, TextInput } from '@mantine/core'
import type { CaseSettings, Cause } from '@sixfold/contract/case-settings'
import { textIn } from '@sixfold/domain/local-text'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useState } from 'react'
import { caseSettingsWords } from '../../../words/case-settings.ts'
import { useAddCause, useChangeCause, useDeleteCause } from '../queries.ts'
import styles from './cases.module.css'

/** The list that resolutions choose from. What is in use is retired, never deleted. */
export function CausesSheet({ settings: { causes, editable } }: { settings: CaseSettings }) {
  const say = useSay(caseSettingsWords)
  const change = useChangeCause()
  const remove = useDeleteCause()
  const failed = [change, remove].find(({ isError }) => isError)
  const isUsed = failed !== undefined && asApiError(failed.error).code === 'wrong_state'
  return (
    <Sheet title={say('causes')}>
      <p className={styles.hint}>{say('causes.lead')}</p>
      {failed && <FailureNotice error={failed.error} text={isUsed ? say('inUse') : undefined} />}
      <ul className={styles.lines}>
        {causes.map(cause => (
          <CauseLine
            key={cause.id}
            cause={cause}
            editable={editable}
            onRetire={retired => change.mutate({ id: cause.id, retired })}
            onDelete={() => remove.mutate({ id: cause.id })}
          />
        ))}
      </ul>
      {editable && <AddCause />}
    </Sheet>
  )
}

interface CauseLineProps {
  cause: Cause
  editable: boolean
  onRetire: (retired: boolean) => void
  onDelete: () => void
}

function CauseLine({ cause: { name, retired, used }, editable, onRetire, onDelete }: CauseLineProps) {
  const say = useSay(caseSettingsWords)
  const { language } = useLanguage()
  const text = textIn(name, language, 'en')
  const label = (action: string) => say('which', { action, name: text })
  return (
    <li>
      <span>
        {text}{' '}
        {(retired || used) && <span className={styles.quiet}>{say(retired ? 'retired' : 'used')}</span>}
      </span>
      {editable && (
        <span className={styles.acts}>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={label(say(retired ? 'revive' : 'retire'))}
            onClick={() => onRetire(!retired)}
          >
            {say(retired ? 'revive' : 'retire')}
          </Button>
          {!used && (
            <Button size="compact-sm" variant="subtle" aria-label={label(say('delete'))} onClick={onDelete}>
              {say('delete')}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}

function AddCause() {
  const say = useSay(caseSettingsWords)
  const add = useAddCause()
  const [name, setName] = useState({ en: '', vi: '' })
  const given = Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== ''))
  const missing = Object.keys(given).length === 0
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!missing) add.mutate({ name: given }, { onSuccess: () => setName({ en: '', vi: '' }) })
      }}
    >
      {add.isError && <FailureNotice error={add.error} />}
      <div className={styles.pair}>
        <TextInput
          label={say('nameEn')}
          maxLength={80}
          value={name.en}
          onChange={event => setName({ ...name, en: event.currentTarget.value })}
        />
        <TextInput
          label={say('nameVi')}
          maxLength={80}
          value={name.vi}
          onChange={event => setName({ ...name, vi: event.currentTarget.value })}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" disabled={missing} loading={add.isPending}>
          {say('add')}
        </Button>
      </div>
    </form>
  )
}
