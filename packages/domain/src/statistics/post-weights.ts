import { requireMeasured, requirePositive, requireThat, requireWhole } from '../checks.ts'
import { weightedDesignEffect } from './weights.ts'

/**
 * The mean after answers were brought in line with known sizes of strata.
 *
 * ȳ = Σ (N_h/N) ȳ_h; each answer weighs N_h/n_h. v = (1 − n/N) Σ (N_h/N) s_h² / n: the sizes of the strata in the sample were chance,
 * so a proportional allocation is what is expected.
 *
 * @throws RangeError for a stratum without answers, one answer of several, more answers than people, a value that is no number.
 * @see Lohr, Sampling: Design and Analysis, 2nd ed., 4.4, equation 4.22
 * @example postStratify({ strata: [{ population: 60, values: [80, 90] }, { population: 40, values: [50, 60, 70] }] })
 *   // { mean: 75, standardError: 3.45, weights: [30, 13.33] }
 */
export function postStratify({
  strata,
}: {
  strata: readonly { population: number; values: readonly number[] }[]
}): { mean: number; standardError: number; weights: number[] } {
  requireThat(strata.length > 0, 'there is no stratum')
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0)
  const n = strata.reduce((sum, { values }) => sum + values.length, 0)
  let [mean, spread] = [0, 0]
  for (const [at, stratum] of strata.entries()) {
    const { values } = stratum
    requireWhole(`population of stratum ${at}`, stratum.population, Math.max(1, values.length))
    requireThat(values.length > 0, `nobody answered in stratum ${at}: put it together with another`)
    for (const value of values) requireMeasured(`a value of stratum ${at}`, value)
    requireThat(
      values.length > 1 || stratum.population === 1,
      `one answer of several tells nothing of the spread in stratum ${at}`,
    )
    const own = values.reduce((sum, value) => sum + value, 0) / values.length
    const squares = values.reduce((sum, value) => sum + (value - own) ** 2, 0)
    const share = stratum.population / population
    mean += share * own
    spread += share * (squares / Math.max(1, values.length - 1))
  }
  return {
    mean,
    standardError: Math.sqrt(((1 - n / population) * spread) / n),
    weights: strata.map(stratum => stratum.population / stratum.values.length),
  }
}

export interface Raked {
  /** Of one respondent in each cell, a matrix like the counts. */
  weights: number[][]
  /** Rounds of rows and columns. */
  iterations: number
  /** The largest difference between a weighted margin and its target that is left; above the tolerance: it did not converge. */
  maxGap: number
  /** Kish's, over respondents. */
  designEffect: number
  effectiveSample: number
}

/**
 * Weights that bring two margins of a table in line with what is known of the population (iterative proportional fitting).
 * Odds ratios within the table stay as they were answered.
 *
 * @param counts Respondents by row and column.
 * @param tolerance Absolute, in the units of the targets; 1e-8 where nothing is said.
 * @throws RangeError for a table that is not rectangular, targets that do not match it or each other in sum, negative numbers,
 *   an empty row or column with a target above 0.
 * @see Deming and Stephan, Annals of Mathematical Statistics 11 (1940); Lohr, Sampling: Design and Analysis, 2nd ed., 8.5.2.2
 * @example rake({ counts: [[10, 20], [30, 40]], rowTargets: [50, 50], columnTargets: [60, 40] }).weights
 */
export function rake({
  counts,
  rowTargets,
  columnTargets,
  tolerance = 1e-8,
  maxIterations = 1000,
}: {
  counts: readonly (readonly number[])[]
  rowTargets: readonly number[]
  columnTargets: readonly number[]
  tolerance?: number
  maxIterations?: number
}): Raked {
  requirePositive('the tolerance', tolerance)
  requireWhole('maxIterations', maxIterations, 1)
  requireTable(counts, rowTargets, columnTargets)
  const rows = rowTargets.map(() => 1)
  const columns = columnTargets.map(() => 1)
  const weightAt = (i: number, j: number) => (rows[i] ?? 0) * (columns[j] ?? 0)
  const rowSum = (i: number) => sumOf(columns, (_, j) => (counts[i]?.[j] ?? 0) * weightAt(i, j))
  const columnSum = (j: number) => sumOf(rows, (_, i) => (counts[i]?.[j] ?? 0) * weightAt(i, j))
  let [iterations, maxGap] = [0, Number.POSITIVE_INFINITY]
  while (iterations < maxIterations && maxGap > tolerance) {
    iterations += 1
    scale(rows, rowTargets, rowSum)
    scale(columns, columnTargets, columnSum)
    maxGap = Math.max(
      ...rowTargets.map((target, i) => Math.abs(rowSum(i) - target)),
      ...columnTargets.map((target, j) => Math.abs(columnSum(j) - target)),
    )
  }
  const weights = rows.map((_, i) => columns.map((__, j) => weightAt(i, j)))
  const designEffect = weightedDesignEffect(
    counts.flatMap((line, i) => line.map((count, j) => ({ count, weight: weightAt(i, j) }))),
  )
  const n = sumOf(counts, line => sumOf(line, count => count))
  return { weights, iterations, maxGap, designEffect, effectiveSample: n / designEffect }
}

/** Brings each margin to its target; what has no answers any more stays at 0. */
function scale(factors: number[], targets: readonly number[], sum: (at: number) => number): void {
  for (const [at, target] of targets.entries()) {
    const now = sum(at)
    factors[at] = now > 0 ? ((factors[at] ?? 0) * target) / now : 0
  }
}

function requireTable(
  counts: readonly (readonly number[])[],
  rowTargets: readonly number[],
  columnTargets: readonly number[],
): void {
  requireThat(counts.length > 0 && counts.length === rowTargets.length, 'every row of the table has a target')
  requireThat(
    counts.every(line => line.length > 0 && line.length === columnTargets.length),
    'every column of the table has a target',
  )
  for (const number of [...counts.flat(), ...rowTargets, ...columnTargets]) {
    requireThat(number >= 0, `counts and targets are 0 or more, not ${number}`)
    requireMeasured('a count or target', number)
  }
  const [rowTotal, columnTotal] = [sumOf(rowTargets, one => one), sumOf(columnTargets, one => one)]
  requireThat(rowTotal > 0, 'no target is above 0')
  requireThat(
    Math.abs(rowTotal - columnTotal) <= 1e-9 * rowTotal,
    `the targets of rows (${rowTotal}) and columns (${columnTotal}) add up to different totals`,
  )
  for (const [i, target] of rowTargets.entries())
    requireThat(target === 0 || counts[i]?.some(count => count > 0) === true, `nobody answered in row ${i}`)
  for (const [j, target] of columnTargets.entries())
    requireThat(target === 0 || counts.some(line => (line[j] ?? 0) > 0), `nobody answered in column ${j}`)
}

const sumOf = <Item>(items: readonly Item[], value: (item: Item, at: number) => number) =>
  items.reduce((sum, item, at) => sum + value(item, at), 0)
