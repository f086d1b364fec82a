import type { WeightingReport } from '@sixfold/domain/results/weighting'
import type { DesignEffects, PairedAnswers } from '@sixfold/domain/scoreboard-view'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** What is known of the errors of one wave, worked out from all of its responses; its id is the wave's. */
export interface EstimatesRow {
  _id: string
  /** Of the scoreboard that held the responses. */
  revision: number
  at: Date
  /** How alike people of one account answer. */
  effects: DesignEffects
  /** Who answered the wave before as well; null: it asked others, or there is none. */
  both: (PairedAnswers & { beforeId: string }) | null
  /** Null: too few answered. */
  weighting: WeightingReport | null
}

const estimates = defineCollection<EstimatesRow>('waveEstimates', {
  _id: String,
  revision: Number,
  at: Date,
  effects: {},
  both: {},
  weighting: {},
})

export function findEstimates(ctx: Context, waveIds: readonly string[]): Promise<EstimatesRow[]> {
  return estimates(ctx)
    .find({ _id: trusted({ $in: [...waveIds] }) })
    .lean<EstimatesRow[]>()
    .exec()
}

/** Keeps what was worked out on the later board. */
export async function storeEstimates(ctx: Context, { _id, ...row }: EstimatesRow): Promise<void> {
  try {
    await estimates(ctx).updateOne(
      { _id, revision: trusted({ $lte: row.revision }) },
      { $set: row },
      { upsert: true },
    )
  } catch (error) {
    // A later one stands.
    if (!isDuplicateKey(error)) throw error
  }
}
