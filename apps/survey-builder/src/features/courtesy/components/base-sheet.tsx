import { MultiSelect, TextInput } from '@mantine/core'
import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import { channels, touchPurposes } from '@sixfold/domain/contact-policy'
import { useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { touchWords } from '@sixfold/ui/words/touches'
import { courtesyWords } from '../../../words/courtesy.ts'
import styles from './courtesy.module.css'
import { NumberBox } from './number-box.tsx'

type Base = PolicyDraft['base']

interface BaseSheetProps {
  base: Base
  onChange: (base: Base) => void
  mayEdit: boolean
}

/** What holds for everybody. A number that is taken out is missing until another one stands there. */
export function BaseSheet({ base, onChange, mayEdit }: BaseSheetProps) {
  const say = useSay(courtesyWords)
  const sayTouch = useSay(touchWords)
  const disabled = !mayEdit
  const needed = (value: number | null) => value ?? Number.NaN
  const number = (name: 'surveyGapDays' | 'solicitedGapDays') => (
    <NumberBox
      label={say(name)}
      value={base[name]}
      onChange={value => onChange({ ...base, [name]: needed(value) })}
      disabled={disabled}
    />
  )
  return (
    <Sheet title={say('base')}>
      <p className={styles.text}>{say('baseText')}</p>
      <fieldset className={styles.group}>
        <legend>{say('gaps')}</legend>
        {number('surveyGapDays')}
        {number('solicitedGapDays')}
        <NumberBox
          label={say('executiveFactor')}
          help={say('executiveHelp')}
          step={0.5}
          value={base.executiveFactor}
          onChange={value => onChange({ ...base, executiveFactor: needed(value) })}
          disabled={disabled}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{say('reminders')}</legend>
        <NumberBox
          label={say('mostReminders')}
          value={base.reminders.most}
          onChange={value => onChange({ ...base, reminders: { ...base.reminders, most: needed(value) } })}
          disabled={disabled}
        />
        <NumberBox
          label={say('reminderGapDays')}
          value={base.reminders.gapDays}
          onChange={value => onChange({ ...base, reminders: { ...base.reminders, gapDays: needed(value) } })}
          disabled={disabled}
        />
      </fieldset>
      <fieldset className={`${styles.group} ${styles.hours}`}>
        <legend>{say('hoursGroup')}</legend>
        {channels.map(channel => (
          <div key={channel} className={styles.pair}>
            {(['from', 'until'] as const).map(end => (
              <TextInput
                key={end}
                type="time"
                disabled={disabled}
                label={say(end, { name: sayTouch(`channel.${channel}`) })}
                value={base.hours[channel][end]}
                onChange={({ currentTarget: { value } }) =>
                  onChange({
                    ...base,
                    hours: { ...base.hours, [channel]: { ...base.hours[channel], [end]: value } },
                  })
                }
              />
            ))}
          </div>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{say('limits')}</legend>
        {channels.map(channel => (
          <NumberBox
            key={channel}
            label={sayTouch(`channel.${channel}`)}
            placeholder={say('noLimit')}
            value={base.mostPerDay[channel]}
            onChange={value => onChange({ ...base, mostPerDay: { ...base.mostPerDay, [channel]: value } })}
            disabled={disabled}
          />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{say('consentRequired')}</legend>
        <MultiSelect
          aria-label={say('consentRequired')}
          description={say('consentHelp')}
          disabled={disabled}
          data={touchPurposes.map(value => ({ value, label: sayTouch(value) }))}
          value={[...base.consentRequired]}
          onChange={value => onChange({ ...base, consentRequired: value as TouchPurpose[] })}
        />
      </fieldset>
    </Sheet>
  )
}
