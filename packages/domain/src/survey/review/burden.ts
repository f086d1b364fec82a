import type { SurveyDefinition } from '../definition.ts'
import { questionsOf } from '../definition.ts'
import { secondsOf } from '../length.ts'
import type { Question } from '../question.ts'
import type { Finding } from './finding.ts'

/** A quarterly survey should take a customer no longer than this, in minutes, unless its plan says otherwise. */
export const TIME_BUDGET_MINUTES = 6

/** Writing is the hardest work in a survey. */
export const MOST_OPEN_QUESTIONS = 3

/** So many may be required without a word; beyond, no more than half of all. */
export const MOST_REQUIRED = 5

/** What a survey asks of a customer's time and patience. */
export function burdenFindings(definition: SurveyDefinition, minutesAtMost: number): Finding[] {
  const questions = questionsOf(definition)
  const minutes = secondsOf(questions) / 60
  const open = questions.filter(({ kind }) => kind === 'text').length
  const counted = questions.filter(isAsked)
  const required = counted.filter(question => question.required).length
  const finding = (code: Finding['code'], detail: Record<string, number>): Finding => ({
    code,
    severity: 'advises',
    place: {},
    detail,
  })
  return [
    ...(minutes > minutesAtMost
      ? [finding('over_budget', { minutes: Math.ceil(minutes * 2) / 2, budget: minutesAtMost })]
      : []),
    ...(open > MOST_OPEN_QUESTIONS
      ? [finding('too_many_open', { count: open, most: MOST_OPEN_QUESTIONS })]
      : []),
    ...(required > MOST_REQUIRED && required * 2 > counted.length
      ? [finding('too_many_required', { count: required, of: counted.length })]
      : []),
  ]
}

/** A consent is given or not, and a statement asks nothing. */
export function isAsked({ kind }: Question): boolean {
  return kind !== 'consent' && kind !== 'statement'
}
