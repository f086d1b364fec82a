import { searchWords } from '@sixfold/domain/text/fold'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, newId, readOne, trusted } from '../../db/collection.ts'

export type AccountKind = 'existing' | 'prospect' | 'former'

export interface AccountRow {
  _id: string
  externalId: string
  name: string
  kind: AccountKind
  regionId: string
  segment: string
  annualRevenue: number | null
  /** Folded name: what lists are sorted by. */
  sortName: string
  /** Folded words by which it is found. */
  words: string[]
  /** The import that created it: a repeated import still knows what it made. */
  createdBy: string
  createdAt: Date
}

export interface ContactRow {
  _id: string
  externalId: string
  accountId: string
  /** Its account's region, kept in step by the import. */
  regionId: string
  name: string
  email: string
  phone: string | null
  role: string
  executive: boolean
  language: string
  country: string
  zone: string
  /** A reading copy of the contact ledger's opt-outs, for lists; the ledger decides. */
  optedOut: boolean
  erased: boolean
  sortName: string
  words: string[]
  createdBy: string
  createdAt: Date
}

const accounts = defineCollection<AccountRow>(
  'accounts',
  {
    _id: String,
    externalId: String,
    name: String,
    kind: String,
    regionId: String,
    segment: String,
    annualRevenue: Number,
    sortName: String,
    words: [String],
    createdBy: String,
    createdAt: Date,
  },
  [
    { fields: { externalId: 1 }, unique: true },
    { fields: { sortName: 1, _id: 1 } },
    { fields: { regionId: 1, sortName: 1, _id: 1 } },
    { fields: { words: 1 } },
  ],
)

const contacts = defineCollection<ContactRow>(
  'contacts',
  {
    _id: String,
    externalId: String,
    accountId: String,
    regionId: String,
    name: String,
    email: String,
    phone: String,
    role: String,
    executive: Boolean,
    language: String,
    country: String,
    zone: String,
    optedOut: Boolean,
    erased: Boolean,
    sortName: String,
    words: [String],
    createdBy: String,
    createdAt: Date,
  },
  [
    { fields: { externalId: 1 }, unique: true },
    { fields: { email: 1 } },
    { fields: { accountId: 1 } },
    { fields: { regionId: 1, _id: 1 } },
    { fields: { sortName: 1, _id: 1 } },
    { fields: { regionId: 1, sortName: 1, _id: 1 } },
    { fields: { words: 1 } },
  ],
)

/** Where a list goes on: after this name and id. */
export interface ListPlace {
  sortName: string
  id: string
}

export interface CustomerSearch {
  /** Regions to look in; null: all. */
  regionIds: readonly string[] | null
  accountId?: string | undefined
  /** Only of these accounts. */
  accountIds?: readonly string[] | undefined
  search?: string | undefined
}

interface Page {
  after: ListPlace | null
  limit: number
}

export function listAccounts(ctx: Context, search: CustomerSearch, page: Page): Promise<AccountRow[]> {
  return accounts(ctx)
    .find({ ...searchFilter(search), ...afterFilter(page.after) })
    .sort({ sortName: 1, _id: 1 })
    .limit(page.limit)
    .lean<AccountRow[]>()
    .exec()
}

export function countAccounts(ctx: Context, search: CustomerSearch): Promise<number> {
  return accounts(ctx).countDocuments(searchFilter(search)).exec()
}

export function listContacts(ctx: Context, search: CustomerSearch, page: Page): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ erased: false, ...searchFilter(search), ...afterFilter(page.after) })
    .sort({ sortName: 1, _id: 1 })
    .limit(page.limit)
    .lean<ContactRow[]>()
    .exec()
}

/** Contacts of these regions (null: all) who can be asked, by whether they are executives. */
export async function countExecutives(
  ctx: Context,
  regionIds: readonly string[] | null,
): Promise<{ executives: number; others: number }> {
  const filter = { erased: false, optedOut: false, ...searchFilter({ regionIds }) }
  const [all, executives] = await Promise.all([
    contacts(ctx).countDocuments(filter).exec(),
    contacts(ctx)
      .countDocuments({ ...filter, executive: true })
      .exec(),
  ])
  return { executives, others: all - executives }
}

export function countContacts(ctx: Context, search: CustomerSearch): Promise<number> {
  return contacts(ctx)
    .countDocuments({ erased: false, ...searchFilter(search) })
    .exec()
}

export async function findAccountIdsOfKind(
  ctx: Context,
  { regionIds }: CustomerSearch,
  kind: AccountKind,
): Promise<string[]> {
  const rows = await accounts(ctx)
    .find({ kind, ...searchFilter({ regionIds }) })
    .select('_id')
    .lean<{ _id: string }[]>()
  return rows.map(({ _id }) => _id)
}

export function findAccountsById(ctx: Context, ids: readonly string[]): Promise<AccountRow[]> {
  return accounts(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<AccountRow[]>()
    .exec()
}

export function findAccountsByExternalId(ctx: Context, ids: readonly string[]): Promise<AccountRow[]> {
  return accounts(ctx)
    .find({ externalId: trusted({ $in: [...ids] }) })
    .lean<AccountRow[]>()
    .exec()
}

export function findContactsById(ctx: Context, ids: readonly string[]): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<ContactRow[]>()
    .exec()
}

export function findContactsByExternalId(ctx: Context, ids: readonly string[]): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ externalId: trusted({ $in: [...ids] }) })
    .lean<ContactRow[]>()
    .exec()
}

export function findContactsByEmail(ctx: Context, emails: readonly string[]): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ email: trusted({ $in: [...emails] }), erased: false })
    .lean<ContactRow[]>()
    .exec()
}

/** Contacts of the regions in order of their ids, for walking through all of them. */
export function walkContacts(
  ctx: Context,
  regionIds: readonly string[],
  { after, limit, createdUntil }: { after: string | null; limit: number; createdUntil?: Date | undefined },
): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({
      regionId: trusted({ $in: [...regionIds] }),
      erased: false,
      ...(after ? { _id: trusted({ $gt: after }) } : {}),
      ...(createdUntil ? { createdAt: trusted({ $lte: createdUntil }) } : {}),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<ContactRow[]>()
    .exec()
}

/** How many contacts each of these accounts has. */
export async function countContactsOf(
  ctx: Context,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = await contacts(ctx).aggregate<{ _id: string; n: number }>([
    { $match: { accountId: { $in: [...accountIds] }, erased: false } },
    { $group: { _id: '$accountId', n: { $sum: 1 } } },
  ])
  return new Map(counts.map(({ _id, n }) => [_id, n]))
}

export async function storeOptedOut(ctx: Context, id: string): Promise<void> {
  await contacts(ctx).updateOne({ _id: id }, { $set: { optedOut: true } })
}

/** What an import knows of an account; a field that the file does not have is absent and stays as it is. */
export interface AccountEntry {
  externalId: string
  fields: Partial<Pick<AccountRow, 'name' | 'kind' | 'regionId' | 'segment' | 'annualRevenue'>>
}

/** Creates or updates accounts by their external ids. Repeating it changes nothing. */
export async function writeAccounts(
  ctx: Context,
  entries: readonly AccountEntry[],
  importId: string,
): Promise<void> {
  if (entries.length === 0) return
  const defaults = { kind: 'existing', segment: '', annualRevenue: null } as const
  await writeAll(
    accounts(ctx),
    entries.map(({ externalId, fields }) => ({
      updateOne: {
        filter: { externalId },
        update: {
          $set: { ...fields, ...found(fields.name, externalId) },
          $setOnInsert: { _id: newId(), ...without(defaults, fields), ...creation(ctx, importId) },
        },
        upsert: true,
      },
    })),
  )
}

export interface ContactEntry {
  externalId: string
  fields: Partial<
    Pick<
      ContactRow,
      | 'accountId'
      | 'regionId'
      | 'name'
      | 'email'
      | 'phone'
      | 'role'
      | 'executive'
      | 'language'
      | 'country'
      | 'zone'
    >
  >
  /** For a contact that is new. */
  defaults?: Pick<ContactRow, 'language' | 'country' | 'zone'>
}

/** Creates or updates contacts by their external ids. Repeating it changes nothing. */
export async function writeContacts(
  ctx: Context,
  entries: readonly ContactEntry[],
  importId: string,
): Promise<void> {
  if (entries.length === 0) return
  const standard = { phone: null, role: '', executive: false, optedOut: false, erased: false }
  await writeAll(
    contacts(ctx),
    entries.map(({ externalId, fields, defaults }) => ({
      updateOne: {
        filter: { externalId },
        update: {
          $set: { ...fields, ...found(fields.name, externalId, fields.email) },
          $setOnInsert: {
            _id: newId(),
            ...without({ ...standard, ...defaults }, fields),
            ...creation(ctx, importId),
          },
        },
        upsert: true,
      },
    })),
  )
}

/** Takes the contacts of an account along into another region. */
export async function moveContacts(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await contacts(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

/** Two imports that create the same thing in one moment: the one that met the key finds it there when it tries again. */
async function writeAll(
  model: Pick<ReturnType<typeof accounts>, 'bulkWrite'>,
  operations: Parameters<ReturnType<typeof accounts>['bulkWrite']>[0],
): Promise<void> {
  try {
    await model.bulkWrite(operations, { ordered: false })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    await model.bulkWrite(operations, { ordered: false })
  }
}

function found(name: string | undefined, ...others: (string | undefined)[]) {
  if (name === undefined) return {}
  const words = searchWords(name, ...others.filter(text => text !== undefined))
  return { sortName: searchWords(name).join(' '), words }
}

const creation = (ctx: Context, importId: string) => ({ createdBy: importId, createdAt: ctx.clock.now() })

/** `$set` and `$setOnInsert` may not name the same field. */
function without(defaults: Record<string, unknown>, fields: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(defaults).filter(([key]) => !(key in fields)))
}

function searchFilter({ regionIds, accountId, accountIds, search }: CustomerSearch) {
  const words = search === undefined ? [] : searchWords(search)
  return {
    ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}),
    ...(accountId === undefined ? {} : { accountId }),
    ...(accountIds === undefined ? {} : { accountId: trusted({ $in: [...accountIds] }) }),
    ...(words.length > 0 ? { $and: words.map(word => ({ words: beginsWith(word) })) } : {}),
  }
}

/** Words hold letters and digits alone, so nothing in them is a pattern. */
const beginsWith = (word: string) => new RegExp(`^${word}`)

function afterFilter(after: ListPlace | null) {
  if (!after) return {}
  const { sortName, id } = after
  return {
    $or: [{ sortName: trusted({ $gt: sortName }) }, { sortName, _id: trusted({ $gt: id }) }],
  }
}

/** Only what a page for the contact itself needs: one small read. */
export function findContactName(
  ctx: Context,
  id: string,
): Promise<Pick<ContactRow, 'name' | 'erased'> | null> {
  return readOne(contacts(ctx), { _id: id }, ['name', 'erased'])
}
