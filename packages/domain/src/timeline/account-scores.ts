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
  /** People whom the index rests on, without one all who rated the factor; each counts once, with the latest verdict. */
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
 * windows that do, a single person's verdict could be had by taking one from the next (law 5). For the same reason an index moves
 * on only when `minimumCell` more people have answered: whoever reads it today and tomorrow, and sees who answered in between, learns
 * of no fewer.
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
      const inOrder = answersInOrder(answers, factor, { from, to })
      const counted = wholeGroups(inOrder, minimumCell)
      const left = others(factor, { from, to })
      const leaks = left > 0 && left < minimumCell
      if (counted.length === 0 || leaks)
        return { from, to, n: latestVerdicts(inOrder, factor).length, index: null }
      const values = latestVerdicts(counted, factor)
      const { n, netSatisfactionIndex } = satisfactionMeasures({ counts: countsOf(values) })
      return { from, to, n, index: netSatisfactionIndex }
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

function answersInOrder(
  answers: readonly AccountAnswer[],
  factor: string,
  { from, to }: Pick<ScorePoint, 'from' | 'to'>,
): AccountAnswer[] {
  const inside = answers.filter(
    ({ quarter, verdicts }) =>
      verdicts[factor] !== undefined &&
      compareQuarters(from, quarter) <= 0 &&
      compareQuarters(quarter, to) <= 0,
  )
  return inside.toSorted(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.contactId < other.contactId ? -1 : 1),
  )
}

/** The answers up to the last that completed a group of `size` people who answered after those of the group before. */
function wholeGroups(inOrder: readonly AccountAnswer[], size: number): readonly AccountAnswer[] {
  let whole = 0
  let people = new Set<string>()
  for (const [at, { contactId }] of inOrder.entries()) {
    people.add(contactId)
    if (people.size < size) continue
    whole = at + 1
    people = new Set()
  }
  return inOrder.slice(0, whole)
}

function latestVerdicts(inOrder: readonly AccountAnswer[], factor: string): number[] {
  return [...new Map(inOrder.map(({ contactId, verdicts }) => [contactId, verdicts[factor] ?? 0])).values()]
}

const countsOf = (values: readonly number[]): [number, number, number, number, number] => {
  const count = (value: number) => values.filter(one => one === value).length
  return [count(5), count(4), count(3), count(2), count(1)]
}
