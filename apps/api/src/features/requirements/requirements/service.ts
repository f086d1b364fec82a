import type { Requirement, RequirementHead } from '@sixfold/contract/requirements'
import type { StaffMember } from '@sixfold/contract/staff'
import { factorIndex } from '@sixfold/domain/factor-model'
import { textIn } from '@sixfold/domain/local-text'
import type { Action } from '@sixfold/domain/permissions'
import { can } from '@sixfold/domain/permissions'
import type { RequirementSource } from '@sixfold/domain/requirements/sources'
import { WHOLE_HOUSE } from '@sixfold/domain/requirements/sources'
import type { RequirementStatus } from '@sixfold/domain/requirements/status'
import { OPEN_STATUSES, requirementReceipt } from '@sixfold/domain/requirements/status'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { AccountRow } from '../../customers/accounts/service.ts'
import { findAccounts, ownRegions } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { findGuestEvent } from '../../roundtables/event-records/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import type { RequirementRow, RequirementSearch } from '../requirement-records/service.ts'
import {
  countRequirements,
  findRequirement,
  findRequirements,
  findRequirementsById,
} from '../requirement-records/service.ts'

type RequirementAction = Extract<Action, `requirement.${string}`>

/** Whether somebody may do this to a requirement: one of the regions behind it is theirs. */
export function mayOn(
  actor: StaffMember,
  action: RequirementAction,
  { regionIds }: Pick<RequirementRow, 'regionIds'>,
): boolean {
  return regionIds.some(regionId => can(actor, action, { regionId: placeOf(regionId) }))
}

const placeOf = (regionId: string) => (regionId === WHOLE_HOUSE ? null : regionId)

/** The requirement, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function visibleRequirement(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: RequirementAction = 'requirement.read',
): Promise<RequirementRow> {
  const row = await findRequirement(ctx, id)
  if (!row || !mayOn(actor, action, row)) throw new AppError('not_found')
  return row
}

export interface RequirementQuery {
  status?: RequirementStatus | undefined
  open?: boolean | undefined
  regionId?: string | undefined
  accountId?: string | undefined
  factor?: string | undefined
  productId?: string | undefined
  aboutId?: string | undefined
  mine?: boolean | undefined
  search?: string | undefined
  order?: 'weight' | 'latest' | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Requirements of the regions that the caller may see, and those of the whole house. Reading them leaves an audit entry. */
export async function listRequirements(ctx: Context, actor: StaffMember, query: RequirementQuery) {
  if (!can(actor, 'requirement.read')) throw new AppError('not_found')
  const { order = 'weight', limit = 50, status, open, accountId, factor, productId, aboutId, search } = query
  const own = ownRegions(actor, query.regionId)
  const found: RequirementSearch = {
    regionIds: own && query.regionId === undefined ? [...own, WHOLE_HOUSE] : own,
    statuses: status ? [status] : open ? OPEN_STATUSES : undefined,
    accountIds: accountId === undefined ? undefined : [accountId],
    ownerId: query.mine ? actor.id : undefined,
    factor,
    productId,
    aboutId,
    search,
  }
  const after = query.cursor === undefined ? null : placeIn(query.cursor)
  const rows = await findRequirements(ctx, found, { order, after, limit })
  const items = await describeHeads(ctx, actor, rows)
  if (rows.length > 0) await record(ctx, actor, 'requirements.read', 'requirements', `${items.length}`)
  const last = rows.at(-1)
  const next = last && rows.length === limit ? `${last.accountCount}_${last.number}` : null
  return { items, next, ...(after ? {} : { total: await countRequirements(ctx, found) }) }
}

function placeIn(cursor: string) {
  const [accountCount, number] = cursor.split('_').map(Number)
  if (!Number.isSafeInteger(accountCount) || !Number.isSafeInteger(number))
    throw new AppError('invalid_input')
  return { accountCount: accountCount as number, number: number as number }
}

/** One requirement with its statements; reading who said what leaves an audit entry. */
export async function readRequirement(ctx: Context, actor: StaffMember, id: string): Promise<Requirement> {
  const row = await visibleRequirement(ctx, actor, id)
  await record(ctx, actor, 'requirement.read', `requirement:${id}`)
  return describeRequirement(ctx, actor, row)
}

/** The latest ones that the caller may see, open or not, to compare with. */
export function findAmongRegions(ctx: Context, actor: StaffMember): Promise<RequirementRow[]> {
  const own = ownRegions(actor, undefined)
  const regionIds = own && [...own, WHOLE_HOUSE]
  return findRequirements(ctx, { regionIds }, { order: 'latest', after: null, limit: MOST_COMPARED })
}

const MOST_COMPARED = 1000

/** What other features know of a requirement that is still to do. */
export interface OpenRequirement {
  id: string
  receipt: string
  text: string
  factor: RequirementRow['factor']
  productId: string | null
  status: RequirementStatus
  accountIds: string[]
  contactIds: string[]
  regionIds: string[]
  due: string | null
}

/** What these accounts asked for and nobody has settled, the heaviest first. Who calls it knows that the caller may look. */
export async function openRequirementsOf(
  ctx: Context,
  accountIds: readonly string[],
): Promise<OpenRequirement[]> {
  if (accountIds.length === 0) return []
  return openOnes(ctx, { regionIds: null, accountIds })
}

/** What a region's customers asked for and nobody has settled, the heaviest first. */
export async function openRequirementsOfRegion(ctx: Context, regionId: string): Promise<OpenRequirement[]> {
  return openOnes(ctx, { regionIds: [regionId] })
}

const MOST_OPEN = 500

async function openOnes(ctx: Context, search: RequirementSearch): Promise<OpenRequirement[]> {
  const rows = await findRequirements(
    ctx,
    { ...search, statuses: OPEN_STATUSES },
    { order: 'weight', after: null, limit: MOST_OPEN },
  )
  return rows.map(({ _id: id, number, text, factor, productId, status, due, ...row }) => ({
    id,
    receipt: requirementReceipt(number),
    text,
    factor,
    productId,
    status,
    accountIds: [...row.accountIds],
    contactIds: [...row.contactIds],
    regionIds: [...row.regionIds],
    due,
  }))
}

/** A sentence that staff released, as a customer reads it. */
export interface ReleasedReply {
  receipt: string
  said: string
  did: string
  status: RequirementStatus
  releasedAt: Date
}

const MOST_REPLIES = 12

/** "You said, we did", for somebody who raised it; the latest first. */
export function repliesFor(ctx: Context, contactId: string, language: string): Promise<ReleasedReply[]> {
  return released(ctx, { regionIds: null, contactIds: [contactId] }, language)
}

/** "You said, we did", for a region's next round table; the latest first. */
export function repliesOfRegion(ctx: Context, regionId: string, language: string): Promise<ReleasedReply[]> {
  return released(ctx, { regionIds: [regionId] }, language)
}

async function released(ctx: Context, search: RequirementSearch, language: string): Promise<ReleasedReply[]> {
  const rows = await findRequirements(
    ctx,
    { ...search, released: true },
    { order: 'latest', after: null, limit: 200 },
  )
  return rows
    .flatMap(({ number, reply }) =>
      reply?.releasedAt
        ? [
            {
              receipt: requirementReceipt(number),
              said: textIn(reply.said, language, 'en'),
              did: textIn(reply.did, language, 'en'),
              status: reply.status,
              releasedAt: reply.releasedAt,
            },
          ]
        : [],
    )
    .sort((a, b) => b.releasedAt.getTime() - a.releasedAt.getTime())
    .slice(0, MOST_REPLIES)
}

/** Requirements as lists show them, in the order given. */
export async function describeHeads(
  ctx: Context,
  actor: StaffMember,
  rows: readonly RequirementRow[],
): Promise<RequirementHead[]> {
  if (rows.length === 0) return []
  const [accounts, members, products, targets] = await Promise.all([
    findAccounts(
      ctx,
      rows.flatMap(({ accountIds }) => accountIds),
    ),
    findMembers(ctx),
    findProductsById(
      ctx,
      rows.flatMap(({ productId }) => productId ?? []),
    ),
    findRequirementsById(
      ctx,
      rows.flatMap(({ mergedInto }) => mergedInto ?? []),
    ),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const productNames = new Map(products.map(({ _id, name }) => [_id, name]))
  return Promise.all(
    rows.map(async row => {
      const target = targets.find(({ _id }) => _id === row.mergedInto)
      const seen = row.sources.filter(source => maySee(actor, source))
      return {
        id: row._id,
        receipt: requirementReceipt(row.number),
        text: row.text,
        factor: await factorOf(ctx, row.factor),
        productId: row.productId,
        productName: row.productId === null ? '' : (productNames.get(row.productId) ?? ''),
        status: row.status,
        regionIds: [...new Set(seen.flatMap(({ regionId }) => regionId ?? []))].sort(),
        ownerId: row.ownerId,
        ownerName: row.ownerId === null ? '' : (names.get(row.ownerId) ?? ''),
        due: row.due,
        weight: weightOf(seen, accounts),
        statementsElsewhere: row.sources.length - seen.length,
        released: row.reply?.releasedAt != null,
        mergedInto: target ? { id: target._id, receipt: requirementReceipt(target.number) } : null,
        createdAt: row.createdAt.toISOString(),
        revision: row.revision,
      }
    }),
  )
}

const maySee = (actor: StaffMember, { regionId }: RequirementSource) =>
  can(actor, 'requirement.read', { regionId })

function weightOf(seen: readonly RequirementSource[], accounts: ReadonlyMap<string, AccountRow>) {
  const ids = new Set(seen.flatMap(({ accountId }) => accountId ?? []))
  let revenue = 0
  for (const id of ids) revenue += accounts.get(id)?.annualRevenue ?? 0
  return { accounts: ids.size, revenue, statements: seen.length }
}

async function factorOf(ctx: Context, about: RequirementRow['factor']): Promise<RequirementHead['factor']> {
  const model = about && (await findFactorModel(ctx, about.model))
  const factor = model?.factors.find(({ key }) => key === about?.key)
  return model && factor
    ? { key: factor.key, name: factor.name, index: factorIndex(model, factor.key) }
    : null
}

/** A requirement with the statements that the caller may see. */
export async function describeRequirement(
  ctx: Context,
  actor: StaffMember,
  row: RequirementRow,
): Promise<Requirement> {
  const seen = row.sources.filter(source => maySee(actor, source))
  const [[head], accounts, contacts, names, merged] = await Promise.all([
    describeHeads(ctx, actor, [row]),
    findAccounts(
      ctx,
      seen.flatMap(({ accountId }) => accountId ?? []),
    ),
    findContacts(
      ctx,
      seen.flatMap(({ contactId }) => contactId ?? []),
    ),
    aboutNames(ctx, seen),
    findRequirementsById(ctx, row.mergedFrom),
  ])
  if (!head) throw new AppError('not_found')
  const origin = new Map(
    merged.flatMap(one => one.sources.map(({ key }) => [key, requirementReceipt(one.number)] as const)),
  )
  return {
    ...head,
    factorRef: row.factor,
    reason: row.reason,
    sources: seen.map(({ at, ...source }) => {
      const contact = source.contactId === null ? undefined : contacts.get(source.contactId)
      const known = contact !== undefined && !contact.erased
      return {
        ...source,
        aboutName: (source.aboutId !== null && names.get(source.aboutId)) || {},
        contactId: known ? contact.id : null,
        contactName: known ? contact.name : '',
        accountName: (source.accountId !== null && accounts.get(source.accountId)?.name) || '',
        at: at.toISOString(),
        cameWith: origin.get(source.key) ?? null,
      }
    }),
    mergedFrom: merged
      .filter(one => mayOn(actor, 'requirement.read', one))
      .map(({ _id: id, number, text }) => ({ id, receipt: requirementReceipt(number), text })),
    reply: row.reply && {
      said: { ...row.reply.said },
      did: { ...row.reply.did },
      releasedAt: row.reply.releasedAt?.toISOString() ?? null,
      releasedBy: row.reply.releasedBy,
      status: row.reply.status,
    },
    history: row.history.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    editable: row.mergedInto === null && mayOn(actor, 'requirement.edit', row),
  }
}

/** The names of the round tables and waves that statements come from. */
async function aboutNames(ctx: Context, sources: readonly RequirementSource[]) {
  const named = new Map<string, Record<string, string>>()
  for (const { kind, aboutId } of sources) {
    if (aboutId === null || named.has(aboutId)) continue
    if (kind === 'round_table') named.set(aboutId, { ...(await findGuestEvent(ctx, aboutId))?.title })
    if (kind === 'survey') named.set(aboutId, { en: (await waveBook.findWave(ctx, aboutId))?.name ?? '' })
  }
  return named
}
