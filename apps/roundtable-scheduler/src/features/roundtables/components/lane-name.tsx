import type { YearLane } from '@sixfold/contract/event-year'
import type { LocalDate } from '@sixfold/domain/local-date'
import { localDaysBetween } from '@sixfold/domain/local-date'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { yearWords } from '../../../words/year.ts'
import styles from './year.module.css'

type Cadence = Pick<YearLane, 'everyMonths' | 'lamp' | 'openDates'>

const tones: Record<Cadence['lamp'], Tone> = { on_cadence: 'good', at_risk: 'attention', overdue: 'problem' }

interface LaneNameProps {
  lane: YearLane
  name: string
  today: LocalDate
  mayPlan: boolean
}

/** A region, what it is due by, and how it stands: one lamp for each kind of event. */
export function LaneName({ lane, name, today, mayPlan }: LaneNameProps) {
  const say = useSay(yearWords)
  const { conference } = lane
  const rule = say('everyMonths', { months: lane.everyMonths })
  return (
    <div className={styles.name}>
      <h3>{name}</h3>
      {mayPlan ? (
        <Link className={styles.rule ?? ''} to="/cadence/$regionId" params={{ regionId: lane.regionId }}>
          {rule}
          <span className={styles.unseen}>: {say('changeRule', { region: name })}</span>
        </Link>
      ) : (
        <span className={styles.rule}>{rule}</span>
      )}
      <Lamp tone={tones[lane.lamp]}>{say(lane.lamp, { days: lateBy(lane, today) })}</Lamp>
      {conference && (
        <>
          <span className={styles.rule}>
            {say(conference.everyMonths === 12 ? 'conferenceYearly' : 'conferenceTwoYears')}
          </span>
          <Lamp tone={tones[conference.lamp]}>
            {say(conference.lamp, { days: lateBy(conference, today) })}
          </Lamp>
        </>
      )}
    </div>
  )
}

function lateBy({ openDates: [first] }: Cadence, today: LocalDate): number {
  return first === undefined ? 0 : Math.max(0, localDaysBetween(first, today))
}
