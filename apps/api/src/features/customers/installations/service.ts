import type { Installation } from '@sixfold/contract/installations'
import type { StaffMember } from '@sixfold/contract/staff'
import type { WorkingCalendar } from '@sixfold/domain/calendar/working-days'
import { marksOfInstallation } from '@sixfold/domain/customers/marks'
import type { Changes } from '@sixfold/domain/customers/provenance'
import { givenFields, originsAfter, originsOf, realChanges } from '@sixfold/domain/customers/provenance'
import { dueKinds, dueState, dueWindow } from '@sixfold/domain/due/due-window'
import type { LocalDate } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { accountFor, describeOrigins, regionsToSearch, sourceOf } from '../accounts/service.ts'
import { findContacts } from '../contacts/service.ts'
import { findProducts, toProduct } from '../products/service.ts'
import type { InstallationFields, InstallationRow, SinceQuery } from './store.ts'
import {
  countByProduct,
  dayOf,
  deleteInstallation,
  findInstallationsById,
  findInstallationsOf,
  findInstallationsOfAll,
  findInstallationsSince as findRowsSince,
  insertInstallation,
  updateInstallation,
} from './store.ts'

export type {
  InstallationChange,
  InstallationFields,
  InstallationRow,
  NewInstallation,
  SinceQuery,
} from './store.ts'
export {
  dayOf,
  eraseFromInstallations,
  findInstallationsByExternalId,
  findInstallationsFor,
  handOverInstallations,
  handOverQuestions,
  moveInstallations,
  storeImportedInstallations,
  walkInstallations,
} from './store.ts'

/** What other features know of one thing bought. */
export interface KnownInstallation
  extends Pick<InstallationRow, 'externalId' | 'accountId' | 'regionId' | keyof InstallationFields> {
  id: string
}

/** What these accounts bought, in no order. */
export async function findInstallationsOfAccounts(
  ctx: Context,
  accountIds: readonly string[],
): Promise<KnownInstallation[]> {
  return accountIds.length === 0 ? [] : (await findInstallationsOfAll(ctx, accountIds)).map(toKnown)
}

/** The product that each of these accounts bought last; of one whose purchases have no day, any. */
export async function lastBought(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const dayOf = ({ purchasedOn, installedOn }: KnownInstallation) => purchasedOn ?? installedOn ?? ''
  const all = await findInstallationsOfAccounts(ctx, accountIds)
  const inOrder = all.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id))
  return new Map(inOrder.map(({ accountId, productId }) => [accountId, productId]))
}

export async function findInstallations(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, KnownInstallation>> {
  const rows = ids.length === 0 ? [] : await findInstallationsById(ctx, ids)
  return new Map(rows.map(row => [row._id, toKnown(row)]))
}

/**
 * Things bought (for `product_survey`) or installed (for `installation_call`) from one day to another, both inclusive, by day
 * and id: a walk is taken up again after `{ since, id }` of the last one.
 */
export async function findInstallationsSince(ctx: Context, query: SinceQuery): Promise<KnownInstallation[]> {
  return (await findRowsSince(ctx, query)).map(toKnown)
}

/** What the house sells, with how often the accounts that the caller may see bought it. */
export async function readProducts(ctx: Context, actor: StaffMember) {
  const regionIds = regionsToSearch(actor, undefined)
  const [rows, counts] = await Promise.all([findProducts(ctx), countByProduct(ctx, regionIds)])
  return { items: rows.map(row => ({ ...toProduct(row), bought: counts.get(row._id) ?? 0 })) }
}

/** What an account that the caller may see bought. */
export async function readInstallations(ctx: Context, actor: StaffMember, accountId: string) {
  await accountFor(ctx, actor, accountId)
  const rows = await findInstallationsOf(ctx, accountId)
  await record(ctx, actor, 'installations.read', `account:${accountId}`, `${rows.length}`)
  return { items: await describe(ctx, rows) }
}

export async function createInstallation(
  ctx: Context,
  actor: StaffMember,
  { accountId, externalId, ...fields }: InstallationFields & { accountId: string; externalId: string },
): Promise<Installation> {
  const { regionId } = await accountFor(ctx, actor, accountId, 'customers.edit')
  await checkParts(ctx, accountId, fields)
  const at = ctx.clock.now()
  const source = sourceOf(actor)
  const provenance = originsOf(givenFields(fields), { source, at, verifiedAt: at })
  const row = await insertInstallation(ctx, {
    externalId,
    accountId,
    regionId,
    ...fields,
    provenance,
    createdBy: source,
  })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'installation.created', `account:${accountId}`, row._id)
  return described(ctx, row)
}

export interface StaffChange {
  id: string
  revision: number
  changes: Changes<InstallationFields>
}

export async function changeInstallation(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes }: StaffChange,
): Promise<Installation> {
  const stored = await installationFor(ctx, actor, id)
  const real = realChanges<InstallationFields>(stored, changes)
  await checkParts(ctx, stored.accountId, real)
  if (stored.revision !== revision) throw await conflict(ctx, stored)
  const changed = Object.keys(real) as (keyof InstallationFields)[]
  if (changed.length === 0) return described(ctx, stored)
  const provenance = originsAfter(
    stored.provenance,
    { changed, verified: [] },
    { source: sourceOf(actor), at: ctx.clock.now() },
  )
  const row = await updateInstallation(ctx, stored, { ...real, provenance })
  if (!row) throw await conflict(ctx, await installationFor(ctx, actor, id))
  await record(ctx, actor, 'installation.changed', `account:${stored.accountId}`, changed.join(', '))
  return described(ctx, row)
}

/** Takes out what was noted by mistake. Touches that it led to stay in the contact ledger. */
export async function removeInstallation(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<void> {
  const stored = await installationFor(ctx, actor, id)
  if (!(await deleteInstallation(ctx, { _id: id, revision }))) throw await conflict(ctx, stored)
  await record(ctx, actor, 'installation.removed', `account:${stored.accountId}`, id)
}

async function installationFor(ctx: Context, actor: StaffMember, id: string): Promise<InstallationRow> {
  const [row] = await findInstallationsById(ctx, [id])
  if (!row || !can(actor, 'customers.edit', row)) throw new AppError('not_found')
  return row
}

/** The product exists, and the person works for the account that bought it. */
async function checkParts(
  ctx: Context,
  accountId: string,
  { productId, contactId }: Partial<InstallationFields>,
): Promise<void> {
  const products = productId === undefined ? [] : await findProducts(ctx)
  const contact = contactId ? (await findContacts(ctx, [contactId])).get(contactId) : undefined
  const isProduct = productId === undefined || products.some(({ _id }) => _id === productId)
  const isPerson = !contactId || (contact !== undefined && !contact.erased && contact.accountId === accountId)
  if (!isProduct || !isPerson) throw new AppError('not_found')
}

async function conflict(ctx: Context, current: InstallationRow): Promise<AppError> {
  return new AppError('revision_conflict', { data: { current: await described(ctx, current) } })
}

async function described(ctx: Context, row: InstallationRow): Promise<Installation> {
  const [item] = await describe(ctx, [row])
  if (!item) throw new AppError('not_found')
  return item
}

/** Rows of one account in words and with the windows in which each is asked about. */
async function describe(ctx: Context, rows: readonly InstallationRow[]): Promise<Installation[]> {
  const [first] = rows
  if (!first) return []
  const [place, products, contacts] = await Promise.all([
    placeOf(ctx, first.regionId),
    findProducts(ctx),
    findContacts(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
  ])
  const productNames = new Map(products.map(({ _id, name }) => [_id, name]))
  return Promise.all(
    rows.map(async row => {
      const { id, regionId: _region, ...known } = toKnown(row)
      return {
        id,
        ...known,
        productName: productNames.get(row.productId) ?? '',
        contactName: (row.contactId && contacts.get(row.contactId)?.name) || '',
        due: dueOf(row, place),
        // Found anew each time: a day to come is one no longer when it is there.
        ...(await describeOrigins(ctx, { ...row, marks: marksOfInstallation(row, place.today) })),
        revision: row.revision,
      }
    }),
  )
}

interface Place {
  today: LocalDate
  calendar: WorkingCalendar
}

async function placeOf(ctx: Context, regionId: string): Promise<Place> {
  const region = (await listRegions(ctx)).find(({ _id }) => _id === regionId)
  if (!region) throw new AppError('not_found')
  return {
    today: wallTimeIn(ctx.clock.now(), region.zone).date,
    calendar: await (await readCalendars(ctx))(regionId),
  }
}

function dueOf(row: InstallationRow, { today, calendar }: Place): Installation['due'] {
  return dueKinds.flatMap(kind => {
    const since = row[dayOf[kind]]
    if (since === null) return []
    const window = dueWindow({ kind, since, calendar })
    return [{ kind, ...window, state: dueState(window, today) }]
  })
}

function toKnown(row: InstallationRow): KnownInstallation {
  const { _id: id, externalId, accountId, regionId, productId, contactId, purchasedOn, installedOn } = row
  return { id, externalId, accountId, regionId, productId, contactId, purchasedOn, installedOn }
}
