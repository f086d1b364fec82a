import { Button, Select } from '@mantine/core'
import type { DueEnding } from '@sixfold/contract/due'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { dueWords } from '../../../words/due.ts'
import type { DueFilter } from '../queries.ts'
import { dueSpan, endingsQuery, exportAddress } from '../queries.ts'
import styles from './due.module.css'
import { DueReason } from './due-reason.tsx'

export interface LapseReportProps {
  filter: DueFilter
  today: string
  onChange: (filter: DueFilter) => void
}

/** What lapsed, by the month in which the window closed, region and reason, against all that ended. */
export function LapseReport({ filter, today, onChange }: LapseReportProps) {
  const say = useSay(dueWords)
  const endings = useQuery(endingsQuery(filter, today))
  return (
    <Sheet
      title={say('report')}
      aside={
        <div className={styles.filters}>
          <Select
            className={styles.choice ?? ''}
            aria-label={say('span')}
            value={filter.span ?? 'months12'}
            allowDeselect={false}
            onChange={span => onChange({ ...filter, span: dueSpan.options.find(one => one === span) })}
            data={dueSpan.options.map(value => ({ value, label: say(value) }))}
          />
          <Button
            component="a"
            href={exportAddress(filter, today)}
            download
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
          >
            {say('export')}
          </Button>
        </div>
      }
    >
      <QueryStates
        query={endings}
        isEmpty={({ items }) => items.every(({ state }) => state !== 'lapsed')}
        empty={<p className={styles.quiet}>{say('empty.lapsed')}</p>}
      >
        {({ items }) => <Endings endings={items} />}
      </QueryStates>
    </Sheet>
  )
}

function Endings({ endings }: { endings: readonly DueEnding[] }) {
  const say = useSay(dueWords)
  const { language } = useLanguage()
  const regions = new Map(useSession().data?.regions.map(({ id, name }) => [id, name]))
  const total = (rows: readonly DueEnding[]) => rows.reduce((sum, { n }) => sum + n, 0)
  const rows = endings.filter(({ state }) => state === 'lapsed')
  // What the customer did not want, or was a slip of the record, could not lapse.
  const ended = total(endings.filter(({ state }) => state !== 'cancelled'))
  const lapsed = total(rows)
  return (
    <>
      <p className={styles.lead}>
        {say('reportLead', {
          lapsed: formatNumber(lapsed, language),
          ended: formatNumber(ended, language),
          share: formatShare(lapsed / ended, language),
        })}
      </p>
      <DataTable
        caption={say('report')}
        rows={rows}
        rowKey={({ month, regionId, reason }) => `${month} ${regionId} ${reason}`}
        columns={[
          {
            key: 'month',
            header: say('month'),
            rowHeader: true,
            cell: ({ month }) => monthText(month, language),
          },
          { key: 'region', header: say('region'), cell: ({ regionId }) => regions.get(regionId) ?? '' },
          {
            key: 'reason',
            header: say('reason'),
            cell: ({ reason }) => (reason === null ? '' : <DueReason reason={reason} />),
          },
          { key: 'n', header: say('number'), figure: true, cell: ({ n }) => formatNumber(n, language) },
        ]}
      />
    </>
  )
}

function monthText(month: string, language: 'en' | 'vi'): string {
  const [year = '', number = ''] = month.split('-')
  if (language === 'vi') return `${number}/${year}`
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}
