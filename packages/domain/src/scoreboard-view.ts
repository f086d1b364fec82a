import type { Factor } from './factor-model.ts'
import type { LocalText } from './local-text.ts'
import { satisfactionMeasures } from './measures.ts'
import type { Quarter } from './quarter.ts'
import type { Pairs } from './results/paired-change.ts'
import { isPaired, pairCount, shareCorrelation } from './results/paired-change.ts'
import type { Scoreboard } from './scoreboard.ts'
import { scaleCounts, verdictItems } from './scoreboard.ts'
import { hiddenSegments, validRatings } from './scoreboard-disclosure.ts'
import {
  holm,
  mcNemarTest,
  newcombeInterval,
  twoProportionTest,
  wilsonInterval,
} from './statistics/intervals.ts'
import type { SurveyDefinition } from './survey/definition.ts'
import type { ItemLines } from './survey/lineage.ts'
import { itemLines } from './survey/lineage.ts'

/** What is known of one wave: what it asked and what was counted. */
export interface CountedWave {
  quarter: Quarter
  definition: SurveyDefinition
  board: Scoreboard
  /** Absent: how alike people of one account answer was not worked out. */
  effects?: DesignEffects | undefined
}

/** Of percent satisfied, by segment and factor; null: not known. */
export type DesignEffects = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** Those who answered both this wave and the one before, by segment and factor, and how alike people of one account changed. */
export interface PairedAnswers {
  pairs: Readonly<Record<string, Readonly<Record<string, Pairs>>>>
  effects: DesignEffects
}

/** Percent satisfied against the wave before, in points, with the interval of this factor alone. */
export interface FactorChange {
  points: number
  low: number
  high: number
  /** Of a test of equal shares, or of McNemar's where `paired`; adjusted by Holm over all factors that are compared. */
  p: number
  /** Most of them answered both times, so those are what it is judged by; null: two samples. */
  paired: { n: number; lost: number; gained: number } | null
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
  /** By which the intervals are wider than if everybody answered for himself, squared: 1 or more; null: not known, and not allowed for. */
  designEffect: number | null
  change: FactorChange | null
  trendBroken: boolean
}

export interface ScoreboardViewOptions {
  wave: CountedWave
  /** The wave of the quarter before, if there was one. */
  before: CountedWave | null
  /** Where this wave's questions come from in the one before, by their authors' verdicts; else as the texts themselves tell. */
  lines?: ItemLines
  /** Who answered both; absent: the waves asked people who take turns, or it was not worked out. */
  pairedAnswers?: PairedAnswers | undefined
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
 * Where it is known how alike people of one account answer, intervals and tests allow for it. A change of mostly the same people is
 * judged by them.
 *
 * @example scoreboardView({ wave, before: null, segment: 'all', factors: ibmSix.factors, minimumCell: 5, confidence: 0.95 })
 */
export function scoreboardView(options: ScoreboardViewOptions): FactorView[] {
  const { wave, before, factors, confidence, segment, segmentBefore = segment } = options
  const views = factors.map(({ key: factor, name }) => {
    const cell = shownCell(wave, factor, segment, options.minimumCell)
    const trendBroken =
      before !== null && !isComparable(before.definition, wave.definition, factor, options.lines)
    if (!cell) return { factor, name, ...SUPPRESSED, trendBroken }
    const measures = satisfactionMeasures({ counts: cell.counts })
    const { low, high } = wilsonInterval({ ...cell, confidence })
    const earlier =
      before && !trendBroken ? shownCell(before, factor, segmentBefore, options.minimumCell) : null
    const pairs = earlier && shownPairs(options, factor, { now: cell.trials, before: earlier.trials })
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
      designEffect: cell.known ? cell.designEffect : null,
      change: before && earlier && changeBetween(cell, earlier, pairs, before.quarter, confidence),
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
  designEffect: null,
  change: null,
} as const

/** A factor's answers of a segment that may be shown; `successes` are satisfied or better. */
interface ShownCell {
  counts: [number, number, number, number, number]
  successes: number
  trials: number
  /** At least 1: that people of one account differ more than others is chance. */
  designEffect: number
  known: boolean
}

function shownCell(
  { board, effects }: CountedWave,
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
  const effect = effects?.[segment]?.[factor] ?? null
  return {
    counts,
    trials,
    successes: counts[0] + counts[1],
    designEffect: Math.max(1, effect ?? 1),
    known: effect !== null,
  }
}

interface ShownPairs {
  pairs: Pairs
  designEffect: number
}

/** Those who answered both times, unless few stand beside them or behind them: the difference would be theirs (law 5). */
function shownPairs(
  { pairedAnswers, segment, minimumCell }: ScoreboardViewOptions,
  factor: string,
  n: { now: number; before: number },
): ShownPairs | null {
  if (!pairedAnswers) return null
  const cellOf = (one: string) => {
    const found = pairedAnswers.pairs[one]?.[factor]
    return found ? pairCount(found) : 0
  }
  const board = Object.fromEntries(
    Object.keys(pairedAnswers.pairs).map(one => [
      one,
      { responses: cellOf(one), questions: {}, factors: {} },
    ]),
  )
  const hidden = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  const pairs = pairedAnswers.pairs[segment]?.[factor]
  if (!pairs || hidden.has(segment)) return null
  const isSafe = (rest: number) => rest === 0 || rest >= minimumCell
  if (!isSafe(n.now - pairCount(pairs)) || !isSafe(n.before - pairCount(pairs))) return null
  return { pairs, designEffect: Math.max(1, pairedAnswers.effects[segment]?.[factor] ?? 1) }
}

function changeBetween(
  now: ShownCell,
  earlier: ShownCell,
  both: ShownPairs | null,
  quarter: Quarter,
  confidence: number,
): FactorChange | null {
  const n = { now: now.trials, before: earlier.trials }
  const correlation = both ? shareCorrelation(both.pairs, n) : 0
  const { difference, low, high } = newcombeInterval({ first: now, second: earlier, confidence, correlation })
  const paired = both && isPaired(both.pairs, n) ? both : null
  const { p } = paired
    ? mcNemarTest({ b: paired.pairs.lost, c: paired.pairs.gained, designEffect: paired.designEffect })
    : twoProportionTest({ first: now, second: earlier })
  if (difference === null || p === null) return null
  return {
    points: difference * 100,
    low: low * 100,
    high: high * 100,
    p,
    paired: paired && {
      n: pairCount(paired.pairs),
      lost: paired.pairs.lost,
      gained: paired.pairs.gained,
    },
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
