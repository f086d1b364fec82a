import type { Question, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'

/** "Not applicable": a true answer, but no point of the scale. */
export const NOT_APPLICABLE = 'na'

/** Satisfaction: 1 (very dissatisfied) to 5 (very satisfied) or 'na'. Recommendation: 0 to 10. Text: the words. */
export type AnswerValue = number | string

/** By question id. A question without an entry was left blank. */
export type Answers = Readonly<Record<string, AnswerValue>>

export type AnswerProblem = 'unknown_question' | 'required' | 'not_a_choice' | 'too_long'

export interface AnswerFault {
  question: string
  problem: AnswerProblem
}

/**
 * What is wrong with one answer, or null. Blank text counts as no answer.
 *
 * @example answerProblem({ kind: 'satisfaction', offerNotApplicable: false, ... }, 'na') // 'not_a_choice'
 */
export function answerProblem(question: Question, value: unknown): AnswerProblem | null {
  switch (question.kind) {
    case 'satisfaction':
      if (value === NOT_APPLICABLE) return question.offerNotApplicable ? null : 'not_a_choice'
      return isWholeBetween(value, 1, 5) ? null : 'not_a_choice'
    case 'nps':
      return isWholeBetween(value, 0, 10) ? null : 'not_a_choice'
    case 'text':
      if (typeof value !== 'string') return 'not_a_choice'
      return value.length > question.maxLength ? 'too_long' : null
    default:
      return question satisfies never
  }
}

/**
 * All faults of a set of answers, in the order of the questionnaire; unknown questions come last.
 * With `complete`, required questions must be answered; without it (a draft) they may still be blank.
 */
export function answerFaults(
  definition: SurveyDefinition,
  answers: Answers,
  { complete }: { complete: boolean },
): AnswerFault[] {
  const faults: AnswerFault[] = []
  const known = new Set<string>()
  for (const question of questionsOf(definition)) {
    known.add(question.id)
    if (!Object.hasOwn(answers, question.id) || isBlank(answers[question.id])) {
      if (complete && question.required) faults.push({ question: question.id, problem: 'required' })
      continue
    }
    const problem = answerProblem(question, answers[question.id])
    if (problem) faults.push({ question: question.id, problem })
  }
  for (const id of Object.keys(answers))
    if (!known.has(id)) faults.push({ question: id, problem: 'unknown_question' })
  return faults
}

/** Whether a stored value says nothing: absent, or white space only. */
export function isBlank(value: AnswerValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}

function isWholeBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
}
