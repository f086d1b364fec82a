import type { Contact } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import { reachableBy } from '@sixfold/domain/contact-points'
import type { Channel } from '@sixfold/domain/contact-policy'
import { can } from '@sixfold/domain/permissions'
import type { Seniority } from '@sixfold/domain/survey/plan'
import type { Context } from '../../../context.ts'
import { nextOf, pageOf } from '../../../db/by-name.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import type { AccountKind } from '../accounts/service.ts'
import { findAccountIds, findAccounts, regionsToSearch } from '../accounts/service.ts'
import type { ContactRow, ContactSearch } from './store.ts'
import {
  countContacts,
  countExecutives,
  countUpTo,
  estimateContacts,
  findContactName,
  findContactsById,
  findContactsOf,
  listContacts,
  storeOptedOut,
  walkContacts,
} from './store.ts'

export type { ContactChange, ContactFields, ContactRow, NewContact } from './store.ts'
export {
  contactNameAlong,
  countContactsOf,
  eraseContacts,
  findContactsByEmail,
  findContactsByExternalId,
  findContactWithMerged,
  handOverContacts,
  insertContact,
  moveContacts,
  pointContact,
  storeImportedContacts,
  updateContact,
  walkAllContacts,
} from './store.ts'

export interface ContactQuery {
  regionId?: string | undefined
  externalId?: string | undefined
  accountId?: string | undefined
  kind?: AccountKind | undefined
  seniority?: Seniority | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Contacts of the regions that the caller may see, by name. */
export async function readContacts(ctx: Context, actor: StaffMember, query: ContactQuery) {
  const search = await searchOf(ctx, actor, query)
  const { after, limit } = pageOf(query)
  const rows = await listContacts(ctx, search, { after, limit })
  const items = await withAccounts(ctx, rows)
  const subject = query.accountId === undefined ? 'contacts' : `account:${query.accountId}`
  await record(ctx, actor, 'contacts.read', subject, `${rows.length}`)
  return { items, next: nextOf(rows, limit), ...(after ? {} : { total: await countContacts(ctx, search) }) }
}

/** One contact as lists show it; `not_found` when it is in a region of others. */
export async function readContact(ctx: Context, actor: StaffMember, id: string): Promise<Contact> {
  const row = await contactFor(ctx, actor, id, 'customers.read')
  await record(ctx, actor, 'contact.read', `contact:${id}`)
  return inLists(ctx, row)
}

/** A contact that the caller may read (or edit), or `not_found`. */
export async function contactFor(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'customers.read' | 'customers.edit',
): Promise<ContactRow> {
  const [row] = await findContactsById(ctx, [id])
  if (row?.mergedInto) return contactFor(ctx, actor, row.mergedInto, action)
  if (!row || row.erased || !can(actor, action, row)) throw new AppError('not_found')
  return row
}

/** A contact as lists show it. */
export async function inLists(ctx: Context, row: ContactRow): Promise<Contact> {
  const [contact] = await withAccounts(ctx, [row])
  if (!contact) throw new AppError('not_found')
  return contact
}

/** How many contacts could be asked in the regions that the caller may see; somebody who may see none gets zero. */
export async function countBySeniority(
  ctx: Context,
  actor: StaffMember,
): Promise<{ executives: number; others: number }> {
  if (!can(actor, 'customers.read')) return { executives: 0, others: 0 }
  return countExecutives(ctx, actor.regions === 'all' ? null : actor.regions)
}

/**
 * How many contacts a walk over these regions meets: exactly, up to `atMost`; of more about as many as there are at all, because counting
 * them takes as long as walking.
 */
export async function countAudience(
  ctx: Context,
  regionIds: readonly string[],
  atMost: number,
): Promise<number> {
  const counted = await countUpTo(ctx, regionIds, atMost + 1)
  return counted <= atMost ? counted : Math.max(counted, await estimateContacts(ctx))
}

/** What other features know of a contact. */
export interface KnownContact
  extends Omit<
    ContactRow,
    '_id' | 'sortName' | 'words' | 'createdBy' | 'provenance' | 'marks' | 'revision' | 'channels'
  > {
  id: string
  executive: boolean
  /** The language of letters. */
  language: string
  /** The ways the person chose that there is an address or number for. */
  reachableBy: Channel[]
  /** The segment of its account. */
  segment: string
  accountName: string
  accountKind: AccountKind
}

export async function findContact(ctx: Context, id: string): Promise<KnownContact | null> {
  return (await findContacts(ctx, [id])).get(id) ?? null
}

/** Contacts as they are stored, by id; one that was merged says into which. */
export async function findContactRows(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, ContactRow>> {
  return new Map((await findContactsById(ctx, ids)).map(row => [row._id, row]))
}

/** How a contact is addressed; null when there is none, or it was erased. Read for every page that a link opens. */
export async function nameOfContact(ctx: Context, id: string): Promise<string | null> {
  const contact = await findContactName(ctx, id)
  return contact && !contact.erased ? contact.name : null
}

/**
 * Contacts by id, with what their accounts say of them. Erased ones are among them and say so; under the id of one that was
 * merged stands the contact that it is now.
 */
export async function findContacts(ctx: Context, ids: readonly string[]): Promise<Map<string, KnownContact>> {
  if (ids.length === 0) return new Map()
  const rows = await findContactsById(ctx, ids)
  const merged = rows.flatMap(({ _id, mergedInto }) => (mergedInto ? [[_id, mergedInto] as const] : []))
  const found = new Map((await known(ctx, rows)).map(contact => [contact.id, contact]))
  const kept = await findContacts(ctx, [...new Set(merged.map(([, id]) => id))])
  for (const [id, into] of merged) {
    const contact = kept.get(into)
    if (contact) found.set(id, contact)
  }
  return found
}

/** Everybody at these accounts who was not erased. */
export async function findContactsOfAccounts(
  ctx: Context,
  accountIds: readonly string[],
): Promise<KnownContact[]> {
  return accountIds.length === 0 ? [] : known(ctx, await findContactsOf(ctx, accountIds))
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

/** Shows in lists whether a contact opted out of surveys; what keeps the contact's standing calls it. Says whether that is new. */
export function showOptedOut(ctx: Context, contactId: string, optedOut: boolean): Promise<boolean> {
  return storeOptedOut(ctx, contactId, optedOut)
}

async function known(ctx: Context, rows: readonly ContactRow[]): Promise<KnownContact[]> {
  const accounts = await accountsOf(ctx, rows)
  return rows.map(row => {
    const { _id: id, externalId, accountId, regionId, name, email, phone, role, seniority } = row
    const { languages, country, zone, optedOut, erased, createdAt } = row
    const account = accounts.get(accountId)
    return {
      id,
      externalId,
      accountId,
      regionId,
      name,
      email,
      phone,
      role,
      seniority,
      executive: isExecutive(row),
      languages,
      language: languages[0] ?? '',
      reachableBy: reachableBy(row),
      country,
      zone,
      optedOut,
      erased,
      createdAt,
      segment: account?.segment ?? '',
      accountName: account?.name ?? '',
      accountKind: account?.kind ?? 'existing',
    }
  })
}

const isExecutive = ({ seniority }: Pick<ContactRow, 'seniority'>) => seniority === 'executive'

async function withAccounts(ctx: Context, rows: readonly ContactRow[]): Promise<Contact[]> {
  const accounts = await accountsOf(ctx, rows)
  return rows.map(row => toContact(row, accounts.get(row.accountId)?.name ?? ''))
}

function accountsOf(ctx: Context, rows: readonly ContactRow[]) {
  return findAccounts(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
}

/** A region that the caller may not see holds nothing for them. What kind of customer somebody is stands with the account. */
async function searchOf(
  ctx: Context,
  actor: StaffMember,
  { regionId, externalId, accountId, search, kind, seniority }: ContactQuery,
): Promise<ContactSearch> {
  const regionIds = regionsToSearch(actor, regionId)
  const accountIds = kind === undefined ? undefined : await findAccountIds(ctx, { regionIds, kind })
  return { regionIds, externalId, accountId, accountIds, seniority, search }
}

function toContact(row: ContactRow, accountName: string): Contact {
  const { _id: id, externalId, accountId, regionId, name, email, phone, role, seniority } = row
  const { languages, zone, optedOut } = row
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
    seniority,
    executive: isExecutive(row),
    language: languages[0] ?? '',
    zone,
    optedOut,
  }
}
