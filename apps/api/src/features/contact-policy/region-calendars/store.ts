import type { CalendarEntry } from '@sixfold/domain/calendar/region-calendar'
import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'
import { writeAt } from '../../../db/write-at.ts'

/** A region's own list of days, whole in one document. */
export interface RegionCalendarRow {
  /** The region's id. */
  _id: string
  /** Rises by one with every save; a save names the one it was made on. */
  revision: number
  entries: CalendarEntry[]
  savedAt: Date
  savedBy: string
}

const calendars = defineCollection<RegionCalendarRow>('regionCalendars', {
  _id: String,
  revision: Number,
  entries: {},
  savedAt: Date,
  savedBy: String,
})

/** The lists of these regions; a region that never saved one is absent. Without ids: of all. */
export async function findCalendars(
  ctx: Context,
  regionIds?: readonly string[],
): Promise<Map<string, RegionCalendarRow>> {
  const filter = regionIds ? { _id: trusted({ $in: [...regionIds] }) } : {}
  const rows = await calendars(ctx).find(filter).lean<RegionCalendarRow[]>()
  return new Map(rows.map(row => [row._id, row]))
}

/** Writes the list if it still stands at `revision`, 0 for none; false when somebody else was first. */
export function storeCalendar(ctx: Context, row: RegionCalendarRow): Promise<boolean> {
  return writeAt(calendars(ctx), row)
}
