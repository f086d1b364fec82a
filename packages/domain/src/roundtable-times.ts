import { min } from 'date-fns/min'
import { addLocalDays, type LocalDate } from './local-date.ts'
import { resolveWallTime, type TimeOfDay, wallTimeIn } from './wall-time.ts'

export interface RoundtableTimes {
  startsAt: Date
  endsAt: Date
  /** The first instant at which no more acceptances are taken: after the day to answer by, at the start at the latest. */
  acceptUntil: Date
  /** The zone that was used: the fallback zone where the plan's is unknown. */
  usedZone: string
  /** What people must know of it: a time that no clock shows, or that clocks show twice, or a zone that nobody knows. */
  notice: 'gap' | 'overlap' | 'unknown_zone' | null
}

/**
 * The instants of a planned event, which is written in wall times of its zone.
 *
 * @example roundtableTimes({ date: '2026-12-10', startTime: '08:30', endTime: '12:00', answerBy: '2026-12-03',
 *   zone: 'Asia/Ho_Chi_Minh', fallbackZone: 'UTC' })
 *   // { ok: true, times: { startsAt: 2026-12-10T01:30Z, endsAt: 2026-12-10T05:00Z, acceptUntil: 2026-12-03T17:00Z, ... } }
 * @example roundtableTimes({ ...plan, startTime: '12:00', endTime: '08:30' }) // { ok: false, reason: 'ends_before_start' }
 */
export function roundtableTimes(plan: {
  date: LocalDate
  startTime: TimeOfDay
  endTime: TimeOfDay
  answerBy: LocalDate
  zone: string
  fallbackZone: string
}): { ok: true; times: RoundtableTimes } | { ok: false; reason: 'ends_before_start' | 'answer_after_event' } {
  const { date, answerBy, zone, fallbackZone } = plan
  const start = resolveWallTime({ date, time: plan.startTime, zone, fallbackZone })
  const end = resolveWallTime({ date, time: plan.endTime, zone, fallbackZone })
  // A start within a gap is later than the clock says, so the instants decide.
  if (end.instant <= start.instant) return { ok: false, reason: 'ends_before_start' }
  if (answerBy > date) return { ok: false, reason: 'answer_after_event' }
  const usedZone = wallTimeIn(start.instant, zone, fallbackZone).zone
  const dayAfter = resolveWallTime({ date: addLocalDays(answerBy, 1), time: '00:00', zone: usedZone }).instant
  const acceptUntil = min([dayAfter, start.instant])
  const odd = [start.kind, end.kind].find(kind => kind !== 'exact')
  return {
    ok: true,
    times: {
      startsAt: start.instant,
      endsAt: end.instant,
      acceptUntil,
      usedZone,
      notice: start.unknownZone ? 'unknown_zone' : (odd ?? null),
    },
  }
}
