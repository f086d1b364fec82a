import { TIMELINE_KINDS, TIMELINE_PLACES } from '@sixfold/domain/timeline/entry'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, localText, quarter, staffProcedure } from './common.ts'

const factorName = z.strictObject({ key: z.string(), name: localText, index: z.int() })

/** One thing that was heard from an account or said to it. */
export const timelineEntry = z.strictObject({
  id: z.string(),
  at: instant,
  kind: z.enum(TIMELINE_KINDS),
  side: z.enum(['they', 'we']),
  contactId: id.nullable(),
  /** '': nobody in person, or the person was erased. */
  contactName: z.string(),
  by: z.string(),
  title: z.string(),
  text: z.string(),
  factor: factorName.nullable(),
  detail: z.string().nullable(),
  earliest: instant.nullable(),
  about: z.strictObject({ kind: z.enum(TIMELINE_PLACES), id: z.string() }).nullable(),
})
export type TimelineLine = z.infer<typeof timelineEntry>

const person = z.strictObject({ id, name: z.string() })

/** When somebody may be asked about the relationship next. */
const nextTouch = z.strictObject({
  ...person.shape,
  /** Null: no waiting helps. */
  at: instant.nullable(),
  now: z.boolean(),
  reason: z.string().nullable(),
})
export type NextTouch = z.infer<typeof nextTouch>

const scorePoint = z.strictObject({
  from: quarter,
  to: quarter,
  n: z.int(),
  /** Null: too few people. */
  index: z.number().nullable(),
})

/** What somebody must know of an account at a glance. */
export const accountOutline = z.strictObject({
  now: instant,
  /** Of the account's region. */
  zone: z.string(),
  /** Who can be asked first comes first. */
  touches: z.array(nextTouch),
  heard: z.strictObject({
    quarters: z.array(quarter),
    heard: z.int(),
    of: z.int(),
    silent: z.array(person),
  }),
  open: z.strictObject({
    cases: z.int(),
    requirements: z.int(),
    /** The region's next event, if people of the account have seats there. */
    event: z
      .strictObject({ id, title: localText, startsAt: instant, zone: z.string(), seats: z.int() })
      .nullable(),
  }),
  minimumCell: z.int(),
  scores: z.array(z.strictObject({ factor: factorName, points: z.array(scorePoint) })),
})
export type AccountOutline = z.infer<typeof accountOutline>

export const timelines = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts/{id}/timeline',
      tags: ['customers'],
      summary: 'Everything heard from an account or said to it, the latest first',
    })
    .input(z.strictObject({ id, side: z.enum(['they', 'we']).optional(), ...cursorInput }))
    .output(listOf(timelineEntry)),
  outline: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts/{id}/outline',
      tags: ['customers'],
      summary: 'Next allowed touches, who was heard, what is open and the factor scores of an account',
    })
    .input(z.strictObject({ id }))
    .output(accountOutline),
}
