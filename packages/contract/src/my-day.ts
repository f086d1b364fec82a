import { DUE_ITEM_KINDS, DUE_TOPICS } from '@sixfold/domain/my-day/due-item'
import { DAY_GROUPS, DAY_REASONS } from '@sixfold/domain/my-day/order-day'
import { z } from 'zod'
import { id, instant, localTime, staffProcedure, timeZone } from './common.ts'

export const dueItemKind = z.enum(DUE_ITEM_KINDS)

/** One thing that is due for the caller, with why it stands where it stands. */
export const dayItem = z.strictObject({
  kind: dueItemKind,
  topic: z.enum(DUE_TOPICS),
  id: z.string(),
  /** In the words of whoever wrote it; '' where topic and names say it all. */
  title: z.string(),
  accountId: id.nullable(),
  accountName: z.string(),
  contactName: z.string(),
  regionId: id.nullable(),
  dueAt: instant.nullable(),
  group: z.enum(DAY_GROUPS),
  /** Days until it is due on the calendar of the caller's zone, below 0 since then. */
  days: z.int().nullable(),
  /** The weightiest first. */
  reasons: z.array(z.enum(DAY_REASONS)),
  /** Where it is done: an address of a staff app. */
  path: z.string(),
})
export type DayItem = z.infer<typeof dayItem>

/** The list of the day by mail. */
export const digestPlan = z.strictObject({
  on: z.boolean(),
  /** Of the caller's zone. */
  time: localTime,
  zone: timeZone,
  /** Whose days off count: no mail on these, nor on its weekends. */
  regionId: id,
})
export type DigestPlan = z.infer<typeof digestPlan>

export const digest = z.strictObject({
  ...digestPlan.shape,
  /** When the next one leaves; null: none does. */
  nextAt: instant.nullable(),
})

export const myDay = {
  read: staffProcedure()
    .route({
      method: 'GET',
      path: '/my-day',
      tags: ['customers'],
      summary: 'Everything that is due for the caller, in the order in which it should be done',
    })
    .output(
      z.strictObject({
        items: z.array(dayItem),
        counts: z.record(dueItemKind, z.int()),
        now: instant,
        /** In which today is today. */
        zone: z.string(),
      }),
    ),
  digest: staffProcedure()
    .route({
      method: 'GET',
      path: '/my-day/digest',
      tags: ['customers'],
      summary: 'When the caller gets the list of the day by mail',
    })
    .output(digest),
  setDigest: staffProcedure()
    .route({
      method: 'PUT',
      path: '/my-day/digest',
      tags: ['customers'],
      summary: 'Choose when the list of the day comes by mail, if at all',
    })
    .input(digestPlan)
    .output(digest),
}
