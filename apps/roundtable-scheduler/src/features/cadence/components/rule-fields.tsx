import { Select, TextInput } from '@mantine/core'
import { isLocalDate } from '@sixfold/domain/is-local-date'
import { isoWeekday, localDateParts } from '@sixfold/domain/local-date'
import type { CadenceRule } from '@sixfold/domain/roundtables/cadence-rule'
import { ruleFault, stepsOf } from '@sixfold/domain/roundtables/cadence-rule'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { cadenceWords } from '../../../words/cadence.ts'
import { weekdayText } from '../../../words/event-text.ts'
import { choiceOf, type DayChoice, dayChoices, withDay } from '../day-choices.ts'
import styles from './cadence.module.css'

interface RuleFieldsProps {
  kind: EventKind
  rule: CadenceRule
  onChange: (rule: CadenceRule) => void
}

/** One kind's rule: how often, from when, on which day of the month. */
export function RuleFields({ kind, rule, onChange }: RuleFieldsProps) {
  const { language } = useLanguage()
  const say = useSay(cadenceWords)
  const { anchor, everyMonths } = rule
  const fault = ruleFault(kind, rule)
  const choices = isLocalDate(anchor) ? dayChoices(anchor) : []
  return (
    <div className={styles.rule}>
      <Select
        label={say('everyMonths')}
        value={String(everyMonths)}
        allowDeselect={false}
        data={stepsOf(kind).map(step => ({ value: String(step), label: say(stepWord(step)) }))}
        onChange={step => step && onChange({ ...rule, everyMonths: Number(step) })}
      />
      <TextInput
        type="date"
        label={say('anchor')}
        description={say('anchorHelp')}
        value={anchor}
        error={fault?.field === 'anchor' ? say(`fault.${fault.fault}`) : undefined}
        onChange={event => {
          const day = event.currentTarget.value
          onChange(isLocalDate(day) ? withDay(rule, day, choiceOf(rule)) : { ...rule, anchor: day, on: null })
        }}
      />
      <Select
        label={say('on')}
        value={choiceOf(rule)}
        allowDeselect={false}
        disabled={choices.length === 0}
        data={choices.map(choice => ({ value: choice, label: dayWords(choice) }))}
        onChange={choice => choice && onChange(withDay(rule, anchor, choice as DayChoice))}
      />
    </div>
  )

  function dayWords(choice: DayChoice): string {
    const { day, month } = localDateParts(anchor)
    const weekday = weekdayText(isoWeekday(anchor), language)
    if (choice === 'last') return say('on.last', { weekday })
    if (choice === 'nth') return say(nthWord(Math.ceil(day / 7)), { weekday })
    if (kind === 'conference' && month === 2 && day === 29) return say('on.leap')
    return say(day > 28 ? 'on.dayLate' : 'on.day', { day })
  }
}

const stepWord = (step: number) => `step.${step as 1 | 2 | 3 | 4 | 6 | 12 | 24}` as const
const nthWord = (nth: number) => `on.${nth as 1 | 2 | 3 | 4}` as const
