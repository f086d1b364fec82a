/** What somebody has to do, by where it comes from. */
export const DUE_ITEM_KINDS = ['call', 'case', 'task', 'approval'] as const
export type DueItemKind = (typeof DUE_ITEM_KINDS)[number]

/**
 * What exactly. `case_new`: nobody has taken the case up; `case`: it is to be resolved; `case_waiting`: its customer was
 * silent for so long that somebody should look; `event_change`: a change of a frozen event; `public_word`: a sentence of
 * "you said, we did"; the others are kinds of tasks.
 */
export const DUE_TOPICS = [
  'installation_call',
  'call_back',
  'case_new',
  'case',
  'case_waiting',
  'event_change',
  'public_word',
  'bounce',
  'silence',
  'call_request',
  'not_me',
  'data_request',
  'roundtable_wish',
  'action',
] as const
export type DueTopic = (typeof DUE_TOPICS)[number]

/**
 * What is lost by leaving it. `lapses`: after its time it cannot be done at all; `promised`: a customer waits for what we
 * promised; `colleague`: a colleague cannot go on; `own`: work of our own.
 */
export const STAKES = ['lapses', 'promised', 'colleague', 'own'] as const
export type Stake = (typeof STAKES)[number]

/** Of one feature and one person; who has more than this sees the most urgent. */
export const MOST_OF_A_SOURCE = 200

/** One thing that is due for somebody, whatever feature it comes from. */
export interface DueItem {
  kind: DueItemKind
  topic: DueTopic
  /** Of the thing within its feature: kind and id name it. */
  id: string
  /** In the words of whoever wrote it, such as a receipt or what was agreed; '' where topic and names say it all. */
  title: string
  accountId: string | null
  accountName: string
  contactName: string
  regionId: string | null
  /** When it should be done; null: it only waits. */
  dueAt: Date | null
  stake: Stake
  severe: boolean
  /** Of the account, a year; null: unknown, or about no account. */
  revenue: number | null
  /** Where it is done: an address of a staff app, such as `/desk/cases/1`. */
  path: string
}
