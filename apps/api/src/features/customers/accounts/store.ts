import type { FieldMark, Provenance } from '@sixfold/domain/customers/provenance'
import { originPaths } from '@sixfold/domain/customers/provenance'
import type { Context } from '../../../context.ts'
import type { Named, Page } from '../../../db/by-name.ts'
import { afterFilter, byName, namedBy, wordsFilter } from '../../../db/by-name.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'
import { writeAll } from '../../../db/write-all.ts'

export type AccountKind = 'existing' | 'prospect' | 'former'

/** What people say about an account; each of these has an origin. */
export interface AccountFields {
  name: string
  kind: AccountKind
  regionId: string
  segment: string
  annualRevenue: number | null
  /** Employees. */
  size: number | null
  /** The last month of the fiscal year, 1 to 12. */
  fiscalYearEnds: number | null
  /** The member of staff who looks after it. */
  ownerId: string | null
  website: string
}

export interface AccountRow extends AccountFields, Named {
  _id: string
  externalId: string
  provenance: Provenance<keyof AccountFields>
  marks: FieldMark[]
  /** The record that this one was merged into. It stays so that what names it is still understood. */
  mergedInto?: string
  /** The records that were merged into this one. */
  mergedFrom?: string[]
  revision: number
  /** Who made it: an import (a repeated one still knows what it made) or `staff:<id>`. */
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
    size: Number,
    fiscalYearEnds: Number,
    ownerId: String,
    website: String,
    provenance: {},
    marks: {},
    mergedInto: String,
    mergedFrom: {},
    revision: Number,
    sortName: String,
    words: [String],
    createdBy: String,
    createdAt: Date,
  },
  [
    { fields: { externalId: 1 }, unique: true },
    { fields: { sortName: 1, _id: 1 } },
    { fields: { regionId: 1, sortName: 1, _id: 1 } },
    { fields: { ownerId: 1, sortName: 1, _id: 1 } },
    { fields: { words: 1 } },
    { fields: { mergedInto: 1 }, partialFilterExpression: { mergedInto: { $exists: true } } },
  ],
)

export interface AccountSearch {
  /** Regions to look in; null: all. */
  regionIds: readonly string[] | null
  externalId?: string | undefined
  kind?: AccountKind | undefined
  segment?: string | undefined
  /** Null: accounts that nobody looks after. */
  ownerId?: string | null | undefined
  search?: string | undefined
}

export function listAccounts(
  ctx: Context,
  search: AccountSearch,
  { after, limit }: Page,
): Promise<AccountRow[]> {
  return accounts(ctx)
    .find({ ...searchFilter(search), ...afterFilter(after) })
    .sort(byName)
    .limit(limit)
    .lean<AccountRow[]>()
    .exec()
}

export function countAccounts(ctx: Context, search: AccountSearch): Promise<number> {
  return accounts(ctx).countDocuments(searchFilter(search)).exec()
}

export async function findAccountIds(ctx: Context, search: AccountSearch): Promise<string[]> {
  const rows = await accounts(ctx).find(searchFilter(search)).select('_id').lean<{ _id: string }[]>()
  return rows.map(({ _id }) => _id)
}

/** The segments that accounts of these regions have, by name. */
export async function findSegments(ctx: Context, regionIds: readonly string[] | null): Promise<string[]> {
  const segments = await accounts(ctx).distinct('segment', searchFilter({ regionIds })).exec()
  return segments.filter(segment => segment !== '').sort((a, b) => a.localeCompare(b))
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

/** Null when the external id belongs to another account. */
export async function insertAccount(
  ctx: Context,
  { externalId, ...row }: Omit<AccountRow, '_id' | 'revision' | keyof Named>,
): Promise<AccountRow | null> {
  const _id = newId()
  const full = {
    _id,
    externalId: externalId || _id,
    ...row,
    revision: 1,
    sortName: '',
    words: [],
    ...namedBy(row.name, externalId),
  }
  try {
    await accounts(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Null when it is no longer at this revision. */
export function updateAccount(
  ctx: Context,
  { _id, externalId, revision }: Pick<AccountRow, '_id' | 'externalId' | 'revision'>,
  change: Partial<AccountFields & Pick<AccountRow, 'marks' | 'provenance' | 'mergedFrom'>>,
): Promise<AccountRow | null> {
  return accounts(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...change, ...namedBy(change.name, externalId), revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<AccountRow>()
    .exec()
}

/** All accounts in order of their ids, for walking through them. */
export function walkAccounts(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<AccountRow[]> {
  return accounts(ctx)
    .find({ mergedInto: null, ...(after ? { _id: trusted({ $gt: after }) } : {}) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<AccountRow[]>()
    .exec()
}

/** Makes a record a pointer to the one it was merged into, and whatever pointed to it as well. */
export async function pointAccount(ctx: Context, id: string, mergedInto: string): Promise<void> {
  await accounts(ctx).updateMany({ $or: [{ _id: id }, { mergedInto: id }] }, { $set: { mergedInto } })
}

/** An account that a file names and nobody knows yet. */
export interface NewAccount {
  externalId: string
  fields: Partial<AccountFields> & Pick<AccountFields, 'name' | 'regionId'>
  provenance: AccountRow['provenance']
}

/** What changes of an account as it was read. */
export interface AccountChange {
  row: AccountRow
  fields: Partial<AccountFields>
  provenance: AccountRow['provenance']
  marks: FieldMark[]
}

/** Makes and changes accounts; false when somebody wrote one of them since it was read. */
export function storeImportedAccounts(
  ctx: Context,
  made: readonly NewAccount[],
  changed: readonly AccountChange[],
  importId: string,
): Promise<boolean> {
  const createdAt = ctx.clock.now()
  return writeAll(
    accounts(ctx),
    made.map(({ externalId, fields, provenance }) => ({
      _id: newId(),
      externalId,
      ...blank,
      ...fields,
      provenance,
      sortName: '',
      words: [],
      ...namedBy(fields.name, externalId),
      revision: 1,
      createdBy: importId,
      createdAt,
    })),
    changed.map(({ row: { _id, revision, externalId }, fields, provenance, marks }) => ({
      _id,
      revision,
      set: { ...fields, ...namedBy(fields.name, externalId), marks, ...originPaths(provenance) },
    })),
  )
}

const blank: Omit<AccountFields, 'name' | 'regionId'> & Pick<AccountRow, 'marks' | 'provenance'> = {
  kind: 'existing',
  segment: '',
  annualRevenue: null,
  size: null,
  fiscalYearEnds: null,
  ownerId: null,
  website: '',
  marks: [],
  provenance: {},
}

function searchFilter({ regionIds, externalId, kind, segment, ownerId, search }: AccountSearch) {
  return {
    mergedInto: null,
    ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}),
    ...(externalId === undefined ? {} : { externalId }),
    ...(kind === undefined ? {} : { kind }),
    ...(segment === undefined ? {} : { segment }),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...wordsFilter(search),
  }
}
