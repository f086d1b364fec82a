/**
 * What somebody has to look after. `bounce`: mail to a contact comes back for good; `silence`: everybody at an account
 * was asked and reminded, nobody answered, and the wave soon ends.
 */
export const TASK_KINDS = ['bounce', 'silence'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** How a task ended, by its kind: one step each, `other` with a note. */
export const TASK_OUTCOMES = {
  bounce: ['address_corrected', 'person_left', 'other'],
  silence: ['spoke', 'not_reached', 'not_interested', 'other'],
} as const satisfies Record<TaskKind, readonly string[]>
export type TaskOutcome = (typeof TASK_OUTCOMES)[TaskKind][number]

/**
 * Whether a task of this kind can end so.
 *
 * @example fitsTask('bounce', 'person_left') // true
 * @example fitsTask('silence', 'person_left') // false
 */
export function fitsTask(kind: TaskKind, outcome: TaskOutcome): boolean {
  return (TASK_OUTCOMES[kind] as readonly TaskOutcome[]).includes(outcome)
}
