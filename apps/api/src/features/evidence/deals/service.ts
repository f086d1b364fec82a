import type { Deal } from '@sixfold/contract/deals'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DealSide, DealView } from '@sixfold/domain/deals/deal'
import { stageOf, viewFaults } from '@sixfold/domain/deals/deal'
import { presetFactorModels } from '@sixfold/domain/factor-models/presets'
import type { Action } from '@sixfold/domain/permissions'
import { can } from '@sixfold/domain/permissions'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { accountFor, findAccounts, ownRegions, sourceOf } from '../../customers/accounts/service.ts'
import { findContact, findContacts } from '../../customers/contacts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { competitorsById, namesOfProduct } from '../competitors/service.ts'
import type { DealFields, DealRow, DealSearch, SideRow } from '../deal-records/service.ts'
import {
  countDeals,
  daysOfQuarters,
  findDeal,
  findDeals,
  insertDeal,
  quarterReader,
  updateDeal,
} from '../deal-records/service.ts'
import { findInterviewsOf } from '../interview-records/service.ts'

type DealAction = Extract<Action, `deal.${string}`>

/** The factors in which new reasons are coded: the house's default. */
export function codingModel(): DealRow['model'] {
  const [{ key, version } = { key: '', version: 1 }] = presetFactorModels
  return { key, version }
}

/** The deal, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function visibleDeal(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: DealAction = 'deal.read',
): Promise<DealRow> {
  const row = await findDeal(ctx, id)
  if (!row || !can(actor, action, row)) throw new AppError('not_found')
  return row
}

export interface DealFilter
  extends Pick<DealSearch, 'result' | 'competitorId' | 'productId' | 'accountId' | 'unheard' | 'search'> {
  regionId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** What a filter means for somebody: only regions that are theirs. */
export async function searchOf(ctx: Context, actor: StaffMember, filter: DealFilter): Promise<DealSearch> {
  if (!can(actor, 'deal.read')) throw new AppError('not_found')
  const { regionId, from, to, ...search } = filter
  return { ...search, ...(await daysOfQuarters(ctx, { from, to })), regionIds: ownRegions(actor, regionId) }
}

/** Deals of the regions that the caller may see, the latest first. Reading them leaves an audit entry. */
export async function listDeals(
  ctx: Context,
  actor: StaffMember,
  { cursor, limit = 50, ...filter }: DealFilter & { cursor?: string | undefined; limit?: number | undefined },
) {
  const search = await searchOf(ctx, actor, filter)
  const after = cursor === undefined ? null : await findDeal(ctx, cursor)
  const rows = await findDeals(ctx, search, { after, limit })
  const items = await describeDeals(ctx, actor, rows)
  if (rows.length > 0) await record(ctx, actor, 'deals.read', 'deals', `${items.length}`)
  const next = rows.length === limit ? (rows.at(-1)?._id ?? null) : null
  return { items, next, ...(after ? {} : { total: await countDeals(ctx, search) }) }
}

/** Colleagues who can be named in deals and studies; analysts may not read the list of staff itself. */
export async function listPeople(ctx: Context, actor: StaffMember) {
  if (!can(actor, 'deal.read')) throw new AppError('not_found')
  const members = await findMembers(ctx)
  return {
    items: members
      .filter(member => can(member, 'deal.read'))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}

export async function readDeal(ctx: Context, actor: StaffMember, id: string): Promise<Deal> {
  const row = await visibleDeal(ctx, actor, id)
  await record(ctx, actor, 'deal.read', `deal:${id}`)
  return describeDeal(ctx, actor, row)
}

export async function createDeal(
  ctx: Context,
  actor: StaffMember,
  { accountId, externalId, ...fields }: DealFields & { accountId: string; externalId: string },
): Promise<Deal> {
  const account = await accountFor(ctx, actor, accountId)
  const { regionId } = account
  if (!can(actor, 'deal.edit', account)) throw new AppError('not_found')
  await checkParts(ctx, { ...fields, accountId: account._id, regionId })
  const row = await insertDeal(ctx, {
    externalId,
    accountId: account._id,
    regionId,
    ...fields,
    stage: stageOf(fields.result, fields.stage),
    model: codingModel(),
    seller: null,
    buyer: null,
    createdBy: sourceOf(actor),
  })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'deal.created', `deal:${row._id}`, row.name)
  await tellSystems(ctx, row)
  return describeDeal(ctx, actor, row)
}

function tellSystems(ctx: Context, row: DealRow): Promise<void> {
  const { _id: dealId, externalId, accountId, regionId, result, stage, revision } = row
  return emitEvent(ctx, {
    type: 'deal.recorded',
    id: `deal:${dealId}:${revision}`,
    regionIds: [regionId],
    data: { dealId, externalId, accountId, result, stage, revision },
  })
}

export interface StaffChange {
  id: string
  revision: number
  changes: { [Field in keyof DealFields]?: DealFields[Field] | undefined }
}

export async function changeDeal(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes }: StaffChange,
): Promise<Deal> {
  const stored = await visibleDeal(ctx, actor, id, 'deal.edit')
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const after: DealRow = { ...stored, ...Object.fromEntries(given) }
  after.stage = stageOf(after.result, after.stage)
  await checkParts(ctx, after, stored)
  if (stored.revision !== revision) throw await conflict(ctx, actor, stored)
  const { name, result, stage, decidedOn, value } = after
  const { productId, competitorId, rivalProductId, contactId, sellerId } = after
  const row = await updateDeal(ctx, stored, {
    ...{
      name,
      result,
      stage,
      decidedOn,
      value,
      productId,
      competitorId,
      rivalProductId,
      contactId,
      sellerId,
    },
    // What one customer said is not said by another.
    ...(contactId === stored.contactId || stored.contactId === null ? {} : { buyer: null }),
  })
  if (!row) throw await conflict(ctx, actor, await visibleDeal(ctx, actor, id, 'deal.edit'))
  await record(ctx, actor, 'deal.changed', `deal:${id}`, given.map(([field]) => field).join(', '))
  await tellSystems(ctx, row)
  return describeDeal(ctx, actor, row)
}

export interface SideCoding {
  id: string
  revision: number
  side: DealSide
  view: DealView | null
}

/** Codes what one side says; the other side is left as it stands. Null takes it out again. */
export async function codeSide(
  ctx: Context,
  actor: StaffMember,
  { id, revision, side, view }: SideCoding,
): Promise<Deal> {
  const stored = await visibleDeal(ctx, actor, id, 'deal.edit')
  const model = await findFactorModel(ctx, stored.model)
  if (!model) throw new AppError('not_found')
  if (view && viewFaults(view, model).length > 0) throw new AppError('invalid_input')
  if (stored.revision !== revision) throw await conflict(ctx, actor, stored)
  const coded: SideRow | null = view && {
    ...view,
    change: view.change.trim(),
    by: actor.name,
    at: ctx.clock.now(),
  }
  const row = await updateDeal(ctx, stored, { [side]: coded })
  if (!row) throw await conflict(ctx, actor, await visibleDeal(ctx, actor, id, 'deal.edit'))
  await record(ctx, actor, view ? 'deal.coded' : 'deal.uncoded', `deal:${id}`, side)
  return describeDeal(ctx, actor, row)
}

/** People, products and competitors that a deal names must be there; what it named before may stay. */
async function checkParts(
  ctx: Context,
  deal: Omit<DealFields, 'name'> & Pick<DealRow, 'accountId' | 'regionId'>,
  before?: DealRow,
): Promise<void> {
  const { accountId, regionId, contactId, sellerId, productId, competitorId, rivalProductId } = deal
  const isNew = (field: 'contactId' | 'sellerId' | 'productId' | 'competitorId' | 'rivalProductId') =>
    deal[field] !== null && deal[field] !== before?.[field]
  if (isNew('contactId')) {
    const contact = await findContact(ctx, contactId ?? '')
    if (!contact || contact.erased || contact.accountId !== accountId) throw new AppError('not_found')
  }
  if (isNew('sellerId')) {
    const seller = await findMember(ctx, sellerId ?? '')
    if (!seller || !can(seller, 'customers.read', { regionId })) throw new AppError('not_found')
  }
  if (isNew('productId') && (await findProductsById(ctx, [productId ?? ''])).length === 0)
    throw new AppError('not_found')
  if (!isNew('competitorId') && !isNew('rivalProductId')) return
  const competitor = (await competitorsById(ctx, competitorId === null ? [] : [competitorId])).get(
    competitorId ?? '',
  )
  if (competitorId !== null && !competitor) throw new AppError('not_found')
  const isTheirs = competitor?.products.some(({ id }) => id === rivalProductId)
  if (rivalProductId !== null && !isTheirs) throw new AppError('not_found')
}

async function conflict(ctx: Context, actor: StaffMember, row: DealRow): Promise<AppError> {
  return new AppError('revision_conflict', { data: { current: await describeDeal(ctx, actor, row) } })
}

export async function describeDeal(ctx: Context, actor: StaffMember, row: DealRow): Promise<Deal> {
  const [deal] = await describeDeals(ctx, actor, [row])
  if (!deal) throw new AppError('not_found')
  return deal
}

/** Deals as the wire shows them, with the names of what they are about. */
async function describeDeals(ctx: Context, actor: StaffMember, rows: readonly DealRow[]): Promise<Deal[]> {
  if (rows.length === 0) return []
  const ids = (field: 'contactId' | 'productId' | 'competitorId') => rows.flatMap(row => row[field] ?? [])
  const [accounts, contacts, products, competitors, members, interviews, quarter] = await Promise.all([
    findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
    findContacts(ctx, ids('contactId')),
    findProductsById(ctx, ids('productId')),
    competitorsById(ctx, ids('competitorId')),
    findMembers(ctx),
    findInterviewsOf(
      ctx,
      rows.map(({ _id }) => _id),
    ),
    quarterReader(ctx),
  ])
  const productNames = new Map(products.map(({ _id, name }) => [_id, name]))
  const memberNames = new Map(members.map(({ id, name }) => [id, name]))
  const held = new Map(interviews.map(({ _id, state }) => [_id, state]))
  return rows.map(row => {
    const { _id: id, words: _w, createdAt: _a, createdBy: _b, seller, buyer, ...rest } = row
    const contact = contacts.get(row.contactId ?? '')
    const competitor = competitors.get(row.competitorId ?? '')
    const side = (which: DealSide, said: SideRow | null) => ({
      view: said && { reasons: [...said.reasons], changeFactor: said.changeFactor, change: said.change },
      by: said?.by ?? '',
      at: said?.at.toISOString() ?? null,
      interview: held.get(`${id}:${which}`) ?? ('none' as const),
    })
    return {
      id,
      ...rest,
      accountName: accounts.get(row.accountId)?.name ?? '',
      contactName: contact && !contact.erased ? contact.name : '',
      sellerName: memberNames.get(row.sellerId ?? '') ?? '',
      productName: productNames.get(row.productId ?? '') ?? '',
      competitorName: competitor?.name ?? '',
      rivalProductName: namesOfProduct(competitor, row.rivalProductId).product,
      quarter: quarter(row.decidedOn),
      seller: side('seller', seller),
      buyer: side('buyer', buyer),
      editable: can(actor, 'deal.edit', row),
    }
  })
}
