import { Button } from '@mantine/core'
import type { Region } from '@sixfold/contract/staff'
import type { Wave } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { planFigures } from '@sixfold/domain/survey/plan-figures'
import { isOpen } from '@sixfold/domain/waves/wave-state'
import { formatInstant, formatQuarter } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { planQuery } from '../features/plan/queries.ts'
import { Headlines } from '../features/results/components/headlines.tsx'
import { newestBoard } from '../features/results/newest-board.ts'
import { historyQuery } from '../features/results/queries.ts'
import { Decisions } from '../features/surveys/components/decisions.tsx'
import styles from '../features/surveys/components/quarter.module.css'
import { decisionsOf } from '../features/surveys/decisions.ts'
import { quarterAt } from '../features/surveys/house-quarter.ts'
import { surveysQuery } from '../features/surveys/queries.ts'
import { RunningWave } from '../features/waves/components/running-wave.tsx'
import { programmesQuery } from '../features/waves/programme-queries.ts'
import { wavesQuery } from '../features/waves/queries.ts'
import { builderWords } from '../words/builder.ts'

/** `/`: the quarter: what runs, what needs a decision, what is known so far. */
export function QuarterPage() {
  const say = useSay(builderWords)
  const { language } = useLanguage()
  const session = useSession().data
  const surveys = useQuery(surveysQuery())
  const waves = useQuery(wavesQuery())
  const programmes = useQuery(programmesQuery())
  if (!session) return null
  const { quarter, next, from, nextFrom } = quarterAt(session.now, session.organisation)
  const mayEdit = can(session.actor, 'survey.edit', { regionId: null })
  const day = (date: string) => formatInstant(`${date}T12:00:00Z`, language, { show: 'date', zone: 'UTC' })
  const query = {
    data: surveys.data && waves.data ? { surveys: surveys.data.items, waves: waves.data.items } : undefined,
    isError: surveys.isError || waves.isError,
    error: surveys.error ?? waves.error,
    refetch: () => Promise.all([surveys.refetch(), waves.refetch()]),
  }
  return (
    <>
      <PageHeader
        title={say('quarterTitle', { quarter: formatQuarter(quarter) })}
        lead={say('quarterLead', { from: day(from), until: day(dayBefore(nextFrom)) })}
      />
      <QueryStates
        query={query}
        isEmpty={data => data.surveys.length === 0 && data.waves.length === 0}
        empty={
          <EmptyState
            title={say('emptyTitle')}
            action={
              mayEdit && (
                <Button
                  variant="filled"
                  renderRoot={props => <Link {...props} to="/surveys" search={{ create: true }} />}
                >
                  {say('newSurvey')}
                </Button>
              )
            }
          >
            {say('emptyText')}
          </EmptyState>
        }
      >
        {data => {
          const running = data.waves.filter(({ state }) => isOpen(state))
          const decisions = mayEdit
            ? decisionsOf({
                ...data,
                programmes: programmes.data?.items ?? [],
                now: session.now,
                quarter,
                next,
              })
            : []
          return (
            <div className={styles.columns}>
              <section aria-labelledby="running">
                <h2 id="running">{say('running')}</h2>
                {running.length === 0 && <p className={styles.quiet}>{say('nothingRuns')}</p>}
                {running.map(wave => (
                  <PlannedWave key={wave.id} wave={wave} regions={session.regions} />
                ))}
                <SoFar />
              </section>
              <section aria-labelledby="decisions">
                <h2 id="decisions">{say('decisions')}</h2>
                <Decisions decisions={decisions} nextFrom={day(nextFrom)} />
              </section>
            </div>
          )
        }}
      </QueryStates>
    </>
  )
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** A wave that runs, against what its collection plan needs. */
function PlannedWave({ wave, regions }: { wave: Wave; regions: readonly Region[] }) {
  const plan = useQuery(planQuery(wave.surveyId)).data?.plan?.content
  const needed = plan ? planFigures(plan).needed.answers : 0
  return <RunningWave wave={wave} regions={regions} needed={needed > 0 ? needed : undefined} />
}

/** The latest results in sentences. */
function SoFar() {
  const say = useSay(builderWords)
  const history = useQuery(historyQuery())
  return (
    <QueryStates query={history} isEmpty={({ items }) => items.length === 0} empty={null}>
      {({ items }) => {
        const latest = newestBoard(items)
        return (
          latest && (
            <div className={styles.soFar}>
              <h2>
                {say('lastResults')} <span className={styles.quiet}>{formatQuarter(latest.quarter)}</span>
              </h2>
              <Headlines view={latest} />
              <Button mt="md" renderRoot={props => <Link {...props} to="/results" />}>
                {say('openResults')}
              </Button>
            </div>
          )
        )
      }}
    </QueryStates>
  )
}
