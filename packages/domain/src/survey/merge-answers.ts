import type { Answers, AnswerValue } from './answers.ts'
import { isBlank } from './answers.ts'
import { canonicalJson } from './canonical-json.ts'

/** One answer as it is kept while somebody answers: null was taken back. The revision rises with every change on any device. */
export interface RevisedAnswer {
  value: AnswerValue | null
  revision: number
}

/** By question id. */
export type RevisedAnswers = Readonly<Record<string, RevisedAnswer>>

/**
 * Joins answers that came from several devices: for each question the higher revision wins, so older never overwrites newer.
 * Two different values of one revision were changed apart from each other; which one stands does not depend on the order of
 * arrival: a given answer before one taken back, then by value. The merge is commutative, associative and idempotent.
 * Returns `stored` itself when nothing of `incoming` wins.
 *
 * @example mergeAnswers({ q1: { value: 2, revision: 3 } }, { q1: { value: 5, revision: 2 } }) // { q1: { value: 2, revision: 3 } }
 * @example mergeAnswers({}, { q1: { value: 4, revision: 1 } }) // { q1: { value: 4, revision: 1 } }
 */
export function mergeAnswers(stored: RevisedAnswers, incoming: RevisedAnswers): RevisedAnswers {
  const winners = Object.entries(incoming).filter(([question, answer]) => {
    const kept = Object.hasOwn(stored, question) ? stored[question] : undefined
    return !kept || outranks(answer, kept)
  })
  return winners.length === 0 ? stored : { ...stored, ...Object.fromEntries(winners) }
}

/**
 * What was answered: without what was taken back or left blank.
 *
 * @example givenAnswers({ q1: { value: null, revision: 2 }, q2: { value: 'na', revision: 1 } }) // { q2: 'na' }
 */
export function givenAnswers(answers: RevisedAnswers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, { value }]) =>
      value === null || isBlank(value) ? [] : [[question, value]],
    ),
  )
}

/** Whether `answer` replaces `kept`; never true for equal ones. */
function outranks(answer: RevisedAnswer, kept: RevisedAnswer): boolean {
  if (answer.revision !== kept.revision) return answer.revision > kept.revision
  return rank(answer.value) > rank(kept.value)
}

/** Compound values after text, text after numbers, those after nothing; compared as strings, so that every value has its place. */
function rank(value: AnswerValue | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return `1${value}`
  return typeof value === 'string' ? `2${value}` : `3${canonicalJson(value)}`
}
