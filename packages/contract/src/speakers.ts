import { z } from 'zod'
import { id, instant, localDate, staffProcedure } from './common.ts'

/** Days away are whole days of the speaker's own zone, both ends included. */
const away = z.strictObject({ from: localDate, until: localDate, title: z.string().trim().max(120) })

export const speakerFields = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Position, house, or what the person speaks about. */
  about: z.string().trim().max(200),
  zone: z.string().min(1).max(64),
  away: z.array(away).max(50),
  /** Who no longer speaks is not offered; past events keep the name. */
  active: z.boolean(),
})
export type SpeakerFields = z.infer<typeof speakerFields>

export const speaker = z.strictObject({
  id,
  ...speakerFields.shape,
  revision: z.int(),
  /** Events to come, of every region; one that the caller may not see is named by its region alone. */
  events: z.array(
    z.strictObject({ eventId: id.nullable(), title: z.string(), startsAt: instant, endsAt: instant }),
  ),
})
export type Speaker = z.infer<typeof speaker>

export const speakers = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/speakers',
      tags: ['round tables'],
      summary: 'Who speaks at events, and when each is taken',
    })
    .output(z.strictObject({ items: z.array(speaker) })),
  add: staffProcedure()
    .route({ method: 'POST', path: '/speakers', tags: ['round tables'], summary: 'Add a speaker' })
    .input(speakerFields)
    .output(speaker),
  change: staffProcedure('revision_conflict')
    .route({ method: 'PUT', path: '/speakers/{id}', tags: ['round tables'], summary: 'Change a speaker' })
    .input(z.strictObject({ id, revision: z.int(), ...speakerFields.shape }))
    .output(speaker),
}
