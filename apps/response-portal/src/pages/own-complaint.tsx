import type { OwnComplaintPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { LONGEST_COMPLAINT } from '@sixfold/domain/complaints'
import { BackIcon, ProblemIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import { ownWords } from '../words/own.ts'

/** The form for a complaint. The whole letter is the form, so that another language keeps what was typed. */
export function OwnComplaint(page: OwnComplaintPage) {
  const language = uiLanguageFor(page.language)
  const say = ownWords(language)
  const { typed, fault, factors } = page
  const foot = (
    <>
      <a className="btn" href={`${page.ownPage}?language=${language}`} aria-label={say('form.back')}>
        <BackIcon />
      </a>
      <button className="btn primary" type="submit" name="go" value="next">
        {say('form.send')}
      </button>
    </>
  )
  return (
    <Letter head={page} form={{ action: page.address, files: false }} foot={foot}>
      <input type="hidden" name="form" value={page.form} />
      <input type="hidden" name="shown" value={language} />
      <h1 id="title">{say('form.title')}</h1>
      <p className="lead">{say('form.lead')}</p>
      <div className="question">
        <label className="label" htmlFor="text">
          {say('form.text')}
        </label>
        {fault ? (
          <p className="lamp" id="text-fault">
            <ProblemIcon />
            <span>{say(`fault.${fault}`, { most: LONGEST_COMPLAINT })}</span>
          </p>
        ) : null}
        <textarea
          id="text"
          className="field"
          name="text"
          rows={7}
          defaultValue={typed.text}
          aria-required
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'text-fault' : undefined}
        />
      </div>
      {factors.length > 0 ? (
        <div className="question">
          <label className="label" htmlFor="factor">
            {say('form.factor')} <span className="must">{say('form.optional')}</span>
          </label>
          <select id="factor" className="field" name="factor" defaultValue={typed.factor}>
            <option value="">{say('form.noFactor')}</option>
            {factors.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="question options">
        <label className="option">
          <input type="checkbox" name="answer" value="yes" defaultChecked={typed.answerWanted} />
          <span>{say('form.answerWanted')}</span>
        </label>
      </div>
    </Letter>
  )
}
