import { NumberInput, Textarea, TextInput } from '@mantine/core'
import type { LocalText } from '@sixfold/domain/local-text'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { isRecord, NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { Question } from '@sixfold/domain/survey/question'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { useId } from 'react'
import { questionnaireWords } from '../../words/questionnaire.ts'
import { ChoiceField } from './choice-field.tsx'
import { GridField, RankingField, SumField } from './part-fields.tsx'
import { PointField } from './point-field.tsx'
import styles from './questionnaire.module.css'

export interface FieldProps<Q extends Question = Question> {
  question: Q
  textOf: (text: LocalText | undefined) => string
  value: AnswerValue | undefined
  /** The id of the question's words. */
  labelledBy: string
  onChange: (value: AnswerValue | null) => void
}

export interface QuestionFieldProps extends Omit<FieldProps, 'labelledBy'> {
  fault: string | undefined
}

/** One question with its words, its answer and what is wrong with it. */
export function QuestionField({ fault, ...props }: QuestionFieldProps) {
  const { question, textOf } = props
  const label = useId()
  const problem = useId()
  const help = textOf(question.help)
  if (question.kind === 'statement') return <p className={styles.statement}>{textOf(question.text)}</p>
  return (
    <fieldset
      className={styles.question}
      data-question={question.id}
      aria-labelledby={label}
      {...(fault ? { 'aria-describedby': problem } : {})}
    >
      <p className={styles.words} id={label}>
        {textOf(question.text)}
      </p>
      {help && <p className={styles.help}>{help}</p>}
      <Answer {...props} labelledBy={label} />
      {fault && (
        <p className={styles.fault} id={problem}>
          <LampShape tone="problem" /> {fault}
        </p>
      )}
    </fieldset>
  )
}

function Answer(props: FieldProps) {
  const say = useSay(questionnaireWords)
  const { question, value, labelledBy, textOf, onChange } = props
  const points = (numbers: number[], nameOf: (point: number) => string, orNone: boolean) => (
    <PointField
      {...{ value, labelledBy, onChange }}
      points={[
        ...numbers.map(point => ({ value: point, label: String(point), name: nameOf(point) })),
        ...(orNone
          ? [{ value: NOT_APPLICABLE, label: say('notApplicable'), name: say('notApplicable') }]
          : []),
      ]}
    />
  )
  switch (question.kind) {
    case 'satisfaction':
    case 'csat':
      return points(ONE_TO_FIVE, point => say(`point${point as 1}`), question.offerNotApplicable)
    case 'agreement':
      return points(ONE_TO_FIVE, point => say(`agree${point as 1}`), question.offerNotApplicable)
    case 'rating': {
      const numbers = Array.from({ length: question.points }, (_, at) => question.first + at)
      const ends = new Map([
        [numbers[0], textOf(question.low)],
        [numbers.at(-1), textOf(question.high)],
      ])
      const nameOf = (point: number) => (ends.get(point) ? `${point}: ${ends.get(point)}` : String(point))
      return (
        <>
          {points(numbers, nameOf, question.offerNotApplicable)}
          <p className={styles.ends}>
            {numbers[0]} {textOf(question.low)}, {numbers.at(-1)} {textOf(question.high)}
          </p>
        </>
      )
    }
    case 'nps':
      return (
        <>
          {points(ZERO_TO_TEN, String, false)}
          <p className={styles.ends}>{say('endsNps')}</p>
        </>
      )
    case 'ces':
      return points(question.variant === 'topTwoOf5' ? ONE_TO_FIVE : ONE_TO_SEVEN, String, false)
    case 'yes-no':
      return (
        <PointField
          {...{ value, labelledBy, onChange }}
          points={[
            { value: 'yes', label: say('yes'), name: say('yes') },
            { value: 'no', label: say('no'), name: say('no') },
            ...(question.offerNotApplicable
              ? [{ value: NOT_APPLICABLE, label: say('notApplicable'), name: say('notApplicable') }]
              : []),
          ]}
        />
      )
    case 'choice':
    case 'dropdown':
    case 'choices':
    case 'picture':
    case 'consent':
      return <ChoiceField {...props} question={question} />
    case 'grid':
      return <GridField {...props} question={question} />
    case 'sum':
      return <SumField {...props} question={question} />
    case 'ranking':
      return <RankingField {...props} question={question} />
    case 'slider':
    case 'number': {
      const { min, max } = question
      return (
        <NumberInput
          className={styles.short ?? ''}
          aria-labelledby={labelledBy}
          value={typeof value === 'number' ? value : ''}
          {...(min === undefined ? {} : { min })}
          {...(max === undefined ? {} : { max })}
          step={question.kind === 'slider' ? question.step : 1}
          decimalScale={question.kind === 'number' ? question.decimals : 6}
          onChange={next => onChange(typeof next === 'number' ? next : null)}
        />
      )
    }
    case 'date':
      return (
        <TextInput
          className={styles.short ?? ''}
          type="date"
          aria-labelledby={labelledBy}
          value={typeof value === 'string' ? value : ''}
          onChange={event => onChange(event.currentTarget.value || null)}
        />
      )
    case 'text':
      return (
        <Textarea
          autosize
          minRows={question.long ? 3 : 1}
          maxRows={12}
          maxLength={question.maxLength}
          aria-labelledby={labelledBy}
          value={typeof value === 'string' ? value : ''}
          onChange={event => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      )
    case 'contact-details':
      return (
        <div className={styles.parts}>
          {question.fields.map(({ id, text }) => {
            const given = value !== undefined && isRecord(value) ? value : {}
            return (
              <TextInput
                key={id}
                label={textOf(text)}
                value={String(given[id] ?? '')}
                onChange={event => onChange({ ...given, [id]: event.currentTarget.value })}
              />
            )
          })}
        </div>
      )
    case 'upload':
      return <p className={styles.help}>{say('upload')}</p>
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

const ONE_TO_FIVE = [1, 2, 3, 4, 5]
const ONE_TO_SEVEN = [...ONE_TO_FIVE, 6, 7]
const ZERO_TO_TEN = [0, ...ONE_TO_SEVEN, 8, 9, 10]
