import type { AnswerList, QuestionResult } from '@sixfold/contract/results'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { questionResultWords } from '../../../words/question-results.ts'
import { cellLabel } from '../cell-label.ts'
import styles from './question-results.module.css'

interface AnswerTableProps {
  question: QuestionResult
  list: AnswerList
  title: string
}

/** Every possible answer with its bar, share and count. */
export function AnswerTable({ question, list, title }: AnswerTableProps) {
  const say = useSay(questionResultWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('table', { question: title })}
      rows={list.cells.map((one, at) => ({ ...one, at }))}
      rowKey={row => String(row.at)}
      columns={[
        {
          key: 'answer',
          header: say('answer'),
          rowHeader: true,
          width: '32%',
          cell: row => cellLabel(question, row.cell, language),
        },
        {
          key: 'bar',
          header: say('share'),
          headerHidden: true,
          cell: row => (
            <span className={styles.ground} aria-hidden="true">
              <span style={{ width: `${Math.min(100, row.percent ?? 0)}%` }} />
            </span>
          ),
        },
        {
          key: 'share',
          header: say('share'),
          figure: true,
          width: 88,
          cell: row => (row.percent === null ? '' : formatShare(row.percent / 100, language)),
        },
        {
          key: 'count',
          header: say('count'),
          figure: true,
          width: 96,
          cell: row => formatNumber(row.count, language),
        },
      ]}
    />
  )
}
