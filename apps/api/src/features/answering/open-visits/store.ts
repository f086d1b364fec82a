import type { Context } from '../../../context.ts'
import { defineCollection, readOne, trusted } from '../../../db/collection.ts'

/** Somebody without a name who began to answer by an open link; the id is the response's. */
export interface OpenVisitRow {
  _id: string
  waveId: string
  openLinkId: string
  tokenHash: string
  /** Of the link; null: it is for all regions of the wave. */
  regionId: string | null
  language: string
  mode: 'open_link' | 'embedded'
  /** The hash of a random name that this browser got with this link: equal ones come from one browser. */
  device: string
  /** A field was filled in that no person sees. */
  trapped: boolean
  startedAt: Date
}

const visits = defineCollection<OpenVisitRow>(
  'openVisits',
  {
    _id: String,
    waveId: String,
    openLinkId: String,
    tokenHash: String,
    regionId: String,
    language: String,
    mode: String,
    device: String,
    trapped: Boolean,
    startedAt: Date,
  },
  [{ fields: { tokenHash: 1 }, unique: true }, { fields: { waveId: 1, openLinkId: 1 } }],
)

export async function insertVisit(ctx: Context, row: OpenVisitRow): Promise<void> {
  await visits(ctx).create(row)
}

export function findByTokenHash(ctx: Context, tokenHash: string): Promise<OpenVisitRow | null> {
  return readOne(visits(ctx), { tokenHash })
}

/** How many began with each link of a wave. */
export async function countByLink(ctx: Context, waveId: string): Promise<Map<string, number>> {
  const groups = await visits(ctx).aggregate<{ _id: string; n: number }>([
    { $match: { waveId } },
    { $group: { _id: '$openLinkId', n: { $sum: 1 } } },
  ])
  return new Map(groups.map(({ _id, n }) => [_id, n]))
}

/** Of answers that lost their name it stays that somebody began: neither a link, nor a browser, nor an instant. */
export async function forgetVisitors(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const _id of ids)
    await visits(ctx).updateOne(
      { _id, device: trusted({ $ne: '' }) },
      { $set: { tokenHash: `forgotten:${_id}`, device: '', startedAt: new Date(0) } },
    )
}
