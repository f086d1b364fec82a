import type { ReportTiming } from '@sixfold/domain/results/report-sending'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

export interface ScheduleRow {
  _id: string
  name: string
  timing: ReportTiming
  time: string
  clock: 'recipient' | 'organisation'
  regionId: string | null
  /** `since`: what was due before then is not sent to this colleague. */
  recipients: { id: string; since: Date }[]
  paused: boolean
  createdBy: string
  createdAt: Date
  revision: number
}

const schedules = defineCollection<ScheduleRow>(
  'reportSchedules',
  {
    _id: String,
    name: String,
    timing: {},
    time: String,
    clock: String,
    regionId: String,
    recipients: [{ _id: false, id: String, since: Date }],
    paused: Boolean,
    createdBy: String,
    createdAt: Date,
    revision: Number,
  },
  [],
)

export async function insertSchedule(ctx: Context, row: ScheduleRow): Promise<void> {
  await schedules(ctx).create(row)
}

export function findSchedule(ctx: Context, id: string): Promise<ScheduleRow | null> {
  return schedules(ctx).findById(id).lean<ScheduleRow>().exec()
}

/** The oldest first. */
export function findSchedules(ctx: Context): Promise<ScheduleRow[]> {
  return schedules(ctx).find({}).sort({ createdAt: 1, _id: 1 }).lean<ScheduleRow[]>().exec()
}

/** Null: somebody else changed it meanwhile. */
export function changeSchedule(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  fields: Partial<ScheduleRow>,
): Promise<ScheduleRow | null> {
  return schedules(ctx)
    .findOneAndUpdate(
      { _id: id, revision },
      { $set: fields, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<ScheduleRow>()
    .exec()
}

export async function deleteSchedule(ctx: Context, id: string): Promise<void> {
  await schedules(ctx).deleteOne({ _id: id })
}
