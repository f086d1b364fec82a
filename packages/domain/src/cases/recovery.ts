import { requireWhole } from '../checks.ts'

/** Days after a case was closed until its customer is asked again. */
export const ASK_AGAIN_DAYS = 30

/** A case that was asked about again: the score that opened it and the one given later, both from 1 to 5. */
export interface Recovery {
  before: number | null
  after: number
}

export type RecoveryGrade = 'recovered' | 'better' | 'same' | 'worse'

/** On the scale from 1 to 5, who gives this much is satisfied. */
const SATISFIED = 4

/**
 * What became of a customer's judgement. Without a score from before only the later one decides.
 *
 * @throws RangeError for a score that is no whole number from 1 to 5.
 * @example recoveryGrade({ before: 2, after: 4 }) // 'recovered'
 * @example recoveryGrade({ before: 2, after: 3 }) // 'better'
 */
export function recoveryGrade({ before, after }: Recovery): RecoveryGrade {
  requireWhole('after', after, 1, 5)
  if (before !== null) requireWhole('before', before, 1, 5)
  if (after >= SATISFIED) return 'recovered'
  if (before === null || after === before) return 'same'
  return after > before ? 'better' : 'worse'
}
