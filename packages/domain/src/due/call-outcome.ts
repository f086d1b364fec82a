import { addLocalDays, type LocalDate } from '../local-date.ts'
import type { DueReason, DueState } from './due-step.ts'
import { MOST_TRIES } from './due-step.ts'

/**
 * How a call ends. `made`: we spoke. `call_back`: not now, but at a time that was agreed. `no_answer`, `busy`, `voicemail`: nobody
 * was reached. `wrong_number`: somebody else's number. `not_responsible`: reached, but others there know the product.
 * `not_wanted`: refused, with the reason that was given.
 */
export const CALL_OUTCOMES = [
  'made',
  'call_back',
  'no_answer',
  'busy',
  'voicemail',
  'wrong_number',
  'not_responsible',
  'not_wanted',
] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** Why somebody does not want the call; `never_call` is a wish about all calls, and is kept as one. */
export const CALL_REFUSALS = [
  'no_time',
  'not_interested',
  'company_policy',
  'unhappy',
  'never_call',
  'unsaid',
] as const
export type CallRefusal = (typeof CALL_REFUSALS)[number]

/** What stays of a call in what is due. */
export interface AfterCall {
  state: DueState
  reason: DueReason | null
  tries: number
  /** The first day of the next try; null: none is put off. */
  notBefore: LocalDate | null
  callBackAt: Date | null
  isSettled: boolean
}

/**
 * Where a call stands once its outcome is noted. Nobody reached: it comes up again on the next day, a few times. A call back waits
 * for its time; a wrong number and a wrong person wait until the record knows better. The others have come to their end.
 *
 * @example afterCall({ outcome: 'busy', tries: 0, today: '2026-04-06', callBackAt: null })
 *   // { state: 'waiting', reason: 'no_answer', tries: 1, notBefore: '2026-04-07', callBackAt: null, isSettled: false }
 */
export function afterCall({
  outcome,
  tries,
  today,
  callBackAt,
}: {
  outcome: CallOutcome
  /** Before this call. */
  tries: number
  /** In the person's zone. */
  today: LocalDate
  /** Of a call back: when. */
  callBackAt: Date | null
}): AfterCall {
  const waiting: AfterCall = {
    state: 'waiting',
    reason: null,
    tries,
    notBefore: null,
    callBackAt: null,
    isSettled: false,
  }
  switch (outcome) {
    case 'made':
      return { ...waiting, state: 'done', isSettled: true }
    case 'not_wanted':
      return { ...waiting, state: 'cancelled', reason: 'not_wanted', isSettled: true }
    case 'call_back':
      return { ...waiting, reason: 'call_back', callBackAt }
    case 'wrong_number':
    case 'not_responsible':
      return { ...waiting, reason: outcome }
    case 'no_answer':
    case 'busy':
    case 'voicemail': {
      const tried = { ...waiting, reason: 'no_answer' as const, tries: tries + 1 }
      return tried.tries >= MOST_TRIES
        ? { ...tried, state: 'lapsed', isSettled: true }
        : { ...tried, notBefore: addLocalDays(today, 1) }
    }
    default:
      return outcome satisfies never
  }
}
