import { OWN_FORMAT, OWN_FORMAT_VERSION } from '@sixfold/domain/survey/import/own-file'
import type { ImportReason } from '@sixfold/domain/survey/import/report'
import { IMPORT_REASONS } from '@sixfold/domain/survey/import/report'
import { z } from 'zod'
import { id, key, staffProcedure } from './common.ts'
import { modelContent } from './factor-models.ts'
import { pictureId } from './questions.ts'
import { factorModelVersion, surveyDefinition } from './survey-definition.ts'
import { surveyDraft } from './surveys.ts'

/** In bytes; a larger file is a 413. */
export const MOST_IMPORT_BYTES = 10_000_000

/**
 * A survey as a file of its own. `factorModel` is there when the house made the model itself; `pictures` holds those that the
 * survey shows as `data:` addresses, by the ids that it gives them, as far as a file may hold them.
 */
export const surveyFile = z.strictObject({
  format: z.literal(OWN_FORMAT),
  formatVersion: z.literal(OWN_FORMAT_VERSION),
  definition: surveyDefinition,
  factorModel: z.strictObject({ ...factorModelVersion.shape, ...modelContent.shape }).exactOptional(),
  pictures: z
    .record(pictureId, z.string().regex(/^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/))
    .exactOptional(),
  picturesLeftOut: z.array(pictureId).exactOptional(),
})
export type SurveyFile = z.infer<typeof surveyFile>

const reason = z.enum(Object.keys(IMPORT_REASONS) as [ImportReason, ...ImportReason[]])

export const importItem = z.strictObject({
  /** Where it stood in the file, by the names that its author gave. */
  where: z.strictObject({
    page: z.int().exactOptional(),
    question: z.string().exactOptional(),
    part: z.string().exactOptional(),
  }),
  what: z.string(),
  outcome: z.enum(['mapped', 'changed', 'left_out']),
  reason,
  detail: z.string(),
})

const count = z.int().min(0)

export const importCheck = z.strictObject({
  format: z.enum(['sixfold', 'surveyjs', 'limesurvey']),
  /** What the survey would be. */
  definition: surveyDefinition,
  report: z.strictObject({
    /** The first of them, in the order of the file. */
    items: z.array(importItem),
    /** Of all of them. */
    counts: z.strictObject({ mapped: count, changed: count, left_out: count }),
  }),
  /** The factor model that the file names: `kept` here already, `carried` by the file, or `unknown`. Null: it names none. */
  factorModel: z
    .strictObject({ ...factorModelVersion.shape, standing: z.enum(['kept', 'carried', 'unknown']) })
    .nullable(),
})
export type ImportCheck = z.infer<typeof importCheck>

export const surveyImports = {
  check: staffProcedure()
    .route({
      method: 'POST',
      path: '/survey-imports/check',
      tags: ['surveys'],
      summary:
        'Read a survey from a file of Sixfold, SurveyJS (JSON) or LimeSurvey (.lss) without keeping it',
    })
    .input(z.strictObject({ file: z.file() }))
    .output(importCheck),
  create: staffProcedure()
    .route({
      method: 'POST',
      path: '/survey-imports',
      tags: ['surveys'],
      summary: 'Make a survey of such a file',
    })
    .input(
      z.strictObject({
        file: z.file(),
        /** As `2026-Q3`. */
        quarter: z.string().regex(/^(19|2\d)\d\d-Q[1-4]$/),
        /** Left out: the model that the file names. */
        factorModel: key.exactOptional(),
      }),
    )
    .output(surveyDraft),
  export: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/export.json',
      tags: ['surveys'],
      summary: 'A survey as a file that can be imported without loss; its draft, unless a version is named',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id, version: z.coerce.number().int().min(1).optional() }))
    .output(
      z.strictObject({
        headers: z.strictObject({ 'content-disposition': z.string() }),
        body: z.file(),
      }),
    ),
}
