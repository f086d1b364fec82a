import { requireWhole } from '../checks.ts'
import type { Scoreboard, SegmentCounts } from '../scoreboard.ts'
import { verdictItems } from '../scoreboard.ts'
import { hiddenSegments } from '../scoreboard-disclosure.ts'
import { IMPORTANCE } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { partKey } from '../survey/definition.ts'

/** How important people say that a factor is: the mean of 1 to 5, and of how many answers. */
export interface StatedImportance {
  mean: number
  n: number
}

/**
 * What people say of a factor's importance, where the survey asks for it beside the satisfaction (the second scale of a grid):
 * of its overall row, else of all its attributes together. Null: it is not asked, or may not be shown (law 5).
 *
 * @example statedImportance({ definition, board, segment: 'all', factor: 'delivery', minimumCell: 5 }) // { mean: 4.2, n: 61 }
 */
export function statedImportance({
  definition,
  board,
  segment,
  factor,
  minimumCell,
}: {
  definition: SurveyDefinition
  board: Scoreboard
  segment: string
  factor: string
  minimumCell: number
}): StatedImportance | null {
  requireWhole('minimumCell', minimumCell, 1)
  const lists = verdictItems(definition, factor)
    .filter(({ question, row }) => row !== null && question.kind === 'grid' && question.importance)
    .map(({ key }) => partKey(key, IMPORTANCE))
  const isShown = lists.every(key => {
    const validOf = (counted: SegmentCounts | undefined) => sum(counted?.questions[key] ?? [])
    return (
      validOf(board[segment]) >= minimumCell && !hiddenSegments({ board, validOf, minimumCell }).has(segment)
    )
  })
  if (lists.length === 0 || !isShown) return null
  const counts = lists.map(key => board[segment]?.questions[key] ?? [])
  const n = sum(counts.flat())
  const points = sum(counts.flatMap(list => list.map((count, at) => count * (at + 1))))
  return { mean: points / n, n }
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
