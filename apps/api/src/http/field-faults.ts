import type { FieldFault } from '@sixfold/contract/errors'
import type { UiLanguage } from '@sixfold/contract/words'
import { z } from 'zod'
import type { $ZodIssue } from 'zod/v4/core'

const localeError = { en: z.locales.en().localeError, vi: z.locales.vi().localeError }

/** zod's issues as one entry per field, with messages in the caller's language. */
export function fieldFaults(issues: readonly $ZodIssue[], language: UiLanguage): FieldFault[] {
  return issues.map(issue => {
    const said = localeError[language](issue as never)
    const message = typeof said === 'string' ? said : (said?.message ?? issue.message)
    return { path: issue.path.map(String).join('.'), message }
  })
}
