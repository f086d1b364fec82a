import type { UiLanguage } from '@sixfold/contract/words'
import type { FactorModel } from '@sixfold/domain/factor-model'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Condition, Jump } from '@sixfold/domain/survey/logic/condition'
import type { FactorReference } from '@sixfold/domain/survey/question'
import type { SayVersions } from '../../words/versions.ts'

/** One side of a comparison, with what its ids mean in words. */
export interface Side {
  definition: SurveyDefinition
  /** Null while it loads, or where it is gone. */
  model: FactorModel | null
  condition: (condition: Condition) => string
  jump: (jump: Jump) => string
}

export interface Naming {
  say: SayVersions
  screens: UiLanguage
  before: Side
  after: Side
}

/** A text in the reader's language, else in the survey's own; a place for an answer in it is three dots. */
export function said(
  text: Parameters<typeof textIn>[0],
  { definition }: Pick<Side, 'definition'>,
  { say, screens }: Pick<Naming, 'say' | 'screens'>,
): string {
  return textIn(text, screens, definition.defaultLanguage).replace(/\{\{[^{}]*\}\}/g, '…') || say('untitled')
}

/** What is measured: "Delivery: on time". */
export function measuresName(
  { factor, attribute }: FactorReference,
  { model }: Side,
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
