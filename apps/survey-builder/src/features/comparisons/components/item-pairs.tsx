import type { ComparisonView, ItemPair } from '@sixfold/contract/comparisons'
import { textIn } from '@sixfold/domain/local-text'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { comparisonWords } from '../../../words/comparisons.ts'
import styles from './comparisons.module.css'
import { DifferenceCell, FigureCell, GradeCell } from './pair-cells.tsx'

/** The questions that stand for each other, one by one. */
export function ItemPairs({ comparison }: { comparison: ComparisonView }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  const { items, minimumCell: minimum } = comparison
  return (
    <DataTable
      caption={say('items')}
      stacked
      rows={items}
      rowKey={({ secondItem }) => secondItem.key}
      columns={[
        {
          key: 'question',
          header: say('items'),
          rowHeader: true,
          cell: ({ firstItem, secondItem }: ItemPair) => {
            const [one, other] = [firstItem, secondItem].map(({ text }) => textIn(text, language, 'en'))
            return <span className={styles.question}>{one === other ? one : `${one} / ${other}`}</span>
          },
        },
        {
          key: 'first',
          header: say('firstFigure'),
          cell: ({ first }) => <FigureCell figure={first} minimum={minimum} />,
        },
        {
          key: 'second',
          header: say('secondFigure'),
          cell: ({ second }) => <FigureCell figure={second} minimum={minimum} />,
        },
        {
          key: 'difference',
          header: say('difference'),
          cell: pair => <DifferenceCell pair={pair} />,
        },
        { key: 'grade', header: say('grade'), cell: pair => <GradeCell pair={pair} /> },
      ]}
    />
  )
}
