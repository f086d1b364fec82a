/**
 * What becomes of a requirement. `heard`: a customer said it; `planned`: it will be done; `in_work`; `done`;
 * `declined`: it will not be done, with a reason.
 */
export const REQUIREMENT_STATUSES = ['heard', 'planned', 'in_work', 'done', 'declined'] as const
export type RequirementStatus = (typeof REQUIREMENT_STATUSES)[number]

const STEPS = {
  heard: ['planned', 'in_work', 'done', 'declined'],
  planned: ['heard', 'in_work', 'done', 'declined'],
  in_work: ['planned', 'done', 'declined'],
  done: ['in_work'],
  declined: ['heard'],
} as const satisfies Record<RequirementStatus, readonly RequirementStatus[]>

/**
 * Where a requirement can go from a status. What is done can be taken up again, what was declined is heard again.
 *
 * @example nextStatuses('done') // ['in_work']
 */
export function nextStatuses(status: RequirementStatus): readonly RequirementStatus[] {
  return STEPS[status]
}

export type StatusFault = 'no_such_step' | 'reason_missing' | 'merged'

/**
 * What keeps a requirement from taking a step; null: nothing. Declining needs a reason, for it is told to those who asked.
 * One that was merged into another follows that one alone.
 *
 * @example statusFault({ status: 'heard', mergedInto: null }, { to: 'declined', reason: ' ' }) // 'reason_missing'
 */
export function statusFault(
  { status, mergedInto }: { status: RequirementStatus; mergedInto: string | null },
  { to, reason }: { to: RequirementStatus; reason: string },
): StatusFault | null {
  if (mergedInto !== null) return 'merged'
  if (!nextStatuses(status).includes(to)) return 'no_such_step'
  return to === 'declined' && reason.trim() === '' ? 'reason_missing' : null
}

/**
 * Whether somebody still has to do something about it.
 *
 * @example isOpenStatus('planned') // true
 */
export function isOpenStatus(status: RequirementStatus): boolean {
  return status !== 'done' && status !== 'declined'
}

/** All that is still to do. */
export const OPEN_STATUSES = REQUIREMENT_STATUSES.filter(isOpenStatus)

/**
 * What people quote: `R-88`. Numbers rise and are never given twice.
 *
 * @example requirementReceipt(88) // 'R-88'
 */
export function requirementReceipt(number: number): string {
  return `R-${number}`
}
