import type { Deal } from '@sixfold/contract/deals'
import { dayText } from '@sixfold/ui/day-text'
import { formatNumber } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { dealWords } from '../../../words/deals.ts'
import styles from './deals.module.css'
import { ResultLamp } from './result-lamp.tsx'

/** Deals, one a line. */
export function DealTable({ deals }: { deals: readonly Deal[] }) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('deals')}
      stacked
      rows={deals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: say('deal'),
          rowHeader: true,
          cell: ({ id, name, accountName }) => (
            <>
              <Link to="/deals/$id" params={{ id }}>
                {name}
              </Link>
              <span className={styles.small}>{accountName}</span>
            </>
          ),
        },
        {
          key: 'result',
          header: say('result'),
          cell: deal => (
            <>
              <ResultLamp result={deal.result} />
              {deal.stage && <span className={styles.small}>{say(`stage.${deal.stage}`)}</span>}
            </>
          ),
        },
        {
          key: 'competitor',
          header: say('competitor'),
          cell: ({ competitorName, rivalProductName }) => (
            <>
              {competitorName || <span className={styles.quiet}>{say('noCompetitor')}</span>}
              {rivalProductName && <span className={styles.small}>{rivalProductName}</span>}
            </>
          ),
        },
        { key: 'product', header: say('product'), cell: ({ productName }) => productName },
        {
          key: 'value',
          header: say('value'),
          figure: true,
          cell: ({ value }) => (value === null ? '' : formatNumber(value, language)),
        },
        { key: 'heard', header: say('heard'), cell: deal => say(heardOf(deal)) },
        { key: 'decided', header: say('decided'), cell: ({ decidedOn }) => dayText(decidedOn, language) },
      ]}
    />
  )
}

function heardOf({ seller, buyer }: Deal) {
  if (seller.view && buyer.view) return 'heardBoth'
  if (buyer.view) return 'heardBuyer'
  return seller.view ? 'heardSeller' : 'heardNobody'
}
