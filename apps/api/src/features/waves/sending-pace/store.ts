import type { PortionUse } from '@sixfold/domain/sending/pace'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** What has left of a wave in its latest portion. `_id` is the wave's id. */
interface SendingRow extends PortionUse {
  _id: string
}

const sendings = defineCollection<SendingRow>('waveSendings', { _id: String, portion: Number, used: Number })

export function findUse(ctx: Context, waveId: string): Promise<PortionUse | null> {
  return sendings(ctx).findById(waveId).select('portion used -_id').lean<PortionUse>().exec()
}

/** Stores what is used now, unless somebody else did since `before` was read; says whether it did. */
export async function storeUse(
  ctx: Context,
  waveId: string,
  before: PortionUse | null,
  use: PortionUse,
): Promise<boolean> {
  if (before) {
    const result = await sendings(ctx).updateOne({ _id: waveId, ...before }, { $set: use })
    return result.matchedCount === 1
  }
  try {
    await sendings(ctx).create({ _id: waveId, ...use })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
