import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** How often an account rated a factor in a wave. */
export interface HeardFactor {
  regionId: string
  accountId: string
  factor: string
  count: number
}

/** What was counted of one wave; its id is the wave's. */
export interface AnswerEvidenceRow {
  _id: string
  /** Of the scoreboard that held the responses. */
  revision: number
  at: Date
  heard: HeardFactor[]
}

const counted = defineCollection<AnswerEvidenceRow>('answerEvidence', {
  _id: String,
  revision: Number,
  at: Date,
  heard: {},
})

export function findCounted(ctx: Context, waveIds: readonly string[]): Promise<AnswerEvidenceRow[]> {
  return counted(ctx)
    .find({ _id: trusted({ $in: [...waveIds] }) })
    .lean<AnswerEvidenceRow[]>()
    .exec()
}

/** Keeps what was counted on the later board. */
export async function storeCounted(ctx: Context, { _id, ...row }: AnswerEvidenceRow): Promise<void> {
  try {
    await counted(ctx).updateOne(
      { _id, revision: trusted({ $lte: row.revision }) },
      { $set: row },
      { upsert: true },
    )
  } catch (error) {
    // A later one stands.
    if (!isDuplicateKey(error)) throw error
  }
}
