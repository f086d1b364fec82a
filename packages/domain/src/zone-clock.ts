import { requireThat } from './checks.ts'

/** The clock on the wall of one zone. */
export interface ZoneClock {
  zone: string
  /** Milliseconds by which it is ahead of UTC at an instant (milliseconds since 1970). */
  offsetMs(time: number): number
}

/**
 * The clock of a zone, else of the fallback zone, else of UTC; `unknown` says that the zone itself is not known here.
 *
 * @example clockOf('Mars/Olympus', 'Asia/Ho_Chi_Minh') // { clock: { zone: 'Asia/Ho_Chi_Minh', ... }, unknown: true }
 */
export function clockOf(zone: string, fallbackZone = 'UTC'): { clock: ZoneClock; unknown: boolean } {
  const own = clockFor(zone)
  if (own) return { clock: own, unknown: false }
  const clock = clockFor(fallbackZone) ?? clockFor('UTC')
  requireThat(clock !== null, 'this runtime has no time zone data')
  return { clock, unknown: true }
}

/** @example isKnownZone('Asia/Saigon') // true: old names stay readable */
export function isKnownZone(zone: string): boolean {
  return clockFor(zone) !== null
}

/** Making a formatter costs fifty times what asking it does, so each zone keeps its clock. */
const clocks = new Map<string, ZoneClock | null>()

function clockFor(zone: string): ZoneClock | null {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const made = makeClock(zone)
  // Zone names can come from imported files: the memory of wrong ones must not grow without end.
  if (made !== null || clocks.size < 1000) clocks.set(zone, made)
  return made
}

function makeClock(zone: string): ZoneClock | null {
  const format = formatOf(zone)
  return format && { zone, offsetMs: rememberingBlocks(time => offsetShown(format, time)) }
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  // Without a zone the host's own would be meant.
  if (zone === '') return null
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
}

function offsetShown(format: Intl.DateTimeFormat, time: number): number {
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(time)) part[type] = value
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
  const shown = new Date(0)
  shown.setUTCFullYear(year, Number(part.month) - 1, Number(part.day))
  shown.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second))
  return shown.getTime() - Math.floor(time / 1000) * 1000
}

const BLOCK = 6 * 3_600_000
const MOST_BLOCKS = 5000

/**
 * Asks once for each six hours in which clocks do not change, as a wave to ten thousand contacts asks about the same day
 * again and again. No zone has ever changed its clocks and changed them back within six hours.
 */
function rememberingBlocks(offsetMs: (time: number) => number): (time: number) => number {
  const constant = new Map<number, number | null>()
  return time => {
    const block = Math.floor(time / BLOCK)
    let offset = constant.get(block)
    if (offset === undefined) {
      const first = offsetMs(block * BLOCK)
      offset = first === offsetMs((block + 1) * BLOCK - 1) ? first : null
      if (constant.size >= MOST_BLOCKS) constant.clear()
      constant.set(block, offset)
    }
    return offset ?? offsetMs(time)
  }
}
