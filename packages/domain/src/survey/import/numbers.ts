import { SURVEY_LIMITS } from '../limits.ts'
import { MOST_STEPS } from '../question-faults.ts'

/** A bound that a number may have; undefined for none, and for what is beyond. */
export function boundWithin(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) <= SURVEY_LIMITS.number ? value : undefined
}

/**
 * A line from `min` to `max` in steps that fit; null when there is none with these ends.
 *
 * @example lineOf(0, 10, 3) // { min: 0, max: 10, step: 1 }
 */
export function lineOf(
  min: number,
  max: number,
  step: number,
): { min: number; max: number; step: number } | null {
  if (boundWithin(min) === undefined || boundWithin(max) === undefined || min >= max) return null
  const fitting = [step, 1, (max - min) / 10].find(one => one >= 1e-6 && fits(min, max, one))
  return fitting === undefined ? null : { min, max, step: fitting }
}

function fits(min: number, max: number, step: number): boolean {
  const steps = (max - min) / step
  return steps <= MOST_STEPS && steps >= 1 && Math.abs(steps - Math.round(steps)) < 1e-6
}

/**
 * How many digits follow the point of a step.
 *
 * @example decimalsOf(0.05) // 2
 */
export function decimalsOf(step: number): number {
  const [, digits = ''] = String(step).split('.')
  return /e/.test(String(step)) ? SURVEY_LIMITS.decimals : Math.min(digits.length, SURVEY_LIMITS.decimals)
}

/**
 * A whole number within bounds.
 *
 * @example wholeWithin(12.4, 1, 10) // 10
 */
export function wholeWithin(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, Math.round(value)))
}
