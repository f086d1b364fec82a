import { calendarEntryKinds } from '@sixfold/domain/calendar/region-calendar'
import { z } from 'zod'
import { id, instant, localDate, staffProcedure } from './common.ts'
import { region } from './staff.ts'

/** What a list of days off makes of a day. */
export const dayKind = z.enum(['working', 'weekend', 'holiday', 'half', 'quiet'])

const text = z.string().trim().min(1).max(300)

/** What a region knows better than its country's list: one day, or a span with both ends. */
export const calendarEntry = z.strictObject({
  from: localDate,
  until: localDate,
  kind: z.enum(calendarEntryKinds),
  name: text,
  source: text,
})
export type CalendarEntry = z.infer<typeof calendarEntry>

/** `country`: the list of public holidays that the product builds on; `shipped`: what it adds to it. */
export const calendarDay = z.strictObject({
  date: localDate,
  kind: z.enum(['holiday', 'half', 'working', 'quiet']),
  name: z.string(),
  from: z.enum(['country', 'shipped', 'region']),
  source: z.string(),
})
export type CalendarDay = z.infer<typeof calendarDay>

export const regionCalendar = z.strictObject({
  region,
  /** Rises by one with every save; 0: the region has changed nothing yet. */
  revision: z.int(),
  entries: z.array(calendarEntry),
  savedAt: instant.nullable(),
  savedBy: z.string(),
  year: z.int(),
  /** ISO weekdays, Monday is 1. */
  weekend: z.array(z.int()),
  /** Every day of the year that is not an ordinary one, and where that comes from. */
  days: z.array(calendarDay),
})
export type RegionCalendar = z.infer<typeof regionCalendar>

const entries = z.array(calendarEntry).max(1000)
const year = z.coerce.number().int().min(2000).max(2100).optional()

export const calendarListFault = z.strictObject({
  line: z.int(),
  column: z.string(),
  value: z.string(),
  fault: z.string(),
  reason: z.string(),
})

export const regionCalendars = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/region-calendars',
      tags: ['courtesy'],
      summary: 'Regions that the caller may see, with how much each changed in its calendar',
    })
    .output(
      z.strictObject({
        items: z.array(
          z.strictObject({ region, revision: z.int(), entries: z.int(), savedAt: instant.nullable() }),
        ),
      }),
    ),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/region-calendars/{id}',
      tags: ['courtesy'],
      summary: "A region's calendar of a year, and its own list",
    })
    .input(z.strictObject({ id, year }))
    .output(regionCalendar),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/region-calendars/{id}',
      tags: ['courtesy'],
      summary: "Keep a region's own list of days",
    })
    .input(z.strictObject({ id, revision: z.int().min(0), entries, year }))
    .output(regionCalendar),
  addList: staffProcedure('revision_conflict')
    .route({
      method: 'POST',
      path: '/region-calendars/{id}/lists',
      tags: ['courtesy'],
      summary:
        'Add a list of days from CSV; with a fault nothing is added, unless faulty lines may be skipped',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int().min(0),
        text: z.string().max(200_000),
        /** For lines that name none. */
        source: z.string().trim().max(300),
        skipFaulty: z.boolean(),
        year,
      }),
    )
    .output(
      z.strictObject({
        added: z.int(),
        /** Days that stood in the list already, word for word. */
        known: z.int(),
        faults: z.array(calendarListFault),
        calendar: regionCalendar,
      }),
    ),
}
