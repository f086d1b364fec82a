import type { LocalText } from '../local-text.ts'
import type { Answers } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'

/** Kinds that sum up a whole relationship, the most direct first. */
const SUMMING_UP = ['csat', 'satisfaction', 'nps'] as const

/**
 * The question of a survey that sums up, and how to read its answer, more being better; null: there is none. It is satisfaction
 * as a whole where the survey asks for it, else the likelihood to recommend.
 *
 * @example outcomeReader(definition)?.text // { en: 'How likely are you to recommend us?', ... }
 */
export function outcomeReader(
  definition: SurveyDefinition,
): { question: string; text: LocalText; read: (answers: Answers) => number | null } | null {
  const questions = questionsOf(definition).filter(sumsUp)
  const found = SUMMING_UP.flatMap(kind => questions.find(question => question.kind === kind) ?? [])[0]
  if (!found) return null
  const { id, text } = found
  return {
    question: id,
    text,
    read(answers) {
      const value = Object.hasOwn(answers, id) ? answers[id] : undefined
      return typeof value === 'number' ? value : null
    },
  }
}

/** A rating of one factor is a driver, not what it drives. */
function sumsUp(question: Question): boolean {
  if (!(SUMMING_UP as readonly string[]).includes(question.kind)) return false
  return !('measures' in question && question.measures)
}
