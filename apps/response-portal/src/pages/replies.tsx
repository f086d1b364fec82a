import type { ShownDone } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { FactorMark } from '../frame/icons.tsx'
import { thanksWords } from '../words/thanks.ts'

/** What was said last time, and what was done about it. */
export function Replies({ done, language }: { done: readonly ShownDone[]; language: UiLanguage }) {
  const say = thanksWords(language)
  if (done.length === 0) return null
  return (
    <section className="part">
      <h2>{say('done')}</h2>
      <ul className="did">
        {done.map(one => (
          <li key={`${one.factorIndex} ${one.did}`}>
            <p className="said">
              <FactorMark index={one.factorIndex} />
              <span>
                <b>{one.factorName}</b>
                {one.said ? <> {one.said}</> : null}
              </span>
            </p>
            <p>{one.did}</p>
            <p className={one.state === 'done' ? 'badge good' : 'badge attention'}>
              {say(`done.${one.state}`, { day: one.on === null ? 'none' : dayText(one.on, language) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
