import { requireWhole } from '../checks.ts'
import { LEAST_ACCOUNTS } from './before-after.ts'

/** One respondent's verdicts, 1 (very dissatisfied) to 5 (very satisfied), by factor. */
export interface Verdicts {
  accountId: string
  /** The key that the segment had when they were asked; empty: none. */
  segment: string
  factors: Readonly<Record<string, number>>
}

export interface WeakFactor {
  factor: string
  n: number
  /** Top two of five, 0..1. */
  satisfied: number
}

/** Below this share of satisfied respondents a factor is called low. */
export const LOW_SHARE = 0.6

/**
 * Factors by the share of satisfied respondents, the weakest first; of fewer respondents than `minimum`, or of fewer than three
 * accounts, nothing is said.
 *
 * @example weakestFactors([], { minimum: 5 }) // []
 */
export function weakestFactors(
  responses: readonly Verdicts[],
  { minimum, leastAccounts = LEAST_ACCOUNTS }: { minimum: number; leastAccounts?: number },
): WeakFactor[] {
  requireWhole('minimum', minimum, 1)
  const factors = new Set(responses.flatMap(({ factors: own }) => Object.keys(own)))
  return [...factors]
    .flatMap((factor): WeakFactor[] => {
      const own = responses.filter(({ factors: given }) => given[factor] !== undefined)
      if (own.length < minimum) return []
      if (new Set(own.map(({ accountId }) => accountId)).size < leastAccounts) return []
      const satisfied = own.filter(({ factors: given }) => (given[factor] ?? 0) >= SATISFIED).length
      return [{ factor, n: own.length, satisfied: satisfied / own.length }]
    })
    .sort((a, b) => a.satisfied - b.satisfied || (a.factor < b.factor ? -1 : 1))
}

const SATISFIED = 4

/**
 * Factors on which single accounts may be said to be low: on enough respondents of the account itself (law 5).
 *
 * @example lowAccounts(fiveDissatisfiedOfOneAccount, { minimum: 5 }) // Map { 'a1' => ['delivery'] }
 */
export function lowAccounts(
  responses: readonly Verdicts[],
  { minimum }: { minimum: number },
): Map<string, string[]> {
  const byAccount = Map.groupBy(responses, ({ accountId }) => accountId)
  return lowOnes(byAccount, own => weakestFactors(own, { minimum, leastAccounts: 1 }))
}

/**
 * For each factor on which a segment is the lowest of those that may be shown, and low: the segment's factors, the weakest first.
 * A segment alone has nothing to be compared with.
 *
 * @example lowSegments(responsesOfOneSegment, { minimum: 5 }) // Map {}
 */
export function lowSegments(
  responses: readonly Verdicts[],
  { minimum }: { minimum: number },
): Map<string, string[]> {
  const bySegment = Map.groupBy(responses, ({ segment }) => segment)
  bySegment.delete('')
  const weak = new Map([...bySegment].map(([segment, own]) => [segment, weakestFactors(own, { minimum })]))
  const lowest = new Map<string, number>()
  const heardIn = new Map<string, number>()
  for (const factors of weak.values())
    for (const { factor, satisfied } of factors) {
      lowest.set(factor, Math.min(satisfied, lowest.get(factor) ?? 1))
      heardIn.set(factor, (heardIn.get(factor) ?? 0) + 1)
    }
  return lowOnes(bySegment, (_own, segment) =>
    (weak.get(segment) ?? []).filter(
      ({ factor, satisfied }) => (heardIn.get(factor) ?? 0) > 1 && satisfied === lowest.get(factor),
    ),
  )
}

function lowOnes(
  groups: ReadonlyMap<string, readonly Verdicts[]>,
  factorsOf: (own: readonly Verdicts[], key: string) => readonly WeakFactor[],
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [key, own] of groups) {
    const low = factorsOf(own, key).filter(({ satisfied }) => satisfied < LOW_SHARE)
    if (low.length > 0)
      found.set(
        key,
        low.map(({ factor }) => factor),
      )
  }
  return found
}

/**
 * One respondent's satisfaction as a score, 0..100: the mean of the verdicts; null: none was given.
 *
 * @example scoreOf({ delivery: 5, image: 4 }) // 87.5
 */
export function scoreOf(factors: Verdicts['factors']): number | null {
  const given = Object.values(factors)
  return given.length === 0 ? null : (given.reduce((sum, point) => sum + point - 1, 0) / given.length) * 25
}
