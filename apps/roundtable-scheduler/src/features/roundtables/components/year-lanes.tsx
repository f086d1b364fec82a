import type { YearLane } from '@sixfold/contract/event-year'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { Region } from '@sixfold/contract/staff'
import type { LocalDate } from '@sixfold/domain/local-date'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { useOverflow } from '@sixfold/ui/parts/use-overflow'
import { dayText, monthText } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'
import { percent, placeInYear } from '../year-scale.ts'
import { type ElsewhereEvent, ElsewhereLane } from './elsewhere-lane.tsx'
import { LaneRow } from './lane-row.tsx'
import styles from './year.module.css'

interface YearLanesProps {
  year: number
  today: LocalDate
  lanes: readonly YearLane[]
  elsewhere: readonly ElsewhereEvent[]
  events: readonly Roundtable[]
  regions: readonly Region[]
  chosen: string | undefined
  mayPlan: (regionId: string) => boolean
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** The year: one lane per region, with cadence, holidays and events where they lie in time. */
export function YearLanes({ year, today, lanes, elsewhere, events, regions, ...rest }: YearLanesProps) {
  const { chosen, mayPlan } = rest
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const [place, overflows] = useOverflow()
  const now = placeInYear(today, year)
  const todayPlace = now >= 0 && now < 1 ? percent(now) : null
  const reach = overflows
    ? { role: 'region', tabIndex: 0, 'aria-label': say('title', { year: String(year) }) }
    : {}
  return (
    <div className={styles.scroll} ref={place} {...reach}>
      <div className={styles.year}>
        <div className={styles.axis} aria-hidden="true">
          <span />
          <div className={styles.months}>
            {months.map(month => (
              <span key={month} className={styles.month} style={{ left: percent(monthStart(year, month)) }}>
                {monthText(month, language)}
              </span>
            ))}
            {todayPlace && (
              <span className={styles.todayName} style={{ left: todayPlace }}>
                {dayText(today, language, 'short')}
              </span>
            )}
          </div>
        </div>
        {lanes.map(lane => (
          <LaneRow
            key={lane.regionId}
            lane={lane}
            year={year}
            today={today}
            name={regions.find(({ id }) => id === lane.regionId)?.name ?? ''}
            events={events.filter(({ regionId }) => regionId === lane.regionId)}
            lines={months.slice(1).map(month => percent(monthStart(year, month)))}
            todayPlace={todayPlace}
            chosen={chosen}
            mayPlan={mayPlan(lane.regionId)}
          />
        ))}
        {elsewhere.length > 0 && <ElsewhereLane year={year} events={elsewhere} todayPlace={todayPlace} />}
        <p className={styles.key}>
          <span>
            <i className={styles.keyTick} /> {say('keyCadence')}
          </span>
          {lanes.some(({ conference }) => conference !== null) && (
            <span>
              <i className={styles.keyTick} data-kind="conference" /> {say('keyConference')}
            </span>
          )}
          <span>
            <i className={styles.keyHatch}>
              <i className={styles.holiday} style={{ width: 14 }} />
            </i>
            {say('keyHoliday')}
          </span>
          <span>
            <i className={styles.keyQuiet} />
            {say('keyQuiet')}
          </span>
          <span>
            <i className={styles.keyRing} /> {say('keySeats')}
          </span>
          <span>
            <i className={styles.keyDue} /> {say('keyDue')}
          </span>
        </p>
      </div>
    </div>
  )
}

const monthStart = (year: number, month: number) =>
  placeInYear(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`, year)
