import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { otherWords, standsAlone } from '@sixfold/domain/survey/answers'
import type { QuestionOf } from '@sixfold/domain/survey/question'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { questionnaireWords } from '../../words/questionnaire.ts'
import { listOf } from './answering.ts'
import type { FieldProps } from './question-field.tsx'

type ChoiceKind = 'choice' | 'dropdown' | 'choices' | 'picture' | 'consent'

/** One or several of a list; a picture is read out by its description. */
export function ChoiceField({
  question,
  textOf,
  value,
  labelledBy,
  onChange,
}: FieldProps<QuestionOf<ChoiceKind>>) {
  const say = useSay(questionnaireWords)
  if (question.kind === 'consent') {
    const [language] = Object.entries(question.text).find(([, text]) => text === textOf(question.text)) ?? []
    return (
      <Checkbox
        label={say('yes')}
        aria-labelledby={labelledBy}
        checked={typeof value === 'string'}
        onChange={event => onChange(event.currentTarget.checked ? (language ?? null) : null)}
      />
    )
  }
  const options = [
    ...question.options.map(({ id, text }) => ({ id, label: textOf(text) })),
    ...(question.kind !== 'picture' && question.other ? [{ id: OTHER, label: textOf(question.other) }] : []),
    ...(question.kind !== 'picture' && question.none ? [{ id: NONE, label: textOf(question.none) }] : []),
  ]
  const several = question.kind === 'choices' || (question.kind === 'picture' && question.several)
  const chosen = typeof value === 'string' ? [value] : listOf(value)
  const own = chosen.find(one => otherWords(one) !== null)
  const isChosen = (id: string) => (id === OTHER ? own !== undefined : chosen.includes(id))
  const give = (ids: readonly string[]) =>
    onChange(question.kind === 'choice' || question.kind === 'dropdown' ? (ids.at(-1) ?? null) : ids)
  const alone = (id: string) => question.kind === 'choices' && standsAlone(question, id)
  function toggle(id: string) {
    if (!several) return give([id])
    if (isChosen(id)) return give(chosen.filter(one => one !== id && (id !== OTHER || one !== own)))
    return give(alone(id) ? [id] : [...chosen.filter(one => !alone(one)), id])
  }
  const Control = several ? Checkbox : Radio
  return (
    <Stack
      gap="xs"
      role={several ? undefined : 'radiogroup'}
      aria-labelledby={several ? undefined : labelledBy}
    >
      {options.map(({ id, label }) => (
        <Control key={id} label={label} checked={isChosen(id)} onChange={() => toggle(id)} />
      ))}
      {own !== undefined && (
        <TextInput
          aria-label={say('otherWords')}
          placeholder={say('otherWords')}
          value={otherWords(own) ?? ''}
          onChange={event => {
            const words = `${OTHER}:${event.currentTarget.value}`
            give(several ? chosen.map(one => (one === own ? words : one)) : [words])
          }}
        />
      )}
    </Stack>
  )
}
