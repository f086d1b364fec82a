import { SURVEY_KINDS } from '@sixfold/domain/survey/kind'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import { z } from 'zod'
import { id, instant, key, language, localText, quarter, staffProcedure } from './common.ts'
import { factorModelVersion, languages, surveyDefinition } from './survey-definition.ts'
import { surveyOperation } from './survey-operations.ts'

export const surveyKind = z.enum(SURVEY_KINDS)

export const survey = z.strictObject({
  id,
  kind: surveyKind,
  quarter,
  title: localText,
  languages: z.array(language),
  factorModel: factorModelVersion,
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
/** New question → the dropped one that it continues. */
const continues = z.record(key, key)

/** A version without what it asks. */
export const versionHead = z.strictObject({
  surveyId: id,
  kind: surveyKind,
  number: z.int().min(1),
  contentHash: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  /** What `changes` tells of: the version before, of this survey or of an earlier quarter's. Null: everything is new. */
  before: z.strictObject({ surveyId: id, number: z.int().min(1) }).nullable(),
  changes: z.record(key, questionChange),
  continues,
})
export type VersionHead = z.infer<typeof versionHead>

export const surveyVersion = z.strictObject({ ...versionHead.shape, definition: surveyDefinition })
export type SurveyVersion = z.infer<typeof surveyVersion>

/**
 * Names a save for ever: the number of this save among those of one browser tab, which sends one after the other.
 * The same save again, however much later, changes nothing and is answered with what stands now.
 */
export const saveBatch = z.strictObject({ writer: id, number: z.int().min(1) })
export type SaveBatch = z.infer<typeof saveBatch>

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
    setting: z.string().optional(),
    jump: z.int().optional(),
    test: z.int().optional(),
  }),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  judged: z.string().optional(),
})

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
      summary: 'Make a survey from a factor model',
    })
    .input(
      z.strictObject({
        /** `quarterly` unless something else is said. */
        kind: surveyKind.exactOptional(),
        factorModel: key,
        /** The latest, unless another one is named. */
        factorModelVersion: z.int().min(1).exactOptional(),
        quarter,
        languages,
      }),
    )
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
        batch: saveBatch.exactOptional(),
      }),
    )
    .output(surveyDraft),
  publish: staffProcedure('revision_conflict', 'not_publishable')
    .route({
      method: 'POST',
      path: '/surveys/{id}/versions',
      tags: ['surveys'],
      summary: 'Freeze the draft as a version, with what became of each question',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int(),
        /** By question; where nothing is said, the proposal stands. */
        verdicts: z.record(key, questionChange).exactOptional(),
        continues: continues.exactOptional(),
      }),
    )
    .output(surveyVersion),
  listVersions: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/versions',
      tags: ['surveys'],
      summary: 'The published versions of a survey, the latest first',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(versionHead) })),
  getVersionBefore: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/version-before',
      tags: ['surveys'],
      summary: 'What the draft is compared with: its latest version, or that of an earlier quarter',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ version: surveyVersion.nullable() })),
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
