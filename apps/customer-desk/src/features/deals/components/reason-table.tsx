import type { DealRates, NamedShare } from '@sixfold/contract/deals'
import type { DealSide } from '@sixfold/domain/deals/deal'
import { textIn } from '@sixfold/domain/local-text'
import { formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { dealWords } from '../../../words/deals.ts'
import styles from './deals.module.css'
import { RateCell } from './rate-table.tsx'

/** Why deals ended as they did, by factor, as one side says it. */
export function ReasonTable({ rates, side }: { rates: DealRates; side: DealSide }) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  const [first] = rates.factors
  const heard = { n: first?.[side].lostBy.of ?? 0, won: first?.[side].wonBy.of ?? 0 }
  return (
    <>
      <p className={`${styles.quiet} ${styles.above}`}>
        {say(side === 'seller' ? 'reasonsSeller' : 'reasonsBuyer', heard)}
      </p>
      <DataTable
        caption={say('reasons')}
        rows={rates.factors}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'factor',
            header: say('factor'),
            rowHeader: true,
            cell: ({ index, name }) => <FactorName index={index} name={textIn(name, language, 'en')} />,
          },
          {
            key: 'lost',
            header: say('lostBy'),
            figure: true,
            cell: row => <ShareCell {...row[side].lostBy} />,
          },
          {
            key: 'change',
            header: say('changeable'),
            figure: true,
            cell: row => <ShareCell {...row[side].changeable} />,
          },
          { key: 'won', header: say('wonBy'), figure: true, cell: row => <ShareCell {...row[side].wonBy} /> },
          {
            key: 'rate',
            header: say('rateNamed'),
            figure: true,
            cell: row => <RateCell {...row[side].rate} />,
          },
        ]}
      />
    </>
  )
}

function ShareCell({ named, of, share, interval }: NamedShare) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  if (share === null || named === null || !interval) return <span className={styles.quiet}>{say('few')}</span>
  const ends = { low: formatShare(interval.low, language), high: formatShare(interval.high, language) }
  return (
    <>
      {formatShare(share, language)}
      <span className={styles.small}>{`${say('shareOf', { named, of })}, ${say('interval', ends)}`}</span>
    </>
  )
}
