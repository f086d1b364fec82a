import type { OpenEndPage } from '@sixfold/contract/portal'
import { uiLanguageFor } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { Letter } from '../frame/letter.tsx'
import { openWords } from '../words/open.ts'

/** Says why nobody can begin, or that there is no place for answers, and what becomes of them. */
export function OpenEnd(page: OpenEndPage) {
  const ui = uiLanguageFor(page.language)
  const say = openWords(ui)
  const { reason, address, language } = page
  const hadNoPlace = reason === 'place' || reason === 'group'
  return (
    <Letter head={page}>
      <h1 id="title">{say(`${reason}.title`)}</h1>
      <p className="lead">{say(`${reason}.lead`)}</p>
      {address === null ? null : hadNoPlace ? (
        <>
          <section className="part">
            <h2>{say('place.kept')}</h2>
            <p>{say('place.kept.text', { day: dayText(page.closesOn, ui) })}</p>
          </section>
          {reason === 'group' ? (
            <a className="btn full" href={`${address}?page=1&language=${language}`}>
              {say('group.correct')}
            </a>
          ) : null}
          <a className="btn full" href={`${address}?page=review&language=${language}`}>
            {say('place.again')}
          </a>
        </>
      ) : (
        <a className="btn full" href={`${address}?language=${language}`}>
          {say('resume')}
        </a>
      )}
    </Letter>
  )
}
