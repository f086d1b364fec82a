import { Button, SegmentedControl, TextInput } from '@mantine/core'
import type { Roundtable } from '@sixfold/contract/roundtables'
import type { SeatGuest, SeatsView } from '@sixfold/contract/seats'
import { can } from '@sixfold/domain/permissions'
import { formatInstant } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { CodeScanner } from '../features/seats/components/code-scanner.tsx'
import styles from '../features/seats/components/door.module.css'
import { DoorRow } from '../features/seats/components/door-row.tsx'
import { WalkInForm } from '../features/seats/components/walk-in-form.tsx'
import { foundBy, guestOfCode } from '../features/seats/find-guest.ts'
import { seatsQuery, useLiveSeats } from '../features/seats/queries.ts'
import { useArrivals } from '../features/seats/use-arrivals.ts'
import { seatWords } from '../words/seats.ts'
import { EventFrame } from './event-frame.tsx'

const route = getRouteApi('/events/$id/check-in')

/** Rows at once: whoever is not among them is found by name. */
const MOST_SHOWN = 60

const shows = ['Expected', 'Arrived', 'All'] as const

/** The door: who arrives is found by name or code and let in with one touch, also on a bad line. */
export function CheckInPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/check-in">
      {event => <Door event={event} />}
    </EventFrame>
  )
}

function Door({ event }: { event: Roundtable }) {
  useLiveSeats(event.id)
  const query = useQuery(seatsQuery(event.id))
  return <QueryStates query={query}>{view => <DoorSheet event={event} view={view} />}</QueryStates>
}

function DoorSheet({ event, view }: { event: Roundtable; view: SeatsView }) {
  const { language } = useLanguage()
  const say = useSay(seatWords)
  const session = useSession().data
  const navigate = route.useNavigate()
  const { guest: coded } = route.useSearch()
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<(typeof shows)[number]>('Expected')
  // Whoever was just let in keeps the row until the list is chosen anew: nobody else moves under the finger, and it can be undone.
  const [letIn, setLetIn] = useState<ReadonlySet<string>>(new Set())
  const { errands, stuck, refused, say: tell, forget } = useArrivals(event.id)
  if (!session) return null
  const may = can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  const open = may && event.state === 'planned' && session.now >= view.doorsOpenAt
  const said = (id: string) => errands.find(({ guestId }) => guestId === id)
  const isHere = (guest: SeatGuest) => {
    const errand = said(guest.id)
    return errand ? errand.kind !== 'undo' : guest.arrived !== null
  }
  const found = search.trim() === '' && !coded ? view.guests.filter(fits) : foundBy(view.guests, search)
  const rows = found
    .filter(({ id }) => !coded || search.trim() !== '' || id === coded)
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
  const refusedName =
    refused && (view.guests.find(({ id }) => id === refused.errand.guestId)?.name ?? nameIn(refused.errand))

  return (
    <div className={styles.door}>
      <p className={styles.count}>
        <strong>{view.room.arrived}</strong> {say('arrived')} <strong>{view.room.expected}</strong>{' '}
        {say('expected')}
      </p>
      {event.state === 'cancelled' && <p role="status">{say('isOver')}</p>}
      {event.state === 'planned' && session.now < view.doorsOpenAt && (
        <p className={styles.alert} role="status">
          {say('doorsClosed', { when: formatInstant(view.doorsOpenAt, language, { zone: event.zone }) })}
        </p>
      )}
      {stuck && errands.length > 0 && (
        <p className={styles.alert} role="status">
          {say('unsent', { count: errands.length })}
        </p>
      )}
      {refused && (
        <div className={styles.alert} role="alert">
          <span>{say(refused.code === 'quota_full' ? 'isFull' : 'failed', { name: refusedName ?? '' })}</span>
          {refused.code === 'quota_full' && refused.errand.kind !== 'undo' && (
            <Button variant="filled" onClick={() => admit()}>
              {say('admit')}
            </Button>
          )}
          <Button variant="subtle" onClick={forget}>
            {say('leave')}
          </Button>
        </div>
      )}
      <div className={styles.find}>
        <TextInput
          type="search"
          label={say('search')}
          description={say('searchHelp')}
          value={search}
          onChange={typed => {
            setSearch(typed.currentTarget.value)
            setLetIn(new Set())
          }}
        />
        <CodeScanner onCode={readCode} />
        <SegmentedControl
          aria-label={say('show')}
          value={coded ? 'All' : show}
          onChange={value => {
            setShow(value as typeof show)
            setLetIn(new Set())
            if (coded) void navigate({ search: {}, replace: true })
          }}
          data={shows.map(value => ({ value, label: say(`show${value}`) }))}
          fullWidth
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={say('nobodyFound')}>{say('nobodyFoundText')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {rows.slice(0, MOST_SHOWN).map(guest => (
            <DoorRow
              key={guest.id}
              guest={guest}
              zone={event.zone}
              largestParty={view.largestParty}
              chosen={guest.id === coded}
              waiting={said(guest.id)}
              open={open}
              say={errand => {
                setLetIn(new Set([...letIn, guest.id]))
                tell(errand)
              }}
            />
          ))}
        </ul>
      )}
      {rows.length > MOST_SHOWN && <p>{say('more', { count: rows.length - MOST_SHOWN })}</p>}
      {open && (
        <Sheet title={say('walkInTitle')}>
          <WalkInForm regionId={event.regionId} guests={view.guests} say={tell} />
        </Sheet>
      )}
    </div>
  )

  function fits(guest: SeatGuest): boolean {
    if (show === 'All' || letIn.has(guest.id)) return true
    return show === 'Arrived'
      ? isHere(guest)
      : !isHere(guest) && guest.standing === 'confirmed' && guest.side === 'room'
  }

  function readCode(text: string) {
    const guest = guestOfCode(text, event.id)
    setSearch('')
    if (guest && view.guests.some(({ id }) => id === guest))
      void navigate({ search: { guest }, replace: true })
    else toast.attention(say('unknownCode'))
  }

  function admit() {
    if (refused && refused.errand.kind !== 'undo') tell({ ...refused.errand, admit: true })
  }
}

const nameIn = (errand: { kind: string; name?: string }) => errand.name ?? ''
