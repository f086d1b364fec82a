import type { BoardSteps } from '@sixfold/domain/results/board-steps'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** How far a wave has moved on for who may not read single answers; its id is the wave's. */
export interface StepsRow {
  _id: string
  /** Rises by one with every step. */
  revision: number
  steps: BoardSteps
}

const rows = defineCollection<StepsRow>('scoreboard-steps', { _id: String, revision: Number, steps: {} })

export function findSteps(ctx: Context, waveIds: readonly string[]): Promise<StepsRow[]> {
  return rows(ctx)
    .find({ _id: trusted({ $in: [...waveIds] }) })
    .lean<StepsRow[]>()
    .exec()
}

/** Writes the steps that follow those at `revision`, 0 before the first; false when another process was first. */
export async function storeSteps(
  ctx: Context,
  { waveId, revision }: { waveId: string; revision: number },
  steps: BoardSteps,
): Promise<boolean> {
  if (revision > 0) {
    const result = await rows(ctx).updateOne(
      { _id: waveId, revision },
      { $set: { steps, revision: revision + 1 } },
    )
    return result.modifiedCount === 1
  }
  try {
    await rows(ctx).create({ _id: waveId, revision: 1, steps })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
