import type { DealRate, GroupRate } from '@sixfold/contract/deals'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { IntervalMark } from '@sixfold/ui/parts/interval-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { dealWords } from '../../../words/deals.ts'
import styles from './deals.module.css'

/** The rate in figures with its interval below; a word where there are too few. */
export function RateCell({ rate, interval, won, lost }: DealRate) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  if (rate === null || !interval)
    return <span className={styles.quiet}>{`${say('wonLost', { won, lost })}, ${say('few')}`}</span>
  const [low, high] = [formatShare(interval.low, language), formatShare(interval.high, language)]
  return (
    <>
      {formatShare(rate, language)}
      <span className={styles.small}>{say('interval', { low, high })}</span>
    </>
  )
}

interface RateTableProps {
  caption: string
  /** What the groups are. */
  of: string
  rows: readonly GroupRate[]
}

/** Rates of groups side by side, each with its interval. */
export function RateTable({ caption, of, rows }: RateTableProps) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', header: of, rowHeader: true, cell: ({ name }) => name },
        { key: 'rate', header: say('winRate'), figure: true, cell: row => <RateCell {...row} /> },
        {
          key: 'mark',
          header: say('confidence'),
          headerHidden: true,
          cell: ({ rate, interval }) =>
            rate !== null &&
            interval && (
              <span className={styles.mark}>
                <IntervalMark value={100 * rate} low={100 * interval.low} high={100 * interval.high} />
              </span>
            ),
        },
        { key: 'n', header: say('n'), figure: true, cell: ({ n }) => formatNumber(n, language) },
      ]}
    />
  )
}
