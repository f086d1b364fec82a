import type { Guest } from '@sixfold/contract/guests'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { EventNotices } from '../features/roundtables/components/event-notices.tsx'
import { EventStanding } from '../features/roundtables/components/event-standing.tsx'
import { eventQuery, useLiveRoundtable } from '../features/roundtables/queries.ts'
import { eventWords } from '../words/event.ts'
import { dayText, hoursText, titleOf } from '../words/event-text.ts'
import styles from './event-frame.module.css'
import type { EventTab } from './event-tabs.ts'
import { eventTabs } from './event-tabs.ts'
import pageStyles from './page.module.css'

export interface EventFrameProps {
  id: string
  tab: EventTab
  /** Buttons at the right of the event's name. */
  actions?: (event: Roundtable) => ReactNode
  children: (event: Roundtable, guests: readonly Guest[]) => ReactNode
}

/** Rooms in which the plan itself is at stake; at the door and in the hall its notices would stand in the way. */
const planningTabs: ReadonlySet<EventTab> = new Set([
  '/events/$id',
  '/events/$id/poll',
  '/events/$id/agenda',
  '/events/$id/seats',
  '/events/$id/tables',
])

/** One event: its name, day and place, the way to its rooms, and the room that is open. It moves as the event does. */
export function EventFrame({ id, tab, actions, children }: EventFrameProps) {
  useLiveRoundtable(id)
  const query = useQuery(eventQuery(id))
  return (
    <div className={pageStyles.page}>
      <QueryStates query={query}>
        {({ roundtable, guests }) => (
          <>
            <EventHeader event={roundtable} actions={actions?.(roundtable)} />
            <EventTabs id={id} tab={tab} />
            {roundtable.state === 'cancelled' && <Cancelled />}
            {planningTabs.has(tab) && <Standing event={roundtable} />}
            {children(roundtable, guests)}
          </>
        )}
      </QueryStates>
    </div>
  )
}

function EventHeader({ event, actions }: { event: Roundtable; actions: ReactNode }) {
  const { language } = useLanguage()
  const session = useSession().data
  if (!session) return null
  const region = session.regions.find(({ id }) => id === event.regionId)
  const when = `${dayText(event.date, language, 'day')}, ${hoursText(event, session.organisation.zone)}`
  return (
    <PageHeader
      title={titleOf(event, language)}
      lead={
        <>
          {region?.name} · {when}
          <br />
          {event.venue}
        </>
      }
      actions={actions}
    />
  )
}

function EventTabs({ id, tab }: { id: string; tab: EventTab }) {
  const say = useSay(eventWords)
  const nav = useRef<HTMLElement>(null)
  // On a phone the row is wider than the screen: the open room is the one that must be seen.
  useEffect(() => {
    const open = nav.current?.children[eventTabs.findIndex(({ to }) => to === tab)]
    if (nav.current && open instanceof HTMLElement)
      nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2
  }, [tab])
  return (
    <nav ref={nav} className={styles.tabs} aria-label={say('tabs')}>
      {eventTabs.map(({ to, word }) => (
        <Link
          key={to}
          to={to}
          params={{ id }}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={to === tab ? 'page' : undefined}
        >
          {say(word)}
        </Link>
      ))}
    </nav>
  )
}

function Cancelled() {
  const say = useSay(eventWords)
  return <Lamp tone="attention">{say('isCancelled')}</Lamp>
}

function Standing({ event }: { event: Roundtable }) {
  const session = useSession().data
  return (
    <>
      <EventNotices event={event} fallbackZone={session?.organisation.zone ?? 'UTC'} />
      <EventStanding event={event} />
    </>
  )
}
