import { requireWhole } from '../checks.ts'
import { satisfactionMeasures } from '../measures.ts'
import type { Quarter } from '../quarter.ts'
import { addQuarters, compareQuarters } from '../quarter.ts'

/** One person's verdicts, 1 to 5 by factor, given in a wave of a quarter. */
export interface AccountAnswer {
  contactId: string
  quarter: Quarter
  at: Date
  verdicts: Readonly<Record<string, number>>
}

/** A half of a fiscal year: two quarters, so that both halves of a panel were asked. */
export interface ScorePoint {
  from: Quarter
  to: Quarter
  /** People who rated the factor; each counts once, with the latest verdict. */
  n: number
  /** Net satisfaction index, 0 to 100; null: too few, or others could be computed from it. */
  index: number | null
}

export interface AccountScores {
  factor: string
  /** The oldest first. */
  points: ScorePoint[]
}

/**
 * How an account judges each factor, by halves of the fiscal year up to the one that `quarter` is in. Halves do not overlap: from
 * windows that do, a single person's verdict could be had by taking one from the next (law 5).
 *
 * @param others How many other people of the region rated a factor in a half: where they are few, their score could be had by taking
 *   the account's from the region's, so that neither is shown here.
 * @throws RangeError for a minimum or a number of halves that is no whole number of 1 or more.
 * @example accountScores({ answers, factors: ['delivery'], quarter, halves: 4, minimumCell: 5, others: () => 40 })[0]?.points.at(-1)
 *   // { from: { year: 2026, quarter: 3 }, to: { year: 2026, quarter: 4 }, n: 7, index: 39 }
 */
export function accountScores({
  answers,
  factors,
  quarter,
  halves,
  minimumCell,
  others,
}: {
  answers: readonly AccountAnswer[]
  factors: readonly string[]
  quarter: Quarter
  halves: number
  minimumCell: number
  others: (factor: string, half: Pick<ScorePoint, 'from' | 'to'>) => number
}): AccountScores[] {
  requireWhole('minimumCell', minimumCell, 1)
  requireWhole('halves', halves, 1)
  const spans = halvesUntil(quarter, halves)
  return factors.map(factor => ({
    factor,
    points: spans.map(({ from, to }) => {
      const values = latestVerdicts(answers, factor, { from, to })
      const { n, netSatisfactionIndex } = satisfactionMeasures({ counts: countsOf(values) })
      const left = others(factor, { from, to })
      const leaks = left > 0 && left < minimumCell
      return { from, to, n, index: n < minimumCell || leaks ? null : netSatisfactionIndex }
    }),
  }))
}

/**
 * The halves of fiscal years up to the one that a quarter is in, the oldest first.
 *
 * @example halvesUntil({ year: 2026, quarter: 4 }, 1) // [{ from: { year: 2026, quarter: 3 }, to: { year: 2026, quarter: 4 } }]
 */
export function halvesUntil(quarter: Quarter, count: number): { from: Quarter; to: Quarter }[] {
  const last = addQuarters(quarter, quarter.quarter % 2 === 0 ? -1 : 0)
  return Array.from({ length: count }, (_, at) => {
    const from = addQuarters(last, 2 * (at + 1 - count))
    return { from, to: addQuarters(from, 1) }
  })
}

function latestVerdicts(
  answers: readonly AccountAnswer[],
  factor: string,
  { from, to }: Pick<ScorePoint, 'from' | 'to'>,
): number[] {
  const inside = answers.filter(
    ({ quarter, verdicts }) =>
      verdicts[factor] !== undefined &&
      compareQuarters(from, quarter) <= 0 &&
      compareQuarters(quarter, to) <= 0,
  )
  const inOrder = inside.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  return [...new Map(inOrder.map(({ contactId, verdicts }) => [contactId, verdicts[factor] ?? 0])).values()]
}

const countsOf = (values: readonly number[]): [number, number, number, number, number] => {
  const count = (value: number) => values.filter(one => one === value).length
  return [count(5), count(4), count(3), count(2), count(1)]
}
