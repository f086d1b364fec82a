/** Where a column keeps less than this of its variance beside the others, it says nothing of its own. */
const LEAST_OWN_SHARE = 1e-10

/**
 * The squared distance of a row from a mean, in the units of the covariance: (x − m)ᵀ S⁻¹ (x − m). Null when S has no inverse: a
 * column that never varies, or one that follows from others.
 *
 * Solved by Cholesky on the correlations, so the scale of a column does not matter.
 *
 * @example distanceFrom({ mean: [3], covariance: [[4]] })?.([7]) // 4
 */
export function distanceFrom({
  mean,
  covariance,
}: {
  mean: readonly number[]
  covariance: readonly (readonly number[])[]
}): ((row: readonly number[]) => number) | null {
  const deviations = mean.map((_, at) => Math.sqrt(covariance[at]?.[at] ?? 0))
  if (deviations.length === 0 || deviations.some(deviation => !(deviation > 0))) return null
  const correlations = covariance.map((line, i) =>
    line.map((value, j) => (i === j ? 1 : value / ((deviations[i] ?? 1) * (deviations[j] ?? 1)))),
  )
  const lower = cholesky(correlations)
  if (!lower) return null
  return row => {
    // Forward substitution: the length of L⁻¹ z is the distance.
    const solved: number[] = []
    for (const [i, line] of lower.entries()) {
      const z = ((row[i] ?? 0) - (mean[i] ?? 0)) / (deviations[i] ?? 1)
      const known = solved.reduce((sum, value, j) => sum + value * (line[j] ?? 0), 0)
      solved.push((z - known) / (line[i] ?? 1))
    }
    return solved.reduce((sum, value) => sum + value ** 2, 0)
  }
}

/** The lower triangle L of a correlation matrix, so that L Lᵀ is the matrix; null when a column follows from those before it. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = []
  for (const [i, line] of matrix.entries()) {
    const own: number[] = []
    lower.push(own)
    for (let j = 0; j <= i; j += 1) {
      const known = own.reduce((sum, value, k) => sum + value * (lower[j]?.[k] ?? 0), 0)
      const rest = (line[j] ?? 0) - known
      if (i === j && !(rest > LEAST_OWN_SHARE)) return null
      own.push(i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] ?? 1))
    }
  }
  return lower
}
