import { z } from 'zod'
import { id, instant, key, staffProcedure } from './common.ts'
import { accountKind } from './customers.ts'

const name = z.string().trim().min(1).max(80)

export const planTable = z.strictObject({
  id,
  name,
  /** With the seat of its host. */
  seats: z.int().min(1).max(100),
  /** The factor it talks about; null: anything. */
  factor: key.nullable(),
})
export type PlanTable = z.infer<typeof planTable>

export const tableHost = z.strictObject({ id, name })

export const tableReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by_hand') }),
  z.strictObject({ kind: z.literal('leads_table') }),
  z.strictObject({ kind: z.literal('away_from_rivals'), accounts: z.array(id) }),
  z.strictObject({ kind: z.literal('beside_users'), product: id, guests: z.array(id) }),
  z.strictObject({ kind: z.literal('beside_prospects'), product: id, guests: z.array(id) }),
  z.strictObject({ kind: z.literal('asked_about'), factor: key }),
  z.strictObject({ kind: z.literal('among_others') }),
])
export type TableReason = z.infer<typeof tableReason>

/** Somebody in the room: a guest with a seat, or a host of the house. */
export const seatedPerson = z.strictObject({
  id,
  kind: z.enum([...accountKind.options, 'host']),
  /** Empty for an erased person. */
  name: z.string(),
  accountId: id.nullable(),
  accountName: z.string(),
  seats: z.int(),
  /** Null: not seated yet. */
  table: id.nullable(),
  considers: z.array(id),
  reasons: z.array(tableReason),
})
export type SeatedPerson = z.infer<typeof seatedPerson>

export const brokenRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('rivals_together'), table: id, guests: z.tuple([id, id]) }),
  z.strictObject({ rule: z.literal('no_host'), table: id }),
  z.strictObject({ rule: z.literal('over_full'), table: id, by: z.int() }),
])
export type BrokenRule = z.infer<typeof brokenRule>

export const tablePlan = z.strictObject({
  tables: z.array(planTable),
  people: z.array(seatedPerson),
  broken: z.array(brokenRule),
  /** Pairs of accounts in the room that compete. */
  apart: z.array(z.tuple([id, id])),
  /** Accounts of people in the room and of their competitors, by name. */
  accounts: z.array(z.strictObject({ id, name: z.string() })),
  products: z.array(z.strictObject({ id, name: z.string() })),
  /** Rises with every change of tables, hosts and interests. */
  revision: z.int(),
})
export type TablePlan = z.infer<typeof tablePlan>

export const rival = z.strictObject({ accountId: id, name: z.string(), by: z.string(), at: instant })

export const tablePlans = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/tables',
      tags: ['round tables'],
      summary: 'Tables of an event, who sits where, and why',
    })
    .input(z.strictObject({ id }))
    .output(tablePlan),
  save: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PUT',
      path: '/roundtables/{id}/tables',
      tags: ['round tables'],
      summary: 'Set up tables and hosts; guests of a table that is gone are not seated',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int().min(0),
        tables: z.array(planTable).max(100),
        hosts: z.array(tableHost).max(200),
      }),
    )
    .output(tablePlan),
  propose: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/tables/proposal',
      tags: ['round tables'],
      summary: 'Seat everybody by the rules; places given by hand stay unless `afresh`',
    })
    .input(z.strictObject({ id, afresh: z.boolean() }))
    .output(tablePlan),
  place: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/tables/places',
      tags: ['round tables'],
      summary: 'Seat one person by hand, or take the place away',
    })
    .input(z.strictObject({ id, personId: id, table: id.nullable() }))
    .output(tablePlan),
  consider: staffProcedure('wrong_state')
    .route({
      method: 'PUT',
      path: '/roundtables/{id}/tables/interests',
      tags: ['round tables'],
      summary: 'Note which products a guest considers',
    })
    .input(z.strictObject({ id, guestId: id, productIds: z.array(id).max(20) }))
    .output(tablePlan),
}

const rivalOutput = z.strictObject({ items: z.array(rival) })

export const rivalries = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/accounts/{id}/rivals',
      tags: ['customers'],
      summary: 'Accounts that compete with one, of what the caller may see',
    })
    .input(z.strictObject({ id }))
    .output(rivalOutput),
  add: staffProcedure('wrong_state')
    .route({
      method: 'PUT',
      path: '/accounts/{id}/rivals/{otherId}',
      tags: ['customers'],
      summary: 'Note that two accounts compete; every event keeps them apart',
    })
    .input(z.strictObject({ id, otherId: id }))
    .output(rivalOutput),
  remove: staffProcedure()
    .route({
      method: 'DELETE',
      path: '/accounts/{id}/rivals/{otherId}',
      tags: ['customers'],
      summary: 'Two accounts no longer compete',
    })
    .input(z.strictObject({ id, otherId: id }))
    .output(rivalOutput),
}
