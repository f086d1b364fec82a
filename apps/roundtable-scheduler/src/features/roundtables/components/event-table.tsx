import type { Roundtable } from '@sixfold/contract/roundtables'
import type { Region } from '@sixfold/contract/staff'
import { Badge } from '@sixfold/ui/parts/badge'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { eventWords } from '../../../words/event.ts'
import { dayText, titleOf } from '../../../words/event-text.ts'
import { yearWords } from '../../../words/year.ts'

interface EventTableProps {
  year: number
  now: string
  events: readonly Roundtable[]
  regions: readonly Region[]
}

/** The year as a table: the same events, for whom a picture says little. */
export function EventTable({ year, now, events, regions }: EventTableProps) {
  const { language } = useLanguage()
  const say = useSay(yearWords)
  const sayEvent = useSay(eventWords)
  return (
    <DataTable
      caption={say('events', { year: String(year) })}
      stacked
      rows={events}
      rowKey={({ id }) => id}
      columns={[
        { key: 'date', header: say('columnDate'), cell: ({ date }) => dayText(date, language, 'day') },
        {
          key: 'title',
          header: say('columnTitle'),
          rowHeader: true,
          cell: event => (
            <Link to="/events/$id" params={{ id: event.id }}>
              {titleOf(event, language)}
            </Link>
          ),
        },
        {
          key: 'region',
          header: say('columnRegion'),
          cell: ({ regionId }) => regions.find(({ id }) => id === regionId)?.name ?? '',
        },
        {
          key: 'seats',
          header: say('columnSeats'),
          figure: true,
          cell: ({ seats: { taken, capacity } }) =>
            capacity === null ? sayEvent('takenOpen', { taken }) : sayEvent('takenOf', { taken, capacity }),
        },
        {
          key: 'waiting',
          header: say('columnWaiting'),
          figure: true,
          cell: ({ seats }) => seats.waitlisted,
        },
        {
          key: 'state',
          header: say('columnState'),
          cell: ({ state, endsAt }) => (
            <Badge tone={state === 'cancelled' ? 'attention' : 'none'}>
              {say(state === 'cancelled' ? 'cancelled' : endsAt < now ? 'past' : 'planned')}
            </Badge>
          ),
        },
      ]}
    />
  )
}
