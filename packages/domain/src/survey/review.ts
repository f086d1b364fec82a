import type { FactorModel } from '../factor-model.ts'
import type { SurveyDefinition } from './definition.ts'
import type { Finding } from './review/finding.ts'
import type { ReviewCircumstances } from './review/reviewer.ts'
import { reviewer } from './review/reviewer.ts'

/**
 * Everything that speaks against publishing `definition` on `model`, and everything that a customer would feel: a quarterly
 * survey covers exactly the model's six factors, its logic holds, every text is there in every language, and it asks courteously.
 * While somebody types, `reviewer` does the same from key to key.
 *
 * @example isPublishable(reviewSurvey(draft, ibmSix)) // true
 */
export function reviewSurvey(
  definition: SurveyDefinition,
  model: FactorModel,
  circumstances?: ReviewCircumstances,
): Finding[] {
  return reviewer()(definition, model, circumstances)
}

/** Whether nothing stops publication. */
export function isPublishable(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.severity !== 'stops')
}
