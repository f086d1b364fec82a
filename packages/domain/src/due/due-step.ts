import type { LocalDate } from '../local-date.ts'
import { addLocalDays } from '../local-date.ts'
import type { TouchRefusal } from '../touch-decision.ts'
import type { AssignedDue } from './assign-due.ts'
import type { DueKind } from './due-window.ts'

/**
 * `waiting`: not now, for a reason. `due`: the call may be made, or the survey was handed to its wave. `done`: it happened. `lapsed`: its window
 * closed without it. `cancelled`: it is not wanted, or its ground is gone.
 */
export const dueStates = ['waiting', 'due', 'done', 'lapsed', 'cancelled'] as const
export type DueState = (typeof dueStates)[number]

/** What keeps a thing from happening, or kept it from that, besides the contact policy. */
export const ownDueReasons = [
  'no_contact',
  'another_first',
  'no_programme',
  'not_in_programme',
  'in_this_wave_already',
  'not_called',
  'not_sent',
  'no_answer',
  'no_outcome',
  'call_back',
  'wrong_number',
  'not_responsible',
  'missed',
  'not_wanted',
  'gone',
] as const
export type DueReason = TouchRefusal | (typeof ownDueReasons)[number]

/** How often somebody is rung up about one installation when nobody answers. */
export const MOST_TRIES = 3
/** Things that wait for longer are looked at once a week, and on their day. */
const LONGEST_UNSEEN_DAYS = 7

/** What is kept of a thing between two looks. */
export interface DueStanding {
  state: DueState
  reason: DueReason | null
  /** When it may happen, as far as is known; null: not as things stand. */
  dueAt: Date | null
  /** The day on which it is looked at again. */
  lookOn: LocalDate
}

/**
 * Where a thing stands after a look at it. Until its window is closed it can still come true, whatever speaks against it today; then
 * it has lapsed, for what kept it last.
 *
 * @example dueStep({ plan, today: '2026-04-06', nextLook, before: null }) // { state: 'due', reason: null, dueAt, lookOn: '2026-04-07' }
 */
export function dueStep({
  plan,
  today,
  nextLook,
  dayOf,
  before,
}: {
  plan: Pick<AssignedDue, 'kind' | 'opens' | 'closes' | 'at' | 'reason'>
  /** In the person's zone. */
  today: LocalDate
  /** When everything is looked at the next time, and on which day of the house: what may happen before is due. */
  nextLook: { at: Date; on: LocalDate }
  /** The day in the person's zone. */
  dayOf: (at: Date) => LocalDate
  before:
    | (Pick<DueStanding, 'state' | 'reason'> & {
        tries: number
        begun: boolean
        /** When the person asked to be called back. */
        callBackAt?: Date | null
        /** The person's number is known to be somebody else's. */
        wrongNumber?: boolean
      })
    | null
}): DueStanding {
  const { kind, opens, closes, at, reason } = plan
  const tries = before?.tries ?? 0
  if (today > closes)
    return { state: 'lapsed', reason: lapseReason(kind, before), dueAt: null, lookOn: nextLook.on }
  if (before?.wrongNumber)
    return { state: 'waiting', reason: 'wrong_number', dueAt: null, lookOn: nextLook.on }
  const { callBackAt = null } = before ?? {}
  if (callBackAt !== null) {
    const state = callBackAt < nextLook.at ? 'due' : 'waiting'
    return { state, reason: 'call_back', dueAt: callBackAt, lookOn: nextLook.on }
  }
  if (at !== null && at < nextLook.at) return { state: 'due', reason: null, dueAt: at, lookOn: nextLook.on }
  const [soonest = closes] = [
    addLocalDays(today, LONGEST_UNSEEN_DAYS),
    addLocalDays(closes, 1),
    ...(at === null ? [] : [dayOf(at)]),
  ].sort()
  return {
    state: 'waiting',
    // Before its window opens, or the next try, the hour of the day is no reason.
    reason: (today < opens || tries > 0) && reason !== null && ordinary.has(reason) ? null : reason,
    dueAt: at,
    lookOn: [nextLook.on, soonest].sort().at(-1) ?? nextLook.on,
  }
}

const ordinary: ReadonlySet<DueReason> = new Set<DueReason>([
  'quiet_hours',
  'weekend',
  'holiday',
  'quiet_day',
  'daily_limit',
])

const notedByCaller: ReadonlySet<DueReason> = new Set<DueReason>([
  'call_back',
  'wrong_number',
  'not_responsible',
])

function lapseReason(kind: DueKind, before: Parameters<typeof dueStep>[0]['before']): DueReason {
  if (!before) return 'missed'
  if (before.begun) return 'no_outcome'
  if (before.reason !== null && notedByCaller.has(before.reason)) return before.reason
  if (before.tries > 0) return 'no_answer'
  if (before.state === 'due')
    return kind === 'installation_call' ? 'not_called' : (before.reason ?? 'not_sent')
  // It was known when it could happen, and nobody looked on that day.
  return before.reason === null || ordinary.has(before.reason) ? 'missed' : before.reason
}
