/**
 * What somebody has to look after. `bounce`: mail to a contact comes back for good; `silence`: everybody at an account
 * was asked and reminded, nobody answered, and the wave soon ends. `call_request`: a customer wants to talk to somebody;
 * `not_me`: whoever opened a personal link says that it is meant for somebody else;
 * `data_request`: a customer asked something about the own data. It ends with the request.
 * `roundtable_wish`: a customer would like to come to a round table. `action`: somebody agreed to do something, at a round
 * table or for a requirement. A complaint is a case, not a task.
 */
export const TASK_KINDS = [
  'bounce',
  'silence',
  'call_request',
  'not_me',
  'data_request',
  'roundtable_wish',
  'action',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** How a task ended, by its kind: one step each, `other` with a note. */
export const TASK_OUTCOMES = {
  bounce: ['address_corrected', 'person_left', 'other'],
  silence: ['spoke', 'not_reached', 'not_interested', 'other'],
  call_request: ['spoke', 'not_reached', 'other'],
  not_me: ['address_corrected', 'person_left', 'other'],
  data_request: ['settled'],
  roundtable_wish: ['invited', 'other'],
  action: ['done', 'dropped', 'other'],
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

/**
 * Whether people end a task of this kind; one that follows a request ends, and is open again, with the request alone.
 *
 * @example endsByHand('data_request') // false
 */
export function endsByHand(kind: TaskKind): boolean {
  return kind !== 'data_request'
}
