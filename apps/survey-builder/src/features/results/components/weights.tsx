import type { ResultWeights, WeightedFigure } from '@sixfold/contract/result-weights'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { weightWords } from '../../../words/weights.ts'
import { weightsQuery } from '../queries.ts'
import { largestMove } from '../weight-moves.ts'
import styles from './groups.module.css'
import { WeightReport } from './weight-report.tsx'

/** The factors as they were answered and with each kind of weights, and what those cost. */
export function Weights({ waveId }: { waveId: string }) {
  const say = useSay(weightWords)
  const weights = useQuery(weightsQuery(waveId))
  return (
    <QueryStates query={weights}>
      {({ report, ...view }) =>
        report ? (
          <WeightedFactors view={view} report={report} />
        ) : (
          <EmptyState title={say(view.state === 'ready' ? 'coming' : view.state)}>
            {say(view.state === 'ready' ? 'comingText' : `${view.state}Text`, { minimum: view.minimumCell })}
          </EmptyState>
        )
      }
    </QueryStates>
  )
}

export type WeightedReport = NonNullable<ResultWeights['report']>

interface FactorsProps {
  view: Omit<ResultWeights, 'report'>
  report: WeightedReport
}

function WeightedFactors({ view, report }: FactorsProps) {
  const say = useSay(weightWords)
  const { language } = useLanguage()
  return (
    <div className={styles.stack}>
      <Sheet title={say('title')}>
        <p className={styles.why}>
          {say('lead', { population: formatNumber(report.population, language) })}
          {view.outdated && ` ${say('outdated')}`}
        </p>
        <Moved view={view} report={report} />
        <DataTable
          caption={say('title')}
          stacked
          rows={view.factors}
          rowKey={({ factor }) => factor}
          columns={[
            {
              key: 'factor',
              header: say('factor'),
              rowHeader: true,
              cell: ({ name, index }) => <FactorName index={index} name={textIn(name, language, 'en')} />,
            },
            {
              key: 'unweighted',
              header: say('unweighted'),
              cell: ({ factor }) => <Figure figures={report.unweighted} factor={factor} />,
            },
            ...report.weightings.map(({ method, figures }) => ({
              key: method,
              header: say(`method.${method}`),
              cell: ({ factor }: (typeof view.factors)[number]) => (
                <Figure figures={figures} factor={factor} />
              ),
            })),
          ]}
        />
        <p className={styles.legend}>
          {say('legend', { confidence: formatShare(view.confidence, language), minimum: view.minimumCell })}
        </p>
      </Sheet>
      <WeightReport report={report} minimum={view.minimumCell} />
    </div>
  )
}

function Moved({ view, report }: FactorsProps) {
  const say = useSay(weightWords)
  const { language } = useLanguage()
  const move = largestMove(report)
  if (!move) return null
  const share = (value: number) => formatShare(value / 100, language)
  const factor = view.factors.find(one => one.factor === move.factor)
  return (
    <p className={styles.sentence}>
      {Math.abs(move.after - move.before) < 1
        ? say('still')
        : say('moved', {
            factor: textIn(factor?.name, language, 'en'),
            before: share(move.before),
            after: share(move.after),
            method: say(`by.${move.method}`),
          })}
    </p>
  )
}

function Figure({ figures, factor }: { figures: readonly WeightedFigure[]; factor: string }) {
  const say = useSay(weightWords)
  const { language } = useLanguage()
  const { percentSatisfied, low, high } = figures.find(one => one.factor === factor) ?? {}
  if (percentSatisfied == null || low == null || high == null)
    return (
      <abbr className={styles.hidden} title={say('hidden')}>
        –
      </abbr>
    )
  return (
    <span className={styles.score}>
      <strong title={formatNumber(percentSatisfied, language, 2)}>
        {formatShare(percentSatisfied / 100, language)}
      </strong>
      <small>{say('range', { low: formatNumber(low, language), high: formatNumber(high, language) })}</small>
    </span>
  )
}
