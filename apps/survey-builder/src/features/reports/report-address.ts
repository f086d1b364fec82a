import type { ReportFormat, ReportPartName } from '@sixfold/contract/reports'
import type { UiLanguage } from '@sixfold/contract/words'

interface ReportChoice {
  format: ReportFormat
  language: UiLanguage
  regionId: string | undefined
  parts: readonly ReportPartName[]
}

/** Where the report of a wave is downloaded. */
export function reportAddress(waveId: string, { format, language, regionId, parts }: ReportChoice): string {
  const query = new URLSearchParams({ format, language, ...(regionId === undefined ? {} : { regionId }) })
  for (const part of parts) query.append('parts[]', part)
  return `/api/waves/${encodeURIComponent(waveId)}/report?${query}`
}
