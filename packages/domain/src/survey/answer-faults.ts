import type { AnswerProblem, Answers, AnswerValue } from './answers.ts'
import {
  answerProblem,
  IMPORTANCE,
  isBlank,
  isList,
  isRecord,
  NOT_APPLICABLE,
  placesOf,
  standsAlone,
  sumOf,
} from './answers.ts'
import type { SurveyDefinition } from './definition.ts'
import { partKey, questionsOf } from './definition.ts'
import type { Question, QuestionOf } from './question.ts'

export interface AnswerFault {
  question: string
  problem: AnswerProblem
}

/**
 * What an acceptable answer still lacks to be sent off, or null. A draft may keep it. What takes all others out needs no more;
 * a required grid wants every row, and its importance unless the row is "not applicable"; required contact details every field.
 *
 * @example answerGap(hundredPoints, { price: 40, speed: 50 }) // 'wrong_total'
 */
export function answerGap(question: Question, value: AnswerValue, required: boolean): AnswerProblem | null {
  switch (question.kind) {
    case 'choices':
      if (!isList(value) || value.some(id => standsAlone(question, id))) return null
      return value.length < (question.atLeast ?? 0) ? 'too_few' : null
    case 'ranking':
      return isList(value) && value.length < placesOf(question) ? 'unfinished' : null
    case 'sum':
      return isRecord(value) && sumOf(value) !== question.total ? 'wrong_total' : null
    case 'grid':
      return required && isRecord(value) && question.rows.some(({ id }) => isRowOpen(question, id, value))
        ? 'unfinished'
        : null
    case 'contact-details':
      return required && isRecord(value) && question.fields.some(({ id }) => !String(value[id] ?? '').trim())
        ? 'unfinished'
        : null
    default:
      return null
  }
}

/** Which questions are asked of somebody, and which of them must be answered; `walk` of the logic gives it. */
export interface AskedQuestions {
  asked: ReadonlySet<string>
  required: ReadonlySet<string>
}

/**
 * All faults of a set of answers, in the order of the questionnaire; unknown questions come last.
 * With `complete`, what was asked and is required must be answered, and what was begun be finished; without it (a draft) both may wait.
 */
export function answerFaults(
  definition: SurveyDefinition,
  answers: Answers,
  { complete }: { complete: AskedQuestions | null },
): AnswerFault[] {
  const faults: AnswerFault[] = []
  const known = new Set<string>()
  for (const question of questionsOf(definition)) {
    known.add(question.id)
    const problem = faultOf(
      question,
      Object.hasOwn(answers, question.id) ? answers[question.id] : undefined,
      complete,
    )
    if (problem) faults.push({ question: question.id, problem })
  }
  for (const id of Object.keys(answers))
    if (!known.has(id)) faults.push({ question: id, problem: 'unknown_question' })
  return faults
}

function faultOf(
  question: Question,
  value: AnswerValue | undefined,
  complete: AskedQuestions | null,
): AnswerProblem | null {
  const required = complete?.required.has(question.id) ?? false
  if (value === undefined || isBlank(value)) return required ? 'required' : null
  const problem = answerProblem(question, value)
  if (problem || !complete?.asked.has(question.id)) return problem
  return answerGap(question, value, required)
}

/** Whether a row still lacks its point, or the importance that is asked beside one. */
function isRowOpen(
  { importance }: QuestionOf<'grid'>,
  row: string,
  value: Readonly<Record<string, number | string>>,
): boolean {
  if (!Object.hasOwn(value, row)) return true
  return importance && value[row] !== NOT_APPLICABLE && !Object.hasOwn(value, partKey(row, IMPORTANCE))
}
