import type { Factor } from './factor-model.ts'
import type { LocalText } from './local-text.ts'
import { satisfactionMeasures } from './measures.ts'
import type { Quarter } from './quarter.ts'
import type { Scoreboard } from './scoreboard.ts'
import { scaleCounts, verdictItems } from './scoreboard.ts'
import { hiddenSegments, validRatings } from './scoreboard-disclosure.ts'
import { holm, newcombeInterval, twoProportionTest, wilsonInterval } from './statistics/intervals.ts'
import type { SurveyDefinition } from './survey/definition.ts'
import type { ItemLines } from './survey/lineage.ts'
import { itemLines } from './survey/lineage.ts'

/** What is known of one wave: what it asked and what was counted. */
export interface CountedWave {
  quarter: Quarter
  definition: SurveyDefinition
  board: Scoreboard
}

/** Percent satisfied against the wave before, in points, with the interval of this factor alone. */
export interface FactorChange {
  points: number
  low: number
  high: number
  /** Of a test of equal shares, adjusted by Holm over all factors that are compared. */
  p: number
  /** It does not survive that adjustment at the confidence asked for. */
  chance: boolean
  /** Valid answers of the wave before. */
  nBefore: number
  quarter: Quarter
}

/** One factor of one segment, ready to be shown. Suppressed: every number is null (law 5). */
export interface FactorView {
  factor: string
  name: LocalText
  suppressed: boolean
  n: number | null
  counts: number[] | null
  percentSatisfied: number | null
  percentNonsatisfied: number | null
  netSatisfactionIndex: number | null
  interval: { low: number; high: number } | null
  change: FactorChange | null
  trendBroken: boolean
}

export interface ScoreboardViewOptions {
  wave: CountedWave
  /** The wave of the quarter before, if there was one. */
  before: CountedWave | null
  /** Where this wave's questions come from in the one before, by their authors' verdicts; else as the texts themselves tell. */
  lines?: ItemLines
  segment: string
  /** The same people's segment in the wave before, where it has another name there. */
  segmentBefore?: string
  factors: readonly Pick<Factor, 'key' | 'name'>[]
  minimumCell: number
  /** 0..1 */
  confidence: number
}

/**
 * The factors of a segment: percent satisfied with its Wilson interval, nonsatisfied, NSI, and the change against the wave
 * before by Newcombe's interval, judged by Holm over all factors compared, so that six looks do not make chance look like news.
 * Answers are taken as independent: that those of one account are alike is not allowed for.
 *
 * @example scoreboardView({ wave, before: null, segment: 'all', factors: ibmSix.factors, minimumCell: 5, confidence: 0.95 })
 */
export function scoreboardView(options: ScoreboardViewOptions): FactorView[] {
  const { wave, before, factors, confidence, segment, segmentBefore = segment } = options
  const views = factors.map(({ key: factor, name }) => {
    const cell = shownCell(wave.board, factor, segment, options.minimumCell)
    const trendBroken =
      before !== null && !isComparable(before.definition, wave.definition, factor, options.lines)
    if (!cell) return { factor, name, ...SUPPRESSED, trendBroken }
    const measures = satisfactionMeasures({ counts: cell.counts })
    const { low, high } = wilsonInterval({ ...cell, confidence })
    const earlier =
      before && !trendBroken ? shownCell(before.board, factor, segmentBefore, options.minimumCell) : null
    return {
      factor,
      name,
      suppressed: false,
      n: cell.trials,
      counts: cell.counts,
      percentSatisfied: measures.percentSatisfied,
      percentNonsatisfied: measures.percentNonsatisfied,
      netSatisfactionIndex: measures.netSatisfactionIndex,
      interval: { low: low * 100, high: high * 100 },
      change: before && earlier && changeBetween(cell, earlier, before.quarter, confidence),
      trendBroken,
    }
  })
  return adjusted(views, confidence)
}

/** Judges every change by what all of them together may put down to chance. */
function adjusted(views: readonly FactorView[], confidence: number): FactorView[] {
  const changed = views.filter(({ change }) => change !== null)
  const values = holm(changed.map(({ change }) => change?.p ?? 1))
  return views.map(view => {
    if (!view.change) return view
    const p = values[changed.indexOf(view)] ?? 1
    return { ...view, change: { ...view.change, p, chance: p >= 1 - confidence } }
  })
}

const SUPPRESSED = {
  suppressed: true,
  n: null,
  counts: null,
  percentSatisfied: null,
  percentNonsatisfied: null,
  netSatisfactionIndex: null,
  interval: null,
  change: null,
} as const

/** A factor's answers of a segment that may be shown; `successes` are satisfied or better. */
interface ShownCell {
  counts: [number, number, number, number, number]
  successes: number
  trials: number
}

function shownCell(
  board: Scoreboard,
  factor: string,
  segment: string,
  minimumCell: number,
): ShownCell | null {
  const counts = scaleCounts(board[segment]?.factors[factor] ?? [])
  const trials = counts.reduce((sum, count) => sum + count, 0)
  if (
    trials < minimumCell ||
    hiddenSegments({ board, validOf: validRatings(factor), minimumCell }).has(segment)
  )
    return null
  return { counts, trials, successes: counts[0] + counts[1] }
}

function changeBetween(
  now: ShownCell,
  earlier: ShownCell,
  quarter: Quarter,
  confidence: number,
): FactorChange | null {
  const { difference, low, high } = newcombeInterval({ first: now, second: earlier, confidence })
  const { p } = twoProportionTest({ first: now, second: earlier })
  if (difference === null || p === null) return null
  return {
    points: difference * 100,
    low: low * 100,
    high: high * 100,
    p,
    chance: p >= 1 - confidence,
    nBefore: earlier.trials,
    quarter,
  }
}

/** Whether a factor's verdict rests on the same questions, asked in the same words, in both versions (law 1). */
export function isComparable(
  before: SurveyDefinition,
  after: SurveyDefinition,
  factor: string,
  lines: ItemLines = itemLines(before, [{ definition: after }]),
): boolean {
  const keys = (definition: SurveyDefinition) => verdictItems(definition, factor).map(({ key }) => key)
  const asked = keys(after).map(key => lines[key])
  const earlier = new Set(keys(before))
  return (
    asked.length === earlier.size &&
    asked.every(line => line?.change === 'same' && line.earlier !== null && earlier.has(line.earlier))
  )
}
