import { requireOpenProportion, requireWhole } from '../checks.ts'
import type { Quarter } from '../quarter.ts'
import { addQuarters, formatQuarter } from '../quarter.ts'
import { LEAST_ACCOUNTS } from '../scoreboard.ts'
import type { Interval } from '../statistics/intervals.ts'
import { wilsonInterval } from '../statistics/intervals.ts'
import type { HeardScore } from './source-links.ts'

/** Score bands of win rates: half is neutral, three quarters is "satisfied" throughout. */
export const SCORE_BANDS = [0, 50, 75, 100] as const

/** A deal is held against the last score within so many quarters before it. */
const SCORE_LASTS = 4

export interface DealOutcome {
  accountId: string
  regionId: string
  /** In which it was decided. */
  quarter: Quarter
  won: boolean
}

export interface BandRate {
  /** Scores from `from` up to but not including `until`; the last band includes its end. */
  from: number
  until: number
  /** Null: hidden. */
  won: number | null
  n: number | null
  /** Won of all, 0 to 1, with Wilson's interval; null: hidden, or no deals. */
  rate: number | null
  interval: Interval | null
}

export interface DealRelation {
  factor: string
  /** Deals whose account had scored every factor in the year before; null: hidden. */
  deals: number | null
  accounts: number | null
  bands: BandRate[]
}

/** A deal with the band of each factor, and who stands behind the score. */
interface PlacedDeal extends DealOutcome {
  at: ReadonlyMap<string, { band: number; respondents: readonly string[] }>
}

/**
 * How many deals were won by what their account had said of each factor, by the band of its last score within a year before: of all
 * regions (null) and of each. A band rests on at least `minimumCell` deals, one an account and quarter, of three accounts, whose
 * scores are of `minimumCell` people; where a band of a factor does not, nothing of that factor is shown (law 5). The same deals stand
 * under every factor, those whose account had scored all that each wave asked, so that no two totals differ by few. A region is hidden
 * too where the rest of all regions would be too few.
 *
 * @throws RangeError for a confidence outside (0, 1), a minimum that is no whole number from 1 on.
 * @example relateDeals({ deals, scores, factors: ['delivery'], regionIds: ['south'], minimumCell: 5, confidence: 0.95 }).get(null)?.[0]
 *   // { factor: 'delivery', deals: 24, accounts: 24, bands: [{ from: 0, until: 50, won: 3, n: 12, rate: 0.25, ... }, ...] }
 */
export function relateDeals({
  deals,
  scores,
  factors,
  regionIds,
  minimumCell,
  confidence,
}: {
  deals: readonly DealOutcome[]
  scores: readonly HeardScore[]
  factors: readonly string[]
  regionIds: readonly string[]
  minimumCell: number
  confidence: number
}): Map<string | null, DealRelation[]> {
  requireWhole('minimumCell', minimumCell, 1)
  requireOpenProportion('confidence', confidence)
  const everywhere = askedThroughout(scores, factors)
  const placed = placedDeals(deals, scores, everywhere).filter(({ regionId }) => regionIds.includes(regionId))
  const shown = shownViews(placed, { factors: everywhere, regionIds, minimumCell })
  const views: (string | null)[] = [null, ...regionIds]
  return new Map(
    views.map(view => {
      const own = placed.filter(({ regionId }) => view === null || regionId === view)
      const relations = factors.map((factor): DealRelation => {
        const isShown = shown.get(factor)?.has(view) ?? false
        return {
          factor,
          deals: isShown ? own.length : null,
          accounts: isShown ? new Set(own.map(({ accountId }) => accountId)).size : null,
          bands: SCORE_BANDS.slice(1).map((until, band) => ({
            from: SCORE_BANDS[band] ?? 0,
            until,
            ...rateOf(isShown ? inBand(own, factor, band) : null, confidence),
          })),
        }
      })
      return [view, relations]
    }),
  )
}

function rateOf(deals: readonly PlacedDeal[] | null, confidence: number): Omit<BandRate, 'from' | 'until'> {
  if (deals === null) return { won: null, n: null, rate: null, interval: null }
  const [won, n] = [deals.filter(deal => deal.won).length, deals.length]
  if (n === 0) return { won, n, rate: null, interval: null }
  return { won, n, rate: won / n, interval: wilsonInterval({ successes: won, trials: n, confidence }) }
}

/** Factors that were scored in every quarter that anything was: one that came later would leave few deals for all. */
function askedThroughout(scores: readonly HeardScore[], factors: readonly string[]): string[] {
  const quarters = new Set(scores.map(({ quarter }) => formatQuarter(quarter)))
  return factors.filter(factor => {
    const own = scores.filter(score => score.factor === factor)
    return own.length > 0 && new Set(own.map(({ quarter }) => formatQuarter(quarter))).size === quarters.size
  })
}

function placedDeals(
  deals: readonly DealOutcome[],
  scores: readonly HeardScore[],
  factors: readonly string[],
): PlacedDeal[] {
  const placeOf = (factor: string, { regionId, accountId }: DealOutcome | HeardScore, quarter: Quarter) =>
    JSON.stringify([factor, regionId, accountId, formatQuarter(quarter)])
  const known = new Map(scores.map(score => [placeOf(score.factor, score, score.quarter), score]))
  return deals.flatMap(deal => {
    const at = new Map<string, { band: number; respondents: readonly string[] }>()
    for (const factor of factors)
      for (let back = 1; back <= SCORE_LASTS && !at.has(factor); back += 1) {
        const score = known.get(placeOf(factor, deal, addQuarters(deal.quarter, -back)))
        if (score) at.set(factor, { band: bandOf(score.value), respondents: score.respondents })
      }
    return factors.length > 0 && at.size === factors.length ? [{ ...deal, at }] : []
  })
}

function bandOf(score: number): number {
  const above = SCORE_BANDS.slice(1).findIndex(until => score < until)
  return above === -1 ? SCORE_BANDS.length - 2 : above
}

const BANDS = SCORE_BANDS.slice(1).map((_, band) => band)
const inBand = (deals: readonly PlacedDeal[], factor: string, band: number) =>
  deals.filter(({ at }) => at.get(factor)?.band === band)

/** Whether nothing can be told of few: no deals at all, or enough of them by enough accounts with enough people behind their scores. */
function tellsOfFew(deals: readonly PlacedDeal[], factors: readonly string[], minimumCell: number): boolean {
  if (deals.length === 0) return false
  const counted = new Set(deals.map(({ accountId, quarter }) => `${formatQuarter(quarter)} ${accountId}`))
  const accounts = new Set(deals.map(({ accountId }) => accountId))
  const people = factors.map(
    factor => new Set(deals.flatMap(({ at }) => at.get(factor)?.respondents ?? [])).size,
  )
  return counted.size < minimumCell || accounts.size < LEAST_ACCOUNTS || Math.min(...people) < minimumCell
}

/** In which views each factor is shown, null being all regions. */
function shownViews(
  placed: readonly PlacedDeal[],
  { factors, ...rest }: { factors: readonly string[]; regionIds: readonly string[]; minimumCell: number },
): Map<string, Set<string | null>> {
  const { regionIds, minimumCell } = rest
  const dealsOf = (regions: readonly string[]) => placed.filter(({ regionId }) => regions.includes(regionId))
  const isOpen = (deals: readonly PlacedDeal[], factor: string) =>
    BANDS.every(band => !tellsOfFew(inBand(deals, factor, band), [factor], minimumCell))
  const open = factors.filter(factor => isOpen(placed, factor))
  const shown = new Map(
    open.map(factor => [factor, regionIds.filter(regionId => isOpen(dealsOf([regionId]), factor))]),
  )
  for (;;) {
    const hide = leak()
    if (!hide) break
    for (const factor of hide.factors)
      shown.set(
        factor,
        (shown.get(factor) ?? []).filter(regionId => regionId !== hide.regionId),
      )
  }
  return new Map([...shown].map(([factor, regions]) => [factor, new Set([null, ...regions])]))

  /** What to hide next, since the rest that is hidden of a band, or of all deals, would be of few. */
  function leak(): { factors: readonly string[]; regionId: string } | null {
    const smallest = (regions: readonly string[], of: (deals: PlacedDeal[]) => PlacedDeal[]) =>
      regions
        .map(regionId => ({ regionId, n: of(dealsOf([regionId])).length }))
        .filter(({ n }) => n > 0)
        .toSorted((a, b) => a.n - b.n)[0]?.regionId
    for (const [factor, regions] of shown) {
      const hidden = dealsOf(regionIds.filter(regionId => !regions.includes(regionId)))
      for (const band of BANDS) {
        if (!tellsOfFew(inBand(hidden, factor, band), [factor], minimumCell)) continue
        const regionId = smallest(regions, deals => inBand(deals, factor, band))
        if (regionId !== undefined) return { factors: [factor], regionId }
      }
    }
    const somewhere = [...new Set([...shown.values()].flat())]
    const nowhere = dealsOf(regionIds.filter(regionId => !somewhere.includes(regionId)))
    if (!tellsOfFew(nowhere, factors, minimumCell)) return null
    const regionId = smallest(somewhere, deals => deals)
    return regionId === undefined ? null : { factors: open, regionId }
  }
}
