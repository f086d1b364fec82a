import type { ComparisonView, FactorPair } from '@sixfold/contract/comparisons'
import { textIn } from '@sixfold/domain/local-text'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { IntervalMark } from '@sixfold/ui/parts/interval-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { comparisonWords } from '../../../words/comparisons.ts'
import styles from './comparisons.module.css'
import { DifferenceCell, FigureCell, GradeCell } from './pair-cells.tsx'

/** The factors of both, beside each other. */
export function FactorPairs({ comparison }: { comparison: ComparisonView }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  const { factors, minimumCell: minimum } = comparison
  return (
    <DataTable
      caption={say('factors')}
      stacked
      rows={factors}
      rowKey={({ factor }) => factor}
      columns={[
        {
          key: 'factor',
          header: say('factor'),
          rowHeader: true,
          cell: ({ index, name }: FactorPair) => (
            <FactorName index={index} name={textIn(name, language, 'en')} />
          ),
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
          key: 'interval',
          header: say('interval'),
          width: '18%',
          cell: ({ first, second, index }) =>
            first && (
              <span className={styles.mark}>
                <IntervalMark
                  value={first.percentSatisfied}
                  low={first.interval.low}
                  high={first.interval.high}
                  before={second?.percentSatisfied ?? null}
                  index={index}
                />
              </span>
            ),
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
