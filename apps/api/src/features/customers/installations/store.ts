import type { Provenance } from '@sixfold/domain/customers/provenance'
import { originPaths } from '@sixfold/domain/customers/provenance'
import type { DueKind } from '@sixfold/domain/due/due-window'
import type { LocalDate } from '@sixfold/domain/local-date'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'
import { writeAll } from '../../../db/write-all.ts'

export interface InstallationFields {
  productId: string
  /** Whom to ask about it. */
  contactId: string | null
  purchasedOn: LocalDate | null
  installedOn: LocalDate | null
}

/** One thing bought by an account, with the days of purchase and installation. */
export interface InstallationRow extends InstallationFields {
  _id: string
  externalId: string
  accountId: string
  /** Its account's region, kept in step with it. */
  regionId: string
  provenance: Provenance<keyof InstallationFields>
  revision: number
  createdBy: string
  createdAt: Date
}

const installations = defineCollection<InstallationRow>(
  'installations',
  {
    _id: String,
    externalId: String,
    accountId: String,
    regionId: String,
    productId: String,
    contactId: String,
    purchasedOn: String,
    installedOn: String,
    provenance: {},
    revision: Number,
    createdBy: String,
    createdAt: Date,
  },
  [
    { fields: { externalId: 1 }, unique: true },
    { fields: { accountId: 1 } },
    { fields: { contactId: 1 } },
    { fields: { purchasedOn: 1, _id: 1 } },
    { fields: { installedOn: 1, _id: 1 } },
  ],
)

/** The day from which a touch about a thing is counted. */
export const dayOf = {
  product_survey: 'purchasedOn',
  installation_call: 'installedOn',
} as const satisfies Record<DueKind, keyof InstallationFields>

/** What an account bought, in the order of purchase. */
export function findInstallationsOf(ctx: Context, accountId: string): Promise<InstallationRow[]> {
  return installations(ctx)
    .find({ accountId })
    .sort({ purchasedOn: -1, _id: 1 })
    .lean<InstallationRow[]>()
    .exec()
}

export function findInstallationsOfAll(
  ctx: Context,
  accountIds: readonly string[],
): Promise<InstallationRow[]> {
  return installations(ctx)
    .find({ accountId: trusted({ $in: [...accountIds] }) })
    .lean<InstallationRow[]>()
    .exec()
}

export function findInstallationsById(ctx: Context, ids: readonly string[]): Promise<InstallationRow[]> {
  return installations(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<InstallationRow[]>()
    .exec()
}

export function findInstallationsByExternalId(
  ctx: Context,
  ids: readonly string[],
): Promise<InstallationRow[]> {
  return installations(ctx)
    .find({ externalId: trusted({ $in: [...ids] }) })
    .lean<InstallationRow[]>()
    .exec()
}

export interface SincePlace {
  since: LocalDate
  id: string
}

export interface SinceQuery {
  kind: DueKind
  /** The first and the last day, both inclusive. */
  from: LocalDate
  until: LocalDate
  after: SincePlace | null
  limit: number
}

/** Things bought (for product surveys) or installed (for calls) in these days, by day and id. */
export function findInstallationsSince(
  ctx: Context,
  { kind, from, until, after, limit }: SinceQuery,
): Promise<InstallationRow[]> {
  const day = dayOf[kind]
  return installations(ctx)
    .find({
      [day]: trusted({ $gte: after?.since ?? from, $lte: until }),
      ...(after
        ? {
            $or: [
              { [day]: trusted({ $gt: after.since }) },
              { [day]: after.since, _id: trusted({ $gt: after.id }) },
            ],
          }
        : {}),
    })
    .sort({ [day]: 1, _id: 1 })
    .limit(limit)
    .lean<InstallationRow[]>()
    .exec()
}

/** How many things of each product were bought. */
export async function countByProduct(
  ctx: Context,
  regionIds: readonly string[] | null,
): Promise<Map<string, number>> {
  const counts = await installations(ctx).aggregate<{ _id: string; n: number }>([
    { $match: regionIds ? { regionId: { $in: [...regionIds] } } : {} },
    { $group: { _id: '$productId', n: { $sum: 1 } } },
  ])
  return new Map(counts.map(({ _id, n }) => [_id, n]))
}

/** Null when the external id belongs to another thing. */
export async function insertInstallation(
  ctx: Context,
  { externalId, ...row }: Omit<InstallationRow, '_id' | 'revision' | 'createdAt'>,
): Promise<InstallationRow | null> {
  const _id = newId()
  const full = { _id, externalId: externalId || _id, ...row, revision: 1, createdAt: ctx.clock.now() }
  try {
    await installations(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Null when it is no longer at this revision. */
export function updateInstallation(
  ctx: Context,
  { _id, revision }: Pick<InstallationRow, '_id' | 'revision'>,
  change: Partial<InstallationFields & Pick<InstallationRow, 'provenance'>>,
): Promise<InstallationRow | null> {
  return installations(ctx)
    .findOneAndUpdate(
      { _id, revision },
      { $set: { ...change, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<InstallationRow>()
    .exec()
}

/** False when it is no longer at this revision. */
export async function deleteInstallation(
  ctx: Context,
  { _id, revision }: Pick<InstallationRow, '_id' | 'revision'>,
): Promise<boolean> {
  return (await installations(ctx).deleteOne({ _id, revision })).deletedCount === 1
}

/** Something bought that a file names and nobody knows yet. */
export interface NewInstallation {
  externalId: string
  fields: Partial<InstallationFields> & Pick<InstallationRow, 'accountId' | 'regionId' | 'productId'>
  provenance: InstallationRow['provenance']
}

export interface InstallationChange {
  row: InstallationRow
  fields: Partial<InstallationFields>
  provenance: InstallationRow['provenance']
}

/** Makes and changes things bought; false when somebody wrote one of them since it was read. */
export function storeImportedInstallations(
  ctx: Context,
  made: readonly NewInstallation[],
  changed: readonly InstallationChange[],
  importId: string,
): Promise<boolean> {
  const createdAt = ctx.clock.now()
  return writeAll(
    installations(ctx),
    made.map(({ externalId, fields, provenance }) => ({
      _id: newId(),
      externalId,
      contactId: null,
      purchasedOn: null,
      installedOn: null,
      ...fields,
      provenance,
      revision: 1,
      createdBy: importId,
      createdAt,
    })),
    changed.map(({ row: { _id, revision }, fields, provenance }) => ({
      _id,
      revision,
      set: { ...fields, ...originPaths(provenance) },
    })),
  )
}

/** All things bought in order of their ids, for walking through them. */
export function walkInstallations(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<InstallationRow[]> {
  return installations(ctx)
    .find(after ? { _id: trusted({ $gt: after }) } : {})
    .sort({ _id: 1 })
    .limit(limit)
    .lean<InstallationRow[]>()
    .exec()
}

/** Brings what an account bought to another one. */
export async function handOverInstallations(
  ctx: Context,
  accountId: string,
  to: Pick<InstallationRow, 'accountId' | 'regionId'>,
): Promise<void> {
  await installations(ctx).updateMany({ accountId }, { $set: to, $inc: { revision: 1 } })
}

/** Things bought about which one of these people is asked. */
export function findInstallationsFor(
  ctx: Context,
  contactIds: readonly string[],
): Promise<InstallationRow[]> {
  return installations(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .lean<InstallationRow[]>()
    .exec()
}

/** Nobody is asked about these any more. Says at which accounts. */
export async function eraseFromInstallations(ctx: Context, contactIds: readonly string[]): Promise<string[]> {
  const own = { contactId: trusted({ $in: [...contactIds] }) }
  const rows = await installations(ctx).find(own).select('accountId').lean<{ accountId: string }[]>()
  await installations(ctx).updateMany(own, { $set: { contactId: null }, $inc: { revision: 1 } })
  return rows.map(({ accountId }) => accountId)
}

/** Names another person to ask about what somebody was asked about. */
export async function handOverQuestions(ctx: Context, contactId: string, to: string): Promise<void> {
  await installations(ctx).updateMany({ contactId }, { $set: { contactId: to }, $inc: { revision: 1 } })
}

/** Takes what an account bought along into another region. */
export async function moveInstallations(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await installations(ctx).updateMany(
    { accountId, regionId: trusted({ $ne: regionId }) },
    { $set: { regionId } },
  )
}
