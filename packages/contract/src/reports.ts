import { REPORT_PARTS } from '@sixfold/domain/results/report-outline'
import { z } from 'zod'
import { id, staffProcedure } from './common.ts'
import { confidenceLevel } from './waves.ts'
import { uiLanguages } from './words.ts'

export const REPORT_FORMATS = ['pdf', 'html'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export type { ReportPartName } from '@sixfold/domain/results/report-outline'
export { REPORT_PARTS }

export const reportPart = z.enum(REPORT_PARTS)

export const reports = {
  file: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/report',
      tags: ['results'],
      summary: 'The results of a wave as one document: PDF, or a page that needs nothing else',
      outputStructure: 'detailed',
    })
    .input(
      z.strictObject({
        id,
        regionId: id.optional(),
        confidence: confidenceLevel.optional(),
        format: z.enum(REPORT_FORMATS),
        /** The caller's own, unless another one is asked for. */
        language: z.enum(uiLanguages).optional(),
        /** Absent: all of them. */
        parts: z.array(reportPart).max(REPORT_PARTS.length).optional(),
      }),
    )
    .output(
      z.strictObject({
        headers: z.strictObject({ 'content-disposition': z.string() }),
        body: z.file(),
      }),
    ),
}
