import { z } from 'zod'
import { id, instant, personProcedure, staffProcedure } from './common.ts'

/** A calendar of a region's events to subscribe to, of one colleague. */
export const calendarFeed = z.strictObject({
  regionId: id,
  /** Secret: who knows it reads the region's events without signing in. */
  address: z.url(),
  createdAt: instant,
  /** When a calendar last read it; null: none has. */
  readAt: instant.nullable(),
})
export type CalendarFeed = z.infer<typeof calendarFeed>

export const calendarFeeds = {
  list: personProcedure()
    .route({
      method: 'GET',
      path: '/calendar-feeds',
      tags: ['round tables'],
      summary: 'The calendars that the caller made to subscribe to',
    })
    .output(z.strictObject({ items: z.array(calendarFeed) })),
  make: personProcedure()
    .route({
      method: 'POST',
      path: '/calendar-feeds/{regionId}',
      tags: ['round tables'],
      summary: 'Make a calendar of a region to subscribe to; one that is there stays',
    })
    .input(z.strictObject({ regionId: id }))
    .output(calendarFeed),
  revoke: staffProcedure()
    .route({
      method: 'DELETE',
      path: '/calendar-feeds/{regionId}',
      tags: ['round tables'],
      summary: 'End a calendar: its address reads nothing any more',
    })
    .input(z.strictObject({ regionId: id }))
    .output(z.strictObject({})),
}
