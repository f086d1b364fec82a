import { requireWhole } from '../checks.ts'

const HOUR_MS = 3_600_000

/** Mails that are expected to leave within the hour that begins at `at`. */
export interface SendingHour {
  at: Date
  mails: number
}

/**
 * In which hours the mails of a wave leave, when so many became free to leave in each and no more than `perHour` do. What is too much
 * for an hour leaves in the next one in which anybody's letter may leave; after the last of them, hour by hour. A forecast: each
 * mail is decided anew when it leaves.
 *
 * @throws RangeError for a pace that is not whole or below 1.
 * @example sendingHours([{ at: nine, mails: 300 }], 200) // [{ at: nine, mails: 200 }, { at: ten, mails: 100 }]
 */
export function sendingHours(free: readonly SendingHour[], perHour: number): SendingHour[] {
  requireWhole('perHour', perHour, 1)
  const demand = new Map<number, number>()
  for (const { at, mails } of free) {
    const hour = Math.floor(at.getTime() / HOUR_MS)
    demand.set(hour, (demand.get(hour) ?? 0) + mails)
  }
  const hours = [...demand.keys()].sort((a, b) => a - b)
  const spread: SendingHour[] = []
  let waiting = 0
  for (let at = 0, hour = hours[0] ?? 0; at < hours.length || waiting > 0; ) {
    if (hour === hours[at]) {
      waiting += demand.get(hour) ?? 0
      at += 1
    }
    const mails = Math.min(waiting, perHour)
    if (mails > 0) spread.push({ at: new Date(hour * HOUR_MS), mails })
    waiting -= mails
    hour = waiting > 0 ? hour + 1 : (hours[at] ?? hour + 1)
  }
  return spread
}
