/** How the competitor's product came into the house. */
export const STUDY_MEANS = ['bought', 'borrowed', 'rented', 'demonstrated'] as const
export type StudyMeans = (typeof STUDY_MEANS)[number]

export const STUDY_STATES = ['planned', 'running', 'finished'] as const
export type StudyState = (typeof STUDY_STATES)[number]

/** The test points: 0 useless, 10 could not be better. */
export const TEST_POINTS = { least: 0, most: 10 } as const

/** One thing that is tried, and the factor that it belongs to. */
export interface StudyCriterion {
  id: string
  name: string
  factor: string
  /** 1 to 5: how much it counts within its factor. */
  weight: number
}

export const STUDY_LIMITS = { criteria: 60, testers: 20, findings: 200, files: 40, weight: 5 } as const

/** What one tester gave for one criterion, 0 to 10; null: not tried. */
export interface TestPoints {
  us: number | null
  them: number | null
}

/** The points of one tester by criterion. */
export type TestSheet = Readonly<Record<string, TestPoints>>

/**
 * Whether a study may go from one state to the other: it is planned, running, finished; a finished one may be taken up again.
 *
 * @example mayBecome('planned', 'finished') // false
 */
export function mayBecome(from: StudyState, to: StudyState): boolean {
  return next[from].includes(to)
}

const next: Readonly<Record<StudyState, readonly StudyState[]>> = {
  planned: ['running'],
  running: ['finished', 'planned'],
  finished: ['running'],
}

/**
 * How many criteria a tester has tried on the competitor's product.
 *
 * @example triedBy([{ id: 'c1', ... }, { id: 'c2', ... }], { c1: { us: null, them: 7 } }) // 1
 */
export function triedBy(criteria: readonly Pick<StudyCriterion, 'id'>[], sheet: TestSheet): number {
  return criteria.filter(({ id }) => (sheet[id]?.them ?? null) !== null).length
}
