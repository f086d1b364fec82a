import type { AccessibilityPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { Letter } from '../frame/letter.tsx'
import { accessibilityWords } from '../words/accessibility.ts'

/** The day on which all that is said below was last gone through. */
const CHECKED_ON = '2026-11-22'

/** For customers: what they can rely on, what is known not to work well, and whom to tell. */
export function Accessibility(page: AccessibilityPage) {
  const language = uiLanguageFor(page.language)
  const say = accessibilityWords(language)
  return (
    <Letter head={page}>
      <h1 id="title">{say('title')}</h1>
      <p className="lead">{say('lead')}</p>
      <section className="part">
        <h2>{say('works')}</h2>
        <ul className="dots">
          {(['keyboard', 'reader', 'large', 'colours', 'time'] as const).map(what => (
            <li key={what}>{say(`works.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{say('limits')}</h2>
        <ul className="dots">
          {(['people', 'blind', 'own', 'questions'] as const).map(what => (
            <li key={what}>{say(`limits.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{say('help')}</h2>
        <p>{say('help.text')}</p>
      </section>
      <p className="end">{say('checked', { day: dayText(CHECKED_ON, language) })}</p>
    </Letter>
  )
}
