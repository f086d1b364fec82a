/** What an entry of an account's timeline tells of. */
export const TIMELINE_KINDS = [
  'answered',
  'survey_sent',
  'reminder_sent',
  'event_sent',
  'message_sent',
  'held_back',
  'opted_out',
  'call',
  'call_wanted',
  'case_opened',
  'case_step',
  'case_resolved',
  'case_judged',
  'asked_for',
  'promised',
  'event_answered',
  'event_attended',
  'installed',
  'task',
  'deal',
  'study',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Who speaks: the customer, or we. What nobody says, such as an installation, is ours. */
export type TimelineSide = 'they' | 'we'

export const TIMELINE_PLACES = [
  'case',
  'wave',
  'round_table',
  'requirement',
  'deal',
  'study',
  'contact',
] as const

/** One thing that was heard from an account or said to it. What does not apply is null or ''. */
export interface TimelineEntry {
  /** The source's key, a colon, and what is unique within it; entries of one instant stand in the order of their ids. */
  id: string
  at: Date
  kind: TimelineKind
  side: TimelineSide
  contactId: string | null
  /** A colleague's name. */
  by: string
  /** What it is about, as people name it: a survey, a receipt, a round table, a product. */
  title: string
  /** Words: the customer's own, or what was said to them. */
  text: string
  factor: { model: { key: string; version: number }; key: string } | null
  /** A closed word that says how it went: an outcome, a state, a reason. */
  detail: string | null
  /** Of what was held back: when it becomes possible. */
  earliest: Date | null
  /** What can be opened. */
  about: { kind: (typeof TIMELINE_PLACES)[number]; id: string } | null
}
