import type { Answers } from './answers.ts'
import { isBlank } from './answers.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { secondsOf } from './length.ts'
import type { Walk } from './logic/walk.ts'
import type { Question } from './question.ts'

export interface AnsweringProgress {
  total: number
  answered: number
  left: number
  /** Whole minutes for the questions left, rounded up; 0 when none is left. */
  minutesLeft: number
}

/** Which questions are put to somebody: all that progress needs of a walk. */
type Asked = Pick<Walk, 'asked'>

/**
 * How far somebody is: what is left counts in questions and minutes, not in pages. Only what is asked on the way that the
 * answers lead counts, and a statement is no question.
 *
 * @example answeringProgress(definition, {}, walk(definition, {}, facts)) // { total: 28, answered: 0, left: 28, minutesLeft: 4 }
 */
export function answeringProgress(
  definition: SurveyDefinition,
  answers: Answers,
  { asked }: Asked,
): AnsweringProgress {
  const questions = questionsOf(definition).filter(question => isToAnswer(question, asked))
  const open = questions.filter(question => !isAnswered(question, answers))
  return {
    total: questions.length,
    answered: questions.length - open.length,
    left: open.length,
    minutesLeft: Math.ceil(secondsOf(open) / 60),
  }
}

/** The share of a page's questions that are answered, 0 to 1; a page with nothing to answer is done. */
export function pageShare(page: Page, answers: Answers, { asked }: Asked): number {
  const questions = page.questions.filter(question => isToAnswer(question, asked))
  if (questions.length === 0) return 1
  return questions.filter(question => isAnswered(question, answers)).length / questions.length
}

/**
 * The page (its place in the definition, from 0) on which to go on: the last one shown with an answer, or the one shown after
 * it when it is complete. Null when nothing is answered yet. Pages before it were passed on purpose: every question may be left out.
 */
export function resumePage(definition: SurveyDefinition, answers: Answers, way: Walk): number | null {
  const shown = new Set(way.pages)
  const pages = definition.pages.filter(({ id }) => shown.has(id))
  const last = pages.findLastIndex(page =>
    page.questions.some(question => isToAnswer(question, way.asked) && isAnswered(question, answers)),
  )
  const page = pages[last]
  if (!page) return null
  const next = pageShare(page, answers, way) === 1 ? pages[last + 1] : undefined
  return definition.pages.indexOf(next ?? page)
}

function isToAnswer({ id, kind }: Question, asked: Walk['asked']): boolean {
  return kind !== 'statement' && asked.has(id)
}

function isAnswered({ id }: Question, answers: Answers): boolean {
  return Object.hasOwn(answers, id) && !isBlank(answers[id])
}
