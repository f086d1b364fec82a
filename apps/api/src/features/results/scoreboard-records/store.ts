import type { QualityTally } from '@sixfold/domain/quality/tally'
import type { Scoreboard } from '@sixfold/domain/scoreboard'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** The counts of one wave; its id is the wave's. */
export interface BoardRow {
  _id: string
  /** Rises by one with every fold. */
  revision: number
  /** The responses that the last fold added. They are in `counts`, and are marked so before the next fold. */
  batch: string[]
  counts: Scoreboard
  /** How the counted responses came; absent on boards of before it was counted. */
  tally?: QualityTally
}

const boards = defineCollection<BoardRow>('scoreboards', {
  _id: String,
  revision: Number,
  batch: [String],
  counts: {},
  tally: {},
})

/** The board of a wave; before the first fold an empty one at revision 0. */
export async function findBoard(ctx: Context, waveId: string): Promise<BoardRow> {
  const row = await boards(ctx).findById(waveId).lean<BoardRow>()
  return row ?? { _id: waveId, revision: 0, batch: [], counts: {} }
}

export function findBoards(ctx: Context, waveIds: readonly string[]): Promise<BoardRow[]> {
  return boards(ctx)
    .find({ _id: trusted({ $in: [...waveIds] }) })
    .lean<BoardRow[]>()
    .exec()
}

/** Writes the next revision if the board still stands at `revision`; false when another fold was first. */
export async function advanceBoard(
  ctx: Context,
  { waveId, revision }: { waveId: string; revision: number },
  next: Pick<BoardRow, 'batch' | 'counts' | 'tally'>,
): Promise<boolean> {
  if (revision > 0) {
    const result = await boards(ctx).updateOne(
      { _id: waveId, revision },
      { $set: { ...next, revision: revision + 1 } },
    )
    return result.modifiedCount === 1
  }
  try {
    await boards(ctx).create({ _id: waveId, revision: 1, ...next })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
