import type { ContactField } from '@sixfold/domain/survey/question'
import type { ComponentProps } from 'react'
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
  described,
  required,
}: KindProps<'contact-details'>) {
  const anchor = questionAnchor(question.id)
  return (
    <div className="contact">
      {question.fields.map(field => {
        const purpose = `${anchor}-${field.id}-purpose`
        const others = described['aria-describedby']
        return (
          <div key={field.id}>
            <label htmlFor={`${anchor}-${field.id}`}>{say(`contact.${field.id}`)}</label>
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
              {...described}
              aria-describedby={others ? `${purpose} ${others}` : purpose}
            />
          </div>
        )
      })}
    </div>
  )
}
