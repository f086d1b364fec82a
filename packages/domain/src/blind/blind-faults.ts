import type { LocalText } from '../local-text.ts'
import { factsUsed } from '../survey/as-seen-by.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import { personalFields } from '../survey/personal-fields.ts'
import { foldText } from '../text/fold.ts'

/**
 * Why a survey cannot be asked blindly. `customer_record`: a text or a condition asks the customer record. `who_answers`: a
 * question asks who somebody is. `file`: a question asks for a file, which carries traces of its maker. `who_asks`: the title, the
 * welcome or the thanks name the organisation.
 */
export type BlindProblem = 'customer_record' | 'who_answers' | 'file' | 'who_asks'

export interface BlindFault {
  problem: BlindProblem
  /** The question it stands in; null: the survey as a whole. */
  question: string | null
}

/**
 * Everything in a survey that would tell who answers or who asks. Questions may name the organisation: among others whose
 * customers are asked, that gives nothing away.
 *
 * @example blindFaults(definition, 'Máy Việt') // [{ problem: 'who_asks', question: null }]
 */
export function blindFaults(definition: SurveyDefinition, organisation: string): BlindFault[] {
  const whole = (problem: BlindProblem): BlindFault => ({ problem, question: null })
  const { title, welcome, thanks } = definition
  const asksWho = new Set(personalFields(definition).map(({ question }) => question))
  const files = questionsOf(definition).filter(({ kind }) => kind === 'upload')
  return [
    ...(factsUsed(definition).length > 0 ? [whole('customer_record')] : []),
    ...[...asksWho].map(question => ({ problem: 'who_answers' as const, question })),
    ...files.map(({ id }) => ({ problem: 'file' as const, question: id })),
    ...([title, welcome, thanks].some(text => names(text, organisation)) ? [whole('who_asks')] : []),
  ]
}

function names(text: LocalText, organisation: string): boolean {
  const name = foldText(organisation)
  return name !== '' && Object.values(text).some(words => foldText(words).includes(name))
}
