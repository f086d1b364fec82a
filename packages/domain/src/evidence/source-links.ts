import { requireOpenProportion, requireWhole } from '../checks.ts'
import type { Quarter } from '../quarter.ts'
import { addQuarters, compareQuarters, formatQuarter } from '../quarter.ts'
import type { RandomSource } from '../random.ts'
import type { AccountFigure, LaggedRelation } from './relations.ts'
import { laggedRelation } from './relations.ts'

/** Net satisfaction of an account's people with a factor in a quarter, 0 to 100. */
export interface AccountScore extends AccountFigure {
  factor: string
}

/** A score of one region's people, with who they are. */
export interface HeardScore extends AccountScore {
  regionId: string
  respondents: readonly string[]
}

/** A case as far as it bears on what its account says later. */
export interface CaseFact {
  accountId: string
  /** In which it was opened. */
  quarter: Quarter
  /** It was taken up again after it had been called resolved. */
  reopened: boolean
  /** From its opening to its resolution, or to the end of the quarter it was opened in; never below 0. */
  days: number
}

/** `volume`: cases opened. `reopened`: their share that was taken up again. `age`: days until they were resolved, as a mean. */
export const CASE_FIGURES = ['volume', 'reopened', 'age'] as const
export type CaseFigure = (typeof CASE_FIGURES)[number]

/** Drawing fewer accounts gives intervals that are too narrow. */
const LEAST_DRAWN = 20

export interface CaseRelation extends LaggedRelation {
  figure: CaseFigure
  factor: string
}

/**
 * How cases of one quarter go along with the scores of the next, by figure and factor, for the same accounts. An account without a case
 * counts as none in `volume`, from the quarter of the first case of all on: before, nobody kept them. What goes along is no cause.
 *
 * @param leastAccounts Below so many, and always below twenty, nothing is said.
 * @throws RangeError for a confidence outside (0, 1).
 * @example finish(relateCases({ cases, scores, factors: ['delivery'], confidence: 0.95, leastAccounts: 5, random: seededRandom('cases') }))
 */
export function* relateCases({
  cases,
  scores,
  factors,
  confidence,
  leastAccounts,
  random,
}: {
  cases: readonly CaseFact[]
  scores: readonly AccountScore[]
  factors: readonly string[]
  confidence: number
  leastAccounts: number
  random: RandomSource
}): Generator<void, CaseRelation[]> {
  requireOpenProportion('confidence', confidence)
  requireWhole('leastAccounts', leastAccounts, 1)
  const relations: CaseRelation[] = []
  for (const figure of CASE_FIGURES)
    for (const factor of factors) {
      const after = scores.filter(score => score.factor === factor)
      const before = figure === 'volume' ? volumes(cases, after) : meansOf(cases, figure)
      const found = yield* laggedRelation({ before, after, lag: 1, confidence, random })
      const isSaid = found.accounts >= Math.max(leastAccounts, LEAST_DRAWN)
      relations.push({ figure, factor, ...found, ...(isSaid ? {} : { correlation: null, interval: null }) })
    }
  return relations
}

const placeOf = ({ accountId, quarter }: Pick<AccountFigure, 'accountId' | 'quarter'>) =>
  `${formatQuarter(quarter)} ${accountId}`

/** Cases in the quarter before each score. */
function volumes(cases: readonly CaseFact[], after: readonly AccountScore[]): AccountFigure[] {
  const begins = cases.map(({ quarter }) => quarter).toSorted(compareQuarters)[0]
  if (!begins) return []
  const counted = new Map<string, number>()
  for (const one of cases) counted.set(placeOf(one), (counted.get(placeOf(one)) ?? 0) + 1)
  return after.flatMap(({ accountId, quarter: next }): AccountFigure[] => {
    const quarter = addQuarters(next, -1)
    if (compareQuarters(quarter, begins) < 0) return []
    return [{ accountId, quarter, value: counted.get(placeOf({ accountId, quarter })) ?? 0 }]
  })
}

function meansOf(cases: readonly CaseFact[], figure: 'reopened' | 'age'): AccountFigure[] {
  const groups = new Map<string, CaseFact[]>()
  for (const one of cases) groups.set(placeOf(one), [...(groups.get(placeOf(one)) ?? []), one])
  return [...groups.values()].flatMap((group): AccountFigure[] => {
    const [one] = group
    if (!one) return []
    const values = group.map(({ reopened, days }) => (figure === 'age' ? days : Number(reopened)))
    const value = values.reduce((sum, each) => sum + each, 0) / values.length
    return [{ accountId: one.accountId, quarter: one.quarter, value }]
  })
}
