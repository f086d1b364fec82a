import type { SideCounts } from '@sixfold/contract/seats'
import type { Side } from '@sixfold/domain/seats/seat-ledger'
import { formatInstant } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { SeatStanding } from '../../../parts/seat-standing.tsx'
import { seatWords } from '../../../words/seats.ts'

/** One side's seats in figures, with the seats that are kept for somebody. */
export function SideFigures({ side, counts, zone }: { side: Side; counts: SideCounts; zone: string }) {
  const { language } = useLanguage()
  const say = useSay(seatWords)
  const { taken, capacity, free, offered, waiting, overBy, kept } = counts
  const figures = [
    ...(free === null ? [] : [{ label: say('free'), value: free }]),
    ...(offered > 0 ? [{ label: say('offered'), value: offered }] : []),
    { label: say('waiting'), value: waiting },
    ...(overBy > 0 ? [{ label: say('over'), value: overBy }] : []),
  ]
  const text =
    capacity === null
      ? say('takenOpen', { taken })
      : capacity === 0
        ? say('closed', { taken })
        : say('takenOf', { taken, capacity })
  const notes = kept.map(({ segment, kept: seats, held, releasesAt }) => {
    // More of a segment than were kept sit on seats that anybody could have had.
    const values = { segment, held: Math.min(held, seats), kept: seats }
    return releasesAt
      ? say('keptUntil', { ...values, when: formatInstant(releasesAt, language, { zone }) })
      : say('kept', values)
  })
  return (
    <SeatStanding
      label={`${say('meter')}, ${say(side).toLocaleLowerCase(language)}`}
      text={text}
      taken={taken}
      capacity={capacity}
      figures={figures}
      notes={notes}
    >
      {overBy > 0 && <Lamp tone="attention">{say('overText')}</Lamp>}
    </SeatStanding>
  )
}
