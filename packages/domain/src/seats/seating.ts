import { requireThat, requireWhole } from '../checks.ts'
import { addLocalDays, type LocalDate } from '../local-date.ts'
import type { LocalText } from '../local-text.ts'
import { resolveWallTime, type TimeOfDay } from '../wall-time.ts'
import {
  decided,
  type LargeParties,
  requireCapacity,
  type SeatDecision,
  type SeatEffect,
  type SeatLedger,
  type SegmentCap,
} from './seat-ledger.ts'
import { changeCapacity } from './seat-promotion.ts'
import { onSide } from './seat-sides.ts'

/** How an event gives its seats, beside the room's capacity. */
export interface Seating {
  /** Taking part from elsewhere, and how to join; null: in the room alone. */
  remote: { capacity: number | null; joining: LocalText } | null
  /** Seats in the room kept for a segment until so many days before the event; null: to the end. */
  kept: { segment: string; seats: number; releaseDays: number | null }[]
  /** How long a seat is held for somebody who waited, to be taken or given up; null: it is given at once. */
  offerHours: number | null
  /** The largest party that one invitation brings, the guest included. */
  largestParty: number
  largeParties: LargeParties
}

/** How seats are given where nobody said otherwise: to one person an invitation, in the room, at once. */
export const usualSeating: Seating = {
  remote: null,
  kept: [],
  offerHours: null,
  largestParty: 1,
  largeParties: 'skip',
}

/** What of an event's plan the ledger must hold. */
export interface LedgerSettings {
  capacity: number | null
  segmentCaps: readonly SegmentCap[]
  remote: { capacity: number | null } | null
}

/**
 * What the ledger must hold, by a plan. Kept seats are released at the hour at which the event starts, on the day said.
 *
 * @example ledgerSettings({ capacity: 30, seating: { ...usualSeating, kept: [{ segment: 'prospect', seats: 4, releaseDays: 7 }] },
 *   date: '2026-12-10', startTime: '08:30', zone: 'Asia/Ho_Chi_Minh' })
 *   // { capacity: 30, segmentCaps: [{ segment: 'prospect', kept: 4, releasesAt: 2026-12-03T01:30Z }], remote: null }
 */
export function ledgerSettings(plan: {
  capacity: number | null
  seating: Seating
  date: LocalDate
  startTime: TimeOfDay
  zone: string
}): LedgerSettings {
  const { capacity, seating, date, startTime: time, zone } = plan
  const releasesAt = (days: number | null) =>
    days === null ? null : resolveWallTime({ date: addLocalDays(date, -days), time, zone }).instant
  return {
    capacity,
    segmentCaps: seating.kept.map(({ segment, seats, releaseDays }) => ({
      segment,
      kept: seats,
      releasesAt: releasesAt(releaseDays),
    })),
    remote: seating.remote && { capacity: seating.remote.capacity },
  }
}

/**
 * The ledger takes over an event's settings. Nobody loses a seat by it: a smaller capacity is over, and a remote side
 * that still has people closes instead of going away.
 *
 * @example changeSettings(ledger, { capacity: 30, segmentCaps: [], remote: { capacity: 100 } }, { now })
 *   // { ok: true, ledger, effects: [{ kind: 'remote_opened' }] }
 */
export function changeSettings(
  ledger: SeatLedger,
  settings: LedgerSettings,
  { now }: { now: Date },
): SeatDecision {
  requireThat(
    new Set(settings.segmentCaps.map(cap => cap.segment)).size === settings.segmentCaps.length,
    'seats are kept once for a segment',
  )
  for (const { segment, kept } of settings.segmentCaps) requireWhole(`seats kept for ${segment}`, kept)
  const room = changeCapacity(ledger, settings.capacity, { now })
  if (!room.ok) return room
  const effects: SeatEffect[] = [...room.effects]
  let after = room.ledger
  if (!sameCaps(after.segmentCaps, settings.segmentCaps)) {
    after = { ...after, segmentCaps: settings.segmentCaps }
    effects.push({ kind: 'kept_changed' })
  }
  const remote = remoteAfter(after, settings.remote, now)
  return decided(ledger, remote.ledger, [...effects, ...remote.effects])
}

/** The next instant at which kept seats are released; null: none are. */
export function nextRelease({ segmentCaps }: Pick<SeatLedger, 'segmentCaps'>, now: Date): Date | null {
  const times = segmentCaps.flatMap(({ releasesAt }) => (releasesAt && releasesAt > now ? [+releasesAt] : []))
  return times.length === 0 ? null : new Date(Math.min(...times))
}

function remoteAfter(
  ledger: SeatLedger,
  wanted: LedgerSettings['remote'],
  now: Date,
): { ledger: SeatLedger; effects: SeatEffect[] } {
  const held = ledger.remote
  if (!held) {
    if (!wanted) return { ledger, effects: [] }
    requireCapacity(wanted.capacity)
    const remote = { capacity: wanted.capacity, segmentCaps: [], claims: [], waitlist: [] }
    return { ledger: { ...ledger, remote }, effects: [{ kind: 'remote_opened' }] }
  }
  if (!wanted && held.claims.length + held.waitlist.length === 0)
    return { ledger: { ...ledger, remote: null }, effects: [{ kind: 'remote_closed' }] }
  const decision = onSide(ledger, 'remote', seats =>
    changeCapacity(seats, wanted?.capacity ?? (wanted ? null : 0), { now }),
  )
  return decision.ok ? decision : { ledger, effects: [] }
}

const sameCaps = (a: readonly SegmentCap[], b: readonly SegmentCap[]) =>
  JSON.stringify(a.map(capFacts)) === JSON.stringify(b.map(capFacts))

const capFacts = ({ segment, kept, releasesAt }: SegmentCap) => [segment, kept, releasesAt?.getTime() ?? null]
