import { STUDY_LIMITS, STUDY_MEANS, STUDY_STATES, TEST_POINTS } from '@sixfold/domain/studies/study'
import { z } from 'zod'
import { id, instant, key, localDate, localText, staffProcedure } from './common.ts'

export const studyState = z.enum(STUDY_STATES)
export const studyMeans = z.enum(STUDY_MEANS)

const line = z.string().trim().min(1).max(200)
const words = z.string().trim().max(4000)

export const studyCriterion = z.strictObject({
  id,
  name: line,
  factor: key,
  weight: z.int().min(1).max(STUDY_LIMITS.weight),
  /** How it is tried. */
  method: words,
})
export type StudyCriterionInput = z.infer<typeof studyCriterion>

export const studyFinding = z.strictObject({
  id,
  text: z.string().trim().min(1).max(2000),
  factor: key.nullable(),
  kind: z.enum(['they_lead', 'we_lead', 'remark']),
})
export type StudyFinding = z.infer<typeof studyFinding>

/** What staff say of a study; its plan. */
export const studyFields = z.strictObject({
  title: line,
  competitorId: id,
  rivalProductId: id,
  /** The version that was tried. */
  rivalVersionId: id.nullable(),
  /** Our product that it is tried against. */
  oursId: id.nullable(),
  /** The region whose market it is about; null: all. */
  regionId: id.nullable(),
  means: studyMeans,
  obtainedOn: localDate.nullable(),
  /** When a borrowed product is due back. */
  returnBy: localDate.nullable(),
  /** What the product and the trial cost, in the organisation's currency. */
  cost: z.number().min(0).max(1e15).nullable(),
  plan: words,
  criteria: z.array(studyCriterion).max(STUDY_LIMITS.criteria),
  /** Members of staff. */
  testerIds: z.array(id).max(STUDY_LIMITS.testers),
  findings: z.array(studyFinding).max(STUDY_LIMITS.findings),
  conclusion: words,
})
export type StudyFields = z.infer<typeof studyFields>

export const studyHead = z.strictObject({
  id,
  title: z.string(),
  state: studyState,
  competitorId: id,
  competitorName: z.string(),
  rivalProductName: z.string(),
  rivalVersionName: z.string(),
  oursName: z.string(),
  regionId: id.nullable(),
  testers: z.int(),
  /** Testers who have tried every criterion on the competitor's product. */
  done: z.int(),
  finishedAt: instant.nullable(),
  updatedAt: instant,
})
export type StudyHead = z.infer<typeof studyHead>

const score = z.strictObject({
  mean: z.number().nullable(),
  spread: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  testers: z.int(),
})
export type TestScore = z.infer<typeof score>
const compared = { us: score, them: score, lead: z.enum(['us', 'them', 'mixed', 'unknown']) }

export const studyResult = z.strictObject({
  criteria: z.array(z.strictObject({ id, ...compared })),
  factors: z.array(z.strictObject({ factor: key, criteria: z.int(), ...compared })),
})

const points = z.number().min(TEST_POINTS.least).max(TEST_POINTS.most).nullable()
export const testSheet = z
  .record(id, z.strictObject({ us: points, them: points }))
  .refine(sheet => Object.keys(sheet).length <= STUDY_LIMITS.criteria)

export const study = z.strictObject({
  ...studyHead.shape,
  ...studyFields.shape,
  model: z.strictObject({ key, version: z.int().min(1) }),
  factors: z.array(z.strictObject({ key: z.string(), name: localText, index: z.int() })),
  people: z.array(z.strictObject({ id, name: z.string(), tried: z.int(), at: instant.nullable() })),
  /** The caller's own points; null: not a tester. */
  own: z.strictObject({ sheet: testSheet, note: z.string(), revision: z.int() }).nullable(),
  /** Null for a tester who has not tried everything yet: the points of others would lead theirs. */
  result: studyResult.nullable(),
  notes: z.array(z.strictObject({ name: z.string(), note: z.string() })),
  files: z.array(
    z.strictObject({ id, name: z.string(), bytes: z.int(), by: z.string(), at: instant, note: z.string() }),
  ),
  revision: z.int(),
  editable: z.boolean(),
})
export type Study = z.infer<typeof study>

/** The `data` of a `revision_conflict`: what stands now. */
export const studyConflictData = z.strictObject({ current: study })

const at = { id, revision: z.int().min(1) }

export const studies = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/studies',
      tags: ['deals'],
      summary: 'Trials of competitors’ products, the latest first',
    })
    .input(z.strictObject({ competitorId: id.optional(), state: studyState.optional() }))
    .output(z.strictObject({ items: z.array(studyHead) })),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/studies/{id}',
      tags: ['deals'],
      summary: 'A trial with its plan and what the testers found',
    })
    .input(z.strictObject({ id }))
    .output(study),
  create: staffProcedure()
    .route({ method: 'POST', path: '/studies', tags: ['deals'], summary: 'Plan a trial' })
    .input(studyFields)
    .output(study),
  change: staffProcedure('revision_conflict')
    .route({
      method: 'PATCH',
      path: '/studies/{id}',
      tags: ['deals'],
      summary: 'Change the plan, the findings or the conclusion',
    })
    .input(z.strictObject({ ...at, changes: studyFields.partial() }))
    .output(study),
  setState: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/studies/{id}/state',
      tags: ['deals'],
      summary: 'Begin a trial, finish it, or take it up again',
    })
    .input(z.strictObject({ ...at, state: studyState }))
    .output(study),
  score: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PUT',
      path: '/studies/{id}/points',
      tags: ['deals'],
      summary: 'Give one’s own points as a tester',
    })
    .input(z.strictObject({ id, revision: z.int().min(0), sheet: testSheet, note: words }))
    .output(study),
  addFile: staffProcedure('unsupported_media_type', 'wrong_state')
    .route({
      method: 'POST',
      path: '/studies/{id}/files',
      tags: ['deals'],
      summary: 'Keep a file as evidence: picture, PDF, text or spreadsheet of at most 20 MB',
    })
    .input(z.strictObject({ id, file: z.file(), note: z.string().trim().max(300).optional() }))
    .output(study),
  removeFile: staffProcedure()
    .route({
      method: 'DELETE',
      path: '/studies/{id}/files/{fileId}',
      tags: ['deals'],
      summary: 'Take a file out again',
    })
    .input(z.strictObject({ id, fileId: id }))
    .output(study),
  readFile: staffProcedure()
    .route({
      method: 'GET',
      path: '/studies/{id}/files/{fileId}',
      tags: ['deals'],
      summary: 'A file of the evidence',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id, fileId: id }))
    .output(
      z.strictObject({ headers: z.strictObject({ 'content-disposition': z.string() }), body: z.file() }),
    ),
}
