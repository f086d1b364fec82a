import type { FactorScoreView, ScoreboardView } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import { changeWord, shownPoints } from '@sixfold/domain/results/change-word'
import { formatChange, formatNumber, formatQuarter, formatShare } from '@sixfold/ui/format'
import { DistributionBar } from '@sixfold/ui/parts/distribution-bar'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { IntervalMark } from '@sixfold/ui/parts/interval-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import type { ReactNode } from 'react'
import { resultWords } from '../../../words/results.ts'
import styles from './results.module.css'

/** Six factors: index, percent satisfied with its interval, change in words, distribution, nonsatisfied, n. */
export function ScoreboardTable({ view }: { view: ScoreboardView }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const confidence = formatShare(view.confidence, language)
  const before = view.factors.find(({ change }) => change)?.change?.quarter
  const caption = say('table', { quarter: formatQuarter(view.quarter) })
  const [from, to] = axisOf(view.factors)
  if (view.factors.every(({ suppressed }) => suppressed)) return <NothingShown view={view} />
  return (
    // A region that scrolls must be reachable with the keyboard alone.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling is the interaction
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.board}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('factor')}</th>
            <th scope="col">
              <abbr title={say('nsiLong')}>{say('nsi')}</abbr>
            </th>
            <th scope="col">{say('satisfied')}</th>
            <th scope="col" className={styles.interval}>
              {before
                ? say('interval', { confidence, quarter: formatQuarter(before) })
                : say('intervalAlone', { confidence })}
            </th>
            <th scope="col">
              {before ? say('against', { quarter: formatQuarter(before) }) : say('againstNothing')}
            </th>
            <th scope="col" className={styles.distribution}>
              {say('distribution')}
            </th>
            <th scope="col" data-figure>
              {say('nonsatisfied')}
            </th>
            <th scope="col" data-figure>
              {say('n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.factors.map((score, index) => (
            <tr key={score.factor}>
              <th scope="row">
                <FactorName index={index} name={textIn(score.name, language, 'en')} />
              </th>
              <ScoreCells score={score} index={index} axis={[from, to]} minimum={view.minimumCell} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The factors, and once for all of them why they have no figures. */
function NothingShown({ view: { factors, minimumCell } }: { view: ScoreboardView }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  return (
    <>
      <ul className={styles.waiting}>
        {factors.map(({ factor, name }, index) => (
          <li key={factor}>
            <FactorName index={index} name={textIn(name, language, 'en')} />
          </li>
        ))}
      </ul>
      <p className={styles.caption}>{say('hidden', { minimum: minimumCell })}</p>
    </>
  )
}

interface ScoreCellsProps {
  score: FactorScoreView
  index: number
  axis: readonly [number, number]
  minimum: number
}

function ScoreCells({ score, index, axis: [from, to], minimum }: ScoreCellsProps) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const { percentSatisfied, percentNonsatisfied, netSatisfactionIndex, indexInterval, interval } = score
  const { counts, n, change } = score
  if (
    percentSatisfied === null ||
    percentNonsatisfied === null ||
    netSatisfactionIndex === null ||
    interval === null ||
    counts === null
  ) {
    return (
      <td colSpan={7} className={styles.suppressed}>
        {say('hidden', { minimum })}
      </td>
    )
  }
  return (
    <>
      <td>
        <Exact value={netSatisfactionIndex} text={formatNumber(netSatisfactionIndex, language)} />
        {indexInterval && <Margin {...indexInterval} />}
      </td>
      <td>
        <Exact value={percentSatisfied} text={formatShare(percentSatisfied / 100, language)} />
      </td>
      <td>
        <IntervalMark
          value={percentSatisfied}
          low={interval.low}
          high={interval.high}
          before={change ? percentSatisfied - change.points : null}
          index={index}
          from={from}
          to={to}
        />
      </td>
      <td>
        <Change score={score} />
      </td>
      <td>
        <DistributionBar counts={counts} />
      </td>
      <td data-figure>
        <Exact value={percentNonsatisfied} text={formatShare(percentNonsatisfied / 100, language)} plain />
      </td>
      <td data-figure className={styles.n}>
        {formatNumber(n ?? 0, language)}
      </td>
    </>
  )
}

/** Half of an interval, which reads as how far off a figure may be; its ends under the pointer. */
function Margin({ low, high }: { low: number; high: number }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const ends = say('ends', { low: formatNumber(low, language, 1), high: formatNumber(high, language, 1) })
  return (
    <span className={styles.margin} title={ends}>
      ±{formatNumber((high - low) / 2, language)}
    </span>
  )
}

/** A rounded figure that shows the exact one under the pointer. */
function Exact({ value, text, plain = false }: { value: number; text: string; plain?: boolean }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const title = say('exact', { value: formatNumber(value, language, 2) })
  return (
    <span className={plain ? undefined : styles.score} title={title}>
      {text}
    </span>
  )
}

function Change({ score }: { score: FactorScoreView }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const word = changeWord(score)
  const text: ReactNode =
    word === 'lower' ? (
      <Lamp tone="problem">{say(word)}</Lamp>
    ) : word === 'higher' ? (
      <Lamp tone="good">{say(word)}</Lamp>
    ) : (
      say(word)
    )
  const paired = score.change?.paired
  return (
    <span className={styles.change} title={paired ? say('pairedChange', paired) : undefined}>
      {text}
      {paired && <span className={styles.hidden}>{say('pairedChange', paired)}</span>}
      {score.change && (
        <span className={styles.points} title={formatChange(score.change.points, language, 2)}>
          {formatChange(shownPoints(score.percentSatisfied ?? 0, score.change.points), language)}
        </span>
      )}
    </span>
  )
}

/** One axis for all rows, wide enough for every interval, in steps of ten. */
function axisOf(factors: readonly FactorScoreView[]): [number, number] {
  const ends = factors.flatMap(({ interval, change, percentSatisfied }) => [
    ...(interval ? [interval.low, interval.high] : []),
    ...(change && percentSatisfied !== null ? [percentSatisfied - change.points] : []),
  ])
  if (ends.length === 0) return [0, 100]
  const from = Math.max(0, Math.floor(Math.min(...ends) / 10) * 10 - 10)
  const to = Math.min(100, Math.ceil(Math.max(...ends) / 10) * 10 + 10)
  return [from, to]
}
