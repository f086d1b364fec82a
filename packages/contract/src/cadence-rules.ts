import { z } from 'zod'
import { id, instant, localDate, staffProcedure } from './common.ts'

const nth = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal('last')])
const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
])

/** A standing plan: every so many months from the anchor, on its day or on the nth weekday of the month. */
export const cadenceRule = z.strictObject({
  anchor: localDate,
  everyMonths: z.int().min(1).max(24),
  on: z.strictObject({ nth, weekday }).nullable(),
})

/** Null: the region holds no conference. */
const rules = { roundTable: cadenceRule, conference: cadenceRule.nullable() }

export const cadenceRules = z.strictObject({
  regionId: id,
  ...rules,
  /** 0: nobody has saved a rule yet. */
  revision: z.int(),
  savedAt: instant.nullable(),
  savedBy: z.string(),
})
export type CadenceRules = z.infer<typeof cadenceRules>

const lamp = z.enum(['on_cadence', 'at_risk', 'overdue'])
const standing = z.strictObject({ lamp, open: z.array(localDate) })

/** What another rule would change; nothing of it is saved. */
export const rulePreview = z.strictObject({
  dates: z.array(z.strictObject({ date: localDate, change: z.enum(['same', 'gone', 'new']) })),
  before: standing,
  after: standing,
})
export type RulePreview = z.infer<typeof rulePreview>

export const cadence = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/regions/{id}/cadence',
      tags: ['round tables'],
      summary: 'How often a region holds its round tables and its conference',
    })
    .input(z.strictObject({ id }))
    .output(cadenceRules),
  preview: staffProcedure()
    .route({
      method: 'POST',
      path: '/regions/{id}/cadence/preview',
      tags: ['round tables'],
      summary: 'What other rules would change; nothing is written',
    })
    .input(z.strictObject({ id, ...rules }))
    .output(z.strictObject({ roundTable: rulePreview, conference: rulePreview })),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/regions/{id}/cadence',
      tags: ['round tables'],
      summary: 'Change what is due; events that are planned stay',
    })
    .input(z.strictObject({ id, revision: z.int().min(0), ...rules }))
    .output(cadenceRules),
}
