import type { FactorModel } from '@sixfold/domain/factor-model'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { FactorReference, Question, QuestionKind } from '@sixfold/domain/survey/question'

/** An empty question of a kind. A rated one takes up the first attribute of the page's factor that is not asked about yet. */
export function newQuestion(
  kind: QuestionKind,
  {
    id,
    page,
    definition,
    model,
  }: { id: string; page: Page; definition: SurveyDefinition; model: FactorModel },
): Question {
  const base = { id, text: {}, required: false }
  switch (kind) {
    case 'satisfaction': {
      const measures = unaskedAttribute(page, definition, model)
      return { ...base, kind, offerNotApplicable: true, ...(measures ? { measures } : {}) }
    }
    case 'nps':
      return { ...base, kind }
    case 'text':
      return { ...base, kind, long: true, maxLength: 2000 }
    default:
      return kind satisfies never
  }
}

function unaskedAttribute(
  page: Page,
  definition: SurveyDefinition,
  model: FactorModel,
): FactorReference | null {
  const factor = model.factors.find(({ key }) => key === page.factor)
  const asked = new Set(
    questionsOf(definition)
      .filter(({ measures }) => measures?.factor === factor?.key)
      .map(({ measures }) => measures?.attribute),
  )
  const attribute = factor?.attributes.find(({ key }) => !asked.has(key))
  return factor && attribute ? { factor: factor.key, attribute: attribute.key } : null
}

/** A fresh id that no other part of any survey has: ids stay with a question for good. */
export function newPartId(prefix: 'question' | 'page'): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 13)}`
}
