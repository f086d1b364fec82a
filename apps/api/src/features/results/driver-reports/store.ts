import type { DriverAnalysis, DriverMethod } from '@sixfold/domain/results/driver-analysis'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, readOne, trusted } from '../../../db/collection.ts'

/** What was worked out of one wave; its id is the wave's. */
export interface DriverReportRow {
  _id: string
  /** Of the scoreboard that held the responses. */
  revision: number
  at: Date
  /** Of every segment with answers enough, by its key. */
  segments: {
    segment: string
    analyses: Record<DriverMethod, DriverAnalysis>
  }[]
}

const reports = defineCollection<DriverReportRow>('driverReports', {
  _id: String,
  revision: Number,
  at: Date,
  segments: {},
})

export function findReport(ctx: Context, waveId: string): Promise<DriverReportRow | null> {
  return readOne(reports(ctx), { _id: waveId })
}

/** Keeps the report on the later board. */
export async function storeReport(ctx: Context, { _id, ...row }: DriverReportRow): Promise<void> {
  try {
    await reports(ctx).updateOne(
      { _id, revision: trusted({ $lte: row.revision }) },
      { $set: row },
      { upsert: true },
    )
  } catch (error) {
    // A later one stands.
    if (!isDuplicateKey(error)) throw error
  }
}
