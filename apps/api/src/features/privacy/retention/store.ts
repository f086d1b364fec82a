import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** What is being made nameless just now: written down first, so that whoever dies over it is followed by somebody who knows. */
export interface RetentionPart {
  id: string
  /** Of responses, drafts among them. */
  responseIds: string[]
  drafts: number
}

/** One look at a wave that found something; it ends with the audit entry. */
export interface RetentionRun {
  /** The id of its audit entry. */
  auditId: string
  /** Responses of the wave before it. */
  before: number
  /** What its finished parts saw to. */
  responses: number
  drafts: number
}

interface RetentionRow {
  /** The wave's. */
  _id: string
  part: RetentionPart | null
  run: RetentionRun | null
  /** When answers of the wave last lost their names; null: they have theirs. */
  namelessAt: Date | null
  /** The revision of the wave at which it was over and nothing left that could come to its time. */
  settled?: number
}

const retention = defineCollection<RetentionRow>('retention', {
  _id: String,
  part: {},
  run: {},
  namelessAt: Date,
  settled: Number,
})

export function findRetention(ctx: Context, waveId: string): Promise<RetentionRow | null> {
  return retention(ctx).findById(waveId).lean<RetentionRow>().exec()
}

/** Begins a part unless one is under way. */
export async function beginPart(
  ctx: Context,
  waveId: string,
  begun: Pick<RetentionRow, 'part' | 'run'>,
): Promise<void> {
  try {
    await retention(ctx).updateOne(
      { _id: waveId, part: null },
      { $set: begun, $setOnInsert: { namelessAt: null } },
      { upsert: true },
    )
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** Notes once that a part is finished. */
export async function endPart(ctx: Context, waveId: string, part: RetentionPart): Promise<void> {
  await retention(ctx).updateOne(
    { _id: waveId, 'part.id': part.id },
    {
      $set: {
        part: null,
        ...(part.responseIds.length > part.drafts ? { namelessAt: ctx.clock.now() } : {}),
      },
      $inc: { 'run.responses': part.responseIds.length - part.drafts, 'run.drafts': part.drafts },
    },
  )
}

export async function endRun(ctx: Context, waveId: string, { auditId }: RetentionRun): Promise<void> {
  await retention(ctx).updateOne({ _id: waveId, 'run.auditId': auditId }, { $set: { run: null } })
}

/** Waves at which a run was interrupted. */
export async function findInterrupted(ctx: Context): Promise<string[]> {
  const rows = await retention(ctx)
    .find({ run: trusted({ $ne: null }) })
    .select('_id')
    .lean<{ _id: string }[]>()
  return rows.map(({ _id }) => _id)
}

export async function storeSettled(ctx: Context, waveId: string, settled: number): Promise<void> {
  await retention(ctx).updateOne(
    { _id: waveId },
    { $set: { settled }, $setOnInsert: { part: null, run: null, namelessAt: null } },
    { upsert: true },
  )
}
