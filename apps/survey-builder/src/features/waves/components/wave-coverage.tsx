import type { Region } from '@sixfold/contract/staff'
import type { WaveCoverage } from '@sixfold/contract/waves'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { draftWords } from '../../../words/drafts.ts'
import { coverageQuery } from '../queries.ts'
import styles from './waves.module.css'

type Row = WaveCoverage['items'][number]

/** How much of the customers a wave has heard, in accounts and in revenue, region by region; live. */
export function WaveCoverageView({ waveId, regions }: { waveId: string; regions: readonly Region[] }) {
  const say = useSay(draftWords)
  const { language } = useLanguage()
  const coverage = useQuery(coverageQuery(waveId))
  const share = ({ all }: Row['accounts'], n: number) => (all === 0 ? '–' : formatShare(n / all, language))
  const counted = (part: Row['accounts'], n: number) => (
    <>
      {share(part, n)}
      <small className={styles.below}>
        {say('ofAll', { n: formatNumber(n, language), all: formatNumber(part.all, language) })}
      </small>
    </>
  )
  return (
    <Sheet title={say('coverage')}>
      <QueryStates query={coverage} isEmpty={({ items }) => items.length === 0} empty={null}>
        {({ items }) => (
          <>
            <p className={styles.lead}>{say('coverageText')}</p>
            <DataTable
              caption={say('coverage')}
              rows={items.length > 1 ? [...items, totalOf(items)] : items}
              rowKey={({ regionId }) => regionId}
              columns={[
                {
                  key: 'region',
                  header: say('region'),
                  rowHeader: true,
                  cell: ({ regionId }) => regions.find(({ id }) => id === regionId)?.name ?? say('total'),
                },
                {
                  key: 'asked',
                  header: say('accountsAsked'),
                  figure: true,
                  cell: ({ accounts }) => counted(accounts, accounts.asked),
                },
                {
                  key: 'answered',
                  header: say('accountsAnswered'),
                  figure: true,
                  cell: ({ accounts }) => counted(accounts, accounts.answered),
                },
                {
                  key: 'revenue',
                  header: say('revenueAnswered'),
                  figure: true,
                  cell: ({ revenue }) => share(revenue, revenue.answered),
                },
              ]}
            />
          </>
        )}
      </QueryStates>
    </Sheet>
  )
}

function totalOf(items: readonly Row[]): Row {
  const sum = (of: 'accounts' | 'revenue') => ({
    all: items.reduce((total, item) => total + item[of].all, 0),
    asked: items.reduce((total, item) => total + item[of].asked, 0),
    answered: items.reduce((total, item) => total + item[of].answered, 0),
  })
  return { regionId: '', accounts: sum('accounts'), revenue: sum('revenue') }
}
