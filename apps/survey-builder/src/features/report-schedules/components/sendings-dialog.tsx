import { Modal } from '@mantine/core'
import type { ReportSchedule } from '@sixfold/contract/report-schedules'
import { formatInstant, formatQuarter } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { commonWords } from '@sixfold/ui/words/common'
import { useQuery } from '@tanstack/react-query'
import { scheduleWords } from '../../../words/report-schedules.ts'
import { sendingsQuery } from '../queries.ts'
import styles from './schedules.module.css'

const tones = {
  sent: 'good',
  waiting: 'none',
  kept: 'attention',
  failed: 'problem',
  skipped: 'attention',
} as const

/** What left by a list and what did not, and why. */
export function SendingsDialog({ schedule, onClose }: { schedule: ReportSchedule; onClose: () => void }) {
  const say = useSay(scheduleWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const query = useQuery(sendingsQuery(schedule.id))
  const caption = say('historyOf', { name: schedule.name })
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={caption}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <QueryStates
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className={styles.quiet}>{say('historyNone')}</p>}
      >
        {({ items }) => (
          <DataTable
            caption={caption}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'who',
                header: say('historyWho'),
                rowHeader: true,
                cell: ({ recipient }) => recipient || say('former'),
              },
              {
                key: 'what',
                header: say('historyWhat'),
                cell: ({ state, reason }) => (
                  <>
                    <Lamp tone={tones[state]}>{say(state)}</Lamp>
                    {reason && <small className={styles.below}>{say(reason)}</small>}
                  </>
                ),
              },
              {
                key: 'quarter',
                header: say('historyQuarter'),
                cell: ({ quarter }) => (quarter ? formatQuarter(quarter) : ''),
              },
              {
                key: 'when',
                header: say('historyWhen'),
                cell: ({ at }) => formatInstant(at, language),
              },
            ]}
          />
        )}
      </QueryStates>
    </Modal>
  )
}
