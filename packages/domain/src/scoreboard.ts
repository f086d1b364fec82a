import { cellListsOf } from './results/cells.ts'
import type { Raise } from './results/count-answer.ts'
import { countAnswer } from './results/count-answer.ts'
import { dimensionOf } from './results/dimensions.ts'
import type { Answers } from './survey/answers.ts'
import { isRecord, NOT_APPLICABLE } from './survey/answers.ts'
import type { RatedItem, SurveyDefinition } from './survey/definition.ts'
import { questionsOf, ratedItems } from './survey/definition.ts'

/**
 * Counts of one question, or of one row or option of it: what each stands for is said by `cellListsOf`. Of the satisfaction scale:
 * [very satisfied, satisfied, neutral, dissatisfied, very dissatisfied, not applicable].
 */
export type Counts = readonly number[]

/** Everything counted for one segment; `factors` counts each respondent once a factor. */
export interface SegmentCounts {
  responses: number
  /** By question id, rows and options by `question:row`. */
  questions: Readonly<Record<string, Counts>>
  factors: Readonly<Record<string, Counts>>
  /** Accounts that the responses are of, `LEAST_ACCOUNTS` at most, the first by id; absent: nobody knows. */
  accounts?: readonly string[]
  /** Responses that are in a segment of another dimension too, by its key: what two views side by side could give away. */
  meets?: Readonly<Record<string, number>>
}

/** Counts of a wave by segment key; `all` is everybody, others are written `region:south` or `segment:enterprise`. */
export type Scoreboard = Readonly<Record<string, SegmentCounts>>

/** Fewer accounts than this could tell in a score what each other said (law 5). */
export const LEAST_ACCOUNTS = 3

const NAMELESS = 'response:'

/** Whether a key stands for one response whose account was forgotten. */
export const isNameless = (key: string): boolean => key.startsWith(NAMELESS)

/**
 * Under which account a response counts: of one whose account was forgotten, a name of its own.
 *
 * @example accountKey({ id: 'r1', accountId: undefined }) // 'response:r1'
 */
export function accountKey({ id, accountId }: { id: string; accountId: string | undefined }): string {
  return accountId || `${NAMELESS}${id}`
}

/**
 * How many accounts there surely are among these keys. A response that lost its account may be of any of the others, so it makes
 * none more.
 *
 * @example accountsAmong(['a1', 'a2', 'response:r1']) // 2
 */
export function accountsAmong(keys: readonly string[]): number {
  return new Set(keys.filter(key => !isNameless(key))).size
}

/** Everybody who was asked and answered. */
export const EVERYBODY = 'all'
/** Those who came by an open link. They chose themselves, so they are no part of everybody and of no segment. */
export const BY_OPEN_LINK = 'open'

/** What the fold needs of one submitted response. */
export interface CountedResponse {
  answers: Answers
  /** Segment keys besides that of its people. */
  segments: readonly string[]
  /** Whose account it is of, or, where that was forgotten, a name of the response's own; absent: it never was known. */
  account?: string
  /** Whose answers it is counted among; absent: everybody's. */
  people?: typeof EVERYBODY | typeof BY_OPEN_LINK
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
  const next = new Map(Object.entries(board).map(([segment, counts]) => [segment, copyOf(counts)]))
  const items = countedItems(definition)
  const verdicts = factorsOf(definition).map(factor => ({ factor, read: factorReader(definition, factor) }))
  for (const { answers, segments, account, people = EVERYBODY } of responses) {
    const itemRaises = items.map(({ read }) => read(answers))
    const verdictRaises = verdicts.map(({ read }) => raiseOfVerdict(read(answers)))
    for (const segment of new Set([people, ...segments])) {
      const counts = next.get(segment) ?? {
        responses: 0,
        questions: new Map(),
        factors: new Map(),
        meets: new Map(),
        accounts: [],
      }
      next.set(segment, counts)
      counts.responses += 1
      if (account !== undefined) noteAccount(counts.accounts, account)
      for (const other of metBy(segment, segments))
        counts.meets.set(other, (counts.meets.get(other) ?? 0) + 1)
      for (const [at, { key, size }] of items.entries()) raise(counts.questions, key, size, itemRaises[at])
      for (const [at, { factor }] of verdicts.entries())
        raise(counts.factors, factor, VERDICT_CELLS, verdictRaises[at])
    }
  }
  return Object.fromEntries(
    [...next].map(([segment, { responses: count, questions: byQuestion, factors, meets, accounts }]) => [
      segment,
      {
        responses: count,
        questions: Object.fromEntries(byQuestion),
        factors: Object.fromEntries(factors),
        ...(meets.size > 0 ? { meets: Object.fromEntries(meets) } : {}),
        ...(accounts.length > 0 ? { accounts } : {}),
      },
    ]),
  )
}

function noteAccount(accounts: string[], account: string): void {
  const last = accounts[LEAST_ACCOUNTS - 1]
  if (accounts.includes(account) || (last !== undefined && byName(account, last) > 0)) return
  accounts.splice(0, accounts.length, ...keptAccounts([...accounts, account]))
}

/**
 * The first few accounts, those with a name before those without and then by id, so that any order of counting keeps the same.
 *
 * @example keptAccounts(['response:r1', 'd', 'b', 'b']) // ['b', 'd', 'response:r1']
 */
export function keptAccounts(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort(byName).slice(0, LEAST_ACCOUNTS)
}

function byName(one: string, other: string): number {
  return Number(isNameless(one)) - Number(isNameless(other)) || (one < other ? -1 : 1)
}

/** The segments of one response that are of another dimension than this one. */
function metBy(segment: string, segments: readonly string[]): string[] {
  const dimension = dimensionOf(segment)
  if (dimension === null) return []
  return [...new Set(segments)].filter(other => ![null, dimension].includes(dimensionOf(other)))
}

/** The factors that a survey rates, in the order in which a customer meets them. */
export function factorsOf(definition: SurveyDefinition): string[] {
  return [...new Set(ratedItems(definition).flatMap(({ measures }) => measures?.factor ?? []))]
}

interface GrowingSegment {
  responses: number
  questions: Map<string, number[]>
  factors: Map<string, number[]>
  meets: Map<string, number>
  accounts: string[]
}

function copyOf(segment: SegmentCounts): GrowingSegment {
  const copy = (counts: Readonly<Record<string, Counts>>) =>
    new Map(Object.entries(counts).map(([key, list]) => [key, [...list]]))
  return {
    responses: segment.responses,
    questions: copy(segment.questions),
    factors: copy(segment.factors),
    meets: new Map(Object.entries(segment.meets ?? {})),
    accounts: [...(segment.accounts ?? [])],
  }
}

/** Five points and "not applicable". */
const VERDICT_CELLS = 6

function raise(
  counts: Map<string, number[]>,
  key: string,
  size: number,
  raises: readonly Raise[] | undefined,
): void {
  const list = counts.get(key) ?? new Array<number>(size).fill(0)
  counts.set(key, list)
  for (const [at, by] of raises ?? []) list[at] = (list[at] ?? 0) + by
}

interface CountedItem {
  key: string
  size: number
  read: (answers: Answers) => Raise[]
}

/** Everything that is counted, by its key. */
function countedItems(definition: SurveyDefinition): CountedItem[] {
  return questionsOf(definition).flatMap(question =>
    cellListsOf(question).map(list => ({
      key: list.key,
      size: list.cells.length,
      read: answers =>
        countAnswer(question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined, list),
    })),
  )
}

/** What was answered to a rated question, or to one row of a grid. */
function ratedValue({ question, row }: RatedItem, answers: Answers): unknown {
  const value = answers[question.id]
  if (!row) return value
  return isRecord(value) && Object.hasOwn(value, row.id) ? value[row.id] : undefined
}

function raiseOfVerdict(value: Verdict): Raise[] {
  if (value === undefined) return []
  return [[value === NOT_APPLICABLE ? 5 : 5 - value, 1]]
}

type Verdict = number | typeof NOT_APPLICABLE | undefined

/**
 * One respondent's verdict on a factor: the answer to its overall question (attribute null) where the survey has one;
 * else the mean of the rated attributes, a half rounded towards dissatisfied. `undefined`: not rated.
 */
export function factorAnswer(definition: SurveyDefinition, answers: Answers, factor: string): Verdict {
  return factorReader(definition, factor)(answers)
}

/** What a factor's verdict is read from: its overall question or row alone, else all its rated attributes. */
export function verdictItems(definition: SurveyDefinition, factor: string): RatedItem[] {
  const rated = ratedItems(definition).filter(({ measures }) => measures?.factor === factor)
  const overall = rated.find(({ measures }) => measures?.attribute === null)
  return overall ? [overall] : rated
}

/** `factorAnswer` for many respondents: what the survey asks is looked up once. */
export function factorReader(definition: SurveyDefinition, factor: string): (answers: Answers) => Verdict {
  const items = verdictItems(definition, factor)
  return answers => {
    const values = items.map(item => ratedValue(item, answers))
    const points = values.filter(value => typeof value === 'number')
    if (points.length === 0) return values.includes(NOT_APPLICABLE) ? NOT_APPLICABLE : undefined
    const mean = points.reduce((sum, point) => sum + point, 0) / points.length
    return Math.ceil(mean - 0.5)
  }
}

/**
 * One respondent's rating of a question or row, by its key; `undefined`: not rated, or the survey does not ask it.
 *
 * @example itemReader(definition, 'delivery_on-time')({ 'delivery_on-time': 4 }) // 4
 */
export function itemReader(definition: SurveyDefinition, key: string): (answers: Answers) => Verdict {
  const item = ratedItems(definition).find(one => one.key === key)
  return answers => {
    const value = item && ratedValue(item, answers)
    return typeof value === 'number' || value === NOT_APPLICABLE ? value : undefined
  }
}

/** The five points of a satisfaction count, without "not applicable". */
export function scaleCounts(counts: Counts): [number, number, number, number, number] {
  return [counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0, counts[3] ?? 0, counts[4] ?? 0]
}
