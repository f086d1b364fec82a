import type { Answers } from './answers.ts'
import { isBlank } from './answers.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { secondsOf } from './length.ts'
import type { Question } from './question.ts'

export interface AnsweringProgress {
  total: number
  answered: number
  left: number
  /** Whole minutes for the questions left, rounded up; 0 when none is left. */
  minutesLeft: number
}

/**
 * How far somebody is: what is left counts in questions and minutes, not in pages.
 *
 * @example answeringProgress(definition, {}) // { total: 28, answered: 0, left: 28, minutesLeft: 4 }
 */
export function answeringProgress(definition: SurveyDefinition, answers: Answers): AnsweringProgress {
  const questions = questionsOf(definition)
  const open = questions.filter(question => !isAnswered(question, answers))
  return {
    total: questions.length,
    answered: questions.length - open.length,
    left: open.length,
    minutesLeft: Math.ceil(secondsOf(open) / 60),
  }
}

/** The share of a page's questions that are answered, 0 to 1; a page without questions is done. */
export function pageShare(page: Page, answers: Answers): number {
  if (page.questions.length === 0) return 1
  return page.questions.filter(question => isAnswered(question, answers)).length / page.questions.length
}

/**
 * The page (0-based) on which to go on: the last one with an answer, or the one after it when it is complete.
 * Null when nothing is answered yet. Pages before it were passed on purpose: every question may be left out.
 */
export function resumePage(definition: SurveyDefinition, answers: Answers): number | null {
  const { pages } = definition
  const last = pages.findLastIndex(page => page.questions.some(question => isAnswered(question, answers)))
  const page = pages[last]
  if (!page) return null
  return pageShare(page, answers) === 1 && last < pages.length - 1 ? last + 1 : last
}

/** Required questions without an answer, with the page (0-based) where each is asked. */
export function missingRequired(
  definition: SurveyDefinition,
  answers: Answers,
): { page: number; question: Question }[] {
  return definition.pages.flatMap((page, index) =>
    page.questions
      .filter(question => question.required && !isAnswered(question, answers))
      .map(question => ({ page: index, question })),
  )
}

function isAnswered({ id }: Question, answers: Answers): boolean {
  return Object.hasOwn(answers, id) && !isBlank(answers[id])
}
