import { EVENT_GROUPS } from '@sixfold/domain/roundtables/before-after'
import { z } from 'zod'
import { id, instant, quarter, staffProcedure } from './common.ts'

export const costItem = z.strictObject({
  what: z.string().trim().min(1).max(120),
  /** In whole units of the currency, or with at most two decimals. */
  amount: z.number().min(0).max(1e12),
})

const shownGroup = z.strictObject({
  shown: z.literal(true),
  accounts: z.int(),
  heardBefore: z.int(),
  heardAfter: z.int(),
  before: z.number(),
  after: z.number(),
  change: z.number(),
  low: z.number(),
  high: z.number(),
})
const groupResult = z.discriminatedUnion('shown', [
  shownGroup,
  z.strictObject({ shown: z.literal(false), why: z.enum(['none', 'few', 'derivable']) }),
])
export type GroupResult = z.infer<typeof groupResult>

const waveRef = z.strictObject({ id, quarter })

export const comparison = z.discriminatedUnion('state', [
  /** `no_before`: nothing was asked before the event. `no_after`: the next wave has not closed yet. `broken`: what was asked is not the same (law 1). */
  z.strictObject({
    state: z.enum(['no_before', 'no_after', 'broken']),
    before: waveRef.nullable(),
    after: waveRef.nullable(),
  }),
  z.strictObject({
    state: z.literal('ready'),
    before: waveRef,
    after: waveRef,
    confidence: z.number(),
    minimumCell: z.int(),
    groups: z.strictObject(
      Object.fromEntries(EVENT_GROUPS.map(one => [one, groupResult])) as Record<
        (typeof EVENT_GROUPS)[number],
        typeof groupResult
      >,
    ),
    difference: z.strictObject({ change: z.number(), low: z.number(), high: z.number() }).nullable(),
  }),
])
export type Comparison = z.infer<typeof comparison>

export const followUp = z.strictObject({
  /**
   * `off`: nobody is asked. `no_programme`: no post-event programme asks in the region. `waiting`: asked at `at`.
   * `nobody`: nobody came. `asked`: the wave runs or is over.
   */
  state: z.enum(['off', 'no_programme', 'waiting', 'nobody', 'asked', 'cancelled']),
  at: instant.nullable(),
  programmeName: z.string(),
  waveId: id.nullable(),
  /** Invitations: planned, left, answered, refused by the contact policy. */
  planned: z.int(),
  sent: z.int(),
  finished: z.int(),
  refused: z.int(),
  /** Came, and have no invitation in the wave yet, as after a late check-in. */
  unasked: z.int(),
})
export type FollowUp = z.infer<typeof followUp>

export const afterwardsView = z.strictObject({
  attendance: z.strictObject({
    invited: z.int(),
    /** People with a seat at the end. */
    seats: z.int(),
    /** People who came; of them those who had no invitation. */
    came: z.int(),
    walkIns: z.int(),
    missed: z.int(),
    declined: z.int(),
    silent: z.int(),
  }),
  cost: z.strictObject({
    items: z.array(costItem),
    currency: z.string(),
    total: z.number(),
    /** Null while nobody came. */
    perHead: z.number().nullable(),
  }),
  followUp,
  comparison,
  ended: z.boolean(),
  revision: z.int(),
})
export type AfterwardsView = z.infer<typeof afterwardsView>

export const afterwards = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/afterwards',
      tags: ['round tables'],
      summary: 'Attendance, cost per head, the follow-up survey, and satisfaction before and after',
    })
    .input(z.strictObject({ id }))
    .output(afterwardsView),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/roundtables/{id}/afterwards',
      tags: ['round tables'],
      summary: 'Note what the event cost, and whether those who came are asked how it was',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int(),
        currency: z.string().regex(/^[A-Z]{3}$/),
        costs: z.array(costItem).max(50),
        ask: z.boolean(),
      }),
    )
    .output(afterwardsView),
  ask: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/afterwards/ask',
      tags: ['round tables'],
      summary: 'Ask those who came and have not been asked yet, from the local morning after on',
    })
    .input(z.strictObject({ id }))
    .output(afterwardsView),
}
