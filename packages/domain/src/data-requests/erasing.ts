import type { Scoreboard } from '../scoreboard.ts'
import { EVERYBODY } from '../scoreboard.ts'
import type { Answers, AnswerValue } from '../survey/answers.ts'
import { isList, otherWords } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import type { QuestionKind } from '../survey/question.ts'
import { OTHER } from '../survey/question.ts'

/** What becomes of the answers of somebody who is erased. */
export type AnswersFate = 'kept' | 'removed'

/**
 * Whether the answers of one person may stay among the others once nothing links them to the person: every group that they are
 * counted in, and the wave as a whole, has as many respondents as a published number needs. Else they go, because in so small
 * a group they would still be somebody's.
 *
 * @param segments the groups of the response, such as `region:north`
 * @param minimum respondents of the smallest cell that is shown
 * @example answersFate(board, { segments: ['region:north'], minimum: 5 }) // 'kept' when the north has 5 or more
 */
export function answersFate(
  board: Scoreboard,
  { segments, minimum }: { segments: readonly string[]; minimum: number },
): AnswersFate {
  const groups = [EVERYBODY, ...segments]
  const large = groups.every(group => (board[group]?.responses ?? 0) >= minimum)
  return large ? 'kept' : 'removed'
}

/**
 * The answers without anything that was said in words or handed over: those may name somebody. What was chosen, rated or
 * counted stays; of "other" stays that it was chosen.
 *
 * @example anonymousAnswers(definition, { q1: 4, why: 'Call me, Mai' }) // { q1: 4 }
 */
export function anonymousAnswers(definition: SurveyDefinition, answers: Answers): Answers {
  const kinds = new Map(questionsOf(definition).map(({ id, kind }) => [id, kind]))
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, value]) => {
      const kind = kinds.get(question)
      return kind === undefined || personal.has(kind) ? [] : [[question, withoutWords(value)]]
    }),
  )
}

const personal: ReadonlySet<QuestionKind> = new Set(['text', 'contact-details', 'upload', 'date', 'consent'])

function withoutWords(value: AnswerValue): AnswerValue {
  const wordless = (one: string) => (otherWords(one) === null ? one : OTHER)
  if (typeof value === 'string') return wordless(value)
  return isList(value) ? value.map(wordless) : value
}

/** What erasing somebody did to one wave's published numbers. */
export interface WaveEffect {
  waveId: string
  waveName: string
  fate: AnswersFate
  /** Everybody's responses before and after. */
  before: number
  after: number
}
