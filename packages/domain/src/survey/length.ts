import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { Question } from './question.ts'

/**
 * Seconds one question takes: about 7.5 s for a rated statement in a battery (eight a minute, the usual planning figure of
 * panel providers), 10 s for a longer scale, 15 s for a line and 40 s for a paragraph, the last at half because half are left blank.
 */
export function secondsToAnswer(question: Question): number {
  switch (question.kind) {
    case 'satisfaction':
      return 7.5
    case 'nps':
      return 10
    case 'text':
      return question.long ? 20 : 15
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
