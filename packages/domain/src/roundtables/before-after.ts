import { requireOpenProportion, requireWhole } from '../checks.ts'
import { twoSidedT } from '../statistics/distributions.ts'

/** How an account stood to an event: somebody of it came, somebody was invited and nobody came, nobody was invited. */
export const EVENT_GROUPS = ['came', 'invited', 'not_invited'] as const
export type EventGroup = (typeof EVENT_GROUPS)[number]

/** Scores (0..100) of one account's respondents in the last wave before the event and the first one after it. */
export interface AccountScores {
  group: EventGroup
  before: readonly number[]
  after: readonly number[]
}

/** Mean scores over accounts heard both times, each account counting once, and the mean change with its interval. */
export interface GroupChange {
  accounts: number
  /** Respondents of these accounts. */
  heardBefore: number
  heardAfter: number
  before: number
  after: number
  change: number
  low: number
  high: number
}

/** `none`: no account was heard both times. `few`: fewer than may be shown. `derivable`: it would give away a group that is too small. */
export type GroupResult =
  | ({ shown: true } & GroupChange)
  | { shown: false; why: 'none' | 'few' | 'derivable' }

export interface BeforeAfter {
  groups: Record<EventGroup, GroupResult>
  /** How much more those who came changed than those who were not invited; null unless both are shown. */
  difference: { change: number; low: number; high: number } | null
}

/** Accounts below which a group is not shown, beside the minimum of respondents (law 5). */
export const LEAST_ACCOUNTS = 3

/**
 * Satisfaction before and after an event. Only accounts heard both times are compared with themselves, so that a different sample is not
 * taken for a change; answers of one account are alike, so the account is the unit: the interval is Student's over the accounts' changes
 * (n − 1 degrees of freedom), that of the difference is Welch's. It is no proof: who came chose to come.
 *
 * @throws RangeError when the confidence is not between 0 and 1
 * @example compareBeforeAfter({ accounts: [], minimum: 5, confidence: 0.95 }).groups.came // { shown: false, why: 'none' }
 */
export function compareBeforeAfter({
  accounts,
  minimum,
  confidence,
  derivable = [],
}: {
  accounts: readonly AccountScores[]
  /** Respondents below which nothing is shown. */
  minimum: number
  confidence: number
  /** Groups that other views would give away. */
  derivable?: readonly EventGroup[]
}): BeforeAfter {
  requireWhole('minimum', minimum, 1)
  requireOpenProportion('confidence', confidence)
  const pairs = accounts.filter(({ before, after }) => before.length > 0 && after.length > 0)
  const sizes = EVENT_GROUPS.map(group => {
    const own = pairs.filter(one => one.group === group)
    return { group, own, heard: Math.min(heard(own, 'before'), heard(own, 'after')) }
  })
  const few = sizes.filter(
    ({ own, heard: n }) => own.length > 0 && (n < minimum || own.length < LEAST_ACCOUNTS),
  )
  const told = sizes.filter(one => one.own.length > 0 && !few.includes(one))
  const closed = told.filter(({ group }) => derivable.includes(group))
  const open = told.filter(one => !closed.includes(one))
  // Beside published totals a single hidden group could be computed from the others: the smallest of them is hidden too.
  const alone = few.length + closed.length === 1
  const second = alone ? open.toSorted((a, b) => a.heard - b.heard)[0] : undefined
  const resultOf = ({ group, own }: (typeof sizes)[number]): [EventGroup, GroupResult] => {
    if (own.length === 0) return [group, { shown: false, why: 'none' }]
    if (few.some(one => one.group === group)) return [group, { shown: false, why: 'few' }]
    if (second?.group === group || closed.some(one => one.group === group))
      return [group, { shown: false, why: 'derivable' }]
    return [group, { shown: true, ...changeOf(own, confidence) }]
  }
  const groups = Object.fromEntries(sizes.map(resultOf)) as Record<EventGroup, GroupResult>
  const comparable = groups.came.shown && groups.not_invited.shown
  const changesIn = (group: EventGroup) => changesOf(pairs.filter(one => one.group === group))
  return {
    groups,
    difference: comparable ? welch(changesIn('came'), changesIn('not_invited'), confidence) : null,
  }
}

type Pair = AccountScores

const heard = (pairs: readonly Pair[], when: 'before' | 'after') =>
  pairs.reduce((sum, pair) => sum + pair[when].length, 0)

const changesOf = (pairs: readonly Pair[]) => pairs.map(({ before, after }) => mean(after) - mean(before))

function changeOf(pairs: readonly Pair[], confidence: number): GroupChange {
  const changes = changesOf(pairs)
  const change = mean(changes)
  const margin =
    twoSidedT(confidence, changes.length - 1) * Math.sqrt(sampleVariance(changes) / changes.length)
  return {
    accounts: pairs.length,
    heardBefore: heard(pairs, 'before'),
    heardAfter: heard(pairs, 'after'),
    before: mean(pairs.map(({ before }) => mean(before))),
    after: mean(pairs.map(({ after }) => mean(after))),
    change,
    low: change - margin,
    high: change + margin,
  }
}

function welch(first: readonly number[], second: readonly number[], confidence: number) {
  const [a, b] = [sampleVariance(first) / first.length, sampleVariance(second) / second.length]
  const change = mean(first) - mean(second)
  if (a + b === 0) return { change, low: change, high: change }
  const degrees = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1))
  const margin = twoSidedT(confidence, degrees) * Math.sqrt(a + b)
  return { change, low: change - margin, high: change + margin }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function sampleVariance(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}
