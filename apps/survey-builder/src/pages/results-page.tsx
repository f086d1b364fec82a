import { Button, SegmentedControl, Select } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { formatQuarter, formatShare } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Headlines } from '../features/results/components/headlines.tsx'
import { LiveCount } from '../features/results/components/live-count.tsx'
import styles from '../features/results/components/results.module.css'
import { ScoreboardTable } from '../features/results/components/scoreboard-table.tsx'
import { Trends } from '../features/results/components/trends.tsx'
import { historyQuery, scoreboardQuery, useLiveScoreboard } from '../features/results/queries.ts'
import { wavesQuery } from '../features/waves/queries.ts'
import { resultWords } from '../words/results.ts'

/** `/results?quarter=2026-Q4&region=…`: the scoreboard, live, with the quarters before it. */
export function ResultsPage() {
  const say = useSay(resultWords)
  const { region, quarter } = useSearch({ from: '/pages/results' })
  const navigate = useNavigate({ from: '/results' })
  const history = useQuery({ ...historyQuery(region), placeholderData: keepPreviousData })
  const items = history.data?.items ?? []
  const chosen = items.find(view => formatQuarter(view.quarter) === quarter) ?? newestWithAnswers(items)
  // While another region is being fetched, what is shown still belongs to the one before.
  const live = useLiveView(chosen, region, !history.isPlaceholderData)
  const filters = (
    <Filters
      quarters={items.map(view => formatQuarter(view.quarter)).reverse()}
      quarter={chosen && formatQuarter(chosen.quarter)}
      region={region}
      onChange={search => void navigate({ search: { quarter, region, ...search }, replace: true })}
    />
  )
  return (
    <>
      <PageHeader
        title={say('title', { quarter: chosen ? formatQuarter(chosen.quarter) : '' }).replace(/, $/, '')}
        actions={filters}
      />
      <QueryStates
        query={history}
        isEmpty={data => data.items.length === 0}
        empty={
          <EmptyState
            title={say(region ? 'noneHere' : 'noResults')}
            action={
              <Button variant="filled" renderRoot={props => <Link {...props} to="/waves/new" />}>
                {say('launch')}
              </Button>
            }
          >
            {say(region ? 'noneHereText' : 'noResultsText')}
          </EmptyState>
        }
      >
        {data => live && <Board view={live} history={data.items} />}
      </QueryStates>
    </>
  )
}

/** A wave that was only just launched has nothing to show yet. */
function newestWithAnswers(items: readonly ScoreboardView[]): ScoreboardView | undefined {
  return items.findLast(({ factors }) => factors.some(factor => !factor.suppressed)) ?? items.at(-1)
}

/** The chosen quarter as it stands this moment. */
function useLiveView(chosen: ScoreboardView | undefined, region: string | undefined, current: boolean) {
  useLiveScoreboard(chosen?.waveId)
  const fresh = useQuery({
    ...scoreboardQuery(chosen?.waveId ?? '', region),
    enabled: current && chosen !== undefined,
  })
  return current && fresh.data && fresh.data.waveId === chosen?.waveId ? fresh.data : chosen
}

function Board({ view, history }: { view: ScoreboardView; history: readonly ScoreboardView[] }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const waves = useQuery(wavesQuery())
  const running = waves.data?.items.find(({ id }) => id === view.waveId)?.state === 'running'
  const at = history.findIndex(({ waveId }) => waveId === view.waveId)
  const shown = [...history.slice(0, Math.max(0, at)), view]
  return (
    <>
      <div className={styles.top}>
        <Headlines view={view} />
        <LiveCount view={view} running={running} />
      </div>
      <div className={styles.stack}>
        <Sheet label={say('table', { quarter: formatQuarter(view.quarter) })}>
          <ScoreboardTable view={view} />
        </Sheet>
        <Trends history={shown} />
      </div>
      <p className={styles.footnote}>
        {say('footnote', { confidence: formatShare(view.confidence, language) })}
      </p>
    </>
  )
}

interface FiltersProps {
  quarters: readonly string[]
  quarter: string | undefined
  region: string | undefined
  onChange: (search: { quarter?: string | undefined; region?: string | undefined }) => void
}

function Filters({ quarters, quarter, region, onChange }: FiltersProps) {
  const say = useSay(resultWords)
  const regions = useSession().data?.regions ?? []
  return (
    <>
      {regions.length > 1 && (
        <RegionFilter regions={regions} region={region} onChange={one => onChange({ region: one })} />
      )}
      {quarters.length > 1 && (
        <Select
          aria-label={say('quarter')}
          w={124}
          data={[...quarters]}
          value={quarter ?? null}
          allowDeselect={false}
          onChange={value => onChange({ quarter: value ?? undefined })}
        />
      )}
    </>
  )
}

interface RegionFilterProps {
  regions: readonly Region[]
  region: string | undefined
  onChange: (region: string | undefined) => void
}

/** Segments while they fit beside each other, a list when there are many. */
function RegionFilter({ regions, region, onChange }: RegionFilterProps) {
  const say = useSay(resultWords)
  const data = [
    { value: 'all', label: say('allRegions') },
    ...regions.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const value = region ?? 'all'
  const choose = (next: string | null) => onChange(next === null || next === 'all' ? undefined : next)
  return regions.length <= 5 ? (
    <div className={styles.regions}>
      <SegmentedControl aria-label={say('region')} data={data} value={value} onChange={choose} />
    </div>
  ) : (
    <Select aria-label={say('region')} data={data} value={value} allowDeselect={false} onChange={choose} />
  )
}
