import type { OpenWelcomePage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { AccessibilityLink } from '../frame/accessibility-link.tsx'
import { Letter } from '../frame/letter.tsx'
import { openWords } from '../words/open.ts'
import { surveyWords } from '../words/survey.ts'

/** What an open link leads to: who asks and how long it takes. Opening it changes nothing; the button begins. */
export function OpenWelcome(page: OpenWelcomePage) {
  const ui = uiLanguageFor(page.language)
  const say = openWords(ui)
  const sayFact = surveyWords(ui)
  const { organisation, minutes, questions, earlier } = page
  const goesOn = earlier?.address ?? null
  return (
    <Letter
      head={page}
      foot={
        goesOn === null ? (
          <Begin page={page} text={say(earlier ? 'again' : 'begin')} primary />
        ) : (
          <a className="btn primary full" href={`${goesOn}?language=${page.language}`}>
            {say('resume')}
          </a>
        )
      }
    >
      <h1 id="title">{page.title}</h1>
      {earlier ? <p className="lead">{say(goesOn === null ? 'sent.lead' : 'resume.lead')}</p> : null}
      <p className="lead">{page.welcome}</p>
      <dl className="facts part">
        <div>
          <dt>{sayFact('fact.who')}</dt>
          <dd>{organisation}</dd>
        </div>
        <div>
          <dt>{sayFact('fact.length')}</dt>
          <dd>{sayFact('fact.length.value', { minutes, questions })}</dd>
        </div>
        <div>
          <dt>{sayFact('fact.readers')}</dt>
          <dd>
            {sayFact('fact.readers.value', { organisation })} {say('private')}
          </dd>
        </div>
        <div>
          <dt>{sayFact('fact.until')}</dt>
          <dd>{dayText(page.closesOn, ui)}</dd>
        </div>
      </dl>
      {goesOn === null ? null : (
        <div className="end">
          <Begin page={page} text={say('again')} />
        </div>
      )}
      <p className="end ways">
        <AccessibilityLink language={page.language} />
      </p>
    </Letter>
  )
}

/** The form has a field that people neither see nor reach, and that programs fill in. */
function Begin({ page, text, primary = false }: { page: OpenWelcomePage; text: string; primary?: boolean }) {
  const say = openWords(uiLanguageFor(page.language))
  return (
    <form method="post" action={page.address}>
      <input type="hidden" name="language" value={page.language} />
      {page.embedded ? <input type="hidden" name="embed" value="1" /> : null}
      <label className="vh" aria-hidden="true">
        {say('trap')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
      <button className={primary ? 'btn primary full' : 'btn full'} type="submit">
        {text}
      </button>
    </form>
  )
}
