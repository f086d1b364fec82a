import type { FactorModel } from '../factor-model.ts'
import { QUARTERLY_FACTOR_COUNT } from '../factor-model.ts'
import type { Language, LocalText } from '../local-text.ts'
import { missingLanguages } from '../local-text.ts'
import type { SurveyDefinition } from './definition.ts'
import { isRated, questionsOf } from './definition.ts'
import { minutesToAnswer } from './length.ts'

/** Where a finding stands, so that a screen can lead there. */
export interface FindingPlace {
  page?: string
  question?: string
  language?: Language
  factor?: string
  /** Which text of the survey, page or question. */
  field?: 'title' | 'welcome' | 'thanks' | 'intro' | 'text' | 'help'
}

export type FindingCode =
  | 'no_questions'
  | 'duplicate_question'
  | 'duplicate_page'
  | 'empty_page'
  | 'wrong_factor_count'
  | 'factor_without_question'
  | 'unknown_factor'
  | 'unknown_attribute'
  | 'second_overall_question'
  | 'missing_translation'
  | 'over_budget'

/** `stops`: the survey cannot be published. `advises`: it can, but a customer would feel it. */
export interface Finding {
  code: FindingCode
  severity: 'stops' | 'advises'
  place: FindingPlace
}

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

function structureFindings(definition: SurveyDefinition): Finding[] {
  const findings: Finding[] = []
  const questions = questionsOf(definition)
  if (questions.length === 0) findings.push({ code: 'no_questions', severity: 'stops', place: {} })
  for (const question of repeated(questions))
    findings.push({ code: 'duplicate_question', severity: 'stops', place: { question } })
  for (const page of repeated(definition.pages))
    findings.push({ code: 'duplicate_page', severity: 'stops', place: { page } })
  for (const page of definition.pages)
    if (page.questions.length === 0)
      findings.push({ code: 'empty_page', severity: 'stops', place: { page: page.id } })
  return findings
}

/** The ids that stand more than once, each named once. */
function repeated(things: readonly { id: string }[]): string[] {
  const ids = things.map(({ id }) => id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))]
}

function factorFindings(definition: SurveyDefinition, model: FactorModel): Finding[] {
  const findings: Finding[] = []
  if (model.factors.length !== QUARTERLY_FACTOR_COUNT)
    findings.push({ code: 'wrong_factor_count', severity: 'stops', place: {} })
  const rated = new Set(
    questionsOf(definition)
      .filter(isRated)
      .map(question => question.measures?.factor),
  )
  for (const { key } of model.factors)
    if (!rated.has(key))
      findings.push({ code: 'factor_without_question', severity: 'stops', place: { factor: key } })
  return [...findings, ...referenceFindings(definition, model)]
}

/** Questions that point at a factor or attribute which the model lacks, or ask a second time for a factor as a whole. */
function referenceFindings(definition: SurveyDefinition, model: FactorModel): Finding[] {
  const withOverall = new Set<string>()
  return questionsOf(definition).flatMap(question => {
    if (!question.measures) return []
    const { factor: key, attribute } = question.measures
    const finding = (code: FindingCode): Finding[] => [
      { code, severity: 'stops', place: { question: question.id, factor: key } },
    ]
    const factor = model.factors.find(one => one.key === key)
    if (!factor) return finding('unknown_factor')
    if (attribute !== null)
      return factor.attributes.some(one => one.key === attribute) ? [] : finding('unknown_attribute')
    if (!isRated(question)) return []
    if (withOverall.has(key)) return finding('second_overall_question')
    withOverall.add(key)
    return []
  })
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
