import { Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core'
import type { LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { isList, isRecord, NOT_APPLICABLE, otherWords } from '@sixfold/domain/survey/answers'
import type { Question } from '@sixfold/domain/survey/question'
import { NONE, OTHER } from '@sixfold/domain/survey/question'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { answerWords } from '@sixfold/ui/words/answers'
import { dealWords } from '../../../words/deals.ts'
import styles from './deals.module.css'

interface SpokenQuestionProps {
  question: Question
  value: AnswerValue | null
  /** In which the questions are read out. */
  language: string
  onChange: (value: AnswerValue | null) => void
}

/** One question that is read out, with the answer as it is noted. */
export function SpokenQuestion(props: SpokenQuestionProps) {
  const { question, value, language, onChange } = props
  const say = useSay(dealWords)
  const text = (words: LocalText) => textIn(words, language, 'en')
  const words = typeof value === 'string' ? value : ''
  switch (question.kind) {
    case 'satisfaction':
    case 'csat':
    case 'agreement':
    case 'rating':
    case 'nps':
    case 'ces':
      return <Scale {...props} question={question} />
    case 'yes-no':
    case 'choice':
    case 'dropdown':
      return <OneOf {...props} question={question} />
    case 'choices':
      return <SomeOf {...props} question={question} />
    case 'grid':
      return <Grid {...props} question={question} />
    case 'text':
      return (
        <Textarea
          aria-label={text(question.text)}
          value={words}
          maxLength={question.maxLength}
          autosize
          minRows={question.long ? 3 : 1}
          onChange={event => onChange(event.currentTarget.value || null)}
        />
      )
    case 'date':
      return (
        <TextInput
          type="date"
          aria-label={text(question.text)}
          value={words}
          onChange={event => onChange(event.currentTarget.value || null)}
        />
      )
    case 'number':
    case 'slider':
      return (
        <TextInput
          type="number"
          aria-label={text(question.text)}
          value={typeof value === 'number' ? value : ''}
          min={question.min}
          max={question.max}
          step="any"
          onChange={event =>
            onChange(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)
          }
        />
      )
    case 'statement':
      return null
    case 'ranking':
    case 'picture':
    case 'sum':
    case 'consent':
    case 'contact-details':
    case 'upload':
      return <p className={styles.quiet}>{say('notHere')}</p>
    default:
      return question satisfies never
  }
}

interface Point {
  value: number | string
  label: string
}

type Scaled = Extract<Question, { kind: 'satisfaction' | 'csat' | 'agreement' | 'rating' | 'nps' | 'ces' }>

function Scale({ question, value, language, onChange }: SpokenQuestionProps & { question: Scaled }) {
  const points = usePoints(question)
  const label = textIn(question.text, language, 'en')
  return <Points label={label} name={question.id} points={points} value={value} onChange={onChange} />
}

function usePoints(question: Scaled): Point[] {
  const say = useSay(answerWords)
  const none = { value: NOT_APPLICABLE, label: say('na') }
  const numbers = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => ({ value: first + at, label: String(first + at) }))
  switch (question.kind) {
    case 'nps':
      return numbers(0, 10)
    case 'ces':
      return numbers(1, question.variant === 'topTwoOf5' ? 5 : 7)
    case 'rating':
      return [
        ...numbers(question.first, question.first + question.points - 1),
        ...(question.offerNotApplicable ? [none] : []),
      ]
    default: {
      const scale = question.kind === 'agreement' ? 'agreement' : 'satisfaction'
      return [
        ...FIVE.map(value => ({ value, label: say(`${scale}.${value}`) })),
        ...(question.offerNotApplicable ? [none] : []),
      ]
    }
  }
}

const FIVE = [1, 2, 3, 4, 5] as const

interface PointsProps {
  label: string
  name: string
  points: readonly Point[]
  value: AnswerValue | null
  onChange: (value: AnswerValue | null) => void
}

function Points({ label, name, points, value, onChange }: PointsProps) {
  return (
    <Radio.Group
      aria-label={label}
      name={name}
      value={value === null ? '' : String(value)}
      onChange={next => onChange(points.find(point => String(point.value) === next)?.value ?? null)}
    >
      <div className={styles.buttons}>
        {points.map(point => (
          <Radio key={point.value} value={String(point.value)} label={point.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

function OneOf({
  question,
  value,
  language,
  onChange,
}: SpokenQuestionProps & { question: Extract<Question, { kind: 'yes-no' | 'choice' | 'dropdown' }> }) {
  const say = useSay(answerWords)
  const text = (words: LocalText) => textIn(words, language, 'en')
  const own = typeof value === 'string' ? otherWords(value) : null
  const choices =
    question.kind === 'yes-no'
      ? [
          { value: 'yes', label: say('yes') },
          { value: 'no', label: say('no') },
          ...(question.offerNotApplicable ? [{ value: NOT_APPLICABLE, label: say('na') }] : []),
        ]
      : [
          ...question.options.map(option => ({ value: option.id, label: text(option.text) })),
          ...(question.other ? [{ value: OTHER, label: text(question.other) }] : []),
          ...(question.none ? [{ value: NONE, label: text(question.none) }] : []),
        ]
  return (
    <>
      {question.kind === 'dropdown' ? (
        <Select
          aria-label={text(question.text)}
          value={own === null ? (typeof value === 'string' ? value : null) : OTHER}
          data={choices}
          clearable
          onChange={next => onChange(next === OTHER ? `${OTHER}:` : next)}
        />
      ) : (
        <Points
          label={text(question.text)}
          name={question.id}
          points={choices}
          value={own === null ? value : OTHER}
          onChange={next => onChange(next === OTHER ? `${OTHER}:` : next)}
        />
      )}
      {own !== null && (
        <TextInput
          label={say('otherWords')}
          value={own}
          maxLength={500}
          onChange={event => onChange(`${OTHER}:${event.currentTarget.value}`)}
        />
      )}
    </>
  )
}

function SomeOf({
  question,
  value,
  language,
  onChange,
}: SpokenQuestionProps & { question: Extract<Question, { kind: 'choices' }> }) {
  const text = (words: LocalText) => textIn(words, language, 'en')
  const chosen = value !== null && isList(value) ? value : []
  const choices = [
    ...question.options.map(option => ({ value: option.id, label: text(option.text) })),
    ...(question.none ? [{ value: NONE, label: text(question.none) }] : []),
  ]
  return (
    <Checkbox.Group
      aria-label={text(question.text)}
      value={[...chosen]}
      onChange={next => onChange(next.length === 0 ? null : next)}
    >
      <div className={styles.buttons}>
        {choices.map(choice => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function Grid({
  question,
  value,
  language,
  onChange,
}: SpokenQuestionProps & { question: Extract<Question, { kind: 'grid' }> }) {
  const { language: reader } = useLanguage()
  const say = useSay(answerWords)
  const given = value !== null && isRecord(value) ? value : {}
  const satisfied: Point[] = [
    ...FIVE.map(point => ({ value: point, label: say(`satisfaction.${point}`) })),
    ...(question.offerNotApplicable ? [{ value: NOT_APPLICABLE, label: say('na') }] : []),
  ]
  const important = FIVE.map(point => ({ value: point, label: say(`importance.${point}`) }))
  const set = (key: string, next: AnswerValue | null) => {
    const { [key]: _before, ...others } = given
    const after = typeof next === 'number' || typeof next === 'string' ? { ...others, [key]: next } : others
    onChange(Object.keys(after).length === 0 ? null : after)
  }
  return question.rows.map(row => {
    const label = textIn(row.text, language, reader)
    const importance = `${row.id}:importance`
    return (
      <div key={row.id}>
        <p className={styles.rowLabel}>{label}</p>
        <Points
          label={label}
          name={`${question.id}-${row.id}`}
          points={satisfied}
          value={given[row.id] ?? null}
          onChange={next => set(row.id, next)}
        />
        {question.importance && (
          <Points
            label={`${label}: ${say('grid.importance')}`}
            name={`${question.id}-${importance}`}
            points={important}
            value={given[importance] ?? null}
            onChange={next => set(importance, next)}
          />
        )}
      </div>
    )
  })
}
