import type { Roundtable } from '@sixfold/contract/roundtables'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { eventWords } from '../../../words/event.ts'
import { dayText } from '../../../words/event-text.ts'
import styles from './event.module.css'

/** The seats of an event in figures. */
export function SeatFigures({ event }: { event: Roundtable }) {
  const { language } = useLanguage()
  const say = useSay(eventWords)
  const { taken, capacity, free, overBy, waitlisted, invited, declined } = event.seats
  const figures = [
    ...(free === null ? [] : [{ label: say('free'), value: free }]),
    ...(overBy > 0 ? [{ label: say('overBy'), value: overBy }] : []),
    { label: say('waitlisted'), value: waitlisted },
    { label: say('invited'), value: invited },
    { label: say('declined'), value: declined },
  ]
  return (
    <>
      <Meter
        label={say('seatMeter')}
        value={taken}
        max={capacity ?? taken}
        text={capacity === null ? say('takenOpen', { taken }) : say('takenOf', { taken, capacity })}
      />
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.facts}>{say('answerBy', { date: dayText(event.answerBy, language, 'day') })}</p>
    </>
  )
}
