import type { PairedAnswers } from '@sixfold/domain/results/judged-difference'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

/** Who answered both of two waves, worked out from all of their responses; its id names them in the order of their ids. */
export interface PairedWavesRow extends PairedAnswers {
  _id: string
  /** Of the scoreboards that held the responses. */
  revisions: [number, number]
  /** What was looked up of them. */
  keys: string[]
  at: Date
}

const pairedWaves = defineCollection<PairedWavesRow>('pairedWaves', {
  _id: String,
  revisions: [Number],
  keys: [String],
  at: Date,
  pairs: {},
  effects: {},
})

export function findPairedWaves(ctx: Context, id: string): Promise<PairedWavesRow | null> {
  return pairedWaves(ctx).findById(id).lean<PairedWavesRow>().exec()
}

export async function storePairedWaves(ctx: Context, { _id, ...row }: PairedWavesRow): Promise<void> {
  await pairedWaves(ctx).updateOne({ _id }, { $set: row }, { upsert: true })
}
