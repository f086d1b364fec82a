import { requireMeasured, requireThat, requireWhole } from '../checks.ts'

interface AllocationStratum {
  /** How many there are. */
  population: number
  /** Of what is measured, from an earlier wave; Neyman's allocation needs it. */
  standardDeviation?: number
}

/**
 * How a sample is divided among strata: one whole number a stratum, in their order, `sample` in all, capped at the whole population.
 *
 * proportional: n_h = n N_h / N; Neyman: n_h = n N_h S_h / Σ N S. No stratum gives more than it has: what is too much for one goes
 * to the others by the same rule. Rounded by largest remainder, ties to the earlier stratum.
 *
 * @throws RangeError for numbers that are not whole and not negative, and for Neyman without deviations or with none above zero.
 * @see Cochran, Sampling Techniques, 3rd ed., 5.5 and 5.8
 * @example allocate({ sample: 10, strata: [{ population: 60 }, { population: 40 }], method: 'proportional' }) // [6, 4]
 */
export function allocate({
  sample,
  strata,
  method,
}: {
  sample: number
  strata: readonly AllocationStratum[]
  method: 'proportional' | 'neyman'
}): number[] {
  requireWhole('sample', sample)
  const weights = strata.map((stratum, at) => {
    requireWhole(`population of stratum ${at}`, stratum.population)
    if (method === 'proportional') return stratum.population
    const deviation = stratum.standardDeviation
    requireThat(
      deviation !== undefined && Number.isFinite(deviation) && deviation >= 0,
      `stratum ${at} needs a standard deviation, 0 or more`,
    )
    requireMeasured(`the standard deviation of stratum ${at}`, deviation)
    return stratum.population * deviation
  })
  const populations = strata.map(({ population }) => population)
  const whole = Math.min(sample, sumOf(populations))
  requireThat(whole === 0 || sumOf(weights) > 0, 'every standard deviation is 0: nothing to allocate by')
  return roundToSum(shares(whole, weights, populations), populations, whole)
}

/** Shares by weight, none above its cap; what a capped one cannot take is shared among the others. */
function shares(whole: number, weights: readonly number[], caps: readonly number[]): number[] {
  const given = weights.map(() => 0)
  const open = new Set(weights.keys())
  let left = whole
  while (left > 1e-9 && open.size > 0) {
    const total = sumOf([...open].map(at => weights[at] ?? 0))
    // Only strata without any spread are left: they share by their size.
    const weight = (at: number) => (total > 0 ? (weights[at] ?? 0) : (caps[at] ?? 0))
    const base = sumOf([...open].map(weight))
    if (base === 0) break
    const full = [...open].filter(at => (left * weight(at)) / base >= (caps[at] ?? 0))
    if (full.length === 0) {
      for (const at of open) given[at] = (left * weight(at)) / base
      break
    }
    for (const at of full) {
      given[at] = caps[at] ?? 0
      left -= given[at] ?? 0
      open.delete(at)
    }
  }
  return given
}

function roundToSum(exact: readonly number[], caps: readonly number[], whole: number): number[] {
  const rounded = exact.map(share => Math.floor(share + 1e-9))
  const byRemainder = [...exact.keys()].sort(
    (a, b) => (exact[b] ?? 0) - (rounded[b] ?? 0) - ((exact[a] ?? 0) - (rounded[a] ?? 0)) || a - b,
  )
  let left = whole - sumOf(rounded)
  for (const at of byRemainder) {
    if (left <= 0) break
    if ((rounded[at] ?? 0) >= (caps[at] ?? 0)) continue
    rounded[at] = (rounded[at] ?? 0) + 1
    left -= 1
  }
  return rounded
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
