import { requireWhole } from '../checks.ts'
import type { DriverCorrelations } from '../statistics/drivers.ts'

/** One respondent: how the drivers and the outcome were rated, more being better; null: not rated. */
export interface DriverRow {
  account: string
  ratings: readonly (number | null)[]
  outcome: number | null
}

/** What a set of respondents adds up to, in one run of numbers; that of several accounts adds up too. */
export type Moments = Float64Array

/** Answers as far as drivers depend on them: it grows with accounts and with patterns of answers, not with respondents. */
export interface DriverTally {
  drivers: number
  /** Respondents who rated everything; others are left out. */
  responses: number
  leftOut: number
  accounts: number
  add(row: DriverRow): void
  /** Of everybody, or of these accounts by their numbers; one drawn twice counts twice. */
  moments(drawn?: readonly number[]): Moments
  /** Of everybody, ranks in place of points. */
  momentsOfRanks(): Moments
}

/**
 * Adds up answers for `analyseDrivers`, one after another.
 *
 * @param drivers How many drivers each row rates, one or more.
 * @throws RangeError for no drivers, or when a row rates another number of them.
 * @example const tally = driverTally(6); for await (const row of rows) tally.add(row)
 */
export function driverTally(drivers: number): DriverTally {
  requireWhole('drivers', drivers, 1)
  const columns = drivers + 1
  const width = momentsOf(columns)
  const numbers = new Map<string, number>()
  const patterns = new Map<string, { values: number[]; times: number }>()
  let byAccount = new Float64Array(16 * width)

  function numberOf(account: string): number {
    const known = numbers.get(account)
    if (known !== undefined) return known
    const next = numbers.size
    if ((next + 1) * width > byAccount.length) byAccount = grown(byAccount)
    numbers.set(account, next)
    return next
  }

  function momentsOfAccounts(drawn: Iterable<number>): Moments {
    const times = new Uint32Array(numbers.size)
    for (const account of drawn) times[account] = (times[account] as number) + 1
    const sum = new Float64Array(width)
    // In the order of memory: drawn as they come, most of the time would go into waiting for it.
    for (const [account, count] of times.entries()) {
      if (count === 0) continue
      const from = account * width
      for (let at = 0; at < width; at += 1)
        sum[at] = (sum[at] as number) + count * (byAccount[from + at] as number)
    }
    return sum
  }

  return {
    drivers,
    responses: 0,
    leftOut: 0,
    get accounts() {
      return numbers.size
    },
    add({ account, ratings, outcome }) {
      if (ratings.length !== drivers)
        throw new RangeError(`a row rates ${drivers} drivers, not ${ratings.length}`)
      const values = [...ratings, outcome]
      if (!areWhole(values)) {
        this.leftOut += 1
        return
      }
      this.responses += 1
      // The number first: it may move the accounts to a larger place.
      const number = numberOf(account)
      addTo(byAccount, number * width, values, 1)
      const key = values.join(' ')
      const pattern = patterns.get(key)
      if (pattern) pattern.times += 1
      else patterns.set(key, { values, times: 1 })
    },
    moments: drawn => momentsOfAccounts(drawn ?? numbers.values()),
    momentsOfRanks() {
      const all = [...patterns.values()]
      const ranks = Array.from({ length: columns }, (_, at) => {
        const times = new Map<number, number>()
        for (const { values, times: more } of all) {
          const value = values[at] as number
          times.set(value, (times.get(value) ?? 0) + more)
        }
        return midRanks(times)
      })
      const sum = new Float64Array(width)
      for (const { values, times } of all)
        addTo(
          sum,
          0,
          values.map((value, at) => ranks[at]?.get(value) ?? 0),
          times,
        )
      return sum
    },
  }
}

function areWhole(values: (number | null)[]): values is number[] {
  return values.every(value => value !== null)
}

function grown(full: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(full.length * 2)
  larger.set(full)
  return larger
}

/** Layout: how many, the sum of each column, then the products of each column with itself and those after it. */
const momentsOf = (columns: number) => 1 + columns + (columns * (columns + 1)) / 2

function addTo(moments: Moments, from: number, values: readonly number[], times: number): void {
  let product = from + 1 + values.length
  moments[from] = (moments[from] as number) + times
  for (const [i, value] of values.entries()) {
    moments[from + 1 + i] = (moments[from + 1 + i] as number) + times * value
    for (let j = i; j < values.length; j += 1) {
      moments[product] = (moments[product] as number) + times * value * (values[j] as number)
      product += 1
    }
  }
}

/** The mean of each driver, without the outcome; 0 of nobody. */
export function meansOf(moments: Moments, drivers: number): number[] {
  const count = moments[0] ?? 0
  return Array.from(moments.subarray(1, 1 + drivers), sum => (count === 0 ? 0 : sum / count))
}

/** Pearson's correlations. `whole` is null where a driver or the outcome never varies. */
export function correlationsOf(
  moments: Moments,
  drivers: number,
): { withOutcome: (number | null)[]; whole: DriverCorrelations | null } {
  const columns = drivers + 1
  const count = Math.max(1, moments[0] ?? 0)
  const sum = (i: number) => moments[1 + i] ?? 0
  const product = (i: number, j: number) => {
    const [low, high] = i < j ? [i, j] : [j, i]
    return moments[1 + columns + low * columns - (low * (low - 1)) / 2 + high - low] ?? 0
  }
  const covariance = (i: number, j: number) => product(i, j) - (sum(i) * sum(j)) / count
  const spreads = Array.from({ length: columns }, (_, i) => covariance(i, i))
  const varies = spreads.map((spread, i) => spread > 1e-9 * Math.max(1, product(i, i)))
  const correlation = (i: number, j: number) => {
    if (!varies[i] || !varies[j]) return null
    if (i === j) return 1
    const r = covariance(i, j) / Math.sqrt((spreads[i] ?? 0) * (spreads[j] ?? 0))
    return Math.max(-1, Math.min(1, r))
  }
  const all = Array.from({ length: drivers }, (_, i) => i)
  const withOutcome = all.map(i => correlation(i, drivers))
  if (!varies.every(Boolean)) return { withOutcome, whole: null }
  return {
    withOutcome,
    whole: {
      predictors: all.map(i => all.map(j => correlation(i, j) ?? 0)),
      outcome: withOutcome.map(r => r ?? 0),
    },
  }
}

/**
 * The rank of each value, of those given so many times; equal ones share the mean of theirs.
 *
 * @example midRanks(new Map([[3, 2], [1, 1]])) // Map { 1 => 1, 3 => 2.5 }
 */
export function midRanks(times: ReadonlyMap<number, number>): Map<number, number> {
  const ranks = new Map<number, number>()
  let before = 0
  for (const [value, count] of [...times].toSorted(([a], [b]) => a - b)) {
    ranks.set(value, before + (count + 1) / 2)
    before += count
  }
  return ranks
}
