import type { Quarter } from '@sixfold/domain/quarter'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../db/collection.ts'

export interface WaveRow {
  _id: string
  name: string
  surveyId: string
  version: number
  quarter: Quarter
  regionIds: string[]
  /**
   * The same regions while the wave is open, absent afterwards: a unique index on it with the survey lets one open wave of a
   * survey into a region.
   */
  openRegionIds?: string[]
  /** `scheduled` until its frame is frozen. */
  state: 'scheduled' | 'running' | 'closed'
  /** Contacts in the frozen frame, by region. */
  framed: Record<string, number>
  /** Parts of the frame whose contacts have their invitations. */
  partsPlanned: number
  launchedAt: Date
  launchedBy: string
  closesAt: Date
}

/** A part of a frozen frame: at most `FRAME_PART` contacts, never changed. */
export interface FramePartRow {
  _id: string
  contactIds: string[]
  framed: Record<string, number>
}

const waves = defineCollection<WaveRow>(
  'waves',
  {
    _id: String,
    name: String,
    surveyId: String,
    version: Number,
    quarter: { year: Number, quarter: Number },
    regionIds: [String],
    openRegionIds: { type: [String], default: undefined },
    state: String,
    framed: {},
    partsPlanned: Number,
    launchedAt: Date,
    launchedBy: String,
    closesAt: Date,
  },
  [
    {
      fields: { surveyId: 1, openRegionIds: 1 },
      unique: true,
      partialFilterExpression: { openRegionIds: { $exists: true } },
    },
    { fields: { launchedAt: -1 } },
  ],
)

const frameParts = defineCollection<FramePartRow>('waveFrames', {
  _id: String,
  contactIds: [String],
  framed: {},
})

/** Null when a wave of this survey is open in one of the regions. */
export async function insertWave(
  ctx: Context,
  row: Omit<WaveRow, '_id' | 'openRegionIds' | 'framed' | 'partsPlanned' | 'state'>,
): Promise<WaveRow | null> {
  const full: WaveRow = {
    _id: newId(),
    ...row,
    openRegionIds: row.regionIds,
    state: 'scheduled',
    framed: {},
    partsPlanned: 0,
  }
  try {
    await waves(ctx).create(full)
    return full
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

export function findWave(ctx: Context, id: string): Promise<WaveRow | null> {
  return waves(ctx).findById(id).lean<WaveRow>().exec()
}

/** The latest first. */
export function findWaves(ctx: Context): Promise<WaveRow[]> {
  return waves(ctx).find({}).sort({ launchedAt: -1 }).lean<WaveRow[]>().exec()
}

export function findOpenWaves(ctx: Context): Promise<WaveRow[]> {
  return waves(ctx)
    .find({ state: trusted({ $in: ['scheduled', 'running'] }) })
    .lean<WaveRow[]>()
    .exec()
}

export function findFramePart(ctx: Context, waveId: string, part: number): Promise<FramePartRow | null> {
  return frameParts(ctx).findById(`${waveId}:${part}`).lean<FramePartRow>().exec()
}

/** Freezes a part; whoever is first decides what is in it. */
export async function insertFramePart(
  ctx: Context,
  waveId: string,
  part: number,
  content: Omit<FramePartRow, '_id'>,
): Promise<void> {
  try {
    await frameParts(ctx).create({ _id: `${waveId}:${part}`, ...content })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

export async function storeFrame(
  ctx: Context,
  waveId: string,
  framed: Record<string, number>,
): Promise<void> {
  await waves(ctx).updateOne({ _id: waveId, state: 'scheduled' }, { $set: { framed, state: 'running' } })
}

export async function storePartsPlanned(ctx: Context, waveId: string, partsPlanned: number): Promise<void> {
  await waves(ctx).updateOne({ _id: waveId }, { $max: { partsPlanned } })
}

/** Closes a wave that is open; null when it was closed already or does not exist. */
export function markClosed(ctx: Context, id: string, closesAt: Date): Promise<WaveRow | null> {
  return waves(ctx)
    .findOneAndUpdate(
      { _id: id, state: trusted({ $in: ['scheduled', 'running'] }) },
      { $set: { state: 'closed', closesAt }, $unset: { openRegionIds: 1 } },
      { returnDocument: 'after' },
    )
    .lean<WaveRow>()
    .exec()
}
