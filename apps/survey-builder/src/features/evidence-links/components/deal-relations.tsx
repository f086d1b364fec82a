import type { DealRelationView, EvidenceLinksView } from '@sixfold/contract/evidence-links'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { evidenceLinkWords } from '../../../words/evidence-links.ts'
import { winsMore } from '../found.ts'
import styles from './evidence-links.module.css'

type Deals = NonNullable<EvidenceLinksView['deals']>
type Band = DealRelationView['bands'][number]

/** How many deals are won by the band of the score before them, factor by factor. */
export function DealRelations({ deals }: { deals: Deals }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  const [first] = deals.relations
  const clear = deals.relations.filter(({ bands }) => winsMore(bands))
  const names = clear.map(({ name }) => textIn(name, language, 'en')).join(', ')
  const known = deals.relations.some(({ bands }) => bands.some(({ rate }) => rate !== null))
  return (
    <Sheet title={say('deals')}>
      <p className={styles.why}>
        {say('dealsWhy')} {say('dealsCount', { count: deals.count })}
      </p>
      {known && (
        <p className={styles.sentence}>
          {clear.length > 0 ? say('dealsFound', { factors: names }) : say('dealsNothing')}
        </p>
      )}
      <DataTable
        caption={say('deals')}
        rows={deals.relations}
        rowKey={({ factor }) => factor}
        columns={[
          {
            key: 'factor',
            header: say('factor'),
            rowHeader: true,
            cell: ({ index, name }: DealRelationView) => (
              <FactorName index={index} name={textIn(name, language, 'en')} />
            ),
          },
          ...(first?.bands ?? []).map(({ from, until }, at) => ({
            key: String(from),
            header: say('band', { from, until }),
            cell: ({ bands }: DealRelationView) => {
              const band = bands[at]
              return band && <Rate band={band} />
            },
          })),
          {
            key: 'deals',
            header: say('scored'),
            figure: true,
            cell: ({ deals: count }) => (count === null ? '' : formatNumber(count, language)),
          },
        ]}
      />
    </Sheet>
  )
}

function Rate({ band: { n, rate, interval } }: { band: Band }) {
  const say = useSay(evidenceLinkWords)
  const { language } = useLanguage()
  if (n === null || rate === null || !interval)
    return <span className={styles.quiet}>{say(n === 0 ? 'bandNone' : 'bandFew')}</span>
  const share = (value: number) => formatShare(value, language)
  return (
    <span className={styles.cell}>
      <strong>{say('rate', { rate: share(rate) })}</strong>
      <small>{say('rateBasis', { low: share(interval.low), high: share(interval.high), n })}</small>
    </span>
  )
}
