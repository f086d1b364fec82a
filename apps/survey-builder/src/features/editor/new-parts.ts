import type { FactorModel } from '@sixfold/domain/factor-model'
import { blankQuestion } from '@sixfold/domain/survey/blank-question'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import { ratedItems } from '@sixfold/domain/survey/definition'
import type { FactorReference, Question, QuestionKind } from '@sixfold/domain/survey/question'

interface NewQuestion {
  id: string
  page: Page
  definition: SurveyDefinition
  model: FactorModel
}

/** An empty question of a kind. A rated one takes up the first attribute of the page's factor that is not asked about yet. */
export function newQuestion(kind: QuestionKind, { id, page, definition, model }: NewQuestion): Question {
  const question = blankQuestion(kind, { id, languages: definition.languages })
  const measures = kind === 'satisfaction' ? unaskedAttribute(page, definition, model) : null
  return measures ? { ...question, measures } : question
}

function unaskedAttribute(
  page: Page,
  definition: SurveyDefinition,
  model: FactorModel,
): FactorReference | null {
  const factor = model.factors.find(({ key }) => key === page.factor)
  const asked = new Set(
    ratedItems(definition)
      .filter(({ measures }) => measures?.factor === factor?.key)
      .map(({ measures }) => measures?.attribute),
  )
  const attribute = factor?.attributes.find(({ key }) => !asked.has(key))
  return factor && attribute ? { factor: factor.key, attribute: attribute.key } : null
}

/** A fresh id that no other part of any survey has: ids stay with what they name for good. */
export function newPartId(prefix: 'question' | 'page' | 'part'): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 13)}`
}
