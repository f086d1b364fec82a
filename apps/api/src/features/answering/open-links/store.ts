import type { Context } from '../../../context.ts'
import { defineCollection, readOne } from '../../../db/collection.ts'

/** A link by which anybody may answer a wave; its limit stands with the wave's quotas. */
export interface OpenLinkRow {
  _id: string
  waveId: string
  tokenHash: string
  purpose: string
  /** Null: for all regions of the wave. */
  regionId: string | null
  /** Sites that may show it in a frame. */
  origins: string[]
  /** Null: it ends with the wave. */
  endsAt: Date | null
  revokedAt: Date | null
  madeBy: string
  createdAt: Date
}

const links = defineCollection<OpenLinkRow>(
  'openLinks',
  {
    _id: String,
    waveId: String,
    tokenHash: String,
    purpose: String,
    regionId: String,
    origins: [String],
    endsAt: Date,
    revokedAt: Date,
    madeBy: String,
    createdAt: Date,
  },
  [{ fields: { tokenHash: 1 }, unique: true }, { fields: { waveId: 1, _id: 1 } }],
)

export async function insertLink(ctx: Context, row: OpenLinkRow): Promise<void> {
  await links(ctx).create(row)
}

export function findLink(ctx: Context, id: string): Promise<OpenLinkRow | null> {
  return readOne(links(ctx), { _id: id })
}

export function findLinkByTokenHash(ctx: Context, tokenHash: string): Promise<OpenLinkRow | null> {
  return readOne(links(ctx), { tokenHash })
}

export function findLinksOfWave(ctx: Context, waveId: string): Promise<OpenLinkRow[]> {
  return links(ctx).find({ waveId }).sort({ _id: -1 }).lean<OpenLinkRow[]>().exec()
}

/** Null for one that is revoked. */
export function changeLink(
  ctx: Context,
  id: string,
  change: Pick<OpenLinkRow, 'purpose' | 'origins' | 'endsAt'>,
): Promise<OpenLinkRow | null> {
  return links(ctx)
    .findOneAndUpdate({ _id: id, revokedAt: null }, { $set: change }, { returnDocument: 'after' })
    .lean<OpenLinkRow>()
    .exec()
}

export async function markRevoked(ctx: Context, id: string): Promise<boolean> {
  const result = await links(ctx).updateOne(
    { _id: id, revokedAt: null },
    { $set: { revokedAt: ctx.clock.now() } },
  )
  return result.modifiedCount === 1
}
