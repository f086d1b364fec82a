import type { AnswerList, QuestionResult } from '@sixfold/contract/results'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { DistributionBar } from '@sixfold/ui/parts/distribution-bar'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { questionResultWords } from '../../../words/question-results.ts'
import { figureText } from '../figure-text.ts'
import styles from './question-results.module.css'

interface PartTableProps {
  question: QuestionResult
  title: string
  minimum: number
}

/** Rows of a grid, options that were ranked or given points: one line each. */
export function PartTable({ question, title, minimum }: PartTableProps) {
  const say = useSay(questionResultWords)
  const { language } = useLanguage()
  const rows = question.lists.filter(({ importance }) => !importance)
  const importanceOf = ({ key }: AnswerList) =>
    question.lists.find(one => one.importance && one.key.startsWith(`${key}:`))
  const figures = rows.flatMap(({ figure }) => figure ?? [])
  const shownFigure = (list: AnswerList | undefined) =>
    list?.figure ? figureText(list.figure, list.figure.value, language) : ''
  const hasImportance = question.lists.some(({ importance }) => importance)
  return (
    <DataTable
      caption={say('table', { question: title })}
      rows={rows}
      rowKey={row => row.key}
      columns={[
        {
          key: 'part',
          header: say('item'),
          rowHeader: true,
          width: '36%',
          cell: row => textIn(row.text ?? undefined, language, 'en'),
        },
        {
          key: 'figure',
          header: figures[0] ? say(`figure.${figures[0].is}`) : say('share'),
          figure: true,
          width: 120,
          cell: row =>
            row.suppressed ? <abbr title={say('hidden', { minimum })}>–</abbr> : shownFigure(row),
        },
        ...(hasImportance
          ? [
              {
                key: 'importance',
                header: say('importance'),
                figure: true,
                width: 140,
                cell: (row: AnswerList) => shownFigure(importanceOf(row)),
              },
            ]
          : []),
        ...(question.kind === 'grid'
          ? [
              {
                key: 'distribution',
                header: say('distribution'),
                cell: (row: AnswerList) =>
                  row.suppressed ? null : (
                    <DistributionBar counts={row.cells.slice(0, 5).map(({ count }) => count)} />
                  ),
              },
            ]
          : []),
        {
          key: 'n',
          header: say('n'),
          figure: true,
          width: 72,
          cell: row =>
            row.n === null ? '' : <span className={styles.n}>{formatNumber(row.n, language)}</span>,
        },
      ]}
    />
  )
}
