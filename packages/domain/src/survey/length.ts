import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { partsOf } from './parts.ts'
import type { Question } from './question.ts'

/** One rated statement of a battery: eight a minute, the usual planning figure of panel providers. */
const RATED = 7.5
/** One more option to read: a line of about eight words at 240 words a minute. */
const OPTION = 2

/**
 * Seconds one question takes. A rated statement takes 7.5 s, and so does each row of a grid, again for its importance; a longer
 * scale 10 s. A choice takes 5 s and 2 s for each option to read, up to 30 (a dropdown is scanned: half); ranking 5 s for each option
 * to place, sharing points 6 s. A line of words takes 15 s and a paragraph 40, the latter at half because half are left blank.
 */
export function secondsToAnswer(question: Question): number {
  const parts = partsOf(question)?.parts.length ?? 0
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'csat':
      return RATED
    case 'grid':
      return RATED * parts * (question.importance ? 2 : 1)
    case 'rating':
    case 'nps':
    case 'ces':
    case 'slider':
      return 10
    case 'choice':
    case 'choices':
    case 'picture':
      return 5 + OPTION * Math.min(parts, 30)
    case 'dropdown':
      return 5 + (OPTION / 2) * Math.min(parts, 30)
    case 'ranking':
      return 5 + 5 * Math.min(parts, question.top ?? parts)
    case 'sum':
      return 5 + 6 * parts
    case 'yes-no':
      return 5
    case 'number':
    case 'date':
      return 10
    case 'text':
      return question.long ? 20 : 15
    case 'consent':
      return 15
    case 'contact-details':
      return 8 * parts
    case 'upload':
      return 30
    case 'statement':
      return 5
    default:
      return question satisfies never
  }
}

/**
 * Minutes to answer the questions, unrounded. Screens round up to half a minute.
 *
 * @example minutesToAnswer(eightRatedQuestions) // 1
 */
export function minutesToAnswer(definition: SurveyDefinition): number {
  return secondsOf(questionsOf(definition)) / 60
}

/** Seconds a list of questions takes. */
export function secondsOf(questions: readonly Question[]): number {
  return questions.reduce((seconds, question) => seconds + secondsToAnswer(question), 0)
}
