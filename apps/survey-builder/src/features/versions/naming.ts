import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { FactorReference } from '@sixfold/domain/survey/question'
import type { SurveySide } from '../../parts/setting-value.ts'
import type { SayVersions } from '../../words/versions.ts'

export interface Naming {
  say: SayVersions
  screens: UiLanguage
  before: SurveySide
  after: SurveySide
}

/** A text in the reader's language, else in the survey's own; a place for an answer in it is three dots. */
export function said(
  text: Parameters<typeof textIn>[0],
  { definition }: Pick<SurveySide, 'definition'>,
  { say, screens }: Pick<Naming, 'say' | 'screens'>,
): string {
  return textIn(text, screens, definition.defaultLanguage).replace(/\{\{[^{}]*\}\}/g, '…') || say('untitled')
}

/** What is measured: "Delivery: on time". */
export function measuresName(
  { factor, attribute }: FactorReference,
  { model }: SurveySide,
  { say, screens }: Naming,
): string {
  const found = model?.factors.find(({ key }) => key === factor)
  const name = textIn(found?.name, screens, 'en') || factor
  if (attribute === null) return say('wholeFactor', { factor: name })
  const inner = found?.attributes.find(({ key }) => key === attribute)
  return say('factorAttribute', { factor: name, attribute: textIn(inner?.name, screens, 'en') || attribute })
}

/** The number under which a question is known, `5.3`; '' where the survey lacks it. */
export function numberIn(definition: SurveyDefinition, question: string): string {
  const pageAt = definition.pages.findIndex(({ questions }) => questions.some(({ id }) => id === question))
  const index = definition.pages[pageAt]?.questions.findIndex(({ id }) => id === question)
  return index === undefined ? '' : `${pageAt + 1}.${index + 1}`
}
