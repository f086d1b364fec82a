import { LEGAL_BASES } from '@sixfold/domain/privacy-notice'
import { z } from 'zod'
import { id, instant, localText, staffProcedure } from './common.ts'

const line = z.string().trim().max(200)
const months = z.int().min(1).max(240)
const legalBasis = z.enum(LEGAL_BASES)

/** What holds for every survey of the house. Empty texts and nulls: nothing is said of it. */
export const noticeContent = z.strictObject({
  /** The legal name; empty: the organisation's name. */
  responsible: line,
  address: z.string().trim().max(500),
  contactName: line,
  contactEmail: z.union([z.email().max(254), z.literal('')]),
  contactPhone: z.string().trim().max(40),
  /** The roles that read answers. */
  readers: localText,
  basis: legalBasis.nullable(),
  /** How long answers are kept with a name. */
  retentionMonths: months.nullable(),
})
export type NoticeContent = z.infer<typeof noticeContent>

/** A notice as it was kept; `revision` 0: nobody has written one. */
export const keptNotice = z.strictObject({
  revision: z.int().min(0),
  content: noticeContent,
  savedAt: instant.nullable(),
  savedBy: z.string(),
})
export type KeptNotice = z.infer<typeof keptNotice>

/** What differs for one survey; null: as for all. */
export const surveyNoticeContent = z.strictObject({
  /** Why this survey asks, for whoever answers it. */
  purpose: localText,
  basis: legalBasis.nullable(),
  retentionMonths: months.nullable(),
})
export type SurveyNoticeContent = z.infer<typeof surveyNoticeContent>

export const keptSurveyNotice = z.strictObject({
  surveyId: id,
  revision: z.int().min(0),
  content: surveyNoticeContent,
  savedAt: instant.nullable(),
  savedBy: z.string(),
  /** The languages of its texts, the default one first. */
  languages: z.array(z.string()),
  /** What its collection plan says it is for; null: it has none. */
  planned: z.string().nullable(),
})
export type KeptSurveyNotice = z.infer<typeof keptSurveyNotice>

export const privacyNotices = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/privacy-notice',
      tags: ['courtesy'],
      summary: 'What customers are told about who asks, why, and their rights',
    })
    .output(keptNotice),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/privacy-notice',
      tags: ['courtesy'],
      summary: 'Change it; every response keeps the version it was given under',
    })
    .input(z.strictObject({ revision: z.int().min(0), content: noticeContent }))
    .output(keptNotice),
  history: staffProcedure()
    .route({
      method: 'GET',
      path: '/privacy-notice/history',
      tags: ['courtesy'],
      summary: 'Notices as they were kept, the latest first',
    })
    .output(z.strictObject({ items: z.array(keptNotice) })),
  ofSurvey: staffProcedure()
    .route({
      method: 'GET',
      path: '/surveys/{id}/notice',
      tags: ['surveys'],
      summary: 'What a survey is for, on what basis and for how long, as customers are told',
    })
    .input(z.strictObject({ id }))
    .output(keptSurveyNotice),
  saveOfSurvey: staffProcedure('revision_conflict')
    .route({ method: 'PUT', path: '/surveys/{id}/notice', tags: ['surveys'], summary: 'Say so' })
    .input(z.strictObject({ id, revision: z.int().min(0), content: surveyNoticeContent }))
    .output(keptSurveyNotice),
}
