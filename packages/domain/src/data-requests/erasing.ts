import type { Scoreboard } from '../scoreboard.ts'
import { type BY_OPEN_LINK, EVERYBODY } from '../scoreboard.ts'
import type { Answers, AnswerValue } from '../survey/answers.ts'
import { isList, otherWords } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import type { QuestionKind } from '../survey/question.ts'
import { OTHER } from '../survey/question.ts'

/**
 * The groups in which the answers of one person may stay once nothing links them to the person: those that have as many
 * respondents as a published number needs. In a smaller group they would still be somebody's. Null: not even the wave as a
 * whole is large enough, and the answers go. So no published number changes by an erasure: those of smaller groups never were.
 *
 * @param segments the groups of the response, such as `region:north`
 * @param people whose answers it is counted among; absent: everybody's
 * @param minimum respondents of the smallest cell that is shown
 * @example segmentsToKeep(board, { segments: ['region:north', 'segment:tiny'], minimum: 5 }) // ['region:north']
 */
export function segmentsToKeep(
  board: Scoreboard,
  {
    segments,
    people = EVERYBODY,
    minimum,
  }: {
    segments: readonly string[]
    people?: typeof EVERYBODY | typeof BY_OPEN_LINK
    minimum: number
  },
): string[] | null {
  const isLarge = (group: string) => (board[group]?.responses ?? 0) >= minimum
  return isLarge(people) ? segments.filter(isLarge) : null
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

/** What erasing somebody did to the numbers of one wave: `kept` means namelessly, and without words of one's own. */
export interface WaveEffect {
  waveId: string
  waveName: string
  fate: 'kept' | 'removed'
  /** Everybody's responses before and after. */
  before: number
  after: number
}
