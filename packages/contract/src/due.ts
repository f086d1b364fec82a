import { dueStates } from '@sixfold/domain/due/due-step'
import { dueKinds } from '@sixfold/domain/due/due-window'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, localDate, staffProcedure } from './common.ts'

export const dueKind = z.enum(dueKinds)
export const dueState = z.enum(dueStates)

/** A call after an installation, or a survey about a purchase. */
export const dueThing = z.strictObject({
  /** The installation's id. */
  id,
  kind: dueKind,
  state: dueState,
  /** Why it waits or how it ended: a reason of the contact policy or of the daily look. */
  reason: z.string().nullable(),
  accountId: id,
  accountName: z.string(),
  regionId: id,
  /** Null: nobody at the account can be asked. */
  contact: z
    .strictObject({ id, name: z.string(), role: z.string(), phone: z.string().nullable(), zone: z.string() })
    .nullable(),
  productName: z.string(),
  since: localDate,
  opensOn: localDate,
  closesOn: localDate,
  /** Days until the window closes, the last one included, on the calendar of the region; 0 once it is closed. */
  daysLeft: z.int(),
  /** When it may happen, as far as is known. */
  dueAt: instant.nullable(),
  /** Who looks after the account. */
  ownerId: id.nullable(),
  ownerName: z.string(),
  /** Calls that nobody answered. */
  tries: z.int(),
  /** The language of the contact; null: there is none. */
  language: z.string().nullable(),
  /** When the contact asked to be called back; null: did not ask. */
  callBackAt: instant.nullable(),
  /** Colleagues who call in this region and language; empty: whoever looks after the account. */
  callers: z.array(z.string()),
  /** Somebody makes the call now. */
  begun: z.strictObject({ at: instant, by: id, byName: z.string() }).nullable(),
  settledAt: instant.nullable(),
})
export type DueThing = z.infer<typeof dueThing>

/** Where nobody can be called at present: when somebody can, and who comes first then. */
export const callOpening = z.strictObject({
  regionId: id,
  at: instant,
  /** What keeps it until then. */
  reason: z.string().nullable(),
  /** The call, by its installation's id. */
  callId: id,
  contactName: z.string(),
  accountName: z.string(),
  /** Of the contact. */
  zone: z.string(),
})
export type CallOpening = z.infer<typeof callOpening>

/** `now`: may happen today. `later`: waits. */
export const dueView = z.enum(['now', 'later', 'lapsed', 'done'])
export type DueView = z.infer<typeof dueView>

export const dueOwners = z.enum(['me', 'nobody', 'all'])

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const reportInput = {
  kind: dueKind,
  regionId: id.optional(),
  /** Months in which windows closed, both inclusive. */
  from: month.optional(),
  until: month.optional(),
}

/** Things whose windows closed in a month, in a region, and how they ended. */
export const dueEnding = z.strictObject({
  month: z.string(),
  regionId: id,
  state: dueState,
  reason: z.string().nullable(),
  n: z.int(),
})
export type DueEnding = z.infer<typeof dueEnding>

export const due = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/due/{kind}',
      tags: ['due'],
      summary: 'Calls or product surveys that are due, by the end of their windows',
    })
    .input(
      z.strictObject({
        kind: dueKind,
        view: dueView.optional(),
        of: dueOwners.optional(),
        regionId: id.optional(),
        ...cursorInput,
      }),
    )
    .output(
      listOf(dueThing).extend({
        /** With the first page: how many there are in each view. */
        counts: z.record(dueView, z.int()).optional(),
        /** With the first page of calls to make: regions in which nobody can be called yet, the soonest first. */
        openings: z.array(callOpening).optional(),
      }),
    ),
  endings: staffProcedure()
    .route({
      method: 'GET',
      path: '/due/{kind}/endings',
      tags: ['due'],
      summary: 'How many were done, lapsed or cancelled, by month, region and reason',
    })
    .input(z.strictObject(reportInput))
    .output(z.strictObject({ items: z.array(dueEnding) })),
  exportLapsed: staffProcedure()
    .route({
      method: 'GET',
      path: '/due/{kind}/lapsed.csv',
      tags: ['due'],
      summary: 'Every lapsed call or product survey, as a table',
    })
    .input(z.strictObject(reportInput))
    .output(z.file()),
}
