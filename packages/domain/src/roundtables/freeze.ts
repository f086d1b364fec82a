import { isLocalDate } from '../is-local-date.ts'
import type { LocalDate } from '../local-date.ts'
import { resolveWallTime } from '../wall-time.ts'

/**
 * What rooms, meals and flights hang on. After the freeze a second person must agree to a change of these; the freeze
 * itself is one of them, else moving it would be the way around. A cancellation is not: guests must hear of it at once.
 */
export const FROZEN_FIELDS = [
  'date',
  'startTime',
  'endTime',
  'zone',
  'venue',
  'capacity',
  'seating',
  'freezeOn',
] as const
export type FrozenField = (typeof FROZEN_FIELDS)[number]

/** How long before an event its logistics are usually frozen. */
export const USUAL_FREEZE_DAYS = 14

/**
 * Whether an event's logistics are frozen: from the first moment of the day in the event's own zone.
 *
 * @example isFrozen({ freezeOn: '2026-11-26', zone: 'Asia/Ho_Chi_Minh', now: new Date('2026-11-25T17:00:00Z') }) // true
 */
export function isFrozen(event: {
  freezeOn: LocalDate | null
  zone: string
  fallbackZone?: string
  now: Date
}): boolean {
  const { freezeOn: date, zone, fallbackZone, now } = event
  if (date === null || !isLocalDate(date)) return false
  return now >= resolveWallTime({ date, time: '00:00', zone, fallbackZone }).instant
}

/**
 * The fields of a change that wait for a second person; none before the freeze.
 *
 * @example heldFields({ date: '2026-12-11', title: {} }, true) // ['date']
 */
export function heldFields(changes: object, frozen: boolean): FrozenField[] {
  return frozen ? FROZEN_FIELDS.filter(field => field in changes) : []
}

export const APPROVAL_STATES = ['open', 'approved', 'refused', 'withdrawn'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

export type ApprovalStep = 'approve' | 'refuse' | 'withdraw'
export type ApprovalRefusal = 'not_open' | 'own_request' | 'not_yours' | 'too_late'

/**
 * What becomes of a request to change a frozen event. It takes two: nobody approves or refuses the own request, nobody
 * else withdraws it, and once the event has begun there is nothing left to approve.
 *
 * @example nextApproval({ state: 'open', askedBy: 'ha', by: 'ha', step: 'approve', started: false })
 *   // { ok: false, reason: 'own_request' }
 * @example nextApproval({ state: 'open', askedBy: 'ha', by: 'an', step: 'approve', started: false })
 *   // { ok: true, state: 'approved' }
 */
export function nextApproval(request: {
  state: ApprovalState
  askedBy: string
  by: string
  step: ApprovalStep
  started: boolean
}): { ok: true; state: ApprovalState } | { ok: false; reason: ApprovalRefusal } {
  const { state, askedBy, by, step, started } = request
  if (state !== 'open') return { ok: false, reason: 'not_open' }
  if (step === 'withdraw')
    return by === askedBy ? { ok: true, state: 'withdrawn' } : { ok: false, reason: 'not_yours' }
  if (by === askedBy) return { ok: false, reason: 'own_request' }
  if (step === 'refuse') return { ok: true, state: 'refused' }
  return started ? { ok: false, reason: 'too_late' } : { ok: true, state: 'approved' }
}
