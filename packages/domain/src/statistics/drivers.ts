import { EVD, Matrix } from 'ml-matrix'
import { requireThat } from '../checks.ts'

/** What drivers have in common with an outcome: correlations among them, and of each with the outcome. */
export interface DriverCorrelations {
  /** Symmetric, 1 on the diagonal. */
  predictors: readonly (readonly number[])[]
  outcome: readonly number[]
}

export interface DriverImportance {
  /** The share of the outcome's variance that all drivers explain together, 0 to 1. */
  rSquared: number
  /** The part of it that goes to each driver, in their order; they add up to it. Never negative: signs are those of the correlations. */
  importance: number[]
}

const RESPONSES_PER_DRIVER = 10
const LEAST_RESPONSES = 50

/** More drivers than these cannot be tried in all their combinations. */
const MOST_FOR_SHAPLEY = 15
/** A correlation matrix with a smaller eigenvalue: a driver follows from others, and nobody can tell them apart. */
const LEAST_EIGENVALUE = 1e-10
const ROUNDING = 1e-9

/**
 * Whether there are answers enough to tell drivers apart; with fewer only correlations are shown.
 *
 * @example enoughForImportance({ responses: 59, drivers: 6 }) // false: ten for each, and fifty in all
 */
export function enoughForImportance({ responses, drivers }: { responses: number; drivers: number }): boolean {
  return responses >= Math.max(LEAST_RESPONSES, RESPONSES_PER_DRIVER * drivers)
}

/**
 * Relative weights: how much of R² goes to each driver, by way of the uncorrelated variables that are closest to them.
 *
 * Λ = R^½, β = Λ⁻¹ r, ε_j = Σ_k λ_jk² β_k².
 *
 * @throws RangeError for a matrix that is no correlation matrix, collinear drivers, correlations that no data can have.
 * @see Johnson, Multivariate Behavioral Research 35 (2000) 1–19
 * @example relativeWeights({ predictors: [[1, 0], [0, 1]], outcome: [0.6, 0.3] }) // { rSquared: 0.45, importance: [0.36, 0.09] }
 */
export function relativeWeights(correlations: DriverCorrelations): DriverImportance {
  const { values, vectors } = spectrum(correlations)
  const { outcome } = correlations
  const axes = values.map((value, k) => ({
    root: Math.sqrt(value),
    direction: vectors.map(line => line[k] ?? 0),
  }))
  // Both Λ and its inverse stand on the same axes.
  const rootAt = (i: number, j: number, power: 1 | -1) =>
    axes.reduce(
      (sum, { root, direction }) => sum + (direction[i] ?? 0) * (direction[j] ?? 0) * root ** power,
      0,
    )
  const betas = outcome.map((_, k) => outcome.reduce((sum, r, j) => sum + rootAt(k, j, -1) * r, 0))
  const importance = outcome.map((_, j) =>
    betas.reduce((sum, beta, k) => sum + rootAt(j, k, 1) ** 2 * beta ** 2, 0),
  )
  return explained(importance)
}

/**
 * Shapley values of R² (LMG): the mean of what a driver adds, over all orders in which drivers can be added.
 *
 * φ_j = Σ_S |S|!(p−|S|−1)!/p! (R²(S ∪ j) − R²(S)).
 *
 * @throws RangeError as `relativeWeights` does, and for more than 15 drivers.
 * @see Lindeman, Merenda and Gold (1980); Grömping, The American Statistician 61 (2007)
 * @example shapleyImportance({ predictors: [[1, 0.5], [0.5, 1]], outcome: [0.6, 0.4] }) // { rSquared: 0.3733, importance: [0.2867, 0.0867] }
 */
export function shapleyImportance(correlations: DriverCorrelations): DriverImportance {
  spectrum(correlations)
  const { predictors, outcome } = correlations
  const count = outcome.length
  requireThat(
    count <= MOST_FOR_SHAPLEY,
    `Shapley values of more than ${MOST_FOR_SHAPLEY} drivers take too long`,
  )
  const fits = new Float64Array(2 ** count)
  for (let set = 1; set < fits.length; set += 1) fits[set] = fitOf(membersOf(set, count), predictors, outcome)
  const shareOf = sharesBySize(count)
  const importance = outcome.map((_, j) => {
    const own = 1 << j
    let sum = 0
    for (let set = 0; set < fits.length; set += 1)
      if ((set & own) === 0) sum += (shareOf[sizeOf(set)] ?? 0) * ((fits[set | own] ?? 0) - (fits[set] ?? 0))
    return sum
  })
  return explained(importance)
}

/**
 * Pearson's correlations of drivers and outcome, what the two above take. Rows are respondents.
 *
 * @throws RangeError for fewer than three rows, rows of different lengths, a value that is no number, a column that never varies.
 * @example correlations({ rows: [[1, 2], [2, 1], [3, 3]], outcome: [1, 2, 3] }) // { predictors: [[1, 0.5], [0.5, 1]], outcome: [1, 0.5] }
 */
export function correlations({
  rows,
  outcome,
}: {
  rows: readonly (readonly number[])[]
  outcome: readonly number[]
}): { predictors: number[][]; outcome: number[] } {
  requireThat(rows.length >= 3, 'a correlation needs three respondents or more')
  requireThat(rows.length === outcome.length, 'every respondent has an outcome')
  const width = rows[0]?.length ?? 0
  requireThat(width > 0 && rows.every(row => row.length === width), 'every respondent has the same drivers')
  const columns = Array.from({ length: width }, (_, j) =>
    standardised(
      rows.map(row => row[j] ?? Number.NaN),
      `driver ${j}`,
    ),
  )
  const scores = standardised(outcome, 'the outcome')
  return {
    predictors: columns.map((a, i) => columns.map((b, j) => (i === j ? 1 : product(a, b)))),
    outcome: columns.map(column => product(column, scores)),
  }
}

/** Centred, and of length 1: then a correlation is a product. */
function standardised(values: readonly number[], name: string): number[] {
  requireThat(values.every(Number.isFinite), `${name} has a value that is no number`)
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  // Measured by the largest value, so that squares neither overflow nor vanish.
  const scaled = values.map(value => (size > 0 ? value / size : 0))
  const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length
  const centred = scaled.map(value => value - mean)
  const length = Math.sqrt(product(centred, centred))
  requireThat(length > 1e-12, `${name} never varies`)
  return centred.map(value => value / length)
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function explained(importance: readonly number[]): DriverImportance {
  const rSquared = importance.reduce((sum, part) => sum + part, 0)
  requireThat(rSquared <= 1 + ROUNDING, `no data have these correlations: R² would be ${rSquared}`)
  return { rSquared: Math.min(1, rSquared), importance: importance.map(part => Math.max(0, part)) }
}

function spectrum({ predictors, outcome }: DriverCorrelations) {
  const count = outcome.length
  requireThat(
    count > 0 && predictors.length === count,
    'there is a correlation with the outcome for each driver',
  )
  for (const [i, line] of predictors.entries()) {
    requireThat(line.length === count, 'correlations are a square matrix')
    requireThat(Math.abs((line[i] ?? 0) - 1) <= ROUNDING, 'a driver correlates with itself by 1')
    for (const [j, value] of line.entries())
      requireThat(
        isCorrelation(value) && Math.abs(value - (predictors[j]?.[i] ?? Number.NaN)) <= ROUNDING,
        `no correlation: ${value} of drivers ${i} and ${j}`,
      )
  }
  for (const value of outcome) requireThat(isCorrelation(value), `no correlation with the outcome: ${value}`)
  const found = new EVD(new Matrix(predictors.map(line => [...line])), { assumeSymmetric: true })
  const values = found.realEigenvalues
  requireThat(
    values.every(value => value > LEAST_EIGENVALUE),
    'a driver follows from others, so their importance cannot be told apart',
  )
  return { values, vectors: found.eigenvectorMatrix.to2DArray() }
}

const isCorrelation = (value: number) => Math.abs(value) <= 1 + ROUNDING

/** R² of some drivers, by Cholesky: the squared length of L⁻¹ r. */
function fitOf(
  members: readonly number[],
  predictors: readonly (readonly number[])[],
  outcome: readonly number[],
): number {
  const lower: number[][] = []
  const solved: number[] = []
  let fit = 0
  for (const i of members) {
    const own: number[] = []
    for (const [place, j] of [...members.slice(0, lower.length), i].entries()) {
      const known = own.reduce((sum, value, k) => sum + value * (lower[place]?.[k] ?? own[k] ?? 0), 0)
      const rest = (predictors[i]?.[j] ?? 0) - known
      own.push(i === j ? Math.sqrt(rest) : rest / (lower[place]?.[place] ?? 1))
    }
    const known = solved.reduce((sum, value, k) => sum + value * (own[k] ?? 0), 0)
    const value = ((outcome[i] ?? 0) - known) / (own[lower.length] ?? 1)
    lower.push(own)
    solved.push(value)
    fit += value ** 2
  }
  return fit
}

const membersOf = (set: number, count: number) =>
  Array.from({ length: count }, (_, j) => j).filter(j => (set & (1 << j)) !== 0)

function sizeOf(set: number): number {
  let size = 0
  for (let rest = set; rest > 0; rest &= rest - 1) size += 1
  return size
}

/** |S|!(p−|S|−1)!/p! by the size of S. */
function sharesBySize(count: number): number[] {
  const shares: number[] = []
  let choices = 1
  for (let size = 0; size < count; size += 1) {
    shares.push(1 / (count * choices))
    choices = (choices * (count - 1 - size)) / (size + 1)
  }
  return shares
}
