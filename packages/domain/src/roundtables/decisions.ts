/** What a regional team has to decide about, the most urgent kinds first; within a kind the nearest day. */
const order = [
  'approval',
  'overdue',
  'poll_ended',
  'day_changed',
  'speaker_clash',
  'unknown_zone',
  'at_risk',
  'over',
  'unanswered',
  'nobody_invited',
] as const

export type Urgency = (typeof order)[number]

/** Guests who are asked to answer within so many days are worth a look. */
const ANSWER_DAYS = 7
/** An event this near to which nobody is invited yet will stay empty. */
const INVITE_DAYS = 42

/**
 * In the order in which somebody should look at them.
 *
 * @example inOrder([{ urgency: 'over', date: '2026-12-01' }, { urgency: 'overdue', date: '2026-11-05' }])[0]
 *   // { urgency: 'overdue', date: '2026-11-05' }
 */
export function inOrder<T extends { urgency: Urgency; date: string }>(decisions: readonly T[]): T[] {
  return decisions.toSorted(
    (a, b) =>
      order.indexOf(a.urgency) - order.indexOf(b.urgency) || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0),
  )
}

/**
 * What the guests of an event to come give to decide about, by days until then.
 *
 * @example guestsWaiting({ invited: 20, answered: 14, daysToAnswer: 3, daysToEvent: 10, overBy: 0 })
 *   // { kind: 'unanswered', guests: 6 }
 */
export function guestsWaiting(event: {
  invited: number
  answered: number
  daysToAnswer: number
  daysToEvent: number
  overBy: number
}):
  | { kind: 'over'; by: number }
  | { kind: 'unanswered'; guests: number }
  | { kind: 'nobody_invited' }
  | null {
  const { invited, answered, daysToAnswer, daysToEvent, overBy } = event
  const silent = invited - answered
  if (overBy > 0) return { kind: 'over', by: overBy }
  if (invited === 0) return daysToEvent <= INVITE_DAYS ? { kind: 'nobody_invited' } : null
  const soon = daysToAnswer >= 0 && daysToAnswer <= ANSWER_DAYS
  return soon && silent > 0 ? { kind: 'unanswered', guests: silent } : null
}
