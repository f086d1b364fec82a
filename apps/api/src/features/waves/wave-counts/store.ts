import type { Coverage } from '@sixfold/domain/waves/coverage'
import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'
import type { InvitationCount } from '../invitations/service.ts'

/** What was counted of a wave with many invitations, so that nobody waits until it is counted again. */
export interface CountsRow {
  /** The wave's id. */
  _id: string
  at: Date
  counts: Pick<InvitationCount, 'regionId' | 'state' | 'n'>[]
  heard: Coverage[]
}

const waveCounts = defineCollection<CountsRow>('waveCounts', {
  _id: String,
  at: Date,
  counts: {},
  heard: {},
})

export async function findCounts(ctx: Context, waveIds: readonly string[]): Promise<Map<string, CountsRow>> {
  const rows = await waveCounts(ctx)
    .find({ _id: trusted({ $in: [...waveIds] }) })
    .lean<CountsRow[]>()
  return new Map(rows.map(row => [row._id, row]))
}

export async function storeCounts(ctx: Context, { _id, ...row }: CountsRow): Promise<void> {
  await waveCounts(ctx).updateOne({ _id }, { $set: row }, { upsert: true })
}
