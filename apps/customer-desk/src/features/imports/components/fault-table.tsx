import { Button } from '@mantine/core'
import type { ImportRun } from '@sixfold/contract/imports'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { importPageWords } from '../../../words/imports.ts'
import styles from './imports.module.css'

const FIRST = 12

/** What is wrong with which cell, in the order of the file. */
export function FaultTable({ run }: { run: ImportRun }) {
  const say = useSay(importPageWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  const [all, setAll] = useState(false)
  const faults = run.faults.map((fault, place) => ({ ...fault, place }))
  const rows = all ? faults : faults.slice(0, FIRST)
  return (
    <>
      <DataTable
        caption={say('lineByLine')}
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
              row.value === '' ? (
                <span className={styles.quiet}>{say('emptyCell')}</span>
              ) : (
                <span className={styles.value}>{row.value}</span>
              ),
          },
        ]}
      />
      {rows.length < faults.length ? (
        <Button className={styles.more ?? ''} onClick={() => setAll(true)}>
          {sayCommon('more')}
        </Button>
      ) : (
        run.faultCount > faults.length && (
          <p className={styles.text}>{say('firstFaults', { n: formatNumber(faults.length, language) })}</p>
        )
      )}
    </>
  )
}
