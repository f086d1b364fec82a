import { z } from 'zod'
import { cursorInput, id, instant, listOf, localText, staffProcedure } from './common.ts'
import { taskOwners } from './tasks.ts'

/** Something that went wrong for a customer, and that somebody of the house answers for. */
export const caseRecord = z.strictObject({
  id,
  /** What the customer quotes: `C-2026-000123`. */
  receipt: z.string(),
  kind: z.literal('complaint'),
  state: z.literal('open'),
  /** How it came. */
  source: z.literal('portal'),
  accountId: id,
  accountName: z.string(),
  /** Null, with an empty name: the person was erased. */
  contactId: id.nullable(),
  contactName: z.string(),
  regionId: id,
  /** Null: nobody looks after the account. */
  ownerId: id.nullable(),
  ownerName: z.string(),
  /** The survey that led there. */
  waveId: id.nullable(),
  waveName: z.string(),
  /** What it is about, with its place in its model, which decides hue and shape. */
  factor: z.strictObject({ key: z.string(), name: localText, index: z.int() }).nullable(),
  /** In the customer's own words. */
  text: z.string(),
  /** Whether the customer wants to hear from us. */
  answerWanted: z.boolean(),
  /** The language it was written in. */
  language: z.string(),
  openedAt: instant,
})
export type CaseRecord = z.infer<typeof caseRecord>

export const cases = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/cases',
      tags: ['customers'],
      summary: 'Complaints of the regions that the caller may see, the latest first',
    })
    .input(
      z.strictObject({
        of: taskOwners.optional(),
        regionId: id.optional(),
        accountId: id.optional(),
        contactId: id.optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(caseRecord)),
  get: staffProcedure()
    .route({ method: 'GET', path: '/cases/{id}', tags: ['customers'], summary: 'One complaint' })
    .input(z.strictObject({ id }))
    .output(caseRecord),
}
