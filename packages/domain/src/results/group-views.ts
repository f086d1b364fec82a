import { EVERYBODY } from '../scoreboard.ts'
import type { FactorView, ScoreboardViewOptions } from '../scoreboard-view.ts'
import { factorViews, judgedViews } from '../scoreboard-view.ts'
import type { Share } from '../statistics/intervals.ts'
import type { JudgedDifference } from './judged-difference.ts'
import { judgedDifference, judgedTogether } from './judged-difference.ts'

/** Percent satisfied of a group less that of another, in points. */
export type GroupDifference = Omit<JudgedDifference, 'paired'>

/** A factor of one group, and how far it is from all others who answered; null: not shown, or there are no others. */
export interface GroupFactorView extends FactorView {
  others: GroupDifference | null
}

/** The two groups that are furthest apart on any factor. */
export interface WidestGap extends GroupDifference {
  factor: string
  /** Segments. */
  lowest: string
  highest: string
  /** All pairs of groups on all factors, among which it was looked for and by which it is judged. */
  pairs: number
}

export interface GroupViews {
  groups: { segment: string; factors: GroupFactorView[] }[]
  widest: WidestGap | null
}

/**
 * The factors of groups beside each other. Many are looked at, so each family of differences is judged together (Holm): all changes
 * against the wave before, all differences from the others who answered, and all pairs of groups, of which only the widest is told.
 * Groups are taken as independent of each other: where people of one account are in both, that finds fewer differences, not more.
 *
 * @param segments Of one dimension, in which everybody is at most once.
 * @param options.besideOthers False: whoever reads may not know of all others.
 * @example groupViews(['region:north', 'region:south'], { wave, before, factors, minimumCell: 5, confidence: 0.95, besideOthers: true })
 */
export function groupViews(
  segments: readonly string[],
  {
    besideOthers,
    ...options
  }: Omit<ScoreboardViewOptions, 'segment' | 'segmentBefore'> & { besideOthers: boolean },
): GroupViews {
  const { confidence, minimumCell } = options
  const everybody = besideOthers ? factorViews({ ...options, segment: EVERYBODY }) : []
  const views = judgedViews(
    segments.map(segment => factorViews({ ...options, segment })),
    confidence,
  )
  const others = judgedTogether(
    views.flatMap(own => own.map((view, at) => besideRest(view, everybody[at], { minimumCell, confidence }))),
    confidence,
  )
  let next = 0
  const groups = segments.map((segment, at) => ({
    segment,
    factors: (views[at] ?? []).map(view => ({ ...view, others: others[next++] ?? null })),
  }))
  return { groups, widest: widestGap(groups, confidence) }
}

/** A group against everybody else. How alike people of one account answer is taken to be the same among the others as in all. */
function besideRest(
  own: FactorView,
  all: FactorView | undefined,
  { minimumCell, confidence }: { minimumCell: number; confidence: number },
): GroupDifference | null {
  const [now, whole] = [shareOf(own), all && shareOf(all)]
  if (!now || !whole) return null
  const before = {
    ...whole,
    successes: whole.successes - now.successes,
    trials: whole.trials - now.trials,
  }
  // What remains would be told by the difference (law 5).
  if (before.trials < minimumCell) return null
  return difference(now, before, confidence)
}

/** By Holm over all pairs: the widest of many gaps is wide by chance alone. */
function widestGap(groups: GroupViews['groups'], confidence: number): WidestGap | null {
  const pairs = groups.flatMap((one, at) =>
    groups.slice(at + 1).flatMap(other =>
      one.factors.flatMap((view, place) => {
        const [a, b] = [shareOf(view), other.factors[place] && shareOf(other.factors[place])]
        if (!a || !b) return []
        const isLower = a.successes / a.trials <= b.successes / b.trials
        const [low, high] = isLower ? [a, b] : [b, a]
        const [lowest, highest] = isLower ? [one.segment, other.segment] : [other.segment, one.segment]
        const found = difference(high, low, confidence)
        return found ? [{ ...found, factor: view.factor, lowest, highest }] : []
      }),
    ),
  )
  const judged = judgedTogether(pairs, confidence).filter(pair => pair !== null)
  const [first] = judged.toSorted((a, b) => b.points - a.points || a.p - b.p)
  return first ? { ...first, pairs: pairs.length } : null
}

function difference(now: Share, before: Share, confidence: number): GroupDifference | null {
  const found = judgedDifference({ now, before, both: null, confidence })
  if (!found) return null
  const { paired: _, ...rest } = found
  return rest
}

function shareOf({ counts, n, designEffect }: FactorView): Share | null {
  if (!counts || !n) return null
  return { successes: (counts[0] ?? 0) + (counts[1] ?? 0), trials: n, designEffect: designEffect ?? 1 }
}
