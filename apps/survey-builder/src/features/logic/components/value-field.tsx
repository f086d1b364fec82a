import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { Test } from '@sixfold/domain/survey/logic/condition'
import { useSay } from '@sixfold/ui/parts/language'
import { answerWords } from '@sixfold/ui/words/answers'
import { useLogic } from '../logic-setting.ts'
import { choiceName } from '../point-words.ts'
import { testableAt } from '../sentence.ts'
import { isOrder } from '../test-draft.ts'
import { useNames } from '../use-names.ts'
import { valueChoices } from '../value-choices.ts'
import styles from './logic.module.css'

interface ValueFieldProps {
  test: Test
  label: string
  describedBy: string
  faulty: boolean
  onChange: (values: Test['values']) => void
}

/** Takes the values of a test in the way that suits what it looks at. */
export function ValueField({ test, label, describedBy, faulty, onChange }: ValueFieldProps) {
  const logic = useLogic()
  const names = useNames(logic)
  const answers = useSay(answerWords)
  const { subject, is, values } = test
  const testable = testableAt(subject, logic)
  const shared = { 'aria-label': label, 'aria-describedby': describedBy, error: faulty }
  const choices = valueChoices(test, names)
  if (choices) {
    const shown = choices.map(value => ({
      value: String(value),
      label: choiceName(subject, value, names, answers),
    }))
    const back = (text: string) => choices.find(value => String(value) === text) ?? text
    const chosen = values.map(String)
    if (isOrder(is))
      return (
        <Select
          {...shared}
          data={shown}
          value={chosen[0] ?? null}
          allowDeselect={false}
          placeholder={names.say('pickValue')}
          onChange={text => onChange(text === null ? [] : [back(text)])}
        />
      )
    return (
      <MultiSelect
        {...shared}
        data={shown}
        value={chosen}
        searchable={choices.length > 8}
        limit={60}
        maxValues={SURVEY_LIMITS.testValues}
        classNames={{ inputField: styles.search ?? '' }}
        placeholder={chosen.length === 0 ? names.say('pickValue') : ''}
        onChange={texts => onChange(texts.map(back))}
      />
    )
  }
  const first = values[0]
  if (testable?.kind === 'number')
    return (
      <NumberInput
        {...shared}
        value={typeof first === 'number' ? first : ''}
        {...(testable.min === undefined ? {} : { min: testable.min })}
        {...(testable.max === undefined ? {} : { max: testable.max })}
        step={testable.step}
        clampBehavior="none"
        onChange={value => onChange(typeof value === 'number' ? [value] : [])}
      />
    )
  if (testable?.kind === 'day')
    return (
      <TextInput
        {...shared}
        type="date"
        value={typeof first === 'string' ? first : ''}
        onChange={event => onChange(event.currentTarget.value ? [event.currentTarget.value] : [])}
      />
    )
  return (
    <TagsInput
      {...shared}
      value={values.map(String)}
      maxTags={SURVEY_LIMITS.testValues}
      classNames={{ inputField: styles.search ?? '' }}
      acceptValueOnBlur
      placeholder={values.length === 0 ? names.say('typeValue') : ''}
      onChange={onChange}
    />
  )
}
