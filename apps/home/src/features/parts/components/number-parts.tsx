import { formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { DistributionBar, DistributionKey } from '@sixfold/ui/parts/distribution-bar'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { IntervalMark } from '@sixfold/ui/parts/interval-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { type Rating, RatingScale } from '@sixfold/ui/parts/rating-scale'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useState } from 'react'
import { partsPageWords } from '../../../words/parts-page.ts'
import { factorNames } from './look-parts.tsx'
import styles from './parts.module.css'

// Invented figures, as the page says of itself.
const rows = [
  { satisfied: 71, low: 65, high: 77, before: 69, counts: [50, 100, 42, 14, 5] },
  { satisfied: 78, low: 72, high: 83, before: 72, counts: [70, 92, 30, 11, 5] },
  { satisfied: 59, low: 52, high: 66, before: 60, counts: [32, 84, 52, 20, 8] },
  { satisfied: 61, low: 54, high: 68, before: 60, counts: [36, 80, 46, 19, 8] },
  { satisfied: 50, low: 43, high: 57, before: 66, counts: [28, 74, 52, 36, 14] },
  { satisfied: 77, low: 71, high: 82, before: 78, counts: [62, 93, 34, 8, 4] },
]

export function NumberParts() {
  const say = useSay(partsPageWords)
  const { language } = useLanguage()
  return (
    <Sheet title={say('numbers')} aside={<DistributionKey />}>
      <DataTable
        caption={say('numbers')}
        rows={rows.map((row, index) => ({ ...row, index }))}
        rowKey={row => String(row.index)}
        columns={[
          {
            key: 'factor',
            header: say('factor'),
            rowHeader: true,
            cell: row => <FactorName index={row.index} name={say(factorNames[row.index] ?? 'noFactor')} />,
          },
          {
            key: 'satisfied',
            header: say('satisfied'),
            figure: true,
            cell: row => formatShare(row.satisfied / 100, language),
          },
          {
            key: 'interval',
            header: say('interval'),
            width: '26%',
            cell: row => (
              <IntervalMark
                value={row.satisfied}
                low={row.low}
                high={row.high}
                before={row.before}
                index={row.index}
                from={30}
              />
            ),
          },
          {
            key: 'counts',
            header: say('answers'),
            width: '26%',
            cell: row => <DistributionBar counts={row.counts} />,
          },
          {
            key: 'n',
            header: 'n',
            figure: true,
            cell: row => row.counts.reduce((sum, count) => sum + count, 0),
          },
        ]}
      />
      <div className={`${styles.columns} ${styles.apart}`}>
        <Meter
          label={say('accountsHeard')}
          value={148}
          max={231}
          text={formatShare(148 / 231, language)}
          note={say('accountsNote')}
        />
        <Meter label={say('seatsTaken')} value={31} max={36} aim={24} text={say('seatsText')} />
      </div>
    </Sheet>
  )
}

export function RatingParts() {
  const say = useSay(partsPageWords)
  const [rating, setRating] = useState<Rating | null>(2)
  return (
    <Sheet title={say('rating')}>
      <div className={styles.stack}>
        <RatingScale label={say('ratingQuestion')} value={rating} onChange={setRating} />
        <RatingScale label={say('ratingPreview')} value={null} preview />
        <RatingScale label={say('ratingPreview')} labelHidden value="na" preview />
        <RatingScale label={say('ratingQuestion')} labelHidden value={5} preview offerNotApplicable={false} />
      </div>
    </Sheet>
  )
}
