import { earlierField, earlierText } from '@sixfold/contract/portal-fields'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { Question as AnyQuestion } from '@sixfold/domain/survey/question'
import { answerHint } from '@sixfold/ui/answer-hint'
import { answerWords } from '@sixfold/ui/words/answers'
import type { ChangeEvent, FocusEvent, ReactNode } from 'react'
import { ProblemIcon } from '../../frame/icons.tsx'
import { portalLang } from '../../frame/portal-lang.ts'
import type { SharedProps } from './kinds/kind-props.ts'
import { controlId, questionAnchor } from './kinds/kind-props.ts'
import { kindOf } from './kinds/registry.ts'

export interface QuestionProps extends Omit<SharedProps, 'described'> {
  question: AnyQuestion
  /** What was kept when the page was made. */
  earlier: AnswerValue | null | undefined
  fault: string | undefined
  /** A control of it changed, or was left. */
  onChange: (event: ChangeEvent<HTMLElement>) => void
  onLeave: () => void
}

/** One question of any kind; without script its fields are posted as they are. */
export function Question(props: QuestionProps) {
  const { question, earlier, onChange, onLeave } = props
  const { shape } = kindOf(question.kind)
  if (shape === 'words') return <Statement {...props} />
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
  }
  const id = questionAnchor(question.id)
  const shared = { className: 'question', id, tabIndex: -1, onChange, onBlur: leave }
  return (
    <>
      <input type="hidden" name={earlierField(question.id)} value={earlierText(earlier)} readOnly />
      {shape === 'group' ? (
        <fieldset {...shared} aria-describedby={describedBy(props)}>
          <legend>
            <Wording {...props} />
          </legend>
          <Beside {...props} />
          <Answers {...props} />
        </fieldset>
      ) : (
        <div {...shared}>
          {shape === 'control' ? (
            <label className="label" htmlFor={controlId(question.id)}>
              <Wording {...props} />
            </label>
          ) : null}
          {shape === 'control' ? <Beside {...props} /> : null}
          <Answers {...props} />
          {shape === 'own-label' ? <Beside {...props} /> : null}
        </div>
      )}
    </>
  )
}

function Answers({ earlier: _e, fault, onChange: _c, onLeave: _l, ...props }: QuestionProps) {
  const { Answers: OfKind, shape } = kindOf(props.question.kind)
  const described =
    shape === 'group'
      ? { 'aria-invalid': fault ? (true as const) : undefined }
      : {
          'aria-describedby': describedBy({ ...props, fault }),
          'aria-invalid': fault ? (true as const) : undefined,
        }
  return <OfKind {...props} described={described} />
}

function Statement({ question, text }: QuestionProps) {
  return (
    <div className="question statement" id={questionAnchor(question.id)} tabIndex={-1}>
      <p>{text(question.text)}</p>
      {question.help ? <p className="help">{text(question.help)}</p> : null}
    </div>
  )
}

function Wording({ question, text, required, language }: QuestionProps) {
  return (
    <>
      {text(question.text)}
      <Must required={required} language={language} />
    </>
  )
}

function Must({ required, language }: { required: boolean; language: string }): ReactNode {
  return required ? (
    <span className="must" lang={portalLang(language)}>
      {' '}
      ({answerWords(uiLanguageFor(language))('required')})
    </span>
  ) : null
}

const helpId = (question: string) => `${questionAnchor(question)}-help`
const hintId = (question: string) => `${questionAnchor(question)}-hint`
const faultId = (question: string) => `${questionAnchor(question)}-fault`

type Described = Pick<QuestionProps, 'question' | 'text' | 'fault' | 'alive' | 'say' | 'language'>

function describedBy({ question, text, fault, ...props }: Described): string | undefined {
  const ids = [
    text(question.help) ? helpId(question.id) : '',
    hint({ question, ...props }) ? hintId(question.id) : '',
    fault ? faultId(question.id) : '',
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function hint({
  question,
  alive,
  say,
  language,
}: Pick<Described, 'question' | 'alive' | 'say' | 'language'>) {
  return answerHint(question, alive, say, uiLanguageFor(language))
}

/** Help, hint and fault, between the question and its answers. */
function Beside(props: QuestionProps) {
  const { question, text, fault, language } = props
  const help = text(question.help)
  const hinted = hint(props)
  return (
    <>
      {help ? (
        <p className="help" id={helpId(question.id)}>
          {help}
        </p>
      ) : null}
      {hinted ? (
        <p className="help" id={hintId(question.id)} lang={portalLang(language)}>
          {hinted}
        </p>
      ) : null}
      {fault ? (
        <p className="lamp" id={faultId(question.id)} role="alert" lang={portalLang(language)}>
          <ProblemIcon />
          {fault}
        </p>
      ) : null}
    </>
  )
}
