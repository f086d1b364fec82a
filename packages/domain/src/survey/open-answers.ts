import { answerFaults } from './answer-faults.ts'
import type { AnswerProblem, Answers } from './answers.ts'
import type { SurveyDefinition } from './definition.ts'
import type { Walk } from './logic/walk.ts'
import { answersOnWay } from './logic/walk.ts'
import type { Question } from './question.ts'

/** A question that stands between the answers and their being sent. */
export interface OpenAnswer {
  /** The place in the definition, from 0, of the page where it is asked. */
  page: number
  question: Question
  problem: AnswerProblem
}

/**
 * What has to be answered, finished or corrected before the answers can be sent, in the order of the questionnaire. What was
 * answered on a way that was left again is in nobody's way.
 *
 * @example openAnswers(definition, {}, walk(definition, {}, facts)) // [{ page: 0, question: q1, problem: 'required' }]
 */
export function openAnswers(definition: SurveyDefinition, answers: Answers, way: Walk): OpenAnswer[] {
  const faults = answerFaults(definition, answersOnWay(answers, way), { complete: way })
  const problems = new Map(faults.map(({ question, problem }) => [question, problem]))
  return definition.pages.flatMap((page, index) =>
    page.questions.flatMap(question => {
      const problem = problems.get(question.id)
      return problem ? [{ page: index, question, problem }] : []
    }),
  )
}

/**
 * Which of them hold somebody up who wants to leave a page: what does not fit, or was begun and not finished. What was left
 * out may be left out until the end.
 */
export function faultsOfPage(
  definition: SurveyDefinition,
  page: number,
  answers: Answers,
  way: Walk,
): OpenAnswer[] {
  return openAnswers(definition, answers, way).filter(
    open => open.page === page && open.problem !== 'required',
  )
}
