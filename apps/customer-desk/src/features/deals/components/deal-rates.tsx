import { SegmentedControl } from '@mantine/core'
import type { DealRates as Rates } from '@sixfold/contract/deals'
import type { DealSide } from '@sixfold/domain/deals/deal'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { dealWords } from '../../../words/deals.ts'
import styles from './deals.module.css'
import { RateTable } from './rate-table.tsx'
import { ReasonTable } from './reason-table.tsx'

interface DealRatesProps {
  rates: Rates
  side: DealSide
  onSide: (side: DealSide) => void
}

/** How many deals were won, against whom, where and why. */
export function DealRates({ rates, side, onSide }: DealRatesProps) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  const groups = [
    { key: 'competitor', caption: say('byCompetitor'), of: say('competitor'), rows: rates.byCompetitor },
    { key: 'quarter', caption: say('byQuarter'), of: say('quarter'), rows: rates.byQuarter },
    { key: 'region', caption: say('byRegion'), of: say('region'), rows: rates.byRegion },
    { key: 'product', caption: say('byProduct'), of: say('product'), rows: rates.byProduct },
  ]
  return (
    <div className={styles.stack}>
      <Sheet label={say('winRate')}>
        <Whole rates={rates} />
      </Sheet>
      <Sheet
        title={say('reasons')}
        aside={
          <SegmentedControl
            aria-label={say('side')}
            value={side}
            onChange={value => onSide(value === 'buyer' ? 'buyer' : 'seller')}
            data={[
              { value: 'seller', label: say('seller') },
              { value: 'buyer', label: say('buyer') },
            ]}
          />
        }
      >
        <ReasonTable rates={rates} side={side} />
        {rates.sides.both > 0 && (
          <p className={`${styles.quiet} ${styles.below}`}>{say('sides', rates.sides)}</p>
        )}
      </Sheet>
      <div className={styles.groups}>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ key, caption, of, rows }) => (
            <Sheet key={key} title={caption}>
              <RateTable caption={caption} of={of} rows={rows} />
            </Sheet>
          ))}
        {rates.lostAt.length > 0 && (
          <Sheet title={say('lostAt')}>
            <DataTable
              caption={say('lostAt')}
              rows={rates.lostAt}
              rowKey={({ stage }) => stage ?? ''}
              columns={[
                {
                  key: 'stage',
                  header: say('stage'),
                  rowHeader: true,
                  cell: ({ stage }) => (stage ? say(`stage.${stage}`) : say('stageUnknown')),
                },
                { key: 'n', header: say('n'), figure: true, cell: ({ n }) => formatNumber(n, language) },
              ]}
            />
          </Sheet>
        )}
      </div>
      <p className={styles.quiet}>{say('caution', { minimum: rates.minimum })}</p>
    </div>
  )
}

function Whole({ rates: { whole, minimum } }: { rates: Rates }) {
  const say = useSay(dealWords)
  const { language } = useLanguage()
  const { n, won, rate, interval, undecided, valueWon, valueLost } = whole
  const share = (value: number) => formatShare(value, language)
  return (
    <>
      <p className={styles.sentence}>
        {rate === null || !interval
          ? say('wholeFew', { n, won, minimum })
          : say('whole', { n, won, rate: share(rate), low: share(interval.low), high: share(interval.high) })}
      </p>
      <p className={styles.quiet}>
        {undecided > 0 && `${say('undecided', { n: undecided })} `}
        {valueWon + valueLost > 0 &&
          say('values', { won: formatNumber(valueWon, language), lost: formatNumber(valueLost, language) })}
      </p>
    </>
  )
}
