import { Button } from '@mantine/core'
import type { ReportSchedule } from '@sixfold/contract/report-schedules'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { scheduleWords } from '../../../words/report-schedules.ts'
import { schedulesQuery } from '../queries.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { ScheduleItem } from './schedule-item.tsx'
import styles from './schedules.module.css'

/** Who gets the results of each quarter by mail, and when. */
export function Schedules() {
  const say = useSay(scheduleWords)
  const query = useQuery(schedulesQuery())
  const [edited, setEdited] = useState<ReportSchedule | 'new' | null>(null)
  return (
    <Sheet title={say('title')} aside={<Button onClick={() => setEdited('new')}>{say('make')}</Button>}>
      <p className={styles.lead}>{say('lead')}</p>
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('nothing')}</p>}
      >
        {({ items }) => (
          <ul className={styles.list}>
            {items.map(schedule => (
              <ScheduleItem key={schedule.id} schedule={schedule} onChange={() => setEdited(schedule)} />
            ))}
          </ul>
        )}
      </QueryStates>
      {edited && (
        <ScheduleDialog schedule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Sheet>
  )
}
