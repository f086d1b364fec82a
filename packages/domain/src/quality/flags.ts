import { answerVariability, isTooFast, longestRun } from '../statistics/quality.ts'
import type { Answers } from '../survey/answers.ts'
import { isBlank, isRecord } from '../survey/answers.ts'
import type { RatedItem, SurveyDefinition } from '../survey/definition.ts'
import { ratedItems } from '../survey/definition.ts'
import type { PageTimes } from './page-times.ts'

/**
 * What may be amiss with a response. `too_fast`: less than 2 s an item; `same_answers`: one answer to everything; `outlier`: an unusual
 * pattern of factors; `near_duplicate`: hardly differs from another response; `same_device`: one browser answered an open link several
 * times; `several_browsers`: one personal link was answered in several; `trap`: a field was filled in that no person sees.
 */
export const QUALITY_FLAGS = [
  'too_fast',
  'same_answers',
  'outlier',
  'near_duplicate',
  'same_device',
  'several_browsers',
  'trap',
] as const
export type QualityFlag = (typeof QUALITY_FLAGS)[number]

/** What each flag is read from: flags of one source are not independent of each other. */
export const SOURCE_OF_FLAG: Readonly<Record<QualityFlag, 'time' | 'answers' | 'browser' | 'trap'>> = {
  too_fast: 'time',
  same_answers: 'answers',
  outlier: 'answers',
  near_duplicate: 'answers',
  same_device: 'browser',
  several_browsers: 'browser',
  trap: 'trap',
}

/** What is judged of one submitted response. */
export interface JudgedResponse {
  answers: Answers
  pages?: PageTimes
  /** Browsers that gave answers by its link; absent: unknown. */
  browsers?: number
  trapped?: boolean
}

/** Fewer timed items than these say nothing about haste. */
const LEAST_TIMED_ITEMS = 5
/** Fewer equal ratings than these are no pattern; the quarterly survey has six factors. */
const LEAST_SAME = 6

/**
 * The flags that follow from a response alone. They never delete: one by itself means little, and in business surveys 5-5-5-5-5-5
 * is often a true opinion.
 *
 * @example ownFlagsReader(definition)({ answers: allFives, pages: { delivery: 3 } }) // ['too_fast', 'same_answers']
 */
export function ownFlagsReader(definition: SurveyDefinition): (response: JudgedResponse) => QualityFlag[] {
  const lists = ratingLists(definition)
  return ({ answers, pages = {}, browsers = 0, trapped = false }) => {
    const flags: QualityFlag[] = []
    if (isHasty(answers, pages, definition)) flags.push('too_fast')
    if (lists.some(list => isOneAnswer(list.map(item => ratingOf(answers, item))))) flags.push('same_answers')
    if (browsers > 1) flags.push('several_browsers')
    if (trapped) flags.push('trap')
    return flags
  }
}

/**
 * How much the flags of a response weigh together: 0, 1, or 2 for flags from two or more independent sources.
 *
 * @example flagLevel(['same_answers', 'outlier']) // 1: both are read from the answers
 * @example flagLevel(['same_answers', 'too_fast']) // 2
 */
export function flagLevel(flags: readonly QualityFlag[]): 0 | 1 | 2 {
  const sources = new Set(flags.map(flag => SOURCE_OF_FLAG[flag])).size
  return sources > 1 ? 2 : sources === 1 ? 1 : 0
}

/** All timed pages together: somebody may read a page and answer it after coming back. */
function isHasty(answers: Answers, pages: PageTimes, definition: SurveyDefinition): boolean {
  let seconds = 0
  let items = 0
  for (const { id, questions } of definition.pages) {
    if (!Object.hasOwn(pages, id)) continue
    const answered = questions.reduce((sum, question) => sum + itemsIn(answers, question.id), 0)
    if (answered === 0) continue
    seconds += pages[id] ?? 0
    items += answered
  }
  return items >= LEAST_TIMED_ITEMS && isTooFast({ seconds, items })
}

/** A question is one item, a grid as many as were answered in it. */
function itemsIn(answers: Answers, question: string): number {
  const value = Object.hasOwn(answers, question) ? answers[question] : undefined
  if (isBlank(value)) return 0
  return isRecord(value) ? Object.values(value).filter(item => !isBlank(item)).length : 1
}

const isOneAnswer = (ratings: readonly (number | null)[]): boolean =>
  longestRun(ratings) >= LEAST_SAME && answerVariability(ratings) === 0

/** All that is rated, and each grid by itself. "Not applicable" is a choice of its own: it breaks a run. */
function ratingLists(definition: SurveyDefinition): RatedItem[][] {
  const rated = ratedItems(definition)
  const grids = Map.groupBy(
    rated.filter(({ row }) => row !== null),
    ({ question }) => question.id,
  )
  return [rated, ...grids.values()]
}

/** Reads every rating of a response in the order of the survey; blanks and "not applicable" are null. */
export function ratingsReader(definition: SurveyDefinition): (answers: Answers) => (number | null)[] {
  const rated = ratedItems(definition)
  return answers => rated.map(item => ratingOf(answers, item))
}

function ratingOf(answers: Answers, { question, row }: RatedItem): number | null {
  const value: unknown = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
  const rating = row === null ? value : isRecord(value) && Object.hasOwn(value, row.id) ? value[row.id] : null
  return typeof rating === 'number' ? rating : null
}
