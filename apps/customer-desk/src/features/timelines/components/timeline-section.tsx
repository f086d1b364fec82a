import { Button, SegmentedControl } from '@mantine/core'
import type { TimelineLine } from '@sixfold/contract/timelines'
import { gatherAlike } from '@sixfold/domain/timeline/gather-alike'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useInfiniteQuery } from '@tanstack/react-query'
import { timelineWords } from '../../../words/timelines.ts'
import type { TimelineFilter } from '../queries.ts'
import { timelineQuery } from '../queries.ts'
import { TimelineRow } from './timeline-line.tsx'
import styles from './timelines.module.css'

interface TimelineSectionProps {
  accountId: string
  /** Of the account's region: in it a day is a day. */
  zone: string
  filter: TimelineFilter
  onFilter: (filter: TimelineFilter) => void
}

/** Everything heard from an account or said to it, day by day, the latest first. */
export function TimelineSection({ accountId, zone, filter, onFilter }: TimelineSectionProps) {
  const say = useSay(timelineWords)
  const query = useInfiniteQuery(timelineQuery(accountId, filter))
  const lines = query.data && { ...query, data: query.data.pages.flatMap(({ items }) => items) }
  return (
    <section aria-labelledby="timeline" className={styles.section}>
      <div className={styles.top}>
        <h2 id="timeline" className={styles.h2}>
          {say('title')}
        </h2>
        <SegmentedControl
          className={styles.screenOnly}
          aria-label={say('whose')}
          size="xs"
          value={filter.said ?? 'all'}
          onChange={value => onFilter(value === 'they' || value === 'we' ? { said: value } : {})}
          data={[
            { value: 'all', label: say('all') },
            { value: 'they', label: say('they') },
            { value: 'we', label: say('we') },
          ]}
        />
      </div>
      <QueryStates
        query={lines ?? { ...query, data: undefined }}
        isEmpty={items => items.length === 0 && !query.hasNextPage}
        empty={<p className={styles.quiet}>{say(filter.said ? 'nothingOfSide' : 'nothing')}</p>}
      >
        {items => <Days lines={items} zone={zone} />}
      </QueryStates>
      {query.hasNextPage && (
        <Button
          className={styles.screenOnly}
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </section>
  )
}

function Days({ lines, zone }: { lines: readonly TimelineLine[]; zone: string }) {
  const say = useSay(timelineWords)
  const { language } = useLanguage()
  const now = useSession().data?.now
  const written = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const dayOf = ({ at }: { at: string }) => written.format(new Date(at))
  const today = now && dayOf({ at: now })
  const groups = gatherAlike(lines, dayOf)
  const days = Map.groupBy(groups, ([first]) => dayOf(first))
  return [...days].map(([day, rows]) => (
    <section key={day} className={styles.day}>
      <h3 className={styles.date}>{day === today ? say('today', { day }) : day}</h3>
      <ol className={styles.entries}>
        {rows.map(group => (
          <TimelineRow key={group[0].id} lines={group} zone={zone} />
        ))}
      </ol>
    </section>
  ))
}
