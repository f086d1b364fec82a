import { Checkbox, NumberInput, TagsInput, TextInput } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { WavePlan } from '@sixfold/contract/wave-plan'
import { SENIORITIES } from '@sixfold/domain/survey/plan'
import { ACCOUNT_KINDS } from '@sixfold/domain/waves/audience'
import { useSay } from '@sixfold/ui/parts/language'
import { useState } from 'react'
import { programmeWords } from '../../../words/programmes.ts'
import { readDays } from '../plan-state.ts'
import styles from './plan-fields.module.css'
import { SampleFields } from './sample-fields.tsx'

export interface PlanFieldsProps {
  plan: WavePlan
  regions: readonly Region[]
  /** Panels are kept by a programme: a wave of its own has none. */
  panels: boolean
  onChange: (plan: WavePlan) => void
}

/** Whom a wave asks, how they are chosen, and how it is sent. */
export function PlanFields({ plan, regions, panels, onChange }: PlanFieldsProps) {
  const say = useSay(programmeWords)
  const { audience } = plan
  const change = (part: Partial<WavePlan>) => onChange({ ...plan, ...part })
  const filter = (part: Partial<WavePlan['audience']>) => change({ audience: { ...audience, ...part } })
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{say('whom')}</legend>
        <Checkbox.Group
          label={say('regions')}
          value={plan.regionIds}
          onChange={regionIds => change({ regionIds })}
        >
          <div className={styles.checks}>
            {regions.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox.Group
          label={say('kinds')}
          value={audience.kinds}
          onChange={kinds => filter({ kinds: ACCOUNT_KINDS.filter(kind => kinds.includes(kind)) })}
        >
          <div className={styles.checks}>
            {ACCOUNT_KINDS.map(kind => (
              <Checkbox key={kind} value={kind} label={say(kind)} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox.Group
          label={say('seniorities')}
          value={audience.seniorities.map(one => one || 'unknown')}
          onChange={chosen =>
            filter({
              seniorities: [...SENIORITIES, '' as const].filter(one => chosen.includes(one || 'unknown')),
            })
          }
        >
          <div className={styles.checks}>
            {[...SENIORITIES, 'unknown' as const].map(one => (
              <Checkbox key={one} value={one} label={say(one)} />
            ))}
          </div>
        </Checkbox.Group>
        <TagsInput
          label={say('segments')}
          description={say('segmentsHelp')}
          value={audience.segments}
          onChange={segments => filter({ segments })}
        />
        <p className={styles.quiet}>{say('nobodyLeftOut')}</p>
      </fieldset>
      <SampleFields plan={plan} regions={regions} panels={panels} onChange={onChange} />
      <fieldset className={styles.group}>
        <legend>{say('sending')}</legend>
        <RemindersField
          days={plan.reminders.afterDays}
          onChange={afterDays => change({ reminders: { ...plan.reminders, afterDays } })}
        />
        <NumberInput
          label={say('perHour')}
          description={say('perHourHelp')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={plan.sending.perHour ?? ''}
          onChange={value => change({ sending: { perHour: typeof value === 'number' ? value : null } })}
        />
      </fieldset>
    </>
  )
}

/** Keeps what is being typed until it can be read. */
function RemindersField({ days, onChange }: { days: number[]; onChange: (days: number[]) => void }) {
  const say = useSay(programmeWords)
  const [text, setText] = useState(days.join(', '))
  return (
    <TextInput
      label={say('reminders')}
      description={say('remindersHelp')}
      inputMode="numeric"
      value={text}
      error={readDays(text) === null}
      onChange={event => {
        setText(event.currentTarget.value)
        const read = readDays(event.currentTarget.value)
        if (read) onChange(read)
      }}
    />
  )
}
