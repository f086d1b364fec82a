import type { SendingReason } from '@sixfold/contract/report-schedules'
import type { Quarter } from '@sixfold/domain/quarter'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

/** What became of one mail: of a schedule, to a colleague, on one occasion. */
export interface SendingRow {
  /** `<schedule>:<occasion>:<colleague>` */
  _id: string
  scheduleId: string
  memberId: string
  /** As it was when it left; a colleague may have gone since. */
  recipient: string
  waveId: string | null
  quarter: Quarter | null
  at: Date
  /** Null: it did not leave. */
  mailKey: string | null
  reason: SendingReason | null
}

const sendings = defineCollection<SendingRow>(
  'reportSendings',
  {
    _id: String,
    scheduleId: String,
    memberId: String,
    recipient: String,
    waveId: String,
    quarter: { year: Number, quarter: Number },
    at: Date,
    mailKey: String,
    reason: String,
  },
  [{ fields: { scheduleId: 1, at: -1 } }],
)

/** The first note stays. */
export async function noteSending(ctx: Context, { _id, ...row }: SendingRow): Promise<void> {
  await sendings(ctx).updateOne({ _id }, { $setOnInsert: row }, { upsert: true })
}

export async function wasNoted(ctx: Context, id: string): Promise<boolean> {
  return (await sendings(ctx).exists({ _id: id })) !== null
}

/** Whether this schedule brought the wave to this colleague before. */
export async function hasLeft(
  ctx: Context,
  of: Pick<SendingRow, 'scheduleId' | 'memberId' | 'waveId'>,
): Promise<boolean> {
  return (await sendings(ctx).exists({ ...of, reason: null })) !== null
}

/** The latest first. */
export function findSendings(ctx: Context, scheduleId: string, limit: number): Promise<SendingRow[]> {
  return sendings(ctx).find({ scheduleId }).sort({ at: -1, _id: 1 }).limit(limit).lean<SendingRow[]>().exec()
}

export async function deleteSendings(ctx: Context, scheduleId: string): Promise<void> {
  await sendings(ctx).deleteMany({ scheduleId })
}
