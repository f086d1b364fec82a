import type { DealRates } from '@sixfold/contract/deals'
import type { StaffMember } from '@sixfold/contract/staff'
import { DEAL_STAGES } from '@sixfold/domain/deals/deal'
import { dealRate, ratesBy } from '@sixfold/domain/deals/deal-rates'
import { compareSides, factorReasons } from '@sixfold/domain/deals/deal-reasons'
import { factorIndex } from '@sixfold/domain/factor-model'
import { formatQuarter } from '@sixfold/domain/quarter'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { competitorsById } from '../competitors/service.ts'
import type { DealRow } from '../deal-records/service.ts'
import { findAllDeals, quarterReader } from '../deal-records/service.ts'
import type { DealFilter } from '../deals/service.ts'
import { codingModel, searchOf } from '../deals/service.ts'

const CONFIDENCE = { 80: 0.8, 90: 0.9, 95: 0.95 } as const

/** How many deals were won and why, of those that the caller may see and asked for. */
export async function readRates(
  ctx: Context,
  actor: StaffMember,
  { confidence: level = '95', ...filter }: DealFilter & { confidence?: '80' | '90' | '95' | undefined },
): Promise<DealRates> {
  const search = await searchOf(ctx, actor, filter)
  const [deals, { minimumCell }, model, quarter] = await Promise.all([
    findAllDeals(ctx, search),
    readOrganisation(ctx),
    findFactorModel(ctx, codingModel()),
    quarterReader(ctx),
  ])
  if (!model) throw new AppError('not_found')
  const confidence = CONFIDENCE[level]
  const rules = { confidence, minimum: minimumCell }
  const reasoned = deals.map(({ result, value, seller, buyer }) => ({
    result,
    value,
    views: { seller, buyer },
  }))
  const keys = model.factors.map(({ key }) => key)
  const bySeller = factorReasons(reasoned, 'seller', keys, rules)
  const byBuyer = factorReasons(reasoned, 'buyer', keys, rules)
  const names = await namesIn(ctx, deals)
  const grouped = (by: (deal: DealRow) => string | null, nameOf: (key: string) => string) =>
    ratesBy(deals, by, rules).map(({ key, ...rate }) => ({ key, name: nameOf(key), ...rate }))
  const quarters = grouped(
    ({ decidedOn }) => formatQuarter(quarter(decidedOn)),
    key => key,
  )
  return {
    confidence,
    minimum: minimumCell,
    whole: dealRate(deals, rules),
    byCompetitor: grouped(
      ({ competitorId }) => competitorId,
      key => names.competitors.get(key)?.name ?? '',
    ),
    byRegion: grouped(
      ({ regionId }) => regionId,
      key => names.regions.get(key) ?? '',
    ),
    byProduct: grouped(
      ({ productId }) => productId,
      key => names.products.get(key) ?? '',
    ),
    byQuarter: quarters.sort((a, b) => (a.key < b.key ? -1 : 1)),
    lostAt: lostAt(deals),
    factors: model.factors.flatMap(({ key, name }, at) => {
      const [seller, buyer] = [bySeller[at], byBuyer[at]]
      if (!seller || !buyer) return []
      const { factor: _s, ...ofSeller } = seller
      const { factor: _b, ...ofBuyer } = buyer
      return [{ key, name, index: factorIndex(model, key), seller: ofSeller, buyer: ofBuyer }]
    }),
    sides: compareSides(reasoned),
  }
}

function lostAt(deals: readonly DealRow[]): DealRates['lostAt'] {
  const lost = deals.filter(({ result }) => result === 'lost')
  return [...DEAL_STAGES, null].flatMap(stage => {
    const n = lost.filter(deal => deal.stage === stage).length
    return n > 0 ? [{ stage, n }] : []
  })
}

async function namesIn(ctx: Context, deals: readonly DealRow[]) {
  const each = (field: 'competitorId' | 'productId') => [...new Set(deals.flatMap(deal => deal[field] ?? []))]
  const [competitors, regions, products] = await Promise.all([
    competitorsById(ctx, each('competitorId')),
    listRegions(ctx),
    findProductsById(ctx, each('productId')),
  ])
  return {
    competitors,
    regions: new Map(regions.map(({ _id, name }) => [_id, name])),
    products: new Map(products.map(({ _id, name }) => [_id, name])),
  }
}
