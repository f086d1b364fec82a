import { requireWhole } from '../checks.ts'
import type { Counts, Scoreboard, SegmentCounts } from '../scoreboard.ts'
import { BY_OPEN_LINK, EVERYBODY, keptAccounts } from '../scoreboard.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import type { Cell } from './cells.ts'
import { BEST_FIRST, cellListsOf } from './cells.ts'
import { dimensionOf } from './dimensions.ts'

/** The last two steps of something that is counted. */
interface Steps<Counted> {
  /** What is shown: the step before the latest one; null: there was none. */
  shown: Counted | null
  /** The latest step. It is held back until another one follows, or until the wave is closed and everything is shown. */
  held: Counted
}

type ListSteps = Readonly<Record<string, Steps<Counts>>>

/** The steps of one segment; its lists take theirs only where the segment takes one, so none is ahead of it. */
export interface SegmentSteps {
  people: Steps<Pick<SegmentCounts, 'responses' | 'accounts'>>
  questions: ListSteps
  factors: ListSteps
}

/** The steps of a wave that still runs: of each region, and of those who came by an open link. */
export type BoardSteps = Readonly<Record<string, SegmentSteps>>

/**
 * Takes a step in every segment that `step` more people have answered in since its last one, and there in every list of counts that
 * `step` more people have answered; the same object when no segment took one.
 *
 * Whoever reads a board today and tomorrow, and knows who answered in between, could take one from the other. So a reader who may
 * not read single answers sees a board that moves on in whole steps, one step late: whatever two boards are seen, the last one after
 * the end of the wave included, the counts of a question or factor are the same or lie `step` answers apart (law 5 over time).
 *
 * @throws RangeError for a `step` that is no whole number of 1 or more.
 * @example stepBoard({}, { board, definition, step: 5 })['region:south']?.people.shown // null
 */
export function stepBoard(
  steps: BoardSteps,
  { board, definition, step }: { board: Scoreboard; definition: SurveyDefinition; step: number },
): BoardSteps {
  requireWhole('step', step, 1)
  const taken = Object.entries(board).filter(
    ([segment, { responses }]) =>
      isStepped(segment) && responses - (steps[segment]?.people.held.responses ?? 0) >= step,
  )
  if (taken.length === 0) return steps
  const answered = answersIn(definition)
  const lists = (before: ListSteps | undefined, counts: Readonly<Record<string, Counts>>): ListSteps => ({
    ...before,
    ...Object.fromEntries(
      Object.entries(counts)
        .filter(([key, now]) => answered(key, now) - answered(key, before?.[key]?.held ?? []) >= step)
        .map(([key, now]) => [key, next(before?.[key], now)]),
    ),
  })
  return {
    ...steps,
    ...Object.fromEntries(
      taken.map(([segment, { responses, accounts, questions, factors }]) => {
        const before = steps[segment]
        return [
          segment,
          {
            people: next(before?.people, { responses, ...(accounts ? { accounts } : {}) }),
            questions: lists(before?.questions, questions),
            factors: lists(before?.factors, factors),
          },
        ]
      }),
    ),
  }
}

function next<Counted>(before: Steps<Counted> | undefined, held: Counted): Steps<Counted> {
  return { shown: before?.held ?? null, held }
}

/**
 * The board that such a reader sees: the regions as they are shown, everybody as their sum, and no other groups, because a group
 * that cuts across regions cannot keep step with all of them.
 *
 * @example steppedBoard(steps).all?.responses // 40
 */
export function steppedBoard(steps: BoardSteps): Scoreboard {
  const shown = Object.fromEntries(
    Object.entries(steps).flatMap(([segment, one]) => (one.people.shown ? [[segment, shownOf(one)]] : [])),
  )
  const regions = Object.entries(shown).flatMap(([segment, counts]) =>
    segment === BY_OPEN_LINK ? [] : [counts],
  )
  return regions.length > 0 ? { [EVERYBODY]: sumOf(regions), ...shown } : shown
}

const isStepped = (segment: string) => segment === BY_OPEN_LINK || dimensionOf(segment) === 'region'

function shownOf({ people, questions, factors }: SegmentSteps): SegmentCounts {
  const lists = (of: ListSteps) =>
    Object.fromEntries(Object.entries(of).flatMap(([key, { shown }]) => (shown ? [[key, shown]] : [])))
  return { ...(people.shown ?? { responses: 0 }), questions: lists(questions), factors: lists(factors) }
}

/** How many have answered a list of counts, by its key; a factor is counted as its questions are. */
function answersIn(definition: SurveyDefinition): (key: string, counts: Counts) => number {
  const cells = new Map(
    questionsOf(definition).flatMap(question =>
      cellListsOf(question).map((list): [string, readonly Cell[]] => [list.key, list.cells]),
    ),
  )
  return (key, counts) => {
    const list = cells.get(key) ?? BEST_FIRST
    const base = list.findIndex(({ is }) => is === 'answered')
    if (base >= 0) return counts[base] ?? 0
    return list.reduce(
      (sum, { is }, at) => sum + (is === 'not_applicable' || is === 'total' ? 0 : (counts[at] ?? 0)),
      0,
    )
  }
}

function sumOf(segments: readonly SegmentCounts[]): SegmentCounts {
  const known = segments.flatMap(({ accounts }) => (accounts ? [accounts] : []))
  const accounts = keptAccounts(known.flat())
  return {
    responses: segments.reduce((sum, { responses }) => sum + responses, 0),
    questions: added(segments.map(({ questions }) => questions)),
    factors: added(segments.map(({ factors }) => factors)),
    ...(known.length === segments.length ? { accounts } : {}),
  }
}

function added(lists: readonly Readonly<Record<string, Counts>>[]): Record<string, Counts> {
  const sums = new Map<string, number[]>()
  for (const [key, counts] of lists.flatMap(list => Object.entries(list))) {
    const sum = sums.get(key) ?? []
    sums.set(key, sum)
    for (const [at, count] of counts.entries()) sum[at] = (sum[at] ?? 0) + count
  }
  return Object.fromEntries(sums)
}
