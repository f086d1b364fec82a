import type { Channel } from '@sixfold/domain/contact-policy'
import { channels } from '@sixfold/domain/contact-policy'
import type { FieldMark, Provenance } from '@sixfold/domain/customers/provenance'
import { originPaths } from '@sixfold/domain/customers/provenance'
import type { Seniority } from '@sixfold/domain/survey/plan'
import type { Context } from '../../../context.ts'
import type { Named, Page } from '../../../db/by-name.ts'
import { afterFilter, byName, namedBy, wordsFilter } from '../../../db/by-name.ts'
import type { Along } from '../../../db/collection.ts'
import { defineCollection, isDuplicateKey, newId, readOne, trusted } from '../../../db/collection.ts'
import { writeAll } from '../../../db/write-all.ts'

/** What people say about a contact; each of these has an origin. */
export interface ContactFields {
  name: string
  email: string
  phone: string | null
  role: string
  /** Empty: nobody said. */
  seniority: Seniority | ''
  /** Tags (BCP 47) of the languages that the person reads; letters come in the first. */
  languages: string[]
  /** How the person may be reached, the preferred way first. */
  channels: Channel[]
  country: string
  zone: string
}

export interface ContactRow extends ContactFields, Named {
  _id: string
  externalId: string
  accountId: string
  /** Its account's region, kept in step with it. */
  regionId: string
  provenance: Provenance<keyof ContactFields>
  marks: FieldMark[]
  /** The record that this one was merged into. It stays so that what names it is still understood. */
  mergedInto?: string
  /** The records that were merged into this one. */
  mergedFrom?: string[]
  revision: number
  /** A reading copy of the contact ledger's opt-outs, for lists; the ledger decides. */
  optedOut: boolean
  erased: boolean
  /** Who made it: an import (a repeated one still knows what it made) or `staff:<id>`. */
  createdBy: string
  createdAt: Date
}

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
    seniority: String,
    languages: [String],
    channels: [String],
    country: String,
    zone: String,
    provenance: {},
    marks: {},
    mergedInto: String,
    mergedFrom: {},
    revision: Number,
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
    { fields: { mergedInto: 1 }, partialFilterExpression: { mergedInto: { $exists: true } } },
  ],
)

/** Neither erased nor merged into another record. */
const present = { erased: false, mergedInto: null }

export interface ContactSearch {
  /** Regions to look in; null: all. */
  regionIds: readonly string[] | null
  externalId?: string | undefined
  accountId?: string | undefined
  /** Only of these accounts. */
  accountIds?: readonly string[] | undefined
  seniority?: Seniority | undefined
  search?: string | undefined
}

export function listContacts(
  ctx: Context,
  search: ContactSearch,
  { after, limit }: Page,
): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ ...present, ...searchFilter(search), ...afterFilter(after) })
    .sort(byName)
    .limit(limit)
    .lean<ContactRow[]>()
    .exec()
}

export function countContacts(ctx: Context, search: ContactSearch): Promise<number> {
  return contacts(ctx)
    .countDocuments({ ...present, ...searchFilter(search) })
    .exec()
}

/** Contacts of these regions, counted no further than `most`. */
export function countUpTo(ctx: Context, regionIds: readonly string[], most: number): Promise<number> {
  return contacts(ctx)
    .countDocuments({ regionId: trusted({ $in: [...regionIds] }), erased: false }, { limit: most })
    .exec()
}

/** All contacts, as the database remembers their number: at once, and right to within what was erased. */
export function estimateContacts(ctx: Context): Promise<number> {
  return contacts(ctx).estimatedDocumentCount().exec()
}

/** Contacts of these regions (null: all) who can be asked, by whether they are executives. */
export async function countExecutives(
  ctx: Context,
  regionIds: readonly string[] | null,
): Promise<{ executives: number; others: number }> {
  const filter = { ...present, optedOut: false, ...searchFilter({ regionIds }) }
  const executive: Seniority = 'executive'
  const [all, executives] = await Promise.all([
    contacts(ctx).countDocuments(filter).exec(),
    contacts(ctx)
      .countDocuments({ ...filter, seniority: executive })
      .exec(),
  ])
  return { executives, others: all - executives }
}

/** How many contacts each of these accounts has. */
export async function countContactsOf(
  ctx: Context,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = await contacts(ctx).aggregate<{ _id: string; n: number }>([
    { $match: { accountId: { $in: [...accountIds] }, ...present } },
    { $group: { _id: '$accountId', n: { $sum: 1 } } },
  ])
  return new Map(counts.map(({ _id, n }) => [_id, n]))
}

export function findContactsById(ctx: Context, ids: readonly string[]): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<ContactRow[]>()
    .exec()
}

/** Everybody at these accounts who can be asked. */
export function findContactsOf(ctx: Context, accountIds: readonly string[]): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ accountId: trusted({ $in: [...accountIds] }), ...present })
    .lean<ContactRow[]>()
    .exec()
}

/** By the ids of other systems; those of erased people are found as well, so that no list brings somebody back. */
export async function findContactsByExternalId(ctx: Context, ids: readonly string[]): Promise<ContactRow[]> {
  const erased = contacts(ctx).exists({ externalId: trusted({ $gte: ERASED, $lt: AFTER_ERASED }) })
  const names = new Map((await erased) ? ids.map(id => [erasedName(ctx, id), id]) : [])
  const rows = await contacts(ctx)
    .find({ externalId: trusted({ $in: [...ids, ...names.keys()] }) })
    .lean<ContactRow[]>()
    .exec()
  return rows.map(row => ({ ...row, externalId: names.get(row.externalId) ?? row.externalId }))
}

const ERASED = 'erased:'
const AFTER_ERASED = 'erased;'
const erasedName = (ctx: Context, externalId: string) => `${ERASED}${ctx.secrets.markOfErased(externalId)}`

/** A record with everything that was merged into it, however many steps ago. */
export function findContactWithMerged(ctx: Context, id: string): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ $or: [{ _id: id }, { mergedInto: id }] })
    .lean<ContactRow[]>()
    .exec()
}

/** Takes everything personal out of these records; what is left says that the account had somebody there. Safe to repeat. */
export async function eraseContacts(
  ctx: Context,
  rows: readonly Pick<ContactRow, '_id' | 'externalId'>[],
): Promise<void> {
  const nobody = { name: '', email: '', phone: null, role: '', seniority: '' as const }
  await contacts(ctx).bulkWrite(
    rows.map(({ _id, externalId }) => ({
      updateOne: {
        filter: { _id },
        update: {
          $set: {
            ...nobody,
            externalId: externalId.startsWith(ERASED) ? externalId : erasedName(ctx, externalId),
            languages: [],
            channels: [],
            provenance: {},
            marks: [],
            sortName: '',
            words: [],
            erased: true,
          },
          $inc: { revision: 1 },
        },
      },
    })),
  )
}

export function findContactsByEmail(ctx: Context, emails: readonly string[]): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ email: trusted({ $in: [...emails] }), ...present })
    .lean<ContactRow[]>()
    .exec()
}

/** The contact whose id stands in the field `by`: its name, or null when it was erased or never was. */
export function contactNameAlong(by: string): Along<string | null> {
  return {
    collection: 'contacts',
    by,
    fields: ['name', 'erased'],
    read: found => {
      const contact = found as Pick<ContactRow, 'name' | 'erased'> | undefined
      return contact && !contact.erased ? contact.name : null
    },
  }
}

/** Only what a page for the contact itself needs: one small read. */
export function findContactName(
  ctx: Context,
  id: string,
): Promise<Pick<ContactRow, 'name' | 'erased'> | null> {
  return readOne(contacts(ctx), { _id: id }, ['name', 'erased'])
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
      ...present,
      ...(after ? { _id: trusted({ $gt: after }) } : {}),
      ...(createdUntil ? { createdAt: trusted({ $lte: createdUntil }) } : {}),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<ContactRow[]>()
    .exec()
}

/** Null when the external id belongs to another contact. */
export async function insertContact(
  ctx: Context,
  { externalId, ...row }: Omit<ContactRow, '_id' | 'revision' | keyof Named>,
): Promise<ContactRow | null> {
  const _id = newId()
  const full = {
    _id,
    externalId: externalId || _id,
    ...row,
    revision: 1,
    sortName: '',
    words: [],
    ...namedBy(row.name, externalId, row.email),
  }
  try {
    await contacts(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Null when it is no longer at this revision, or was erased. */
export function updateContact(
  ctx: Context,
  row: ContactRow,
  change: Partial<
    ContactFields & Pick<ContactRow, 'accountId' | 'regionId' | 'marks' | 'provenance' | 'mergedFrom'>
  >,
): Promise<ContactRow | null> {
  const { _id, revision, externalId } = row
  const { name, email } = { ...row, ...change }
  return contacts(ctx)
    .findOneAndUpdate(
      { _id, revision, erased: false },
      { $set: { ...change, ...namedBy(name, externalId, email), revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<ContactRow>()
    .exec()
}

/** Says whether it is new. */
export async function storeOptedOut(ctx: Context, id: string, optedOut: boolean): Promise<boolean> {
  const { modifiedCount } = await contacts(ctx).updateOne(
    { _id: id, optedOut: trusted({ $ne: optedOut }) },
    { $set: { optedOut } },
  )
  return modifiedCount === 1
}

/** All contacts in order of their ids, for walking through them. */
export function walkAllContacts(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<ContactRow[]> {
  return contacts(ctx)
    .find({ ...present, ...(after ? { _id: trusted({ $gt: after }) } : {}) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<ContactRow[]>()
    .exec()
}

/** Makes a record a pointer to the one it was merged into, and whatever pointed to it as well. */
export async function pointContact(ctx: Context, id: string, mergedInto: string): Promise<void> {
  await contacts(ctx).updateMany({ $or: [{ _id: id }, { mergedInto: id }] }, { $set: { mergedInto } })
}

/** Brings the contacts of an account to another one. */
export async function handOverContacts(
  ctx: Context,
  accountId: string,
  to: Pick<ContactRow, 'accountId' | 'regionId'>,
): Promise<void> {
  await contacts(ctx).updateMany({ accountId }, { $set: to, $inc: { revision: 1 } })
}

/** A contact that a file names and nobody knows yet. */
export interface NewContact {
  externalId: string
  fields: Partial<ContactFields> &
    Pick<ContactFields, 'name' | 'email' | 'languages' | 'country' | 'zone'> &
    Pick<ContactRow, 'accountId' | 'regionId'>
  provenance: ContactRow['provenance']
  marks: FieldMark[]
}

/** What changes of a contact as it was read. */
export interface ContactChange {
  row: ContactRow
  fields: Partial<ContactFields & Pick<ContactRow, 'accountId' | 'regionId'>>
  provenance: ContactRow['provenance']
  marks: FieldMark[]
}

/** Makes and changes contacts; false when somebody wrote one of them since it was read. */
export function storeImportedContacts(
  ctx: Context,
  made: readonly NewContact[],
  changed: readonly ContactChange[],
  importId: string,
): Promise<boolean> {
  const createdAt = ctx.clock.now()
  return writeAll(
    contacts(ctx),
    made.map(({ externalId, fields, provenance, marks }) => ({
      _id: newId(),
      externalId,
      ...blank,
      ...fields,
      provenance,
      marks,
      sortName: '',
      words: [],
      ...namedBy(fields.name, externalId, fields.email),
      revision: 1,
      createdBy: importId,
      createdAt,
    })),
    changed.map(({ row, fields, provenance, marks }) => {
      const { name, email } = { ...row, ...fields }
      const isRenamed = fields.name !== undefined || fields.email !== undefined
      return {
        _id: row._id,
        revision: row.revision,
        set: {
          ...fields,
          ...(isRenamed ? namedBy(name, row.externalId, email) : {}),
          marks,
          ...originPaths(provenance),
        },
      }
    }),
  )
}

const blank: Pick<
  ContactRow,
  'phone' | 'role' | 'seniority' | 'languages' | 'channels' | 'marks' | 'provenance' | 'optedOut' | 'erased'
> = {
  phone: null,
  role: '',
  seniority: '',
  languages: [],
  channels: [...channels],
  marks: [],
  provenance: {},
  optedOut: false,
  erased: false,
}

/** Takes the contacts of an account along into another region. */
export async function moveContacts(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await contacts(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

function searchFilter({ regionIds, externalId, accountId, accountIds, seniority, search }: ContactSearch) {
  return {
    ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}),
    ...(externalId === undefined ? {} : { externalId }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(accountIds === undefined ? {} : { accountId: trusted({ $in: [...accountIds] }) }),
    ...(seniority === undefined ? {} : { seniority }),
    ...wordsFilter(search),
  }
}
