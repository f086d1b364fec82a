import type { FactorModel } from '@sixfold/domain/factor-model'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/edit'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/edit'
import { z } from 'zod'
import { id, instant, language, localText, quarter, staffProcedure } from './common.ts'

/** Names of pages, questions, factors: they become keys of counts, so no dots, dollars or spaces. */
const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)
const text = z.string().max(5000)

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

const questionBase = {
  id: key,
  text: localText,
  help: localText.exactOptional(),
  required: z.boolean(),
  measures: z.strictObject({ factor: key, attribute: key.nullable() }).exactOptional(),
}

export const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...questionBase, kind: z.literal('satisfaction'), offerNotApplicable: z.boolean() }),
  z.strictObject({ ...questionBase, kind: z.literal('nps') }),
  z.strictObject({
    ...questionBase,
    kind: z.literal('text'),
    long: z.boolean(),
    maxLength: z.int().min(1).max(20_000),
  }),
])

const page = z.strictObject({
  id: key,
  title: localText,
  intro: localText.exactOptional(),
  factor: key.exactOptional(),
  questions: z.array(question).max(SURVEY_LIMITS.questions),
})

export const surveyDefinition: z.ZodType<SurveyDefinition> = z.strictObject({
  title: localText,
  languages: z.array(language).min(1).max(50),
  defaultLanguage: language,
  factorModel: z.strictObject({ key, version: z.int().min(1) }),
  welcome: localText,
  thanks: localText,
  pages: z.array(page).max(SURVEY_LIMITS.pages),
})

const index = z.int().min(0).max(10_000)

export const surveyOperation: z.ZodType<SurveyOperation> = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('set-survey-text'),
    field: z.enum(['title', 'welcome', 'thanks']),
    language,
    value: text,
  }),
  z.strictObject({
    op: z.literal('set-page-text'),
    page: key,
    field: z.enum(['title', 'intro']),
    language,
    value: text,
  }),
  z.strictObject({
    op: z.literal('set-question-text'),
    question: key,
    field: z.enum(['text', 'help']),
    language,
    value: text,
  }),
  z.strictObject({ op: z.literal('set-required'), question: key, required: z.boolean() }),
  z.strictObject({ op: z.literal('set-not-applicable'), question: key, offer: z.boolean() }),
  z.strictObject({
    op: z.literal('set-measures'),
    question: key,
    measures: z.strictObject({ factor: key, attribute: key.nullable() }).nullable(),
  }),
  z.strictObject({ op: z.literal('move-question'), question: key, page: key, index }),
  z.strictObject({ op: z.literal('move-page'), page: key, index }),
  z.strictObject({ op: z.literal('add-question'), page: key, index, question }),
  z.strictObject({ op: z.literal('remove-question'), question: key }),
  z.strictObject({ op: z.literal('add-page'), index, page }),
  z.strictObject({ op: z.literal('remove-page'), page: key }),
])

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
    .input(z.strictObject({ factorModel: key, quarter, languages: z.array(language).min(1).max(50) }))
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
    .input(z.strictObject({ id, revision: z.int(), operations: z.array(surveyOperation).min(1).max(500) }))
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
