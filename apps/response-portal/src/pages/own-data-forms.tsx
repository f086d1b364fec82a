import type { OwnDataPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { ReactNode } from 'react'
import { ProblemIcon } from '../frame/icons.tsx'
import type { SayOwnData } from '../words/own-data.ts'
import { ownDataWords } from '../words/own-data.ts'

interface FormProps {
  page: OwnDataPage
  say: SayOwnData
}

/** What somebody can do about the own data: correct, ask, erase. */
export function OwnDataForms({ page }: { page: OwnDataPage }) {
  const say = ownDataWords(uiLanguageFor(page.language))
  return (
    <>
      <Correct page={page} say={say} />
      <Ask page={page} say={say} />
      <section className="part">
        <h2>{say('erase')}</h2>
        <p className="muted">{say('erase.text')}</p>
        <a className="btn full" href={`${page.address}/erase?language=${page.language}`}>
          {say('erase.open')}
        </a>
      </section>
    </>
  )
}

function Correct({ page, say }: FormProps) {
  const { correction, faults, letters } = page
  return (
    <form className="part" method="post" action={`${page.address}/correct?language=${page.language}`}>
      <h2>{say('correct')}</h2>
      <p className="muted">{say('correct.text')}</p>
      {(['name', 'role', 'phone'] as const).map(field => (
        <Field
          key={field}
          name={field}
          label={say(`field.${field}`)}
          fault={faults.includes(field)}
          say={say}
        >
          <input
            id={field}
            className="field"
            name={field}
            type={field === 'phone' ? 'tel' : 'text'}
            autoComplete={autoComplete[field]}
            defaultValue={correction[field]}
            maxLength={120}
            required={field === 'name'}
            aria-invalid={faults.includes(field) || undefined}
            aria-describedby={faults.includes(field) ? `${field}-fault` : undefined}
          />
        </Field>
      ))}
      <Field name="language" label={say('correct.letters')} fault={faults.includes('language')} say={say}>
        <select id="language" className="field" name="letters" defaultValue={correction.language}>
          {letters.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <button className="btn full" type="submit">
        {say('correct.save')}
      </button>
    </form>
  )
}

const autoComplete = { name: 'name', role: 'organization-title', phone: 'tel' } as const

const kinds = ['correction', 'objection', 'restriction', 'access'] as const

function Ask({ page, say }: FormProps) {
  const fault = page.faults.includes('text')
  return (
    <form className="part" method="post" action={`${page.address}/ask?language=${page.language}`}>
      <fieldset>
        <legend>
          <h2>{say('ask')}</h2>
        </legend>
        <p className="muted">{say('ask.text')}</p>
        <div className="options">
          {kinds.map(kind => (
            <label key={kind} className="option">
              <input type="radio" name="kind" value={kind} defaultChecked={kind === 'correction'} />
              <span>
                {say(`ask.${kind}`)}
                {kind === 'objection' || kind === 'restriction' ? (
                  <small>{say(`ask.${kind}.text`)}</small>
                ) : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="text" label={say('ask.words')} fault={fault} say={say}>
        <textarea
          id="text"
          className="field"
          name="text"
          rows={4}
          maxLength={2000}
          required
          aria-invalid={fault || undefined}
          aria-describedby={fault ? 'text-fault' : undefined}
        />
      </Field>
      <button className="btn full" type="submit">
        {say('ask.send')}
      </button>
    </form>
  )
}

interface FieldProps {
  name: 'name' | 'role' | 'phone' | 'language' | 'text'
  label: string
  fault: boolean
  say: SayOwnData
  children: ReactNode
}

function Field({ name, label, fault, say, children }: FieldProps) {
  return (
    <div className="question">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {fault ? (
        <p className="lamp" id={`${name}-fault`}>
          <ProblemIcon />
          <span>{say(`fault.${name}`)}</span>
        </p>
      ) : null}
      {children}
    </div>
  )
}
