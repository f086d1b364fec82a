import { CLOSING_REASONS } from '@sixfold/domain/cases/case-state'
import { LONGEST_NOTE } from '@sixfold/domain/cases/timeline'
import { z } from 'zod'
import { caseDetail, caseSeverity, caseWords } from './cases.ts'
import { id, staffProcedure } from './common.ts'
import { factorRef } from './requirements.ts'

/** What staff do to where a case stands; a customer confirms or disputes on the own page. */
export const staffStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('acknowledge') }),
  z.strictObject({ step: z.literal('wait') }),
  z.strictObject({ step: z.literal('go_on') }),
  z.strictObject({
    step: z.literal('resolve'),
    causeId: id,
    factor: factorRef,
    /** What the customer is told, in plain words. */
    told: caseWords,
  }),
  z.strictObject({ step: z.literal('reopen'), note: caseWords }),
  z.strictObject({
    step: z.literal('close'),
    reason: z.enum(CLOSING_REASONS).exclude(['erased']),
    note: caseWords,
  }),
])
export type StaffStep = z.infer<typeof staffStep>

const about = (summary: string) => ({ tags: ['customers'], summary })

export const caseSteps = {
  take: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/cases/{id}/steps',
      ...about('Take a case up, wait, go on, resolve, reopen or close it'),
    })
    .input(z.strictObject({ id, step: staffStep }))
    .output(caseDetail),
  merge: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/cases/{id}/merge',
      ...about('Let a case go on in another of the same customer company'),
    })
    .input(z.strictObject({ id, into: id }))
    .output(caseDetail),
  handOver: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/cases/{id}/owner',
      ...about('Hand a case over to a colleague who may work in its region'),
    })
    .input(z.strictObject({ id, ownerId: id, note: z.string().trim().max(LONGEST_NOTE).optional() }))
    .output(caseDetail),
  grade: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/cases/{id}/severity',
      ...about('Say how severe a case is; its promises follow'),
    })
    .input(z.strictObject({ id, severity: caseSeverity }))
    .output(caseDetail),
  watch: staffProcedure()
    .route({
      method: 'POST',
      path: '/cases/{id}/watch',
      ...about('Watch a case, or no longer'),
    })
    .input(z.strictObject({ id, on: z.boolean() }))
    .output(caseDetail),
  relate: staffProcedure()
    .route({
      method: 'POST',
      path: '/cases/{id}/related',
      ...about('Link two cases, or take the link away'),
    })
    .input(z.strictObject({ id, to: id, on: z.boolean() }))
    .output(caseDetail),
  note: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/cases/{id}/notes',
      ...about('Note something that the customer never sees'),
    })
    .input(z.strictObject({ id, text: caseWords }))
    .output(caseDetail),
  addFile: staffProcedure('unsupported_media_type', 'wrong_state')
    .route({
      method: 'POST',
      path: '/cases/{id}/files',
      ...about('Attach a file: picture, PDF, text or spreadsheet of at most 20 MB'),
    })
    .input(z.strictObject({ id, file: z.file() }))
    .output(caseDetail),
  removeFile: staffProcedure()
    .route({ method: 'DELETE', path: '/cases/{id}/files/{fileId}', ...about('Remove an attached file') })
    .input(z.strictObject({ id, fileId: id }))
    .output(caseDetail),
  readFile: staffProcedure()
    .route({
      method: 'GET',
      path: '/cases/{id}/files/{fileId}',
      ...about('An attached file'),
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id, fileId: id }))
    .output(
      z.strictObject({
        headers: z.strictObject({ 'content-disposition': z.string(), 'content-security-policy': z.string() }),
        body: z.file(),
      }),
    ),
}
