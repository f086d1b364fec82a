import { requireMeasured, requireThat, requireWhole } from '../checks.ts'
import { distanceFrom } from './mahalanobis.ts'

/** Answers in the order in which they were asked for: a point, or a code of what was chosen. Blanks are `null`. */
export type AnswerList = readonly (number | string | null)[]

/** Fewer seconds than these for each item are too few to read it. */
export const SECONDS_PER_ITEM = 2

/**
 * The length of the longest run of equal answers in a row; a blank breaks a run. 0 without answers.
 *
 * @throws RangeError for an answer that is not a number.
 * @see Johnson, Journal of Research in Personality 39 (2005) 103–129: the long-string index
 * @example longestRun([4, 4, 4, 2, null, 2]) // 3
 */
export function longestRun(answers: AnswerList): number {
  requireAnswers(answers)
  let longest = 0
  let length = 0
  for (const [at, answer] of answers.entries()) {
    length = answer === null ? 0 : at > 0 && answer === answers[at - 1] ? length + 1 : 1
    longest = Math.max(longest, length)
  }
  return longest
}

/**
 * How much one respondent's ratings vary: their standard deviation in points, with n − 1 (intra-individual response variability).
 * Blanks are skipped. Fewer than two ratings cannot vary: `null`.
 *
 * @throws RangeError for a rating that is not a number.
 * @see Dunn, Heggestad, Shanock and Theilgard, Journal of Business and Psychology 33 (2018) 105–121
 * @example answerVariability([5, 5, null, 5]) // 0
 * @example answerVariability([1, 3]) // 1.4142
 */
export function answerVariability(answers: readonly (number | null)[]): number | null {
  requireAnswers(answers)
  const given = answers.filter(answer => answer !== null)
  const [first] = given
  if (first === undefined || given.length < 2) return null
  // A mean of equal decimals may differ from them in the last place.
  if (given.every(answer => answer === first)) return 0
  for (const answer of given) requireMeasured('a rating', answer)
  const mean = given.reduce((sum, answer) => sum + answer, 0) / given.length
  return Math.sqrt(given.reduce((sum, answer) => sum + (answer - mean) ** 2, 0) / (given.length - 1))
}

/**
 * The squared Mahalanobis distance of each row from the mean of all rows, (x − x̄)ᵀ S⁻¹ (x − x̄), S with n − 1. Of many normal rows
 * it follows chi-square with as many degrees of freedom as columns. The distances of n rows of p columns sum to (n − 1) p.
 *
 * @throws RangeError for no rows, rows of different length, values that are not finite, no more rows than columns, or columns that
 * do not vary or follow from one another: S then has no inverse.
 * @see Mahalanobis, Proceedings of the National Institute of Sciences of India 2 (1936) 49–55; Meade and Craig,
 * Psychological Methods 17 (2012) 437–455
 * @example mahalanobisDistances([[1], [2], [3]]) // [1, 0, 1]
 */
export function mahalanobisDistances(rows: readonly (readonly number[])[]): number[] {
  const [first] = rows
  requireThat(first !== undefined && first.length > 0, 'distances need rows with at least one column')
  for (const row of rows) {
    requireThat(row.length === first.length, 'the rows must be of one length')
    for (const value of row) requireThat(Number.isFinite(value), `a value must be a number, not ${value}`)
  }
  requireThat(rows.length > first.length, `${first.length} columns need more than ${rows.length} rows`)
  const mean = first.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0) / rows.length, 0))
  const centred = rows.map(row => row.map((value, i) => value - (mean[i] ?? 0)))
  const covariance = first.map((_, i) =>
    first.map(
      (_, j) => centred.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) / (rows.length - 1),
    ),
  )
  const distance = distanceFrom({ mean, covariance })
  requireThat(distance !== null, 'a column does not vary, or follows from the others')
  return rows.map(distance)
}

/**
 * Whether somebody was too fast to have read: under 2 seconds an item; exactly 2 is not. Without items nobody is too fast.
 *
 * @throws RangeError for seconds that are negative or no number, items that are no whole number.
 * @see Huang, Curran, Keeney, Poposki and DeShon, Journal of Business and Psychology 27 (2012) 99–114
 * @example isTooFast({ seconds: 11, items: 6 }) // true
 * @example isTooFast({ seconds: 12, items: 6 }) // false
 */
export function isTooFast({ seconds, items }: { seconds: number; items: number }): boolean {
  requireThat(Number.isFinite(seconds) && seconds >= 0, `seconds must not be negative: ${seconds}`)
  requireWhole('items', items)
  return seconds < SECONDS_PER_ITEM * items
}

/**
 * The share (0 to 1) of the items answered by both in which two respondents gave the same answer; `null` where they have no item in
 * common. Symmetric.
 *
 * @throws RangeError for lists of different length, or an answer that is not a number.
 * @see Kuriakose and Robbins, Statistical Journal of the IAOS 32 (2016) 283–291: near duplicates by percent match
 * @example matchShare([5, 4, 3, null], [5, 4, 1, 2]) // 0.6667
 */
export function matchShare(a: AnswerList, b: AnswerList): number | null {
  requireThat(a.length === b.length, `lists of ${a.length} and ${b.length} answers cannot be compared`)
  requireAnswers(a)
  requireAnswers(b)
  let common = 0
  let equal = 0
  for (const [at, answer] of a.entries()) {
    if (answer === null || b[at] === null) continue
    common += 1
    if (answer === b[at]) equal += 1
  }
  return common === 0 ? null : equal / common
}

function requireAnswers(answers: AnswerList): void {
  for (const answer of answers)
    requireThat(
      answer === null || typeof answer === 'string' || Number.isFinite(answer),
      `an answer must be a number or null, not ${answer}`,
    )
}
