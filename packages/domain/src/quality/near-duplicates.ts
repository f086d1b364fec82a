import { answerVariability, matchShare } from '../statistics/quality.ts'
import type { Answers, AnswerValue } from '../survey/answers.ts'
import { isBlank, isList, isRecord } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { ratingsReader } from './flags.ts'

type Code = number | string | null

/** Two responses that share at least this part of their answers hardly differ. */
const MATCH = 0.95
/** Fewer answers in common may be alike by chance. */
const LEAST_COMMON = 20
/** Satisfied customers who give 4 to nearly everything match by chance: only ratings that vary by more points than this are compared. */
const LEAST_VARIABILITY = 0.5
/** Of responses that share a part of their answers so many are compared with a new one: work stays in proportion to the responses. */
const MOST_COMPARED = 50
/** So many responses are held against each other; of a larger wave, in groups of so many. */
const GROUP = 100_000

/**
 * Reads the answers of a response as a list that can be compared: one entry a question, a grid's by row. What names a person, files and
 * consents are left out; words count without case and outer space. Null: too few answers, or too much alike to tell.
 */
export function comparableReader(definition: SurveyDefinition): (answers: Answers) => Code[] | null {
  const ratingsOf = ratingsReader(definition)
  const questions = questionsOf(definition)
  return answers => {
    const variability = answerVariability(ratingsOf(answers))
    if (variability === null || variability <= LEAST_VARIABILITY) return null
    const codes = questions.flatMap(question =>
      codesOf(question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined),
    )
    return codes.filter(code => code !== null).length >= LEAST_COMMON ? codes : null
  }
}

interface Held {
  id: string
  codes: readonly Code[]
}

/**
 * Finds responses that hardly differ, in one walk: at least 95 % of at least 20 answers in common. Each list is cut into so many
 * parts that two that match share a whole part, unless blanks lie differently; only those are compared, at most 50 a part. In the
 * order of ids the finding is always the same.
 */
export function nearDuplicateFinder() {
  let parts = new Map<string, Held[]>()
  let held = 0
  const found = new Set<string>()
  return {
    found: found as ReadonlySet<string>,
    add(id: string, codes: readonly Code[]): void {
      if (held >= GROUP) {
        parts = new Map()
        held = 0
      }
      held += 1
      const own: Held = { id, codes }
      const compared = new Set<string>()
      for (const part of partsOfList(codes)) {
        const others = parts.get(part) ?? []
        for (const other of others) {
          if (compared.has(other.id)) continue
          compared.add(other.id)
          if (!isNear(codes, other.codes)) continue
          found.add(id)
          found.add(other.id)
        }
        if (others.length < MOST_COMPARED) parts.set(part, [...others, own])
      }
    },
  }
}

function isNear(a: readonly Code[], b: readonly Code[]): boolean {
  const common = a.filter((code, at) => code !== null && b[at] !== null).length
  return common >= LEAST_COMMON && (matchShare(a, b) ?? 0) >= MATCH
}

/** One part more than there may be differences: two near lists share at least one. */
function partsOfList(codes: readonly Code[]): string[] {
  const count = Math.floor(codes.length * (1 - MATCH) + 1e-9) + 1
  const size = Math.ceil(codes.length / count)
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify([at, ...codes.slice(at * size, (at + 1) * size)]),
  )
}

function codesOf(question: Question, value: AnswerValue | undefined): Code[] {
  switch (question.kind) {
    case 'statement':
    case 'consent':
    case 'contact-details':
    case 'upload':
      return []
    case 'grid':
      return question.rows.map(({ id }) =>
        codeOf(isRecord(value) && Object.hasOwn(value, id) ? value[id] : undefined),
      )
    case 'ranking':
      return [isList(value) ? JSON.stringify(value) : null]
    default:
      return [codeOf(value)]
  }
}

function codeOf(value: AnswerValue | undefined): Code {
  if (value === undefined || isBlank(value)) return null
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.trim().toLowerCase()
  return JSON.stringify(isList(value) ? [...value].sort() : Object.entries(value).sort())
}
