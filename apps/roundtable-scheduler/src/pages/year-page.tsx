import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { FeedsButton } from '../features/calendar-feeds/components/feeds-button.tsx'
import { DecisionList } from '../features/roundtables/components/decision-list.tsx'
import { EventPanel } from '../features/roundtables/components/event-panel.tsx'
import { EventTable } from '../features/roundtables/components/event-table.tsx'
import { NoRegions } from '../features/roundtables/components/no-regions.tsx'
import { YearLanes } from '../features/roundtables/components/year-lanes.tsx'
import { YearList } from '../features/roundtables/components/year-list.tsx'
import { useLiveRoundtable, yearQuery } from '../features/roundtables/queries.ts'
import { yearWords } from '../words/year.ts'
import styles from './page.module.css'
import { PanelRooms } from './panel-rooms.tsx'

const route = getRouteApi('/')

/** The year of all regions one may see, with one event open beside it. */
export function YearPage() {
  const say = useSay(yearWords)
  const session = useSession().data
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const zone = session?.organisation.zone ?? 'UTC'
  const today = wallTimeIn(new Date(session?.now ?? 0), zone).date
  const thisYear = Number(today.slice(0, 4))
  const year = search.year ?? thisYear
  const query = useQuery(yearQuery(year))
  const narrow = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  useLiveRoundtable(search.event)
  if (!session) return null
  const { actor, regions } = session
  const mayPlan = (regionId: string) => can(actor, 'roundtable.plan', { regionId })
  const open = query.data?.items.find(({ id }) => id === search.event)
  return (
    <div className={open ? styles.beside : undefined}>
      <div className={styles.page}>
        <PageHeader
          title={say('title', { year: String(year) })}
          actions={
            <>
              <nav className={styles.years} aria-label={say('years')}>
                {[year - 1, year, year + 1].map(one => (
                  <Link
                    key={one}
                    to="/"
                    search={one === thisYear ? {} : { year: one }}
                    data-current={one === year || undefined}
                    aria-current={one === year ? 'page' : undefined}
                  >
                    {one}
                  </Link>
                ))}
              </nav>
              {regions.length > 0 && <FeedsButton regions={regions} />}
              {can(actor, 'roundtable.plan') && (
                <Button
                  variant="filled"
                  leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
                  renderRoot={props => <Link {...props} to="/plan" />}
                >
                  {say('plan')}
                </Button>
              )}
            </>
          }
        />
        <QueryStates query={query} isEmpty={({ lanes }) => lanes.length === 0} empty={<NoRegions />}>
          {({ items, lanes, elsewhere, decisions }) => {
            const shown = { year, today, lanes, events: items, regions, mayPlan }
            const decide = <DecisionList decisions={decisions} regions={regions} mayPlan={mayPlan} />
            if (narrow)
              return (
                <div className={styles.stack}>
                  {decide}
                  <YearList {...shown} />
                </div>
              )
            return (
              <>
                <YearLanes {...shown} elsewhere={elsewhere} chosen={search.event} />
                {decide}
                <div className={styles.table}>
                  <Sheet title={say('events', { year: String(year) })}>
                    {items.length > 0 ? (
                      <EventTable year={year} now={session.now} events={items} regions={regions} />
                    ) : (
                      <EmptyState title={say('noEvents', { year: String(year) })}>
                        {say('noEventsText')}
                      </EmptyState>
                    )}
                  </Sheet>
                </div>
              </>
            )
          }}
        </QueryStates>
      </div>
      {open && (
        <EventPanel
          event={open}
          regionName={regions.find(({ id }) => id === open.regionId)?.name ?? ''}
          fallbackZone={zone}
          mayInvite={mayPlan(open.regionId) && open.state === 'planned' && open.startsAt > session.now}
          onClose={() =>
            void navigate({
              search: search.year === undefined ? {} : { year: search.year },
              resetScroll: false,
            })
          }
        >
          <PanelRooms event={open} />
        </EventPanel>
      )}
    </div>
  )
}
