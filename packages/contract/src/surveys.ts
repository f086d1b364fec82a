import type { FactorModel } from '@sixfold/domain/factor-model'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import { z } from 'zod'
import { id, instant, key, language, localText, quarter, staffProcedure } from './common.ts'
import { languages, surveyDefinition } from './survey-definition.ts'
import { surveyOperation } from './survey-operations.ts'

export const factorModel: z.ZodType<FactorModel> = z.strictObject({
  key,
  version: z.int().min(1),
  name: localText,
  source: z.string(),
  factors: z.array(
    z.strictObject({
      key,
      name: localText,
      overall: localText,
      attributes: z.array(z.strictObject({ key, name: localText, statement: localText })),
    }),
  ),
})

export const survey = z.strictObject({
  id,
  quarter,
  title: localText,
  languages: z.array(language),
  revision: z.int(),
  updatedAt: instant,
  /** The name of who saved last. */
  updatedBy: z.string(),
  latestVersion: z.int().nullable(),
  changedSincePublished: z.boolean(),
})
export type Survey = z.infer<typeof survey>

export const surveyDraft = z.strictObject({ ...survey.shape, definition: surveyDefinition })
export type SurveyDraft = z.infer<typeof surveyDraft>

export const questionChange = z.enum(['same', 'reworded', 'new', 'dropped'])

export const surveyVersion = z.strictObject({
  surveyId: id,
  number: z.int().min(1),
  contentHash: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  changes: z.record(key, questionChange),
  definition: surveyDefinition,
})
export type SurveyVersion = z.infer<typeof surveyVersion>

/** The `data` of a `revision_conflict`: what stands now, beside what the caller tried to save. */
export const conflictData = z.strictObject({ current: surveyDraft })

/** The `data` of `not_publishable`. */
export const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['stops', 'advises']),
  place: z.strictObject({
    page: z.string().optional(),
    question: z.string().optional(),
    part: z.string().optional(),
    language: z.string().optional(),
    factor: z.string().optional(),
    field: z.string().optional(),
  }),
})

export const factorModels = {
  list: staffProcedure()
    .route({ method: 'GET', path: '/factor-models', tags: ['surveys'], summary: 'Factor models: presets' })
    .output(z.strictObject({ items: z.array(factorModel) })),
}

export const surveys = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys',
      tags: ['surveys'],
      summary: 'Surveys, the latest quarter first',
    })
    .output(z.strictObject({ items: z.array(survey) })),
  create: staffProcedure()
    .route({
      method: 'POST',
      path: '/surveys',
      tags: ['surveys'],
      summary: 'Make a quarterly survey from a factor model',
    })
    .input(z.strictObject({ factorModel: key, quarter, languages }))
    .output(surveyDraft),
  get: staffProcedure()
    .route({ method: 'GET', path: '/surveys/{id}', tags: ['surveys'], summary: 'The draft of a survey' })
    .input(z.strictObject({ id }))
    .output(surveyDraft),
  save: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PATCH',
      path: '/surveys/{id}',
      tags: ['surveys'],
      summary: 'Apply operations to the draft at a revision',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int(),
        operations: z.array(surveyOperation).min(1).max(SURVEY_LIMITS.operations),
      }),
    )
    .output(surveyDraft),
  publish: staffProcedure('revision_conflict', 'not_publishable')
    .route({
      method: 'POST',
      path: '/surveys/{id}/versions',
      tags: ['surveys'],
      summary: 'Freeze the draft as a version',
    })
    .input(z.strictObject({ id, revision: z.int() }))
    .output(surveyVersion),
  getVersion: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/versions/{number}',
      tags: ['surveys'],
      summary: 'A published version',
    })
    .input(z.strictObject({ id, number: z.coerce.number().int().min(1) }))
    .output(surveyVersion),
}
