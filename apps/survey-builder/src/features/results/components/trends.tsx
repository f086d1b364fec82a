import type { ScoreboardView } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter, formatShare } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { resultWords } from '../../../words/results.ts'
import type { TrendPoint } from '../trend.ts'
import { axisTop, movements, trendOf } from '../trend.ts'
import styles from './results.module.css'
import { TrendPanel } from './trend-panel.tsx'

/** Nonsatisfied over the quarters: six panels on one scale, a sentence, and the table behind them. */
export function Trends({ history }: { history: readonly ScoreboardView[] }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const factors = history.at(-1)?.factors ?? []
  const trends = factors.map(({ factor, name }) => ({
    factor,
    name: textIn(name, language, 'en'),
    points: trendOf(history, factor),
  }))
  const all = trends.flatMap(({ points }) => points)
  const top = axisTop(all.flatMap(({ value, expected }) => [value, expected?.high ?? null]))
  const limited = all.some(({ expected }) => expected !== null)
  const quarters = history.map(({ quarter }) => formatQuarter(quarter))
  if (movements(trends).length === 0)
    return (
      <Sheet title={say('trend', { count: history.length })}>
        <TrendSentence trends={trends} />
      </Sheet>
    )
  return (
    <Sheet
      title={say('trend', { count: history.length })}
      aside={<span className={styles.caption}>{say(limited ? 'trendLimits' : 'trendNoLimits')}</span>}
    >
      <TrendSentence trends={trends} />
      {limited && <SignalSentence trends={trends} />}
      <div className={styles.panels}>
        {trends.map((trend, index) => (
          <TrendPanel key={trend.factor} index={index} name={trend.name} points={trend.points} top={top} />
        ))}
      </div>
      <details className={styles.details}>
        <summary>{say('showTable')}</summary>
        <DataTable
          caption={say('trendTable')}
          rows={trends}
          rowKey={trend => trend.factor}
          columns={[
            {
              key: 'factor',
              header: say('factor'),
              rowHeader: true,
              cell: trend => <FactorName index={trends.indexOf(trend)} name={trend.name} />,
            },
            ...quarters.map((quarter, at) => ({
              key: quarter,
              header: quarter,
              figure: true,
              cell: (trend: (typeof trends)[number]) => pointText(trend.points[at], language),
            })),
          ]}
        />
      </details>
    </Sheet>
  )
}

function pointText(point: TrendPoint | undefined, language: 'en' | 'vi'): string {
  return point?.value == null ? '–' : formatShare(point.value / 100, language)
}

interface Trend {
  factor: string
  name: string
  points: readonly TrendPoint[]
}

function TrendSentence({ trends }: { trends: readonly Trend[] }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const [most, second] = movements(trends)
  if (!most) return <p className={styles.sentence}>{say('trendShort')}</p>
  const share = (percent: number) => formatShare(percent / 100, language)
  const others = (points: number) =>
    points < Math.abs(most.points) ? say('trendOthers', { points }) : say('trendNoMore')
  return (
    <p className={styles.sentence}>
      {say('trendMoved', {
        factor: trends.find(({ factor }) => factor === most.factor)?.name ?? '',
        before: share(most.from.value),
        from: most.from.quarter,
        now: share(most.to.value),
        to: most.to.quarter,
      })}{' '}
      {second && others(Math.ceil(Math.abs(second.points)))}
    </p>
  )
}

/** Which quarters chance does not explain. */
function SignalSentence({ trends }: { trends: readonly Trend[] }) {
  const say = useSay(resultWords)
  const outside = trends.flatMap(({ name, points }) => {
    const quarters = points.filter(({ expected }) => expected?.signal).map(({ quarter }) => quarter)
    return quarters.length > 0 ? [say('signalOf', { factor: name, quarters: quarters.join(', ') })] : []
  })
  return (
    <p className={styles.sentence}>
      {outside.length > 0 ? say('signals', { list: outside.join('; ') }) : say('noSignals')}
    </p>
  )
}
