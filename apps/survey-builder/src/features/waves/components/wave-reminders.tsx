import type { WaveDetails } from '@sixfold/contract/waves'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { waveWords } from '../../../words/waves.ts'
import { remindersQuery } from '../queries.ts'
import styles from './waves.module.css'

/** When those who say nothing are reminded, and how many were; live. A wave without reminders says nothing of them. */
export function WaveReminders({ wave }: { wave: WaveDetails }) {
  const say = useSay(waveWords)
  const { language } = useLanguage()
  const reminders = useQuery({
    ...remindersQuery(wave.id),
    enabled: wave.reminders.afterDays.length > 0,
  })
  if (wave.reminders.afterDays.length === 0) return null
  return (
    <Sheet title={say('reminders')}>
      <QueryStates query={reminders}>
        {({ items }) => (
          <>
            <p className={styles.quiet}>{say('remindersText')}</p>
            <DataTable
              caption={say('reminders')}
              stacked
              rows={items}
              rowKey={({ afterDays }) => String(afterDays)}
              columns={[
                {
                  key: 'after',
                  header: say('reminderAfter'),
                  rowHeader: true,
                  cell: ({ afterDays }) => say('reminderDays', { n: afterDays }),
                },
                {
                  key: 'sent',
                  header: say('reminderSent'),
                  figure: true,
                  cell: ({ sent }) => formatNumber(sent, language),
                },
                {
                  key: 'coming',
                  header: say('reminderComing'),
                  figure: true,
                  cell: ({ coming, nextAt }) => (
                    <>
                      {formatNumber(coming, language)}
                      {nextAt && (
                        <small className={styles.below}>
                          {say('reminderFrom', { at: formatInstant(nextAt, language) })}
                        </small>
                      )}
                    </>
                  ),
                },
              ]}
            />
          </>
        )}
      </QueryStates>
    </Sheet>
  )
}
