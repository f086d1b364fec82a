import type { Account, Contact } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import type { ImportRegion } from '@sixfold/domain/customers/import-file'
import { placeOfContact } from '@sixfold/domain/customers/import-file'
import type { ImportedRow } from '@sixfold/domain/customers/import-row'
import { can } from '@sixfold/domain/permissions'
import { foldText } from '@sixfold/domain/text/fold'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import type {
  AccountEntry,
  AccountKind,
  AccountRow,
  ContactEntry,
  ContactRow,
  CustomerSearch,
  ListPlace,
} from './store.ts'
import {
  countAccounts,
  countContacts,
  countContactsOf,
  countExecutives,
  findAccountIdsOfKind,
  findAccountsByExternalId,
  findAccountsById,
  findContactName,
  findContactsByEmail,
  findContactsByExternalId,
  findContactsById,
  listAccounts,
  listContacts,
  moveContacts,
  storeOptedOut,
  walkContacts,
  writeAccounts,
  writeContacts,
} from './store.ts'

export interface CustomerQuery {
  regionId?: string | undefined
  accountId?: string | undefined
  kind?: AccountKind | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Accounts of the regions that the caller may see, by name. */
export async function readAccounts(ctx: Context, actor: StaffMember, query: CustomerQuery) {
  const search = searchOf(actor, query)
  const { after, limit } = pageOf(query)
  const rows = await listAccounts(ctx, search, { after, limit })
  const counts = await countContactsOf(
    ctx,
    rows.map(({ _id }) => _id),
  )
  const items = rows.map(row => toAccount(row, counts.get(row._id) ?? 0))
  return { items, next: nextOf(rows, limit), ...(after ? {} : { total: await countAccounts(ctx, search) }) }
}

/** One account as the caller may see it; `not_found` when it is in a region of others. */
export async function readAccount(ctx: Context, actor: StaffMember, id: string): Promise<Account> {
  const [row] = await findAccountsById(ctx, [id])
  if (!row || !can(actor, 'customers.read', row)) throw new AppError('not_found')
  return toAccount(row, (await countContactsOf(ctx, [id])).get(id) ?? 0)
}

/** Contacts of the regions that the caller may see, by name. */
export async function readContacts(ctx: Context, actor: StaffMember, query: CustomerQuery) {
  const search = await withKind(ctx, searchOf(actor, query), query.kind)
  const { after, limit } = pageOf(query)
  const rows = await listContacts(ctx, search, { after, limit })
  const items = await withAccounts(ctx, rows)
  const subject = query.accountId === undefined ? 'contacts' : `account:${query.accountId}`
  await record(ctx, actor, 'contacts.read', subject, `${rows.length}`)
  return { items, next: nextOf(rows, limit), ...(after ? {} : { total: await countContacts(ctx, search) }) }
}

/** One contact as the caller may see it; `not_found` when it is in a region of others. */
export async function readContact(ctx: Context, actor: StaffMember, id: string): Promise<Contact> {
  const rows = await findContactsById(ctx, [id])
  const visible = rows.filter(row => !row.erased && can(actor, 'customers.read', row))
  const [item] = await withAccounts(ctx, visible)
  if (!item) throw new AppError('not_found')
  await record(ctx, actor, 'contact.read', `contact:${id}`)
  return item
}

/** How many contacts could be asked in the regions that the caller may see; somebody who may see none gets zero. */
export async function countBySeniority(
  ctx: Context,
  actor: StaffMember,
): Promise<{ executives: number; others: number }> {
  if (!can(actor, 'customers.read')) return { executives: 0, others: 0 }
  return countExecutives(ctx, actor.regions === 'all' ? null : actor.regions)
}

/** What other features know of a contact. */
export interface KnownContact extends Omit<ContactRow, '_id' | 'sortName' | 'words' | 'createdBy'> {
  id: string
  /** The segment of its account. */
  segment: string
  accountName: string
  accountKind: AccountKind
}

export async function findContact(ctx: Context, id: string): Promise<KnownContact | null> {
  return (await findContacts(ctx, [id])).get(id) ?? null
}

/** How a contact is addressed; null when there is none, or it was erased. Read for every page that a link opens. */
export async function nameOfContact(ctx: Context, id: string): Promise<string | null> {
  const contact = await findContactName(ctx, id)
  return contact && !contact.erased ? contact.name : null
}

/** Contacts by id, with what their accounts say of them. Erased ones are among them and say so. */
export async function findContacts(ctx: Context, ids: readonly string[]): Promise<Map<string, KnownContact>> {
  if (ids.length === 0) return new Map()
  return new Map((await known(ctx, await findContactsById(ctx, ids))).map(contact => [contact.id, contact]))
}

/**
 * Contacts of regions in order of their ids, so that a walk can be taken up again after the last one.
 * `createdUntil`: only those that existed at that instant.
 */
export async function findContactsOfRegions(
  ctx: Context,
  regionIds: readonly string[],
  place: { after: string | null; limit: number; createdUntil?: Date },
): Promise<KnownContact[]> {
  return known(ctx, await walkContacts(ctx, regionIds, place))
}

/** Shows in lists that a contact opted out of surveys; the contact ledger calls it. */
export function showOptedOut(ctx: Context, contactId: string): Promise<void> {
  return storeOptedOut(ctx, contactId)
}

export interface ImportCounts {
  accountsCreated: number
  accountsUpdated: number
  contactsCreated: number
  contactsUpdated: number
}

/** Stores rows that were checked, by their external ids; repeating it changes nothing and counts the same. */
export async function storeImportedRows(
  ctx: Context,
  importId: string,
  rows: readonly ImportedRow[],
  tally: ImportTally,
): Promise<void> {
  await storeAccounts(ctx, importId, rows, tally)
  await storeContacts(ctx, importId, rows, tally)
}

/** What became of imported rows so far, over all calls of one import. */
export interface ImportTally {
  counts: ImportCounts
  /** External ids that were counted: accounts stand in many rows. */
  accounts: Set<string>
  /** By folded name. */
  regions: ReadonlyMap<string, ImportRegion & { _id: string }>
}

async function storeAccounts(
  ctx: Context,
  importId: string,
  rows: readonly ImportedRow[],
  { counts, accounts, regions }: ImportTally,
): Promise<void> {
  const entries = new Map<string, AccountEntry>()
  for (const { account } of rows) {
    const { externalId, region, ...said } = account
    const regionId = region === undefined ? undefined : regions.get(foldText(region))?._id
    const fields = { ...entries.get(externalId)?.fields, ...said, ...(regionId ? { regionId } : {}) }
    entries.set(externalId, { externalId, fields })
  }
  const before = await findAccountsByExternalId(ctx, [...entries.keys()])
  const stored = new Map(before.map(account => [account.externalId, account]))
  for (const { externalId, fields } of entries.values()) {
    const account = stored.get(externalId)
    // Before the account, whose old region is what tells a repetition after a crash that there is something to move.
    if (account && fields.regionId !== undefined && account.regionId !== fields.regionId)
      await moveContacts(ctx, account._id, fields.regionId)
  }
  await writeAccounts(ctx, [...entries.values()], importId)
  for (const externalId of entries.keys()) {
    const account = stored.get(externalId)
    if (accounts.has(externalId)) continue
    accounts.add(externalId)
    if (!account || account.createdBy === importId) counts.accountsCreated += 1
    else counts.accountsUpdated += 1
  }
}

async function storeContacts(
  ctx: Context,
  importId: string,
  rows: readonly ImportedRow[],
  { counts, regions }: ImportTally,
): Promise<void> {
  const withContact = rows.filter(({ contact }) => contact !== null)
  const accounts = await findAccountsByExternalId(
    ctx,
    withContact.map(({ account }) => account.externalId),
  )
  const accountOf = new Map(accounts.map(account => [account.externalId, account]))
  const regionOf = new Map([...regions.values()].map(region => [region._id, region]))
  const entries: ContactEntry[] = []
  for (const row of withContact) {
    const account = accountOf.get(row.account.externalId)
    const region = account && regionOf.get(account.regionId)
    if (!row.contact || !account || !region) continue
    const { externalId, ...said } = row.contact
    const { country, zone, language } = placeOfContact(row, region)
    entries.push({
      externalId,
      fields: {
        ...said,
        accountId: account._id,
        regionId: account.regionId,
        // Who moves to another country without a zone gets the zone of that country.
        ...(row.country === undefined ? {} : { country, zone }),
        ...(row.zone === undefined ? {} : { zone }),
      },
      defaults: { country, zone, language },
    })
  }
  const before = await findContactsByExternalId(
    ctx,
    entries.map(({ externalId }) => externalId),
  )
  const createdBy = new Map(before.map(contact => [contact.externalId, contact.createdBy]))
  await writeContacts(ctx, entries, importId)
  for (const { externalId } of entries) {
    const creator = createdBy.get(externalId)
    if (creator === undefined || creator === importId) counts.contactsCreated += 1
    else counts.contactsUpdated += 1
  }
}

/** What an import asks before it writes, and what makes customers for tests. */
export const customerBooks = {
  findAccountsByExternalId,
  findContactsByExternalId,
  findContactsByEmail,
  writeAccounts,
  writeContacts,
}

async function known(ctx: Context, rows: readonly ContactRow[]): Promise<KnownContact[]> {
  const accounts = await accountsOf(ctx, rows)
  return rows.map(row => {
    const { _id: id, sortName: _s, words: _w, createdBy: _c, ...contact } = row
    const account = accounts.get(row.accountId)
    return {
      id,
      ...contact,
      segment: account?.segment ?? '',
      accountName: account?.name ?? '',
      accountKind: account?.kind ?? 'existing',
    }
  })
}

async function withAccounts(ctx: Context, rows: readonly ContactRow[]): Promise<Contact[]> {
  const accounts = await accountsOf(ctx, rows)
  return rows.map(row => toContact(row, accounts.get(row.accountId)?.name ?? ''))
}

async function accountsOf(ctx: Context, rows: readonly ContactRow[]): Promise<Map<string, AccountRow>> {
  const ids = [...new Set(rows.map(({ accountId }) => accountId))]
  return new Map((await findAccountsById(ctx, ids)).map(account => [account._id, account]))
}

/** A region that the caller may not see holds nothing for them. */
function searchOf(actor: StaffMember, { regionId, accountId, search }: CustomerQuery) {
  if (!can(actor, 'customers.read')) throw new AppError('not_found')
  const own = actor.regions === 'all' ? null : actor.regions
  const regionIds = regionId === undefined ? own : !own || own.includes(regionId) ? [regionId] : []
  return { regionIds, accountId, search }
}

/** What kind of customer somebody is stands with the account. */
async function withKind(
  ctx: Context,
  search: CustomerSearch,
  kind: AccountKind | undefined,
): Promise<CustomerSearch> {
  return kind === undefined
    ? search
    : { ...search, accountIds: await findAccountIdsOfKind(ctx, search, kind) }
}

function pageOf({ cursor, limit = 50 }: CustomerQuery): { after: ListPlace | null; limit: number } {
  if (cursor === undefined) return { after: null, limit }
  const [sortName, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n')
  if (sortName === undefined || id === undefined) throw new AppError('invalid_input')
  return { after: { sortName, id }, limit }
}

function nextOf(rows: readonly { _id: string; sortName: string }[], limit: number): string | null {
  const last = rows.at(-1)
  if (!last || rows.length < limit) return null
  return Buffer.from(`${last.sortName}\n${last._id}`, 'utf8').toString('base64url')
}

function toAccount(row: AccountRow, contacts: number): Account {
  const { _id: id, externalId, name, kind, regionId, segment, annualRevenue } = row
  return { id, externalId, name, kind, regionId, segment, annualRevenue, contacts }
}

function toContact(row: ContactRow, accountName: string): Contact {
  const { _id: id, externalId, accountId, regionId, name, email, phone, role } = row
  const { executive, language, zone, optedOut } = row
  return {
    id,
    externalId,
    accountId,
    accountName,
    regionId,
    name,
    email,
    phone,
    role,
    executive,
    language,
    zone,
    optedOut,
  }
}
