import type { Say } from '@sixfold/contract/words'
import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { Question as QuestionOf } from '@sixfold/domain/survey/question'
import type { ComponentProps, ReactNode } from 'react'
import { ProblemIcon } from '../../frame/icons.tsx'
import type { surveyWords } from '../../words/survey.ts'
import { answerField, earlierField } from './form-values.ts'

type SurveyWord = Parameters<ReturnType<typeof surveyWords>>[0]

export interface QuestionProps {
  question: QuestionOf
  text: string
  help: string
  /** What stands in the field, and what stood there when the page was made. */
  current: string
  earlier: string
  fault: string | undefined
  say: Say<SurveyWord>
  /** What react-hook-form needs to know of each input. */
  field: Pick<ComponentProps<'input'>, 'onChange' | 'onBlur'> & {
    ref?: (element: HTMLElement | null) => void
  }
}

/** One question of any kind; without script its fields are posted as they are. */
export function Question(props: QuestionProps) {
  const { question, earlier } = props
  return (
    <>
      <input type="hidden" name={earlierField(question.id)} value={earlier} readOnly />
      {question.kind === 'text' ? <WrittenAnswer {...props} /> : <ChosenAnswer {...props} />}
    </>
  )
}

/** The element that a link to a question leads to. */
export const questionAnchor = (question: string) => `q-${question}`

function ChosenAnswer(props: QuestionProps) {
  const { question } = props
  return (
    <fieldset
      className="question"
      id={questionAnchor(question.id)}
      tabIndex={-1}
      aria-describedby={describedBy(props)}
    >
      <legend>
        <Wording {...props} />
      </legend>
      <Beside {...props} />
      {question.kind === 'nps' ? <Recommend {...props} /> : <Rating {...props} />}
    </fieldset>
  )
}

function WrittenAnswer(props: QuestionProps) {
  const { question, current, fault, field } = props
  const name = answerField(question.id)
  const shared = {
    id: `${questionAnchor(question.id)}-field`,
    className: 'field',
    name,
    defaultValue: current,
    'aria-describedby': describedBy(props),
    'aria-invalid': fault ? true : undefined,
    'aria-required': question.required || undefined,
    ...field,
  }
  return (
    <div className="question" id={questionAnchor(question.id)} tabIndex={-1}>
      <label className="label" htmlFor={shared.id}>
        <Wording {...props} />
      </label>
      <Beside {...props} />
      {question.kind === 'text' && question.long ? (
        <textarea rows={5} {...(shared as ComponentProps<'textarea'>)} />
      ) : (
        <input type="text" {...shared} />
      )}
    </div>
  )
}

function Wording({ question, text, say }: QuestionProps) {
  return (
    <>
      {text}
      {question.required ? <span className="must"> ({say('required')})</span> : null}
    </>
  )
}

const helpId = (question: string) => `${questionAnchor(question)}-help`
const faultId = (question: string) => `${questionAnchor(question)}-fault`

function describedBy({ question, help, fault }: QuestionProps): string | undefined {
  const ids = [help ? helpId(question.id) : '', fault ? faultId(question.id) : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Help and fault, between the question and its answers. */
function Beside({ question, help, fault }: QuestionProps) {
  return (
    <>
      {help ? (
        <p className="help" id={helpId(question.id)}>
          {help}
        </p>
      ) : null}
      {fault ? (
        <p className="lamp" id={faultId(question.id)}>
          <ProblemIcon />
          {fault}
        </p>
      ) : null}
    </>
  )
}

const points = [1, 2, 3, 4, 5] as const

/** Five cells that grow with satisfaction, then a gap, then a dashed "not applicable". */
function Rating(props: QuestionProps) {
  const { question, say } = props
  const offersNone = question.kind === 'satisfaction' && question.offerNotApplicable
  return (
    <div className={offersNone ? 'rate' : 'rate plain'}>
      {points.map(point => (
        <Choice
          key={point}
          {...props}
          value={String(point)}
          place={`c${point} point`}
          name={say(`satisfaction.${point}`)}
        >
          <span className={`face c${point}`}>
            <span className="dot" />
          </span>
          <span className={`word w${point}`} aria-hidden="true">
            {say(`satisfaction.${point}`)}
          </span>
        </Choice>
      ))}
      {offersNone ? (
        <Choice {...props} value={NOT_APPLICABLE} place="na">
          <span className="face na">{say('satisfaction.na')}</span>
        </Choice>
      ) : null}
      <span className="end-word low" aria-hidden="true">
        {say('satisfaction.1')}
      </span>
      <span className="end-word high" aria-hidden="true">
        {say('satisfaction.5')}
      </span>
    </div>
  )
}

const steps = Array.from({ length: 11 }, (_, step) => String(step))

function Recommend(props: QuestionProps) {
  const { say } = props
  return (
    <>
      <div className="nps">
        {steps.map(step => (
          <Choice key={step} {...props} value={step} place="">
            <span className="face">{step}</span>
          </Choice>
        ))}
      </div>
      <div className="nps-ends">
        <span>{say('nps.low')}</span>
        <span>{say('nps.high')}</span>
      </div>
    </>
  )
}

interface ChoiceProps {
  value: string
  /** Classes of the cell. */
  place: string
  /** What is read out, where the cell itself shows no words. */
  name?: string
  children: ReactNode
}

function Choice({ question, current, field, value, place, name, children }: QuestionProps & ChoiceProps) {
  return (
    <label>
      <input
        type="radio"
        className={place || undefined}
        aria-label={name}
        name={answerField(question.id)}
        value={value}
        defaultChecked={current === value}
        {...field}
      />
      {children}
    </label>
  )
}
