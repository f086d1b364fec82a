import { Button } from '@mantine/core'
import type { WaveResults } from '@sixfold/contract/results'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { quartersUpTo } from '@sixfold/domain/results/quarters-up-to'
import { formatNumber, formatQuarter, formatShare } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CommentsView } from '../features/comments/components/comments-view.tsx'
import { Drivers } from '../features/results/components/drivers.tsx'
import { Groups } from '../features/results/components/groups.tsx'
import { Headlines } from '../features/results/components/headlines.tsx'
import { LiveCount } from '../features/results/components/live-count.tsx'
import { QuestionResults } from '../features/results/components/question-results.tsx'
import { ResultFilters } from '../features/results/components/result-filters.tsx'
import { ResultViews } from '../features/results/components/result-views.tsx'
import styles from '../features/results/components/results.module.css'
import { ScoreboardTable } from '../features/results/components/scoreboard-table.tsx'
import { Trends } from '../features/results/components/trends.tsx'
import { Weights } from '../features/results/components/weights.tsx'
import { newestBoard } from '../features/results/newest-board.ts'
import type { BoardChoice } from '../features/results/queries.ts'
import {
  historyQuery,
  questionResultsQuery,
  scoreboardQuery,
  useLiveScoreboard,
} from '../features/results/queries.ts'
import { wavesQuery } from '../features/waves/queries.ts'
import { comparisonWords } from '../words/comparisons.ts'
import { evidenceLinkWords } from '../words/evidence-links.ts'
import type { SayResults } from '../words/results.ts'
import { resultWords } from '../words/results.ts'

const levels = { 80: '80', 90: '90', 95: '95' } as const

/** `/results?quarter=2026-Q4&region=…&confidence=90`: the scoreboard, live, with the quarters before it. */
export function ResultsPage() {
  const say = useSay(resultWords)
  const sayComparison = useSay(comparisonWords)
  const sayLinks = useSay(evidenceLinkWords)
  const { region, quarter, confidence, view: shown, by } = useSearch({ from: '/pages/results' })
  const choice = { regionId: region, confidence: confidence && levels[confidence] }
  const navigate = useNavigate({ from: '/results' })
  const history = useQuery({ ...historyQuery(choice), placeholderData: keepPreviousData })
  const items = history.data?.items ?? []
  const chosen = items.find(view => formatQuarter(view.quarter) === quarter) ?? newestBoard(items)
  // While another region is being fetched, what is shown still belongs to the one before.
  const live = useLiveView(chosen, choice, !history.isPlaceholderData)
  const filters = (
    <ResultFilters
      quarters={items.map(view => formatQuarter(view.quarter)).reverse()}
      quarter={chosen && formatQuarter(chosen.quarter)}
      region={region}
      confidence={confidence ?? 95}
      onChange={search =>
        void navigate({ search: { quarter, region, confidence, view: shown, by, ...search }, replace: true })
      }
    />
  )
  return (
    <>
      <PageHeader
        title={say('title', { quarter: chosen ? formatQuarter(chosen.quarter) : '' }).replace(/, $/, '')}
        actions={
          (items.length > 0 || region !== undefined) && (
            <>
              {filters}
              <Button
                renderRoot={props => (
                  <Link
                    {...props}
                    to="/results/compare"
                    search={chosen ? { first: `wave:${chosen.waveId}` } : {}}
                  />
                )}
              >
                {sayComparison('open')}
              </Button>
              <Button renderRoot={props => <Link {...props} to="/results/links" />}>
                {sayLinks('open')}
              </Button>
            </>
          )
        }
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
        {data =>
          live && (
            <>
              <ResultViews
                view={live}
                region={region}
                shown={shown}
                onChange={next =>
                  void navigate({ search: { quarter, region, confidence, view: next }, replace: true })
                }
              />
              {shown === 'questions' && <Questions waveId={live.waveId} region={region} />}
              {shown === 'groups' && (
                <Groups
                  waveId={live.waveId}
                  by={by ?? 'segment'}
                  confidence={choice.confidence}
                  onChange={next =>
                    void navigate({ search: before => ({ ...before, by: next }), replace: true })
                  }
                />
              )}
              {shown === 'weights' && <Weights waveId={live.waveId} />}
              {shown === 'comments' && <Comments waveId={live.waveId} region={region} />}
              {shown === undefined && <Board view={live} history={data.items} choice={choice} />}
            </>
          )
        }
      </QueryStates>
    </>
  )
}

/** The chosen quarter as it stands this moment. */
function useLiveView(chosen: ScoreboardView | undefined, choice: BoardChoice, current: boolean) {
  useLiveScoreboard(chosen?.waveId)
  const fresh = useQuery({
    ...scoreboardQuery(chosen?.waveId ?? '', choice),
    enabled: current && chosen !== undefined,
  })
  return current && fresh.data && fresh.data.waveId === chosen?.waveId ? fresh.data : chosen
}

interface BoardProps {
  view: ScoreboardView
  history: readonly ScoreboardView[]
  choice: BoardChoice
}

function Board({ view, history, choice }: BoardProps) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const waves = useQuery(wavesQuery())
  const running = waves.data?.items.find(({ id }) => id === view.waveId)?.state === 'running'
  const shown = quartersUpTo(history, view)
  return (
    <>
      <div className={styles.top}>
        <Headlines view={view} choice={choice} />
        <LiveCount view={view} running={running} />
      </div>
      <div className={styles.stack}>
        <Sheet label={say('table', { quarter: formatQuarter(view.quarter) })}>
          <ScoreboardTable view={view} />
        </Sheet>
        <div className={styles.pair}>
          <Trends history={shown} />
          <Drivers waveId={view.waveId} region={view.regionId ?? undefined} />
        </div>
      </div>
      <p className={styles.footnote}>
        {say('footnote', { confidence: formatShare(view.confidence, language) })} <Likeness view={view} />{' '}
        {comparedText(view, say)}
      </p>
    </>
  )
}

/** How much alike people of one account answer, which the intervals allow for. */
function Likeness({ view }: { view: ScoreboardView }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const effects = view.factors.flatMap(({ designEffect }) => designEffect ?? [])
  if (effects.length === 0) return say('likenessUnknown')
  const number = (value: number) => formatNumber(value, language, 1)
  return say('likeness', { low: number(Math.min(...effects)), high: number(Math.max(...effects)) })
}

/** How changes were judged: by which people, and over how many looks. */
function comparedText({ factors, panelBefore }: ScoreboardView, say: SayResults): string {
  const changes = factors.flatMap(({ change }) => change ?? [])
  if (changes.length === 0 || panelBefore === null) return say('comparedNothing')
  const both = changes.flatMap(({ paired }) => paired?.n ?? [])
  const people =
    both.length > 0
      ? say('panel.paired', { count: both.length, n: Math.max(...both) })
      : say(`panel.${panelBefore}`)
  return `${people} ${say('holm', { count: changes.length })}`
}

function Questions({ waveId, region }: { waveId: string; region: string | undefined }) {
  const results = useQuery({ ...questionResultsQuery(waveId, region), placeholderData: keepPreviousData })
  const say = useSay(resultWords)
  // Thirty times the same reason would say no more than once.
  const nothing = ({ questions }: WaveResults) =>
    questions.every(({ lists }) => lists.every(({ suppressed }) => suppressed))
  return (
    <QueryStates
      query={results}
      isEmpty={nothing}
      empty={
        results.data && (
          <EmptyState title={say('waiting', { minimum: results.data.minimumCell })}>
            {say('waitingWhy')}
          </EmptyState>
        )
      }
    >
      {data => <QuestionResults results={data} />}
    </QueryStates>
  )
}

function Comments({ waveId, region }: { waveId: string; region: string | undefined }) {
  const { words, factor, question, tag, quotable } = useSearch({ from: '/pages/results' })
  const navigate = useNavigate({ from: '/results' })
  return (
    <CommentsView
      waveId={waveId}
      region={region}
      filter={{ words, factor, question, tag, quotable }}
      onFilter={change => void navigate({ search: before => ({ ...before, ...change }), replace: true })}
    />
  )
}
