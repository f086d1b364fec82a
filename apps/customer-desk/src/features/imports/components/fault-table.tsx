import type { ImportRun } from '@sixfold/contract/customers'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { importPageWords } from '../../../words/imports.ts'
import styles from './imports.module.css'

/** What is wrong with which cell, in the order of the file. */
export function FaultTable({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  const { language } = useLanguage()
  const rows = run.faults.map((fault, place) => ({ ...fault, place }))
  return (
    <>
      <DataTable
        caption={say('faultsTitle', { n: run.faultCount })}
        rows={rows}
        rowKey={row => String(row.place)}
        columns={[
          {
            key: 'line',
            header: say('line'),
            figure: true,
            width: 64,
            cell: row => formatNumber(row.line, language),
          },
          {
            key: 'column',
            header: say('column'),
            cell: row => row.column || <span className={styles.quiet}>{say('wholeLine')}</span>,
          },
          {
            key: 'value',
            header: say('value'),
            cell: row =>
              row.value === '' ? (
                <span className={styles.quiet}>{say('emptyCell')}</span>
              ) : (
                <span className={styles.value}>{row.value}</span>
              ),
          },
          { key: 'reason', header: say('reason'), cell: row => row.reason },
        ]}
      />
      {run.faultCount > rows.length && (
        <p className={styles.text}>{say('firstFaults', { n: formatNumber(rows.length, language) })}</p>
      )}
    </>
  )
}
