import { Button } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import { weekendOf } from '@sixfold/domain/calendar/working-days'
import { isLocalDate } from '@sixfold/domain/is-local-date'
import type { LocalDate } from '@sixfold/domain/local-date'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { planWords } from '../../../words/plan.ts'
import type { DateFacts, DateReason } from '../date-reasons.ts'
import { proposedDates, reasonsFor } from '../date-reasons.ts'
import { dayText, titleOf } from '../event-text.ts'
import { yearQuery } from '../queries.ts'
import styles from './plan-form.module.css'

interface DateCheckProps {
  region: Region | undefined
  date: string
  /** The event that is changed; it does not stand in its own way. */
  ownId: string | undefined
  onChoose: (date: LocalDate) => void
}

const PROPOSALS = 3

/** Up to two weeks from the due date a date still keeps the cadence. */
const CLOSE_DAYS = 14

/** What speaks for and against the chosen date, and dates near the due date against which nothing speaks. */
export function DateCheck({ region, date, ownId, onChoose }: DateCheckProps) {
  const session = useSession().data
  const { language } = useLanguage()
  const today = wallTimeIn(new Date(session?.now ?? 0), region?.zone ?? 'UTC').date
  const year = Number((isLocalDate(date) ? date : today).slice(0, 4))
  const query = useQuery(yearQuery(year))
  if (!region) return null
  return (
    <QueryStates query={query}>
      {({ items, lanes }) => {
        const lane = lanes.find(({ regionId }) => regionId === region.id)
        const facts: DateFacts = {
          today,
          openDates: lane?.openDates ?? [],
          holidays: lane?.holidays ?? [],
          weekend: weekendOf(region.country),
          events: items
            .filter(({ id, state }) => state === 'planned' && id !== ownId)
            .map(event => ({ date: event.date, title: titleOf(event, language) })),
        }
        return (
          <div className={styles.check}>
            {isLocalDate(date) && <Reasons date={date} facts={facts} />}
            <Proposals facts={facts} onChoose={onChoose} />
          </div>
        )
      }}
    </QueryStates>
  )
}

function Reasons({ date, facts }: { date: LocalDate; facts: DateFacts }) {
  const { language } = useLanguage()
  const say = useSay(planWords)
  const reasons = reasonsFor(date, facts)
  return (
    <Sheet label={dayText(date, language, 'day')}>
      <div role="status">
        <p className={styles.day}>{dayText(date, language, 'day')}</p>
        <ul className={styles.reasons}>
          {reasons.for.map(reason => (
            <li key={reason.kind}>
              <Lamp tone={'days' in reason && reason.days > CLOSE_DAYS ? 'none' : 'good'}>
                {reasonText(reason)}
              </Lamp>
            </li>
          ))}
          {reasons.against.map(reason => (
            <li key={reasonText(reason)}>
              <Lamp tone="attention">{reasonText(reason)}</Lamp>
            </li>
          ))}
          {reasons.against.length === 0 && <li>{say('nothingAgainst')}</li>}
        </ul>
      </div>
    </Sheet>
  )

  function reasonText(reason: DateReason): string {
    const { kind, ...values } = reason
    return say(`reason.${kind}`, values)
  }
}

function Proposals({ facts, onChoose }: { facts: DateFacts; onChoose: (date: LocalDate) => void }) {
  const { language } = useLanguage()
  const say = useSay(planWords)
  const due = facts.openDates.at(-1)
  if (due === undefined) return null
  const dates = proposedDates(due, facts, PROPOSALS)
  if (dates.length === 0) return null
  return (
    <Sheet title={say('proposals')}>
      <p>{say('proposalsText', { date: dayText(due, language, 'day') })}</p>
      <ul className={styles.proposals}>
        {dates.map(date => (
          <li key={date}>
            <Button
              fullWidth
              onClick={() => onChoose(date)}
              aria-label={say('choose', { date: dayText(date, language, 'day') })}
            >
              {dayText(date, language, 'day')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
