import { requireWhole } from '../checks.ts'
import type { SatisfactionCounts } from '../measures.ts'
import { satisfactionMeasures } from '../measures.ts'

/** Answers on one factor, very satisfied first, by how much the flags of their responses weigh (`flagLevel`): 0, 1, 2. */
export type CountsByLevel = readonly [SatisfactionCounts, SatisfactionCounts, SatisfactionCounts]

/** A factor's result, in percent and points. */
export interface PlainFigure {
  n: number
  percentSatisfied: number
  netSatisfactionIndex: number
}

/** A factor with all answers, and without some of them; null: not shown. */
export interface WithAndWithout {
  all: PlainFigure | null
  /** Without answers that have a flag. */
  unflagged: PlainFigure | null
  /** Without answers that have flags from several sources. */
  withoutSeveral: PlainFigure | null
}

/** No answers yet. */
export const noCounts: CountsByLevel = [
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
]

/** One more answer of 1 to 5 with flags of this weight; never mutates. */
export function addVerdict(counts: CountsByLevel, level: 0 | 1 | 2, verdict: number): CountsByLevel {
  requireWhole('verdict', verdict, 1, 5)
  return counts.map((row, at) =>
    at === level ? row.map((count, point) => count + (point === 5 - verdict ? 1 : 0)) : row,
  ) as unknown as CountsByLevel
}

/**
 * What a factor's result would be without flagged answers. Nothing is shown of fewer than the minimum cell, nor what less what
 * stands beside it would tell of fewer (law 5): the answers left out must be none, or enough of them.
 *
 * @example withAndWithout({ counts, minimumCell: 5 }).unflagged // { n: 240, percentSatisfied: 71.2, ... }
 */
export function withAndWithout({
  counts,
  minimumCell,
}: {
  counts: CountsByLevel
  minimumCell: number
}): WithAndWithout {
  requireWhole('minimumCell', minimumCell, 1)
  const [plain, one, several] = counts
  const isShown = (...sizes: number[]) => sizes.every(size => size === 0 || size >= minimumCell)
  const [n0, n1, n2] = [sum(plain), sum(one), sum(several)]
  const total = n0 + n1 + n2
  if (total < minimumCell) return { all: null, unflagged: null, withoutSeveral: null }
  const isUnflaggedShown = isShown(n0, n1 + n2)
  // Beside the unflagged ones it would tell of those with one flag alone.
  const areOthersShown = isShown(n0 + n1, n2) && (!isUnflaggedShown || isShown(n1))
  return {
    all: figure(plain, one, several),
    unflagged: isUnflaggedShown ? figure(plain) : null,
    withoutSeveral: areOthersShown ? figure(plain, one) : null,
  }
}

function figure(...rows: SatisfactionCounts[]): PlainFigure | null {
  const at = (point: number) => sum(rows.map(row => row[point] ?? 0))
  const counts: SatisfactionCounts = [at(0), at(1), at(2), at(3), at(4)]
  const { n, percentSatisfied, netSatisfactionIndex } = satisfactionMeasures({ counts })
  return percentSatisfied === null || netSatisfactionIndex === null
    ? null
    : { n, percentSatisfied, netSatisfactionIndex }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
