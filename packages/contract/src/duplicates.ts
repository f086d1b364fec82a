import { likenessReasons } from '@sixfold/domain/customers/duplicates/likeness'
import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'
import { accountRecord, contactRecord } from './customers.ts'

export const duplicateKind = z.enum(['accounts', 'contacts'])
export type DuplicateKind = z.infer<typeof duplicateKind>

const likeness = {
  /** Names the pair; colons are part of it. */
  id: z.string().max(120),
  /** How likely the two are one, 0..1. */
  score: z.number(),
  reasons: z.array(z.enum(likenessReasons)),
}

/** Two records that may be one. */
export const duplicatePair = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accounts'), ...likeness, records: z.array(accountRecord).length(2) }),
  z.strictObject({ kind: z.literal('contacts'), ...likeness, records: z.array(contactRecord).length(2) }),
])
export type DuplicatePair = z.infer<typeof duplicatePair>

const search = z.strictObject({ running: z.boolean(), finishedAt: instant.nullable() })
const pairId = z.string().max(120)

export const duplicates = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/duplicates',
      tags: ['customers'],
      summary: 'Accounts or contacts that may be one, the likeliest first',
    })
    .input(z.strictObject({ kind: duplicateKind, after: pairId.optional() }))
    .output(
      z.strictObject({
        items: z.array(duplicatePair),
        next: pairId.nullable(),
        total: z.strictObject({ accounts: z.int(), contacts: z.int() }),
        search,
      }),
    ),
  search: staffProcedure()
    .route({
      method: 'POST',
      path: '/duplicates/search',
      tags: ['customers'],
      summary: 'Look for likely duplicates now',
    })
    .output(search),
  keepApart: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/duplicates/{id}/keep-apart',
      tags: ['customers'],
      summary: 'The two are not the same; they are not proposed again',
    })
    .input(z.strictObject({ id: pairId }))
    .output(z.strictObject({ id: pairId })),
  merge: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/duplicates/{id}/merge',
      tags: ['customers'],
      summary: 'Make one of the two; the other stays as a pointer to it',
    })
    .input(
      z.strictObject({
        id: pairId,
        /** The record that stays. */
        keep: id,
        /** The revisions that the caller saw, by record: `wrong_state` when one was changed since. */
        revisions: z.record(id, z.int().min(1)),
        /** Fields that are taken from the other record. */
        take: z.array(z.string().max(40)).max(30),
      }),
    )
    .output(z.strictObject({ id })),
}
