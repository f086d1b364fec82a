import { REPORT_COLUMNS } from '@sixfold/domain/results/report-outline'
import { z } from 'zod'
import { id, instant, personProcedure, quarter, staffProcedure } from './common.ts'
import { REPORT_PARTS, reportPart } from './reports.ts'
import { confidenceLevel } from './waves.ts'
import { uiLanguages } from './words.ts'

export const REPORT_LINK_STATES = ['open', 'expired', 'revoked', 'ended'] as const

const content = {
  /** Whom it is for, for colleagues; readers do not see it. */
  purpose: z.string().trim().min(1).max(120),
  waveId: id,
  /** Always the latest closed wave of the same programme instead. */
  latest: z.boolean(),
  /** Null: all regions. */
  regionId: id.nullable(),
  language: z.enum(uiLanguages),
  confidence: confidenceLevel,
  parts: z.array(reportPart).max(REPORT_PARTS.length),
  hidden: z.array(z.enum(REPORT_COLUMNS)).max(REPORT_COLUMNS.length),
}

export const reportLink = z.strictObject({
  id,
  ...content,
  /** Of the wave that it was made for. */
  quarter,
  /** `ended`: whoever made it left, or may not share this any more. */
  state: z.enum(REPORT_LINK_STATES),
  madeBy: z.string(),
  createdAt: instant,
  /** Null: when somebody revokes it. */
  expiresAt: instant.nullable(),
  openings: z.int(),
  openedAt: instant.nullable(),
})
export type ReportLink = z.infer<typeof reportLink>

export const newReportLink = z.strictObject({
  ...content,
  /** Days until it ends; null: when it is revoked. */
  days: z.int().min(1).max(730).nullable(),
})
export type NewReportLink = z.infer<typeof newReportLink>

export const reportLinks = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/report-links',
      tags: ['results'],
      summary: 'Links by which people outside the house read a report; those of regions that one may share',
    })
    .output(z.strictObject({ items: z.array(reportLink) })),
  make: personProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/report-links',
      tags: ['results'],
      summary: 'Make a link to the report of a closed wave; its address is told once and never again',
    })
    .input(newReportLink)
    .output(z.strictObject({ link: reportLink, address: z.string() })),
  revoke: staffProcedure()
    .route({
      method: 'POST',
      path: '/report-links/{id}/revoke',
      tags: ['results'],
      summary: 'End a link to a report, at once',
    })
    .input(z.strictObject({ id }))
    .output(reportLink),
}
