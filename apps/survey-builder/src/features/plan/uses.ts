import type { PlanContent } from '@sixfold/contract/collection-plans'

/** A saved plan for the fields that this survey asks for now: in their order, and with a place for each. */
export function withUsesFor(
  content: PlanContent,
  fields: readonly Pick<PlanContent['uses'][number], 'question' | 'field'>[],
): PlanContent {
  const uses = fields.map(({ question, field }) => ({
    question,
    field,
    use: content.uses.find(use => use.question === question && use.field === field)?.use ?? '',
  }))
  return { ...content, uses }
}
