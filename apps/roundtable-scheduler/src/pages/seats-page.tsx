import type { Roundtable } from '@sixfold/contract/roundtables'
import type { SeatGuest, SeatsView } from '@sixfold/contract/seats'
import { can } from '@sixfold/domain/permissions'
import { SIDES, type Side } from '@sixfold/domain/seats/seat-ledger'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { MoveDialog, type Step } from '../features/seats/components/move-dialog.tsx'
import { SeatTable } from '../features/seats/components/seat-table.tsx'
import { SideFigures } from '../features/seats/components/side-figures.tsx'
import { seatsQuery, useLiveSeats } from '../features/seats/queries.ts'
import { seatWords } from '../words/seats.ts'
import { EventFrame } from './event-frame.tsx'
import styles from './page.module.css'

const route = getRouteApi('/events/$id/seats')

/** Who has a seat, whom one is held for, and who waits in which order, on both sides. */
export function SeatsPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/seats">
      {event => <Seats event={event} />}
    </EventFrame>
  )
}

function Seats({ event }: { event: Roundtable }) {
  useLiveSeats(event.id)
  const query = useQuery(seatsQuery(event.id))
  return <QueryStates query={query}>{view => <SeatSheets event={event} view={view} />}</QueryStates>
}

function SeatSheets({ event, view }: { event: Roundtable; view: SeatsView }) {
  const { language } = useLanguage()
  const say = useSay(seatWords)
  const session = useSession().data
  const [chosen, setChosen] = useState<{ guest: SeatGuest; step: Step } | null>(null)
  if (!session) return null
  const mayMove =
    event.state === 'planned' && can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  const zone = session.regions.find(({ id }) => id === event.regionId)?.zone ?? session.organisation.zone
  const hybrid = view.remote !== null
  const onStep = mayMove ? (guest: SeatGuest, step: Step) => setChosen({ guest, step }) : null
  const table = { zone, hybrid, onStep }
  const sides = SIDES.filter(side => side === 'room' || hybrid)
  const named = (title: string, side: Side) =>
    hybrid ? `${title}, ${say(side).toLocaleLowerCase(language)}` : title
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        {sides.map(side => {
          const here = view.guests.filter(guest => guest.side === side)
          const waiting = here
            .filter(({ standing }) => standing === 'waiting')
            .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
          const seated = here
            .filter(({ standing }) => standing === 'confirmed' || standing === 'offered')
            .toSorted((a, b) => a.name.localeCompare(b.name, language))
          return (
            <div key={side} className={styles.stack}>
              <Sheet title={named(say('waitlist'), side)}>
                {waiting.length > 0 ? (
                  <>
                    <p>{say('order')}</p>
                    <SeatTable caption={named(say('waitlist'), side)} guests={waiting} {...table} />
                  </>
                ) : (
                  <EmptyState title={say('nobodyWaits')}>{say('nobodyWaitsText')}</EmptyState>
                )}
              </Sheet>
              <Sheet title={named(say('seated'), side)}>
                {seated.length > 0 ? (
                  <SeatTable caption={named(say('seated'), side)} guests={seated} {...table} />
                ) : (
                  <EmptyState title={say('nobodySeated')}>{say('nobodySeatedText')}</EmptyState>
                )}
              </Sheet>
            </div>
          )
        })}
      </div>
      <div className={styles.stack}>
        <Sheet title={say('room')}>
          <SideFigures side="room" counts={view.room} zone={zone} />
        </Sheet>
        {view.remote && (
          <Sheet title={say('remote')}>
            <SideFigures side="remote" counts={view.remote} zone={zone} />
          </Sheet>
        )}
      </div>
      {chosen && <MoveDialog eventId={event.id} {...chosen} onClose={() => setChosen(null)} />}
    </div>
  )
}
