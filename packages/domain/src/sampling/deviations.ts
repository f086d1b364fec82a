import type { Scoreboard } from '../scoreboard.ts'
import { EVERYBODY } from '../scoreboard.ts'
import type { Deviations } from './sample-design.ts'

/** Points of the satisfaction scale, very satisfied first. */
const POINTS = [100, 75, 50, 25, 0] as const

/**
 * How far answers lie apart in each segment of a wave: the standard deviation of the satisfaction score (0 to 100, n - 1), averaged over
 * the factors. A factor with fewer answers than `minimum` (2 at least) is left out, and a segment without any has none.
 *
 * @example deviationsOf({ all: { responses: 2, questions: {}, factors: { delivery: [1, 0, 0, 0, 1, 0] } } }, 2) // { all: 70.7 }
 */
export function deviationsOf(board: Scoreboard, minimum: number): Deviations {
  const found: Record<string, number> = {}
  for (const [segment, { factors }] of Object.entries(board)) {
    const each = Object.values(factors)
      .map(counts => deviation(counts, Math.max(2, minimum)))
      .filter(one => one !== null)
    if (each.length > 0) found[segment] = each.reduce((sum, one) => sum + one, 0) / each.length
  }
  return found
}

/**
 * A deviation for every stratum: its own, else that of everybody. Where nothing differs, or nothing is known, all are the same, which
 * divides a sample in proportion.
 *
 * @example completeDeviations(['region:a', 'region:b'], { all: 20, 'region:a': 30 }) // { 'region:a': 30, 'region:b': 20 }
 */
export function completeDeviations(strata: Iterable<string>, known: Deviations): Deviations {
  const fallback = known[EVERYBODY] ?? 0
  const complete = Object.fromEntries(
    [...new Set(strata)].map(stratum => [
      stratum,
      Object.hasOwn(known, stratum) ? (known[stratum] ?? fallback) : fallback,
    ]),
  )
  if (Object.values(complete).some(one => one > 0)) return complete
  return Object.fromEntries(Object.keys(complete).map(stratum => [stratum, 1]))
}

function deviation(counts: readonly number[], minimum: number): number | null {
  const rated = POINTS.map((points, at) => ({ points, n: counts[at] ?? 0 }))
  const n = rated.reduce((sum, one) => sum + one.n, 0)
  if (n < minimum) return null
  const mean = rated.reduce((sum, one) => sum + one.n * one.points, 0) / n
  return Math.sqrt(rated.reduce((sum, one) => sum + one.n * (one.points - mean) ** 2, 0) / (n - 1))
}
