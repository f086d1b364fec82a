const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Whether a text is a day that exists.
 *
 * @example isLocalDate('2028-02-29') // true
 * @example isLocalDate('2026-02-29') // false
 */
export function isLocalDate(text: string): boolean {
  const time = SHAPE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
