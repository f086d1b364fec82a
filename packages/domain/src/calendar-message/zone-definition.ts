import { offsetAt } from '../wall-time.ts'
import type { ContentLine } from './content-lines.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** No zone changes its offset and changes it back within a week. */
const STEP = 7 * DAY

/** Far enough to find the last and the next change of every zone that has two a year. */
const REACH = 400 * DAY

/** An onset of an offset: from `at` on, clocks are `to` minutes ahead of UTC. */
interface Onset {
  at: Date
  from: number
  to: number
}

/**
 * The VTIMEZONE of a zone for the time from `startsAt` to `endsAt`: the offset in force at the start and the changes up
 * to the first one after the end. Without it some clients show a wrong hour, because they do not know zone names.
 *
 * A client knows one onset of standard and one of daylight time at most, so no more are written than are needed.
 *
 * @example zoneDefinition('Asia/Ho_Chi_Minh', startsAt, endsAt)
 *   // ['BEGIN:VTIMEZONE', 'TZID:Asia/Ho_Chi_Minh', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', ...]
 */
export function zoneDefinition(zone: string, startsAt: Date, endsAt: Date): ContentLine[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...onsetsAround(zone, startsAt, endsAt).flatMap(observance),
    'END:VTIMEZONE',
  ]
}

/**
 * A wall time as it is written: seconds are always 00.
 *
 * @example writtenWallTime({ date: '2026-06-01', time: '09:00' }) // '20260601T090000'
 */
export function writtenWallTime({ date, time }: { date: string; time: string }): string {
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00`
}

function onsetsAround(zone: string, startsAt: Date, endsAt: Date): Onset[] {
  const offset = offsetAt(startsAt, zone)
  const before = lastChange(zone, startsAt) ?? { at: null, from: offset, to: offset }
  const after: Onset[] = []
  for (let from = startsAt; ; ) {
    const next = nextChange(zone, from)
    if (next) after.push(next)
    if (!next || next.at > endsAt) break
    from = next.at
  }
  return [before.at === null ? { ...before, at: epochIn(offset) } : before, ...after]
}

/** The start of 1970 on a clock that is always this far ahead of UTC. */
const epochIn = (offset: number) => new Date(-offset * MINUTE)

function observance({ at, from, to }: Onset): ContentLine[] {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD'
  // An onset is written as the clock showed it that was about to change.
  const shown = new Date(at.getTime() + from * MINUTE).toISOString()
  return [
    `BEGIN:${kind}`,
    `DTSTART:${writtenWallTime({ date: shown.slice(0, 10), time: shown.slice(11, 16) })}`,
    `TZOFFSETFROM:${writtenOffset(from)}`,
    `TZOFFSETTO:${writtenOffset(to)}`,
    // Abbreviations differ between runtimes; the offset says the same and is always right.
    `TZNAME:GMT${writtenOffset(to)}`,
    `END:${kind}`,
  ]
}

function lastChange(zone: string, before: Date): Onset | null {
  for (let late = before.getTime(); late > before.getTime() - REACH; late -= STEP)
    if (offsetAt(new Date(late - STEP), zone) !== offsetAt(new Date(late), zone))
      return changeBetween(zone, late - STEP, late)
  return null
}

function nextChange(zone: string, after: Date): Onset | null {
  for (let early = after.getTime(); early < after.getTime() + REACH; early += STEP)
    if (offsetAt(new Date(early), zone) !== offsetAt(new Date(early + STEP), zone))
      return changeBetween(zone, early, early + STEP)
  return null
}

/** The first minute of the new offset; the old one holds at `early`, the new one at `late`. */
function changeBetween(zone: string, early: number, late: number): Onset {
  const from = offsetAt(new Date(early), zone)
  const to = offsetAt(new Date(late), zone)
  let [old, fresh] = [Math.floor(early / MINUTE), Math.ceil(late / MINUTE)]
  while (fresh - old > 1) {
    const middle = Math.floor((old + fresh) / 2)
    if (offsetAt(new Date(middle * MINUTE), zone) === from) old = middle
    else fresh = middle
  }
  return { at: new Date(fresh * MINUTE), from, to }
}

/** @example writtenOffset(630) // '+1030' */
function writtenOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}
