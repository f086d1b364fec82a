import type { LocalDate } from '@sixfold/domain/local-date'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { dayText } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'
import { percent, placeInYear } from '../year-scale.ts'
import styles from './year.module.css'

export interface ElsewhereEvent {
  date: LocalDate
  region: string
  kind: EventKind
}

interface ElsewhereLaneProps {
  year: number
  events: readonly ElsewhereEvent[]
  todayPlace: string | null
}

/** When other regions meet their customers: that there is an event, and nothing more of it. */
export function ElsewhereLane({ year, events, todayPlace }: ElsewhereLaneProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  return (
    <section className={styles.lane} aria-label={say('elsewhere')}>
      <div className={styles.name}>
        <h3>{say('elsewhere')}</h3>
      </div>
      <div className={styles.field} data-low="true">
        {todayPlace && <span className={styles.today} style={{ left: todayPlace }} aria-hidden="true" />}
        <ul className={styles.others}>
          {events.map(({ date, region, kind }) => (
            <li
              key={`${date} ${region} ${kind}`}
              style={{ left: percent(placeInYear(date, year)) }}
              data-kind={kind}
              title={`${region}, ${dayText(date, language, 'short')}`}
            >
              <span className={styles.unseen}>
                {say('elsewhereEvent', { region, kind: say(kind), date: dayText(date, language, 'full') })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
