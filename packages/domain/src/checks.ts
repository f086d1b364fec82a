/**
 * One policy for the whole package: an argument that cannot be meant (a fraction of a respondent, a confidence
 * of 95 instead of 0.95, 30 February) is refused with a `RangeError` that names it. `NaN` never flows out.
 * An expected refusal (a full event, a contact who opted out) is not an error: it is returned with its reason.
 */
export function requireThat(holds: boolean, message: string): asserts holds {
  if (!holds) throw new RangeError(message)
}

/** A whole number from `least` (default 0) to `most`. */
export function requireWhole(name: string, value: number, least = 0, most = Number.MAX_SAFE_INTEGER): void {
  requireThat(
    Number.isSafeInteger(value) && value >= least && value <= most,
    `${name} must be a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}, not ${value}`,
  )
}

/** Beyond it squares and their sums overflow; nothing that is measured is as large. */
const LARGEST = 1e100

/** A measured number: `NaN`, infinities and what no scale holds are refused. */
export function requireMeasured(name: string, value: number): void {
  requireThat(Math.abs(value) <= LARGEST, `${name} is no number that can be measured: ${value}`)
}

/** The same, and above 0 by more than nothing. */
export function requirePositive(name: string, value: number): void {
  requireThat(value >= 1 / LARGEST && value <= LARGEST, `${name} must be above 0, not ${value}`)
}

/** What came out: arithmetic on numbers that nobody means may leave the numbers. */
export function requireComputed(name: string, value: number): number {
  requireThat(Number.isFinite(value), `${name} cannot be computed from numbers as large or as small as these`)
  return value
}

/** A proportion: 0 and 1 included. */
export function requireProportion(name: string, value: number): void {
  requireThat(value >= 0 && value <= 1, `${name} must be between 0 and 1, not ${value}`)
}

/** Strictly between 0 and 1, as a confidence level or an expected rate must be. */
export function requireOpenProportion(name: string, value: number): void {
  requireThat(value > 0 && value < 1, `${name} must be above 0 and below 1, not ${value}`)
}

/** An instant that exists: `new Date('nonsense')` is refused. */
export function requireInstant(name: string, value: Date): void {
  requireThat(!Number.isNaN(value.getTime()), `${name} is not a valid instant`)
}
