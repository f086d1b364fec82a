/** What can happen to a case, as its timeline names it. */
export const CASE_EVENTS = [
  'opened',
  'acknowledged',
  'waiting',
  'went_on',
  'resolved',
  'told',
  'not_told',
  'confirmed',
  'disputed',
  'reopened',
  'closed',
  'merged',
  'merged_in',
  'handed_over',
  'severity',
  'related',
  'unrelated',
  'note',
  'file',
  'file_removed',
  'escalated',
  'asked_again',
  'judged',
] as const
export type CaseEvent = (typeof CASE_EVENTS)[number]

/** One line of a case's timeline. It is written together with what it tells of, and never changed. */
export interface CaseEntry {
  id: string
  at: Date
  what: CaseEvent
  /** `house`: no person did it, such as a rule or a clock. */
  by: 'staff' | 'customer' | 'house'
  /** A colleague's name; else ''. */
  name: string
  /** A note, a reason, a receipt, a name, a file's name: what `what` is about. */
  text: string
}

/** A case with more would be a document that no page can show. */
export const MOST_ENTRIES = 2000
export const LONGEST_NOTE = 4000
