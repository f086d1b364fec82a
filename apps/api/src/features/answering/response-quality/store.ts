import type { FlagCounts } from '@sixfold/domain/quality/tally'
import type { CountsByLevel } from '@sixfold/domain/quality/with-and-without'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, readOne, trusted } from '../../../db/collection.ts'

/** What was found when the responses of a wave were held against each other; its id is the wave's. */
export interface JudgementRow {
  _id: string
  /** Of the scoreboard that held the responses. */
  revision: number
  responses: number
  flags: FlagCounts
  /** Answers by factor and by the weight of their flags; absent: judged before these were counted. */
  factors?: Readonly<Record<string, CountsByLevel>>
  at: Date
}

const judgements = defineCollection<JudgementRow>('responseQuality', {
  _id: String,
  revision: Number,
  responses: Number,
  flags: {},
  factors: {},
  at: Date,
})

export function findJudgement(ctx: Context, waveId: string): Promise<JudgementRow | null> {
  return readOne(judgements(ctx), { _id: waveId })
}

/** Keeps the judgement on the later board. */
export async function storeJudgement(ctx: Context, { _id, ...row }: JudgementRow): Promise<void> {
  try {
    await judgements(ctx).updateOne(
      { _id, revision: trusted({ $lte: row.revision }) },
      { $set: row },
      { upsert: true },
    )
  } catch (error) {
    // A later one stands.
    if (!isDuplicateKey(error)) throw error
  }
}
