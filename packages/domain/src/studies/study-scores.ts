import { requireThat } from '../checks.ts'
import type { StudyCriterion, TestSheet } from './study.ts'
import { TEST_POINTS } from './study.ts'

/** Scores 0 to 100; null: nobody tried it. */
export interface TestScore {
  mean: number | null
  /** Standard deviation between testers (n − 1); null below two. */
  spread: number | null
  low: number | null
  high: number | null
  testers: number
}

/** `mixed`: testers of both see different ones ahead, or all see them level. `unknown`: nobody tried both. */
export type Lead = 'us' | 'them' | 'mixed' | 'unknown'

export interface ComparedScore {
  us: TestScore
  them: TestScore
  lead: Lead
}

export interface StudyResult {
  criteria: (ComparedScore & { id: string })[]
  factors: (ComparedScore & { factor: string; criteria: number })[]
}

/**
 * What the testers found, by criterion and by factor. A tester's score of a factor is the mean of the criteria that they tried,
 * each by its weight; the mean goes over testers. We lead only where every tester who tried both says so: a handful of
 * testers is no sample, so no interval is stated.
 *
 * @param sheets One a tester.
 * @throws RangeError for points outside 0 to 10 or a weight that is not positive.
 * @example studyResult({ criteria: [{ id: 'c', name: 'Start', factor: 'delivery', weight: 1 }], sheets: [{ c: { us: 8, them: 6 } }] })
 *   .factors[0]?.lead // 'us'
 */
export function studyResult({
  criteria,
  sheets,
}: {
  criteria: readonly StudyCriterion[]
  sheets: readonly TestSheet[]
}): StudyResult {
  for (const { weight } of criteria) requireThat(weight > 0, 'a criterion has a weight')
  const factors = [...new Set(criteria.map(({ factor }) => factor))]
  return {
    criteria: criteria.map(one => ({ id: one.id, ...compared([one], sheets) })),
    factors: factors.map(factor => {
      const own = criteria.filter(one => one.factor === factor)
      return { factor, criteria: own.length, ...compared(own, sheets) }
    }),
  }
}

function compared(criteria: readonly StudyCriterion[], sheets: readonly TestSheet[]): ComparedScore {
  const pairs = sheets.map(sheet => ({
    us: weightedMean(criteria, sheet, 'us'),
    them: weightedMean(criteria, sheet, 'them'),
  }))
  return {
    us: scoreOf(pairs.flatMap(({ us }) => us ?? [])),
    them: scoreOf(pairs.flatMap(({ them }) => them ?? [])),
    lead: leadOf(sheets.flatMap(sheet => differenceOf(criteria, sheet) ?? [])),
  }
}

/** Only of what the tester tried on both: else the one with the easier criteria would lead. */
function differenceOf(criteria: readonly StudyCriterion[], sheet: TestSheet): number | null {
  const tried = criteria.filter(({ id }) => sheet[id]?.us != null && sheet[id]?.them != null)
  const [us, them] = [weightedMean(tried, sheet, 'us'), weightedMean(tried, sheet, 'them')]
  return us === null || them === null ? null : us - them
}

function weightedMean(
  criteria: readonly StudyCriterion[],
  sheet: TestSheet,
  whose: 'us' | 'them',
): number | null {
  let [sum, weights] = [0, 0]
  for (const { id, weight } of criteria) {
    const points = sheet[id]?.[whose] ?? null
    if (points === null) continue
    requireThat(
      points >= TEST_POINTS.least && points <= TEST_POINTS.most,
      `points from ${TEST_POINTS.least} to ${TEST_POINTS.most}, not ${points}`,
    )
    sum += points * weight
    weights += weight
  }
  return weights === 0 ? null : (100 * sum) / (weights * TEST_POINTS.most)
}

function scoreOf(values: readonly number[]): TestScore {
  const testers = values.length
  if (testers === 0) return { mean: null, spread: null, low: null, high: null, testers }
  const mean = values.reduce((sum, value) => sum + value, 0) / testers
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    mean,
    spread: testers < 2 ? null : Math.sqrt(squares / (testers - 1)),
    low: Math.min(...values),
    high: Math.max(...values),
    testers,
  }
}

/** What rounding leaves of two equal means. */
const LEVEL = 1e-9

function leadOf(differences: readonly number[]): Lead {
  if (differences.length === 0) return 'unknown'
  if (differences.every(one => one > LEVEL)) return 'us'
  return differences.every(one => one < -LEVEL) ? 'them' : 'mixed'
}
