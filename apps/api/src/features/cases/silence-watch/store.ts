import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

/** When the silent accounts of a wave were last looked for. */
interface WatchRow {
  /** The wave's and the region's id. */
  _id: string
  checkedAt: Date
}

const watches = defineCollection<WatchRow>('silenceWatches', { _id: String, checkedAt: Date })

export async function findCheckedAt(ctx: Context, waveId: string, regionId: string): Promise<Date | null> {
  return (await watches(ctx).findById(`${waveId}:${regionId}`).lean<WatchRow>())?.checkedAt ?? null
}

export async function storeCheckedAt(
  ctx: Context,
  waveId: string,
  regionId: string,
  checkedAt: Date,
): Promise<void> {
  await watches(ctx).updateOne({ _id: `${waveId}:${regionId}` }, { $set: { checkedAt } }, { upsert: true })
}
