import { z } from 'zod'
import { cursorInput, id, instant, listOf, quarter, staffProcedure } from './common.ts'
import { surveyKind } from './surveys.ts'
import { wavePlan } from './wave-plan.ts'
import { waveDetails } from './waves.ts'

const days = z.int().min(1).max(365)

export const programmeContent = z.strictObject({
  ...wavePlan.shape,
  name: z.string().trim().min(1).max(200),
  /** What it asks: the next wave takes its latest version. */
  surveyId: id,
  /** How long a wave takes answers. */
  days,
})
export type ProgrammeContent = z.infer<typeof programmeContent>

export const programme = z.strictObject({
  ...programmeContent.shape,
  id,
  kind: surveyKind,
  /** People and companies that it never asks. */
  excluded: z.int(),
  revision: z.int(),
  updatedAt: instant,
  updatedBy: z.string(),
})
export type Programme = z.infer<typeof programme>

export const exclusion = z.strictObject({
  id,
  kind: z.enum(['account', 'contact']),
  /** Of the account or the contact; empty once the person was erased. */
  name: z.string(),
  externalId: z.string(),
  reason: z.string(),
  at: instant,
  by: z.string(),
})
export type Exclusion = z.infer<typeof exclusion>

/** Something that makes the next wave another thing than the last, for somebody to confirm by its key. */
export const groundChange = z.strictObject({
  key: z.string(),
  kind: z.enum(['region_added', 'region_dropped', 'filter', 'sampling', 'size', 'factor_model']),
  regionId: id.optional(),
  field: z.string().optional(),
  before: z.union([z.string(), z.number(), z.array(z.string())]).optional(),
  after: z.union([z.string(), z.number(), z.array(z.string())]).optional(),
  added: z.array(z.string()).optional(),
  dropped: z.array(z.string()).optional(),
})
export type GroundChangeView = z.infer<typeof groundChange>

export const nextWave = z.strictObject({
  quarter,
  /** Null: the programme has not asked yet, so there is nothing to differ from. */
  last: z.strictObject({ id, quarter }).nullable(),
  changes: z.array(groundChange),
  /** A draft or an open wave stands in the way. */
  standing: z.strictObject({ id, quarter }).nullable(),
})
export type NextWave = z.infer<typeof nextWave>

export const programmes = {
  list: staffProcedure()
    .route({ method: 'GET', path: '/programmes', tags: ['programmes'], summary: 'Programmes by name' })
    .output(z.strictObject({ items: z.array(programme) })),
  get: staffProcedure()
    .route({ method: 'GET', path: '/programmes/{id}', tags: ['programmes'], summary: 'One programme' })
    .input(z.strictObject({ id }))
    .output(programme),
  create: staffProcedure()
    .route({
      method: 'POST',
      path: '/programmes',
      tags: ['programmes'],
      summary: 'A standing intention to ask: whom, how often chosen, how reminded',
    })
    .input(programmeContent)
    .output(programme),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/programmes/{id}',
      tags: ['programmes'],
      summary: 'Change what the next waves are drafted from',
    })
    .input(z.strictObject({ id, revision: z.int(), content: programmeContent }))
    .output(programme),
  exclusions: staffProcedure()
    .route({
      method: 'GET',
      path: '/programmes/{id}/exclusions',
      tags: ['programmes'],
      summary: 'Whom it never asks, and why',
    })
    .input(z.strictObject({ id, ...cursorInput }))
    .output(listOf(exclusion)),
  exclude: staffProcedure()
    .route({
      method: 'POST',
      path: '/programmes/{id}/exclusions',
      tags: ['programmes'],
      summary: 'Never ask these accounts or contacts, by their external ids',
    })
    .input(
      z.strictObject({
        id,
        kind: z.enum(['account', 'contact']),
        externalIds: z.array(z.string().trim().min(1).max(200)).min(1).max(5000),
        reason: z.string().trim().min(1).max(500),
      }),
    )
    .output(z.strictObject({ added: z.int(), unknown: z.array(z.string()) })),
  include: staffProcedure()
    .route({
      method: 'DELETE',
      path: '/programmes/{id}/exclusions/{exclusionId}',
      tags: ['programmes'],
      summary: 'Ask again',
    })
    .input(z.strictObject({ id, exclusionId: id }))
    .output(z.strictObject({ excluded: z.int() })),
  draftWave: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/programmes/{id}/waves',
      tags: ['programmes'],
      summary: 'Draft a wave of the latest version, for this quarter',
    })
    .input(z.strictObject({ id, opensAt: instant.exactOptional() }))
    .output(waveDetails),
  next: staffProcedure('wrong_state')
    .route({
      method: 'GET',
      path: '/programmes/{id}/next',
      tags: ['programmes'],
      summary: 'What the next quarter would ask, and in what it differs',
    })
    .input(z.strictObject({ id }))
    .output(nextWave),
  draftNext: staffProcedure('wrong_state', 'not_publishable')
    .route({
      method: 'POST',
      path: '/programmes/{id}/next',
      tags: ['programmes'],
      summary: 'Draft the next quarter: its survey from the latest version, and its wave',
    })
    .input(
      z.strictObject({
        id,
        quarter,
        /** Keys of the changes that somebody looked at and confirmed. */
        confirmed: z.array(z.string().max(1000)).max(500),
      }),
    )
    .output(waveDetails),
}
