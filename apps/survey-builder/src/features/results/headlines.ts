import type { FactorScoreView, ScoreboardView } from '@sixfold/contract/waves'
import { ABOUT_THE_SAME } from './change.ts'

/** What a reader should know first, the most certain and largest first. */
export type Headline =
  | { kind: 'moved'; factor: FactorScoreView; points: number; chance: boolean }
  /** So many factors did not move by more than `points`. */
  | { kind: 'still'; count: number; points: number; n: number }
  | { kind: 'first' }
  | { kind: 'waiting'; minimum: number }

const MOST_MOVED = 3
/** A change that could be chance is worth a sentence from this many points on. */
const WORTH_SAYING = 5

/** At most three factors that moved, then one sentence for those that did not. */
export function headlinesOf({ factors, minimumCell }: ScoreboardView): Headline[] {
  if (factors.every(({ suppressed }) => suppressed)) return [{ kind: 'waiting', minimum: minimumCell }]
  const compared = factors.flatMap(factor => (factor.change ? [{ factor, ...factor.change }] : []))
  if (compared.length === 0) return [{ kind: 'first' }]
  const moved = compared
    .filter(({ points, chance }) => !chance || Math.abs(points) >= WORTH_SAYING)
    .sort((a, b) => Number(a.chance) - Number(b.chance) || Math.abs(b.points) - Math.abs(a.points))
    .slice(0, MOST_MOVED)
  const still = compared.filter(one => !moved.includes(one))
  const headlines: Headline[] = moved.map(({ factor, points, chance }) => ({
    kind: 'moved',
    factor,
    points,
    chance,
  }))
  if (still.length > 0) {
    const most = Math.max(...still.map(({ points }) => Math.abs(points)))
    headlines.push({
      kind: 'still',
      count: still.length,
      points: Math.max(ABOUT_THE_SAME, Math.ceil(most)),
      n: Math.max(...still.map(({ factor }) => factor.n ?? 0)),
    })
  }
  return headlines
}
