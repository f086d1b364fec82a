import { requireOpenProportion, requireWhole } from '../checks.ts'
import type { Interval } from '../statistics/intervals.ts'
import { wilsonInterval } from '../statistics/intervals.ts'
import type { DealResult } from './deal.ts'

/** What a rate is worked out from. */
export interface RatedDeal {
  result: DealResult
  /** In the organisation's currency; null: not known. */
  value: number | null
}

export interface DealRate {
  won: number
  lost: number
  /** The customer bought from nobody: in no rate. */
  undecided: number
  /** Won and lost: what the rate is of. */
  n: number
  /** Won of `n`, 0 to 1, with Wilson's interval; null: fewer deals than the minimum. */
  rate: number | null
  interval: Interval | null
  /** What was won and lost, of the deals whose value is known. */
  valueWon: number
  valueLost: number
}

export interface RateRules {
  confidence: number
  /** Fewer decided deals than this show no rate: it would be chance. */
  minimum: number
}

/**
 * How many deals were won. Deals in which the customer bought from nobody are counted beside it.
 *
 * @throws RangeError for a confidence outside (0, 1) or a minimum that is no whole number.
 * @example dealRate([{ result: 'won', value: 10 }, { result: 'lost', value: 5 }], { confidence: 0.95, minimum: 1 }).rate // 0.5
 */
export function dealRate(deals: readonly RatedDeal[], { confidence, minimum }: RateRules): DealRate {
  requireOpenProportion('confidence', confidence)
  requireWhole('minimum', minimum, 1)
  const of = (wanted: DealResult) => deals.filter(({ result }) => result === wanted)
  const [won, lost] = [of('won'), of('lost')]
  const n = won.length + lost.length
  const shown = n >= minimum
  return {
    won: won.length,
    lost: lost.length,
    undecided: of('no_decision').length,
    n,
    rate: shown ? won.length / n : null,
    interval: shown ? wilsonInterval({ successes: won.length, trials: n, confidence }) : null,
    valueWon: sumOfValues(won),
    valueLost: sumOfValues(lost),
  }
}

const sumOfValues = (deals: readonly RatedDeal[]) => deals.reduce((sum, { value }) => sum + (value ?? 0), 0)

/**
 * The rate of each group, the group with most decided deals first; of groups alike, in the order in which they come.
 *
 * @param by The group of a deal; null: it is in none.
 * @example ratesBy(deals, ({ regionId }) => regionId, rules) // [{ key: 'north', won: 12, ... }, ...]
 */
export function ratesBy<Deal extends RatedDeal>(
  deals: readonly Deal[],
  by: (deal: Deal) => string | null,
  rules: RateRules,
): (DealRate & { key: string })[] {
  const groups = new Map<string, Deal[]>()
  for (const deal of deals) {
    const key = by(deal)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(deal)
    else groups.set(key, [deal])
  }
  return [...groups].map(([key, group]) => ({ key, ...dealRate(group, rules) })).sort((a, b) => b.n - a.n)
}
