import { requireInstant, requireWhole } from '../checks.ts'

/** Without a pace of its own a wave is spread over so many working days. */
const SPREAD_OVER_DAYS = 3
const SENDING_HOURS_A_DAY = 10
/** A pace that any mail server bears: small waves are not stretched for the sake of it. */
const ALWAYS_BORNE_PER_HOUR = 1_200

/** Mails leave in portions; short ones, so that a server sees a stream and no office is flooded in one minute. */
const PORTION_MINUTES = 10
/** A pace below one mail a portion has portions of an hour. */
const LONGEST_PORTION_MINUTES = 60
const MINUTE_MS = 60_000

/**
 * Mails an hour for a wave: what its plan says, else so many that the wave leaves over the first three working days.
 *
 * @param mails people who are asked
 * @param perHour from the plan; null: nobody set a pace
 * @example hourlyPace(90_000, null) // 3000: over thirty hours of three working days
 * @example hourlyPace(90_000, 500) // 500
 * @example hourlyPace(40, null) // 1200: a small wave is not stretched
 */
export function hourlyPace(mails: number, perHour: number | null): number {
  requireWhole('mails', mails)
  if (perHour !== null) return Math.max(1, Math.floor(perHour))
  return Math.max(ALWAYS_BORNE_PER_HOUR, Math.ceil(mails / (SPREAD_OVER_DAYS * SENDING_HOURS_A_DAY)))
}

/** A span of time in which at most `most` mails of a wave leave. */
export interface Portion {
  /** Counts portions of the same length since 1970: the same instant is in the same portion for every process. */
  number: number
  most: number
  endsAt: Date
}

/**
 * The portion that an instant lies in. What a portion leaves unused is not made up for: a server that was away, or a
 * clock that jumped forward, brings no flood.
 *
 * @example portionAt(new Date('2026-08-17T03:04:00Z'), 1200) // { number, most: 200, endsAt: 03:10 }
 * @example portionAt(new Date('2026-08-17T03:04:00Z'), 4) // { number, most: 4, endsAt: 04:00 }
 */
export function portionAt(at: Date, perHour: number): Portion {
  requireInstant('at', at)
  const inShort = Math.floor((perHour * PORTION_MINUTES) / 60)
  const length = (inShort >= 1 ? PORTION_MINUTES : LONGEST_PORTION_MINUTES) * MINUTE_MS
  const number = Math.floor(at.getTime() / length)
  return { number, most: inShort >= 1 ? inShort : perHour, endsAt: new Date((number + 1) * length) }
}

/** What has left in the latest portion. */
export interface PortionUse {
  portion: number
  used: number
}

/**
 * How many of `wanted` mails may leave in a portion, and what is then used. Processes whose clocks differ a little count
 * into the later portion; one that lies further ahead was counted before the clock was moved back, and binds nobody.
 *
 * @example takeFrom({ portion: 7, used: 190 }, { number: 7, most: 200, endsAt }, 50) // { taken: 10, use: { portion: 7, used: 200 } }
 * @example takeFrom({ portion: 7, used: 200 }, { number: 8, most: 200, endsAt }, 50) // { taken: 50, use: { portion: 8, used: 50 } }
 */
export function takeFrom(
  before: PortionUse | null,
  portion: Portion,
  wanted: number,
): { taken: number; use: PortionUse } {
  const ahead = before ? before.portion - portion.number : -1
  const current = before && (ahead === 0 || ahead === 1) ? before : { portion: portion.number, used: 0 }
  const taken = Math.max(0, Math.min(wanted, portion.most - current.used))
  return { taken, use: { portion: current.portion, used: current.used + taken } }
}
