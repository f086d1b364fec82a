import type { SatisfactionMeasures } from './measures.ts'
import { satisfactionMeasures } from './measures.ts'
import type { Answers } from './survey/answers.ts'
import { NOT_APPLICABLE } from './survey/answers.ts'
import type { Question, SurveyDefinition } from './survey/definition.ts'
import { isRated, questionsOf } from './survey/definition.ts'

/**
 * Counts of one question. Satisfaction: [very satisfied, satisfied, neutral, dissatisfied, very dissatisfied, not applicable].
 * Recommendation: 0 to 10, eleven counts. Text: [answered].
 */
export type Counts = readonly number[]

/** Everything counted for one segment; `factors` counts each respondent once a factor. */
export interface SegmentCounts {
  responses: number
  questions: Readonly<Record<string, Counts>>
  factors: Readonly<Record<string, Counts>>
}

/** Counts of a wave by segment key; `all` is everybody, others are written `region:south` or `segment:enterprise`. */
export type Scoreboard = Readonly<Record<string, SegmentCounts>>

export const EVERYBODY = 'all'

/** What the fold needs of one submitted response. */
export interface CountedResponse {
  answers: Answers
  /** Segment keys besides `all`. */
  segments: readonly string[]
}

/**
 * Adds responses to a scoreboard; never mutates. Adding in any order, or in any batches, gives the same board.
 *
 * @example foldResponses({}, [response], definition).all.responses // 1
 */
export function foldResponses(
  board: Scoreboard,
  responses: readonly CountedResponse[],
  definition: SurveyDefinition,
): Scoreboard {
  const next = structuredClone(board) as Record<string, MutableSegment>
  const questions = questionsOf(definition)
  const factors = [...new Set(questions.flatMap(question => question.measures?.factor ?? []))]
  for (const { answers, segments } of responses)
    for (const segment of new Set([EVERYBODY, ...segments])) {
      next[segment] ??= { responses: 0, questions: {}, factors: {} }
      const counts = next[segment]
      counts.responses += 1
      for (const question of questions) add(counts.questions, question.id, answerCell(question, answers))
      for (const factor of factors)
        add(counts.factors, factor, satisfactionCell(factorAnswer(definition, answers, factor)))
    }
  return next
}

interface MutableSegment {
  responses: number
  questions: Record<string, number[]>
  factors: Record<string, number[]>
}

/** The cell of `size` that an answer raises; null: it raises none. */
interface Cell {
  index: number | null
  size: number
}

function add(counts: Record<string, number[]>, key: string, { index, size }: Cell): void {
  counts[key] ??= new Array<number>(size).fill(0)
  const list = counts[key]
  if (index !== null) list[index] = (list[index] ?? 0) + 1
}

function answerCell(question: Question, answers: Answers): Cell {
  const value = answers[question.id]
  switch (question.kind) {
    case 'satisfaction':
      return satisfactionCell(value)
    case 'nps':
      return { index: typeof value === 'number' ? value : null, size: 11 }
    case 'text':
      return { index: typeof value === 'string' && value.trim() !== '' ? 0 : null, size: 1 }
    default:
      return question satisfies never
  }
}

function satisfactionCell(value: unknown): Cell {
  if (value === NOT_APPLICABLE) return { index: 5, size: 6 }
  return { index: typeof value === 'number' ? 5 - value : null, size: 6 }
}

/**
 * One respondent's verdict on a factor: the answer to its overall question (attribute null) where the survey has one;
 * else the mean of the rated attributes, a half rounded towards dissatisfied. `undefined`: not rated.
 */
export function factorAnswer(
  definition: SurveyDefinition,
  answers: Answers,
  factor: string,
): number | typeof NOT_APPLICABLE | undefined {
  const rated = questionsOf(definition)
    .filter(isRated)
    .filter(question => question.measures?.factor === factor)
  const overall = rated.find(question => question.measures?.attribute === null)
  if (overall) {
    const value = answers[overall.id]
    return typeof value === 'number' || value === NOT_APPLICABLE ? value : undefined
  }
  const values = rated.map(question => answers[question.id])
  const points = values.filter(value => typeof value === 'number')
  if (points.length === 0) return values.includes(NOT_APPLICABLE) ? NOT_APPLICABLE : undefined
  const mean = points.reduce((sum, point) => sum + point, 0) / points.length
  return Math.ceil(mean - 0.5)
}

export interface FactorScore {
  factor: string
  measures: SatisfactionMeasures
  notApplicable: number
}

/** The scores of a segment's factors, in the order of `factors`. A factor nobody rated has n = 0. */
export function factorScores(segment: SegmentCounts | undefined, factors: readonly string[]): FactorScore[] {
  return factors.map(factor => {
    const counts = segment?.factors[factor] ?? []
    return {
      factor,
      measures: satisfactionMeasures({ counts: scaleCounts(counts) }),
      notApplicable: counts[5] ?? 0,
    }
  })
}

/** The five points of a satisfaction count, without "not applicable". */
export function scaleCounts(counts: Counts): [number, number, number, number, number] {
  return [counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0, counts[3] ?? 0, counts[4] ?? 0]
}
