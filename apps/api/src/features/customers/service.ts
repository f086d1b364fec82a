import type { Account } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import type { ImportRegion } from '@sixfold/domain/customers/import-file'
import { placeOfContact } from '@sixfold/domain/customers/import-file'
import type { ImportedRow } from '@sixfold/domain/customers/import-row'
import { foldText } from '@sixfold/domain/text/fold'
import type { Context } from '../../context.ts'
import { nextOf, pageOf } from '../../db/by-name.ts'
import type { AccountEntry, AccountKind, AccountRow } from '../accounts/service.ts'
import {
  accountBooks,
  accountFor,
  countAccounts,
  findAccountsByExternalId,
  listAccounts,
  regionsToSearch,
  writeAccounts,
} from '../accounts/service.ts'
import type { ContactEntry } from '../contacts/service.ts'
import {
  contactBooks,
  countContactsOf,
  findContactsByExternalId,
  moveContacts,
  writeContacts,
} from '../contacts/service.ts'
import { moveInstallations } from '../installations/service.ts'

export interface AccountQuery {
  regionId?: string | undefined
  kind?: AccountKind | undefined
  segment?: string | undefined
  ownerId?: string | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Accounts of the regions that the caller may see, by name. */
export async function readAccounts(ctx: Context, actor: StaffMember, query: AccountQuery) {
  const { regionId, kind, segment, ownerId, search: words } = query
  const search = { regionIds: regionsToSearch(actor, regionId), kind, segment, ownerId, search: words }
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
  const row = await accountFor(ctx, actor, id)
  return toAccount(row, (await countContactsOf(ctx, [id])).get(id) ?? 0)
}

/** Takes all that belongs to an account along into another region. */
async function carryAlong(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await moveContacts(ctx, accountId, regionId)
  await moveInstallations(ctx, accountId, regionId)
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
      await carryAlong(ctx, account._id, fields.regionId)
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
  const before = await findContactsByExternalId(
    ctx,
    withContact.flatMap(({ contact }) => contact?.externalId ?? []),
  )
  const stored = new Map(before.map(contact => [contact.externalId, contact]))
  const entries: ContactEntry[] = []
  for (const row of withContact) {
    const account = accountOf.get(row.account.externalId)
    const region = account && regionOf.get(account.regionId)
    if (!row.contact || !account || !region) continue
    const { externalId, executive, language: said, ...fields } = row.contact
    const { country, zone, language } = placeOfContact(row, region)
    const others = stored.get(externalId)?.languages.filter(other => other !== said) ?? []
    entries.push({
      externalId,
      fields: {
        ...fields,
        ...(executive === undefined ? {} : { seniority: executive ? 'executive' : '' }),
        ...(said === undefined ? {} : { languages: [said, ...others] }),
        accountId: account._id,
        regionId: account.regionId,
        // Who moves to another country without a zone gets the zone of that country.
        ...(row.country === undefined ? {} : { country, zone }),
        ...(row.zone === undefined ? {} : { zone }),
      },
      defaults: { country, zone, languages: [language] },
    })
  }
  await writeContacts(ctx, entries, importId)
  for (const { externalId } of entries) {
    const creator = stored.get(externalId)?.createdBy
    if (creator === undefined || creator === importId) counts.contactsCreated += 1
    else counts.contactsUpdated += 1
  }
}

/** What an import asks before it writes, and what makes customers for tests. */
export const customerBooks = { ...accountBooks, ...contactBooks }

function toAccount(row: AccountRow, contacts: number): Account {
  const { _id: id, externalId, name, kind, regionId, segment, annualRevenue } = row
  const { size, ownerId, website, revision } = row
  return {
    id,
    externalId,
    name,
    kind,
    regionId,
    segment,
    annualRevenue,
    size,
    ownerId,
    website,
    revision,
    contacts,
  }
}
