import { differenceInHours } from 'date-fns/differenceInHours'
import type { DataRequestClocks } from './clocks.ts'

/** What somebody may ask about the own data. */
export const DATA_REQUEST_KINDS = ['access', 'correction', 'erasure', 'objection', 'restriction'] as const
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number]

/**
 * `open`: nobody has answered. `answered`: the person knows what will happen. `under_way`: an erasure that runs. `done` and
 * `refused` are the ends.
 */
export const DATA_REQUEST_STATES = ['open', 'answered', 'under_way', 'done', 'refused'] as const
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number]

export const DATA_REQUEST_STEPS = ['answer', 'carry_out', 'refuse', 'finish'] as const
export type DataRequestStep = (typeof DATA_REQUEST_STEPS)[number]

/**
 * Where a step leads from a state; null: it cannot be taken there. Erasing takes a while, so it is under way first; once it
 * runs nobody can refuse it any more.
 *
 * @example stateAfter({ kind: 'access', state: 'open' }, 'carry_out') // 'done'
 * @example stateAfter({ kind: 'erasure', state: 'under_way' }, 'refuse') // null
 */
export function stateAfter(
  { kind, state }: { kind: DataRequestKind; state: DataRequestState },
  step: DataRequestStep,
): DataRequestState | null {
  const waits = state === 'open' || state === 'answered'
  switch (step) {
    case 'answer':
      return state === 'open' ? 'answered' : null
    case 'refuse':
      return waits ? 'refused' : null
    case 'carry_out':
      if (!waits) return null
      return kind === 'erasure' ? 'under_way' : 'done'
    case 'finish':
      return state === 'under_way' ? 'done' : null
  }
}

/** @example isEnded('refused') // true */
export function isEnded(state: DataRequestState): boolean {
  return state === 'done' || state === 'refused'
}

/** By when the next step is due; null: it has ended. */
export function dueNext({ state, answerBy, carryOutBy }: RunningClocks): Date | null {
  if (isEnded(state)) return null
  return state === 'open' ? answerBy : carryOutBy
}

interface RunningClocks extends DataRequestClocks {
  state: DataRequestState
}

export const DATA_REQUEST_LAMPS = ['on_time', 'soon', 'overdue', 'ended'] as const
export type DataRequestLamp = (typeof DATA_REQUEST_LAMPS)[number]

/** From so many hours before the end of a clock it is due soon. */
const SOON_HOURS = { answer: 24, carryOut: 72 }

/**
 * How urgent a request is. At the very instant at which a clock ends it is overdue.
 *
 * @example dataRequestLamp({ state: 'open', answerBy, carryOutBy }, answerBy) // 'overdue'
 */
export function dataRequestLamp(request: RunningClocks, now: Date): DataRequestLamp {
  const due = dueNext(request)
  if (due === null) return 'ended'
  if (now >= due) return 'overdue'
  const soon = request.state === 'open' ? SOON_HOURS.answer : SOON_HOURS.carryOut
  return differenceInHours(due, now) < soon ? 'soon' : 'on_time'
}

/** What may stand against erasing somebody at once. */
export const ERASURE_OBSTACLES = ['open_complaint', 'open_request'] as const
export type ErasureObstacle = (typeof ERASURE_OBSTACLES)[number]

/**
 * Why an erasure must wait for a person: a complaint or another request of theirs is still being worked on, and erasing would
 * end it without an answer. None: it is carried out at once.
 *
 * @example erasureObstacles({ complaints: 0, otherRequests: 0 }) // []
 */
export function erasureObstacles(open: { complaints: number; otherRequests: number }): ErasureObstacle[] {
  return [
    ...(open.complaints > 0 ? (['open_complaint'] as const) : []),
    ...(open.otherRequests > 0 ? (['open_request'] as const) : []),
  ]
}
