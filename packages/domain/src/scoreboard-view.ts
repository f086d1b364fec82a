import type { Factor } from './factor-model.ts'
import type { LocalText } from './local-text.ts'
import { netSatisfactionInterval, satisfactionMeasures } from './measures.ts'
import type { Quarter } from './quarter.ts'
import type { DesignEffects, JudgedDifference, PairedAnswers } from './results/judged-difference.ts'
import { judgedDifference, judgedTogether, shownPairs } from './results/judged-difference.ts'
import type { Scoreboard } from './scoreboard.ts'
import { scaleCounts, verdictItems } from './scoreboard.ts'
import { hiddenSegments, validRatings } from './scoreboard-disclosure.ts'
import type { Interval } from './statistics/intervals.ts'
import { wilsonInterval } from './statistics/intervals.ts'
import type { SurveyDefinition } from './survey/definition.ts'
import type { ItemLines } from './survey/lineage.ts'
import { itemLines } from './survey/lineage.ts'

export type { DesignEffects, PairedAnswers } from './results/judged-difference.ts'

/** What is known of one wave: what it asked and what was counted. */
export interface CountedWave {
  quarter: Quarter
  definition: SurveyDefinition
  board: Scoreboard
  /** Absent: how alike people of one account answer was not worked out. */
  effects?: DesignEffects | undefined
}

/** Percent satisfied against the wave before; `p` and `chance` by Holm over all changes that are shown together. */
export interface FactorChange extends JudgedDifference {
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
  /** Of percent satisfied, by Wilson. */
  interval: Interval | null
  /** Of the index. */
  indexInterval: Interval | null
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
 * The factors of a segment: percent satisfied with its Wilson interval, nonsatisfied, NSI with its interval, and the change against the
 * wave before by Newcombe's interval, judged by Holm over all factors compared, so that six looks do not make chance look like news.
 * Where it is known how alike people of one account answer, intervals and tests allow for it. A change of mostly the same people is
 * judged by them.
 *
 * @example scoreboardView({ wave, before: null, segment: 'all', factors: ibmSix.factors, minimumCell: 5, confidence: 0.95 })
 */
export function scoreboardView(options: ScoreboardViewOptions): FactorView[] {
  return judgedViews([factorViews(options)], options.confidence)[0] ?? []
}

/** The factors of one segment, each change judged by itself: for views that judge several segments together. */
export function factorViews(options: ScoreboardViewOptions): FactorView[] {
  const { wave, before, factors, confidence, segment, segmentBefore = segment, minimumCell } = options
  return factors.map(({ key: factor, name }) => {
    const cell = shownCell(wave, factor, segment, minimumCell)
    const trendBroken =
      before !== null && !isComparable(before.definition, wave.definition, factor, options.lines)
    if (!cell) return { factor, name, ...SUPPRESSED, trendBroken }
    const measures = satisfactionMeasures({ counts: cell.counts })
    const { low, high } = wilsonInterval({ ...cell, confidence })
    const earlier = before && !trendBroken ? shownCell(before, factor, segmentBefore, minimumCell) : null
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
      indexInterval: netSatisfactionInterval({ ...cell, confidence }),
      designEffect: cell.known ? cell.designEffect : null,
      change: before && earlier && changeBetween(options, factor, cell, earlier, before.quarter),
      trendBroken,
    }
  })
}

/** Judges every change of several segments by what all of them together may put down to chance. */
export function judgedViews<View extends FactorView>(
  segments: readonly (readonly View[])[],
  confidence: number,
): View[][] {
  const judged = judgedTogether(
    segments.flatMap(views => views.map(({ change }) => change)),
    confidence,
  )
  let next = 0
  return segments.map(views => views.map(view => ({ ...view, change: judged[next++] ?? null })))
}

/** What is told of a score that may not be shown. */
export const SUPPRESSED = {
  suppressed: true,
  n: null,
  counts: null,
  percentSatisfied: null,
  percentNonsatisfied: null,
  netSatisfactionIndex: null,
  interval: null,
  indexInterval: null,
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

function changeBetween(
  { pairedAnswers: answers, segment, minimumCell, confidence }: ScoreboardViewOptions,
  key: string,
  now: ShownCell,
  before: ShownCell,
  quarter: Quarter,
): FactorChange | null {
  const n = { now: now.trials, before: before.trials }
  const both = shownPairs({ answers, segment, key, n, minimumCell })
  const judged = judgedDifference({ now, before, both, confidence })
  return judged && { ...judged, nBefore: before.trials, quarter }
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
