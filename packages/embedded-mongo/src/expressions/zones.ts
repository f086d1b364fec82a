import { located } from '../errors.ts'

/** Gives the offset from UTC, in milliseconds, at an instant. */
export type Zone = (instant: number) => number

const DAY = 86_400_000
const zones = new Map<string, Zone>()

/** The zone of an offset (`+07:00`, `+0700`, `+07`) or of an IANA name. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name) ?? makeZone(name)
  if (zones.size < 1000) zones.set(name, known)
  return known
}

function makeZone(name: string): Zone {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return () => 0
  const offset = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(name)
  if (offset) {
    const size = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000
    return () => (offset[1] === '-' ? -size : size)
  }
  return namedZone(name)
}

function namedZone(name: string): Zone {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw located(40485, `unrecognized time zone identifier: "${name}"`)
  }
  return instant => {
    const parts: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
  }
}

/** The instant of a wall time. A repeated one means the first; one that is skipped moves forward. */
export function instantOf(wall: number, zone: Zone): number {
  const before = zone(wall - DAY)
  const after = zone(wall + DAY)
  for (const offset of [before, after]) if (zone(wall - offset) === offset) return wall - offset
  return wall - before
}
