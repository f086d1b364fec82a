import type { TimelineEntry } from './entry.ts'

/** Where a page of a timeline ended: its last entry, and how many entries of that instant were shown. */
export interface TimelineMark {
  at: Date
  id: string
  shown: number
}

/** What a source is asked for: the `limit` newest of its entries that are not after `notAfter`; null: of all. */
export interface TimelinePage {
  notAfter: Date | null
  limit: number
}

type Placed = Pick<TimelineEntry, 'at' | 'id'>

/**
 * The newest first, those of one instant by their ids backward; no more than asked for. A source that has all its entries in
 * hand gives what this leaves.
 *
 * @example newest(entries, { notAfter: null, limit: 20 })
 */
export function newest<Entry extends Placed>(
  entries: readonly Entry[],
  { notAfter, limit }: TimelinePage,
): Entry[] {
  const kept = notAfter === null ? entries : entries.filter(({ at }) => at <= notAfter)
  return kept.toSorted(newestFirst).slice(0, limit)
}

/**
 * What each source must be asked for so that the page after `mark` is whole, whichever sources its entries come from.
 *
 * @throws RangeError when no entry fits on a page.
 */
export function askedOf(mark: TimelineMark | null, limit: number): TimelinePage {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`A page of ${limit} entries holds nothing.`)
  return { notAfter: mark?.at ?? null, limit: limit + 1 + (mark?.shown ?? 0) }
}

/**
 * One page out of what the sources gave for {@link askedOf}: newest first, nothing twice and nothing left out, and where the
 * next one begins; null: there is none.
 *
 * @example pageAfter(null, 20, [answers, calls]) // { entries: [...], next: { at, id: 'calls:7', shown: 1 } }
 */
export function pageAfter<Entry extends Placed>(
  mark: TimelineMark | null,
  limit: number,
  given: readonly (readonly Entry[])[],
): { entries: Entry[]; next: TimelineMark | null } {
  const rest = given
    .flat()
    .filter(entry => mark === null || newestFirst(mark, entry) < 0)
    .toSorted(newestFirst)
  const entries = rest.slice(0, limit)
  const last = entries.at(-1)
  if (!last || rest.length <= limit) return { entries, next: null }
  const here = entries.filter(({ at }) => at.getTime() === last.at.getTime()).length
  const before = mark && mark.at.getTime() === last.at.getTime() ? mark.shown : 0
  return { entries, next: { at: last.at, id: last.id, shown: here + before } }
}

function newestFirst(one: Placed, other: Placed): number {
  return other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)
}
