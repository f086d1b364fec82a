import type { Account, AccountRecord } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import { marksWithout } from '@sixfold/domain/customers/marks'
import type { Changes } from '@sixfold/domain/customers/provenance'
import { givenFields, originsAfter, originsOf, realChanges } from '@sixfold/domain/customers/provenance'
import { can } from '@sixfold/domain/permissions'
import { addMinutes } from 'date-fns/addMinutes'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { nextOf, pageOf } from '../../../db/by-name.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { moveDue } from '../../calls/due-records/service.ts'
import { moveCases } from '../../cases/cases/service.ts'
import { moveTasks } from '../../cases/tasks/service.ts'
import { moveDeals } from '../../evidence/deal-records/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import { moveRequests } from '../../privacy/data-requests/service.ts'
import { moveRequirements } from '../../requirements/requirement-records/service.ts'
import type { AccountFields, AccountKind, AccountRow } from '../accounts/service.ts'
import {
  accountFor,
  countAccounts,
  describeOrigins,
  findAccounts,
  findSegments,
  insertAccount,
  listAccounts,
  namesOfStaff,
  regionsToSearch,
  sourceOf,
  updateAccount,
} from '../accounts/service.ts'
import { countContactsOf, moveContacts } from '../contacts/service.ts'
import { moveInstallations } from '../installations/service.ts'

export interface AccountQuery {
  regionId?: string | undefined
  externalId?: string | undefined
  kind?: AccountKind | undefined
  segment?: string | undefined
  /** `none`: accounts that nobody looks after. */
  ownerId?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Accounts of the regions that the caller may see, by name. */
export async function readAccounts(ctx: Context, actor: StaffMember, query: AccountQuery) {
  const { regionId, externalId, kind, segment, ownerId, search: words } = query
  const search = {
    regionIds: regionsToSearch(actor, regionId),
    externalId,
    kind,
    segment,
    ownerId: ownerId === 'none' ? null : ownerId,
    search: words,
  }
  const { after, limit } = pageOf(query)
  const rows = await listAccounts(ctx, search, { after, limit })
  return {
    items: await toAccounts(ctx, rows),
    next: nextOf(rows, limit),
    ...(after ? {} : { total: await countAccounts(ctx, search) }),
  }
}

/** What accounts can be told apart by, and who can look after them: colleagues who work for a region of the caller's. */
export async function readAccountChoices(ctx: Context, actor: StaffMember) {
  const regionIds = regionsToSearch(actor, undefined)
  const [segments, members] = await Promise.all([findSegments(ctx, regionIds), findMembers(ctx)])
  const owners = members
    .filter(({ regions }) => !regionIds || regions === 'all' || regions.some(id => regionIds.includes(id)))
    .map(({ id, name, regions }) => ({ id, name, regions }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return { segments, owners }
}

/** One account as the caller may see it; `not_found` when it is in a region of others. */
export async function readAccount(ctx: Context, actor: StaffMember, id: string): Promise<AccountRecord> {
  return toRecord(ctx, await accountFor(ctx, actor, id))
}

export async function createAccount(
  ctx: Context,
  actor: StaffMember,
  { externalId, ...fields }: AccountFields & { externalId: string },
): Promise<AccountRecord> {
  await checkPlace(ctx, actor, fields)
  const at = ctx.clock.now()
  const source = sourceOf(actor)
  const row = await insertAccount(ctx, {
    externalId,
    ...fields,
    provenance: originsOf(givenFields(fields), { source, at, verifiedAt: at }),
    marks: [],
    createdBy: source,
    createdAt: at,
  })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'account.created', `account:${row._id}`)
  await tellOfAccount(ctx, 'account.created', row)
  return toRecord(ctx, row)
}

export interface StaffChange {
  id: string
  revision: number
  changes: Changes<AccountFields>
  verified?: (keyof AccountFields)[] | undefined
}

/** Changes an account on the state that the caller saw. Its people and what it bought move with it to another region. */
export async function changeAccount(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes, verified = [] }: StaffChange,
): Promise<AccountRecord> {
  const stored = await accountFor(ctx, actor, id, 'customers.edit')
  const real = realChanges<AccountFields>(stored, changes)
  await checkPlace(ctx, actor, { regionId: stored.regionId, ownerId: null, ...real })
  const changed = Object.keys(real) as (keyof AccountFields)[]
  const settled = [...new Set([...changed, ...verified])]
  if (stored.revision !== revision) throw await conflict(ctx, stored)
  if (settled.length === 0) return toRecord(ctx, stored)
  const at = ctx.clock.now()
  // A minute later, so that a crash in between, or somebody added meanwhile, leaves nobody behind.
  if (real.regionId !== undefined)
    await enqueue(ctx, {
      kind: CARRY_ALONG,
      key: `${CARRY_ALONG}:${id}:${revision}`,
      payload: { accountId: id },
      runAt: addMinutes(at, 1),
    })
  const row = await updateAccount(ctx, stored, {
    ...real,
    provenance: originsAfter(stored.provenance, { changed, verified }, { source: sourceOf(actor), at }),
    marks: settled.reduce(marksWithout, stored.marks),
  })
  if (!row) throw await conflict(ctx, await accountFor(ctx, actor, id))
  if (real.regionId !== undefined) await carryAlong(ctx, id, real.regionId)
  const action = changed.length > 0 ? 'account.changed' : 'account.verified'
  await record(ctx, actor, action, `account:${id}`, settled.join(', '))
  await tellOfAccount(ctx, 'account.changed', row)
  return toRecord(ctx, row)
}

function tellOfAccount(
  ctx: Context,
  type: 'account.created' | 'account.changed',
  { _id: accountId, externalId, regionId, revision }: AccountRow,
): Promise<void> {
  const data = { accountId, externalId, revision }
  return emitEvent(ctx, { type, id: `account:${accountId}:${revision}`, regionIds: [regionId], data })
}

export const CARRY_ALONG = 'customers.carry-along'

/** Brings all that belongs to an account into its region. */
export async function gatherAccount(ctx: Context, accountId: string): Promise<void> {
  const account = (await findAccounts(ctx, [accountId])).get(accountId)
  if (account) await carryAlong(ctx, accountId, account.regionId)
}

/** Takes all that belongs to an account along into another region. */
export async function carryAlong(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await moveContacts(ctx, accountId, regionId)
  await moveInstallations(ctx, accountId, regionId)
  await moveTasks(ctx, accountId, regionId)
  await moveRequests(ctx, accountId, regionId)
  await moveCases(ctx, accountId, regionId)
  await moveRequirements(ctx, accountId, regionId)
  await moveDeals(ctx, accountId, regionId)
  await moveDue(ctx, accountId, regionId)
}

/** Nobody puts an account where they may not work, nor into the care of somebody who could not see it. */
async function checkPlace(
  ctx: Context,
  actor: StaffMember,
  { regionId, ownerId }: Pick<AccountFields, 'regionId' | 'ownerId'>,
): Promise<void> {
  const isRegion = (await listRegions(ctx)).some(({ _id }) => _id === regionId)
  if (!isRegion || !can(actor, 'customers.edit', { regionId })) throw new AppError('not_found')
  const owner = ownerId === null ? null : await findMember(ctx, ownerId)
  if (ownerId !== null && !(owner && can(owner, 'customers.read', { regionId })))
    throw new AppError('not_found')
}

async function conflict(ctx: Context, current: AccountRow): Promise<AppError> {
  return new AppError('revision_conflict', { data: { current: await toRecord(ctx, current) } })
}

async function toRecord(ctx: Context, row: AccountRow): Promise<AccountRecord> {
  const [[account], kept] = await Promise.all([toAccounts(ctx, [row]), describeOrigins(ctx, row)])
  if (!account) throw new AppError('not_found')
  return { ...account, ...kept }
}

async function toAccounts(ctx: Context, rows: readonly AccountRow[]): Promise<Account[]> {
  const [counts, names] = await Promise.all([
    countContactsOf(
      ctx,
      rows.map(({ _id }) => _id),
    ),
    rows.some(({ ownerId }) => ownerId !== null) ? namesOfStaff(ctx) : null,
  ])
  return rows.map(row => {
    const { _id: id, externalId, name, kind, regionId, segment, annualRevenue } = row
    const { size, fiscalYearEnds = null, ownerId, website, revision } = row
    return {
      id,
      externalId,
      name,
      kind,
      regionId,
      segment,
      annualRevenue,
      size,
      fiscalYearEnds,
      ownerId,
      ownerName: (ownerId !== null && names?.get(ownerId)) || '',
      website,
      revision,
      contacts: counts.get(id) ?? 0,
    }
  })
}
