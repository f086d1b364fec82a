import { MODEL_LIMITS } from '@sixfold/domain/factor-model'
import { z } from 'zod'
import { instant, key, localText, staffProcedure } from './common.ts'

/** Far above what a model may hold; the rules of the domain name every fault of one that is too large. */
const most = (limit: number) => limit * 4

const factor = z.strictObject({
  key,
  name: localText,
  overall: localText,
  attributes: z
    .array(z.strictObject({ key, name: localText, statement: localText }))
    .max(most(MODEL_LIMITS.attributes)),
})

/** What of a model somebody writes. */
export const modelContent = z.strictObject({
  name: localText,
  source: z.string().max(most(MODEL_LIMITS.source)),
  factors: z.array(factor).max(most(MODEL_LIMITS.factors)),
})
export type ModelContent = z.infer<typeof modelContent>

/** A factor model as it is kept. A preset never changes; an own one that a survey uses goes on as its next version. */
export const factorModel = z.strictObject({
  key,
  version: z.int().min(1),
  ...modelContent.shape,
  origin: z.enum(['preset', 'own']),
  /** Rises with every save of this version. */
  revision: z.int(),
  /** A survey was made of it, so it changes no more. */
  used: z.boolean(),
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
})
export type KeptFactorModel = z.infer<typeof factorModel>

/** The `data` of a `revision_conflict`: what stands now. */
export const modelConflictData = z.strictObject({ current: factorModel })

const version = z.coerce.number().int().min(1)

export const factorModels = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/factor-models',
      tags: ['surveys'],
      summary: 'Factor models: the presets, then the own ones in their latest version',
    })
    .output(z.strictObject({ items: z.array(factorModel) })),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/factor-models/{key}/versions/{version}',
      tags: ['surveys'],
      summary: 'A factor model in one version',
    })
    .input(z.strictObject({ key, version }))
    .output(factorModel),
  create: staffProcedure()
    .route({
      method: 'POST',
      path: '/factor-models',
      tags: ['surveys'],
      summary: 'Keep an own factor model',
    })
    .input(z.strictObject({ model: modelContent }))
    .output(factorModel),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/factor-models/{key}/versions/{version}',
      tags: ['surveys'],
      summary: 'Change an own factor model; one that a survey uses goes on as its next version',
    })
    .input(z.strictObject({ key, version, revision: z.int(), model: modelContent }))
    .output(factorModel),
  remove: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'DELETE',
      path: '/factor-models/{key}/versions/{version}',
      tags: ['surveys'],
      summary: 'Remove a version of an own factor model that no survey uses',
    })
    .input(z.strictObject({ key, version, revision: z.int() })),
}
