import type { OwnAsked } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { dayText } from '@sixfold/ui/day-text'
import { ownWords } from '../words/own.ts'

interface AskedProps {
  asked: readonly OwnAsked[]
  /** `own`: the reader asked for it; `region`: customers of the region did. */
  whose: 'own' | 'region'
  language: UiLanguage
}

const tones = {
  done: 'badge good',
  declined: 'badge',
  heard: 'badge',
  planned: 'badge attention',
  in_work: 'badge attention',
}

/** "You said, we did", in sentences that staff released. */
export function Asked({ asked, whose, language }: AskedProps) {
  const say = ownWords(language)
  if (asked.length === 0) return null
  return (
    <section className="part">
      <h2>{say(`asked.title.${whose}`)}</h2>
      <ul className="did">
        {asked.map(({ receipt, said, did, status, toldOn }) => (
          <li key={receipt}>
            {said ? (
              <p className="said">
                <span>
                  <b>{say(`asked.said.${whose}`)}</b> {said}
                </span>
              </p>
            ) : null}
            <p>
              <b>{say('asked.did')}</b> {did}
            </p>
            <p className={tones[status]}>{say(`asked.${status}`, { day: dayText(toldOn, language) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
