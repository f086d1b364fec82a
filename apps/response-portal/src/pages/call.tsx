import type { CallAskedPage, CallPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { LONGEST_WHEN } from '@sixfold/domain/call-back'
import { ProblemIcon } from '../frame/icons.tsx'
import { Letter } from '../frame/letter.tsx'
import { callWords } from '../words/call.ts'

/** Somebody would rather talk: on which number, and when it suits. The number on record is shown to nobody. */
export function Call(page: CallPage) {
  const say = callWords(uiLanguageFor(page.language))
  const { fault } = page
  const ofPhone = fault === 'not_a_phone' || fault === 'needed'
  const foot = (
    <button className="btn primary full" type="submit">
      {say('send')}
    </button>
  )
  return (
    <Letter head={page} foot={foot} form={{ action: `${page.address}/call`, files: false }}>
      <input type="hidden" name="from" value={page.from} />
      <input type="hidden" name="shown" value={page.language} />
      <h1 id="title">{say('title')}</h1>
      <p className="lead">{say('lead')}</p>
      <div className="question">
        <label className="label" htmlFor="phone">
          {say('phone')}
        </label>
        <p className="help" id="phone-help">
          {say('phone.help')}
        </p>
        {ofPhone ? (
          <p className="lamp" id="phone-fault">
            <ProblemIcon />
            {say(`fault.${fault}`)}
          </p>
        ) : null}
        <input
          className="field"
          id="phone"
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          defaultValue={page.phone}
          aria-describedby={ofPhone ? 'phone-help phone-fault' : 'phone-help'}
          aria-invalid={ofPhone || undefined}
        />
      </div>
      <div className="question">
        <label className="label" htmlFor="when">
          {say('when')}
        </label>
        <p className="help" id="when-help">
          {say('when.help')}
        </p>
        {fault === 'too_long' ? (
          <p className="lamp" id="when-fault">
            <ProblemIcon />
            {say('fault.too_long')}
          </p>
        ) : null}
        <input
          className="field"
          id="when"
          name="when"
          maxLength={LONGEST_WHEN}
          defaultValue={page.when}
          aria-describedby={fault === 'too_long' ? 'when-help when-fault' : 'when-help'}
          aria-invalid={fault === 'too_long' || undefined}
        />
      </div>
      <p className="end">
        <a href={page.back}>{say('back')}</a>
      </p>
    </Letter>
  )
}

/** When somebody calls. */
export function CallAsked(page: CallAskedPage) {
  const say = callWords(uiLanguageFor(page.language))
  return (
    <Letter head={page}>
      <h1 id="title">{say('asked.title')}</h1>
      <p className="lead">{say('asked.text', page.times)}</p>
      <section className="part">
        {page.open ? <p>{say('asked.open')}</p> : null}
        <p className="more">{say('asked.change')}</p>
        {page.open ? (
          <a className="btn full" href={page.back}>
            {say('back')}
          </a>
        ) : null}
      </section>
      <p className="end">{say('asked.close')}</p>
    </Letter>
  )
}
