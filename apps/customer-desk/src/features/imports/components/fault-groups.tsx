import type { ImportRun } from '@sixfold/contract/imports'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { importPageWords } from '../../../words/imports.ts'
import styles from './imports.module.css'

/** A thousand slips of one kind as one line: what to correct in the system that the file came from. */
export function FaultGroups({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  const { language } = useLanguage()
  const rows = run.faultGroups.map((group, place) => ({ ...group, place }))
  return (
    <DataTable
      caption={say('faultsTitle', { n: run.faultCount })}
      rows={rows}
      rowKey={row => String(row.place)}
      columns={[
        { key: 'reason', header: say('reason'), rowHeader: true, cell: row => row.reason },
        {
          key: 'column',
          header: say('column'),
          cell: row => row.column || <span className={styles.quiet}>{say('wholeLine')}</span>,
        },
        {
          key: 'value',
          header: say('value'),
          cell: row =>
            // A fault of the file as a whole has no cell.
            run.faultyRows === 0 ? null : row.value === null ? (
              <span className={styles.quiet}>{say('differing')}</span>
            ) : row.value === '' ? (
              <span className={styles.quiet}>{say('emptyCell')}</span>
            ) : (
              <span className={styles.value}>{row.value}</span>
            ),
        },
        { key: 'count', header: say('count'), figure: true, cell: row => formatNumber(row.count, language) },
        {
          key: 'line',
          header: say('firstLine'),
          figure: true,
          cell: row => formatNumber(row.firstLine, language),
        },
      ]}
    />
  )
}
