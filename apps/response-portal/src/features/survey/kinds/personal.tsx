import { answerOf } from '@sixfold/contract/portal-fields'
import type { AnswerProblem } from '@sixfold/domain/survey/answers'
import { answerProblem } from '@sixfold/domain/survey/answers'
import type { ContactField } from '@sixfold/domain/survey/question'
import type { ComponentProps } from 'react'
import { portalLang } from '../../../frame/portal-lang.ts'
import type { KindProps } from './kind-props.ts'
import { nameOf, questionAnchor, textIn } from './kind-props.ts'

/** A box that is never ticked beforehand; its words are the question itself, in the language in which they were agreed to. */
export function Consent({ question, language, texts, text, described, required }: KindProps<'consent'>) {
  const agreed = textIn(texts)
  return (
    <label className="option consent">
      <input
        type="checkbox"
        name={nameOf(question)}
        value={agreed || language}
        defaultChecked={agreed !== ''}
        aria-required={required || undefined}
        {...described}
      />
      <span>{text(question.text)}</span>
    </label>
  )
}

const controls: Record<ContactField, ComponentProps<'input'>> = {
  name: { type: 'text', autoComplete: 'name' },
  'job-title': { type: 'text', autoComplete: 'organization-title' },
  company: { type: 'text', autoComplete: 'organization' },
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel' },
}

/** Each field says beside it what it will be used for. */
export function ContactDetails({
  question,
  texts,
  text,
  say,
  language,
  described,
  required,
}: KindProps<'contact-details'>) {
  const anchor = questionAnchor(question.id)
  const wrong = wrongField(answerProblem(question, answerOf(question, texts)))
  return (
    <div className="contact">
      {question.fields.map(field => {
        const purpose = `${anchor}-${field.id}-purpose`
        const others = described['aria-describedby']
        return (
          <div key={field.id}>
            <label htmlFor={`${anchor}-${field.id}`} lang={portalLang(language)}>
              {say(`contact.${field.id}`)}
            </label>
            <p className="purpose" id={purpose}>
              {text(field.text)}
            </p>
            <input
              {...controls[field.id]}
              className="field"
              id={`${anchor}-${field.id}`}
              name={nameOf(question, field.id)}
              defaultValue={textIn(texts, field.id)}
              aria-required={required || undefined}
              aria-invalid={wrong === null || wrong === field.id ? described['aria-invalid'] : undefined}
              aria-describedby={others ? `${purpose} ${others}` : purpose}
            />
          </div>
        )
      })}
    </div>
  )
}

/** The one field that a fault speaks of; null: all of them. */
function wrongField(problem: AnswerProblem | null): ContactField | null {
  if (problem === 'not_a_mailbox') return 'email'
  return problem === 'not_a_phone' ? 'phone' : null
}
