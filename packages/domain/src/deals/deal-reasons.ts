import { requireOpenProportion, requireWhole } from '../checks.ts'
import type { Interval } from '../statistics/intervals.ts'
import { wilsonInterval } from '../statistics/intervals.ts'
import type { DealResult, DealSide, DealView } from './deal.ts'
import type { DealRate, RatedDeal, RateRules } from './deal-rates.ts'
import { dealRate } from './deal-rates.ts'

/** A deal with what each side says of it; null: that side was not heard. */
export interface ReasonedDeal extends RatedDeal {
  views: Readonly<Record<DealSide, DealView | null>>
}

/** How many of the deals that a side was heard about have something; null: fewer than the minimum. */
export interface NamedShare {
  named: number | null
  of: number
  share: number | null
  interval: Interval | null
}

/** What one side says of one factor. */
export interface FactorReasons {
  factor: string
  /** Of the deals lost: in how many it spoke against us. */
  lostBy: NamedShare
  /** Of the deals won: in how many it spoke for us. */
  wonBy: NamedShare
  /** Of the deals lost: in how many something else here would have changed the end. */
  changeable: NamedShare
  /** How the deals ended in which this side named the factor at all. */
  rate: DealRate
}

/**
 * Why deals were won and lost as one side sees it, for each factor in its order. What the other side says is in none of it.
 *
 * @throws RangeError for a confidence outside (0, 1) or a minimum that is no whole number.
 * @example factorReasons(deals, 'buyer', ['delivery'], { confidence: 0.95, minimum: 5 })[0]?.lostBy
 *   // { named: 7, of: 20, share: 0.35, interval: { low: 0.18, high: 0.57 } }
 */
export function factorReasons(
  deals: readonly ReasonedDeal[],
  side: DealSide,
  factors: readonly string[],
  rules: RateRules,
): FactorReasons[] {
  requireOpenProportion('confidence', rules.confidence)
  requireWhole('minimum', rules.minimum, 1)
  const heard = deals.flatMap(deal => {
    const view = deal.views[side]
    return view === null ? [] : [{ deal, view }]
  })
  const ended = (result: DealResult) => heard.filter(({ deal }) => deal.result === result)
  const [won, lost] = [ended('won'), ended('lost')]
  return factors.map(factor => {
    const names = (spoke: 'for' | 'against') => (one: { view: DealView }) =>
      one.view.reasons.some(reason => reason.factor === factor && reason.spoke === spoke)
    return {
      factor,
      lostBy: shareOf(lost, names('against'), rules),
      wonBy: shareOf(won, names('for'), rules),
      changeable: shareOf(lost, ({ view }) => view.changeFactor === factor, rules),
      rate: dealRate(
        heard.filter(one => names('for')(one) || names('against')(one)).map(({ deal }) => deal),
        rules,
      ),
    }
  })
}

function shareOf<T>(
  all: readonly T[],
  has: (one: T) => boolean,
  { confidence, minimum }: RateRules,
): NamedShare {
  const of = all.length
  if (of < minimum) return { named: null, of, share: null, interval: null }
  const named = all.filter(has).length
  return {
    named,
    of,
    share: named / of,
    interval: wilsonInterval({ successes: named, trials: of, confidence }),
  }
}

export interface SideComparison {
  /** Deals that both sides were heard about. */
  both: number
  /** Of them, those in which the sides name at least one reason in common: the same factor, speaking the same way. */
  agree: number
}

/**
 * How often seller and buyer of one deal name a reason in common.
 *
 * @example compareSides(deals) // { both: 14, agree: 5 }
 */
export function compareSides(deals: readonly ReasonedDeal[]): SideComparison {
  const both = deals.flatMap(({ views: { seller, buyer } }) => (seller && buyer ? [{ seller, buyer }] : []))
  const agree = both.filter(({ seller, buyer }) =>
    seller.reasons.some(one =>
      buyer.reasons.some(other => other.factor === one.factor && other.spoke === one.spoke),
    ),
  )
  return { both: both.length, agree: agree.length }
}
