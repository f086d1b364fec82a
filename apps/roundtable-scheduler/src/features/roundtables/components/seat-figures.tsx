import type { Roundtable } from '@sixfold/contract/roundtables'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { SeatStanding } from '../../../parts/seat-standing.tsx'
import { eventWords } from '../../../words/event.ts'
import { dayText } from '../../../words/event-text.ts'

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
    <SeatStanding
      label={say('seatMeter')}
      text={capacity === null ? say('takenOpen', { taken }) : say('takenOf', { taken, capacity })}
      taken={taken}
      capacity={capacity}
      figures={figures}
      notes={[say('answerBy', { date: dayText(event.answerBy, language, 'day') })]}
    />
  )
}
