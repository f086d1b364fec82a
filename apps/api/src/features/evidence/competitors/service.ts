import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { sourceOf } from '../../customers/accounts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { countDealsBy, namedInDeals } from '../deal-records/service.ts'
import { countStudiesBy, namedInStudies } from '../study-records/service.ts'
import type { CompetitorRow, RivalProductRow } from './store.ts'
import { findCompetitors, findCompetitorsById, insertCompetitor, updateCompetitor } from './store.ts'

export type { CompetitorRow } from './store.ts'
export { findCompetitors } from './store.ts'

/** Competitors by id. */
export async function competitorsById(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, CompetitorRow>> {
  const rows = ids.length === 0 ? [] : await findCompetitorsById(ctx, [...new Set(ids)])
  return new Map(rows.map(row => [row._id, row]))
}

/** The competitor's product and its version, as they are named; empty where there is none. */
export function namesOfProduct(
  competitor: CompetitorRow | undefined,
  productId: string | null,
  versionId: string | null = null,
): { product: string; version: string } {
  const product = competitor?.products.find(({ id }) => id === productId)
  const version = product?.versions.find(({ id }) => id === versionId)
  return { product: product?.name ?? '', version: version?.name ?? '' }
}

export async function listCompetitors(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'deal.read')) throw new AppError('not_found')
  const regionIds = actor.regions === 'all' ? null : actor.regions
  const [rows, deals, studies] = await Promise.all([
    findCompetitors(ctx),
    countDealsBy(ctx, regionIds),
    countStudiesBy(ctx, regionIds),
  ])
  return {
    items: rows.map(row => ({
      ...toCompetitor(row),
      deals: deals.get(row._id) ?? 0,
      studies: studies.get(row._id) ?? 0,
    })),
  }
}

export async function createCompetitor(
  ctx: Context,
  actor: StaffMember,
  fields: Pick<CompetitorRow, 'name' | 'website' | 'note'>,
) {
  if (!can(actor, 'deal.edit')) throw new AppError('not_found')
  const row = await insertCompetitor(ctx, { ...fields, createdBy: sourceOf(actor) })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'competitor.created', `competitor:${row._id}`, row.name)
  return toCompetitor(row)
}

export interface CompetitorChange {
  id: string
  revision: number
  name: string
  website: string
  note: string
  products: RivalProductRow[]
}

/** Changes a competitor and its products. What a deal or a study names cannot be taken out: they would speak of nothing. */
export async function changeCompetitor(
  ctx: Context,
  actor: StaffMember,
  { id, revision, ...fields }: CompetitorChange,
) {
  const stored = (await competitorsById(ctx, [id])).get(id)
  if (!stored || !can(actor, 'deal.edit')) throw new AppError('not_found')
  if (stored.revision !== revision) throw conflict(stored)
  await refuseTakingOut(ctx, stored, fields.products)
  await refuseUnknownProducts(ctx, fields.products)
  const row = await updateCompetitor(ctx, stored, fields)
  if (row === 'taken') throw new AppError('already_exists')
  if (row === 'changed') throw conflict((await competitorsById(ctx, [id])).get(id) ?? stored)
  await record(ctx, actor, 'competitor.changed', `competitor:${id}`, row.name)
  return toCompetitor(row)
}

async function refuseTakingOut(
  ctx: Context,
  before: CompetitorRow,
  products: readonly RivalProductRow[],
): Promise<void> {
  const left = new Set(products.flatMap(({ id, versions }) => [id, ...versions.map(version => version.id)]))
  const out = before.products
    .flatMap(({ id, versions }) => [id, ...versions.map(version => version.id)])
    .filter(id => !left.has(id))
  if (out.length === 0) return
  const [inDeals, inStudies] = await Promise.all([namedInDeals(ctx, out), namedInStudies(ctx, out)])
  if (inDeals || inStudies) throw new AppError('wrong_state')
}

async function refuseUnknownProducts(ctx: Context, products: readonly RivalProductRow[]): Promise<void> {
  const ids = [...new Set(products.flatMap(({ oursId }) => oursId ?? []))]
  if ((await findProductsById(ctx, ids)).length < ids.length) throw new AppError('not_found')
}

const conflict = (row: CompetitorRow) =>
  new AppError('revision_conflict', { data: { current: toCompetitor(row) } })

function toCompetitor({ _id: id, name, website, note, products, revision }: CompetitorRow) {
  return { id, name, website, note, products, revision }
}
