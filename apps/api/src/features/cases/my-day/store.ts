import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

export interface DigestRow {
  /** Of the colleague. */
  _id: string
  on: boolean
  time: string
  zone: string
  regionId: string
  /** Null: none is planned. */
  nextAt: Date | null
}

const digests = defineCollection<DigestRow>(
  'digests',
  { _id: String, on: Boolean, time: String, zone: String, regionId: String, nextAt: Date },
  [{ fields: { nextAt: 1 } }],
)

export function findDigest(ctx: Context, id: string): Promise<DigestRow | null> {
  return digests(ctx).findById(id).lean<DigestRow>().exec()
}

export async function storeDigest(ctx: Context, { _id, ...plan }: DigestRow): Promise<void> {
  await digests(ctx).updateOne({ _id }, { $set: plan }, { upsert: true })
}

/** Those whose time has come. */
export function findDueDigests(ctx: Context, now: Date, limit: number): Promise<DigestRow[]> {
  return digests(ctx)
    .find({ on: true, nextAt: trusted({ $lte: now }) })
    .sort({ nextAt: 1 })
    .limit(limit)
    .lean<DigestRow[]>()
    .exec()
}

/** Plans the next one after what was planned; whoever changed the plan meanwhile decides instead. */
export async function planNext(
  ctx: Context,
  { _id, nextAt: planned }: Pick<DigestRow, '_id' | 'nextAt'>,
  nextAt: Date | null,
): Promise<void> {
  await digests(ctx).updateOne({ _id, nextAt: planned }, { $set: { nextAt } })
}

/** When the next of all leaves; null: none does. */
export async function findNextTime(ctx: Context): Promise<Date | null> {
  const row = await digests(ctx)
    .findOne({ on: true, nextAt: trusted({ $ne: null }) })
    .sort({ nextAt: 1 })
    .lean<DigestRow>()
    .exec()
  return row?.nextAt ?? null
}

/** After a colleague left the house. */
export async function deleteDigest(ctx: Context, id: string): Promise<void> {
  await digests(ctx).deleteOne({ _id: id })
}
