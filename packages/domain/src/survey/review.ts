import type { FactorModel } from '../factor-model.ts'
import type { LocalText } from '../local-text.ts'
import { missingLanguages } from '../local-text.ts'
import type { SurveyDefinition } from './definition.ts'
import { minutesToAnswer } from './length.ts'
import { factorFindings } from './review/factors.ts'
import type { Finding, FindingPlace } from './review/finding.ts'
import { structureFindings } from './review/structure.ts'

export type { Finding } from './review/finding.ts'

/** A quarterly survey should take a customer no longer than this, in minutes. */
export const TIME_BUDGET_MINUTES = 6

/**
 * Everything that speaks against publishing `definition` as a quarterly survey on `model`:
 * it covers exactly the model's six factors, each with at least one rated question, and every text in every language.
 */
export function reviewSurvey(definition: SurveyDefinition, model: FactorModel): Finding[] {
  return [
    ...structureFindings(definition),
    ...factorFindings(definition, model),
    ...translationFindings(definition),
    ...(minutesToAnswer(definition) > TIME_BUDGET_MINUTES
      ? [{ code: 'over_budget', severity: 'advises', place: {} } as const]
      : []),
  ]
}

/** Whether nothing stops publication. */
export function isPublishable(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.severity !== 'stops')
}

function translationFindings(definition: SurveyDefinition): Finding[] {
  const gaps = (text: LocalText | undefined, place: FindingPlace): Finding[] =>
    missingLanguages(text, definition.languages).map(language => ({
      code: 'missing_translation',
      severity: 'stops',
      place: { ...place, language },
    }))
  // An optional text may be absent, but once written it is written in every language.
  const optional = (text: LocalText | undefined, place: FindingPlace): Finding[] =>
    text && Object.values(text).some(value => value.trim()) ? gaps(text, place) : []
  return [
    ...gaps(definition.title, { field: 'title' }),
    ...gaps(definition.welcome, { field: 'welcome' }),
    ...gaps(definition.thanks, { field: 'thanks' }),
    ...definition.pages.flatMap(page => [
      ...gaps(page.title, { page: page.id, field: 'title' }),
      ...optional(page.intro, { page: page.id, field: 'intro' }),
      ...page.questions.flatMap(question => [
        ...gaps(question.text, { page: page.id, question: question.id, field: 'text' }),
        ...optional(question.help, { page: page.id, question: question.id, field: 'help' }),
      ]),
    ]),
  ]
}
