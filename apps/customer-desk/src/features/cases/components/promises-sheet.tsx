import { Button, NumberInput, TextInput } from '@mantine/core'
import type { CaseSettings } from '@sixfold/contract/case-settings'
import type { CasePromise } from '@sixfold/domain/cases/case-kinds'
import { promiseFault, SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { caseSettingsWords } from '../../../words/case-settings.ts'
import { caseWords } from '../../../words/cases.ts'
import { useSaveSettings } from '../queries.ts'
import styles from './cases.module.css'

/** How soon cases of each severity are taken up and resolved. */
export function PromisesSheet({ settings }: { settings: CaseSettings }) {
  const say = useSay(caseSettingsWords)
  const sayCase = useSay(caseWords)
  const [promises, setPromises] = useState(settings.promises)
  const [hours, setHours] = useState(settings.hours)
  const save = useSaveSettings()
  const { editable, revision } = settings
  const faulty =
    SEVERITIES.some(severity => promiseFault(promises[severity]) !== null) || hours.from >= hours.until
  const isConflict = save.isError && asApiError(save.error).code === 'revision_conflict'
  return (
    <Sheet title={say('promises')}>
      <p className={styles.hint}>{say('promises.lead')}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (!faulty)
            save.mutate({ promises, hours, revision }, { onSuccess: () => toast.done(say('saved')) })
        }}
      >
        {save.isError && <FailureNotice error={save.error} text={isConflict ? say('conflict') : undefined} />}
        {SEVERITIES.map(severity => (
          <PromiseFields
            key={severity}
            name={sayCase(`severity.${severity}`)}
            promise={promises[severity]}
            disabled={!editable}
            onChange={promise => setPromises({ ...promises, [severity]: promise })}
          />
        ))}
        <fieldset className={styles.group} disabled={!editable}>
          <legend>{say('hours')}</legend>
          <div className={styles.pair}>
            <TextInput
              type="time"
              label={say('from')}
              value={hours.from}
              onChange={event => setHours({ ...hours, from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={say('until')}
              value={hours.until}
              onChange={event => setHours({ ...hours, until: event.currentTarget.value })}
            />
          </div>
        </fieldset>
        {faulty && <p role="alert">{say('fault')}</p>}
        {editable && (
          <div className={styles.buttons}>
            <Button type="submit" variant="filled" disabled={faulty} loading={save.isPending}>
              {say('save')}
            </Button>
          </div>
        )}
      </form>
    </Sheet>
  )
}

interface PromiseFieldsProps {
  name: string
  promise: CasePromise
  disabled: boolean
  onChange: (promise: CasePromise) => void
}

function PromiseFields({ name, promise, disabled, onChange }: PromiseFieldsProps) {
  const say = useSay(caseSettingsWords)
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend>{name}</legend>
      <div className={styles.pair}>
        {(['acknowledge', 'resolve'] as const).map(part => (
          <NumberInput
            key={part}
            label={say(part)}
            min={0.5}
            step={0.5}
            decimalScale={2}
            value={promise[part] / 60}
            onChange={value => onChange({ ...promise, [part]: Math.round(Number(value) * 60) })}
          />
        ))}
      </div>
    </fieldset>
  )
}
