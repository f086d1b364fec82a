import type { Quarter } from '@sixfold/domain/quarter'
import type { DrawnStratum } from '@sixfold/domain/sampling/draw'
import type { Deviations, SampleDesign } from '@sixfold/domain/sampling/sample-design'
import { census } from '@sixfold/domain/sampling/sample-design'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { AudienceFilter } from '@sixfold/domain/waves/audience'
import { everybody } from '@sixfold/domain/waves/audience'
import type { WaveState } from '@sixfold/domain/waves/wave-state'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../db/collection.ts'

/** How the contacts of a wave were chosen: with the frozen frame, all that is needed to draw the same again. */
export interface WaveSample {
  design: SampleDesign
  /** Of an earlier wave's results, for Neyman's allocation. */
  deviations: Deviations | null
  /** Whose turn it is, from 0; null without panels. */
  panel: number | null
  seed: string
  /** Null until the sample is drawn. */
  drawn: {
    at: Date
    algorithm: string
    strata: DrawnStratum[]
    /** People in the frame, and of them the chosen ones. */
    frame: number
    size: number
    /** SHA-256 of the chosen ids in the order of drawing. */
    fingerprint: string
  } | null
}

export interface WaveRow {
  _id: string
  name: string
  /** The standing intention that it is a run of; null: launched by itself. */
  programmeId: string | null
  kind: SurveyKind
  surveyId: string
  version: number
  quarter: Quarter
  regionIds: string[]
  /**
   * The same regions while the wave is open, absent afterwards: a unique index on it with the survey lets one open wave of a
   * survey into a region.
   */
  openRegionIds?: string[]
  state: WaveState
  audience: AudienceFilter
  sample: WaveSample
  /** Reminders to those who have neither finished nor declined, so many days after the invitation. */
  reminders: { afterDays: number[] }
  /** Mails that leave in an hour; null: as many as can. */
  sending: { perHour: number | null }
  opensAt: Date
  /** Contacts who are asked, by region: the sample that was drawn from the frozen frame. */
  framed: Record<string, number>
  /** Parts of the frame whose contacts have their invitations. */
  partsPlanned: number
  /** When it was scheduled; of a draft when it was made. */
  launchedAt: Date
  launchedBy: string
  closesAt: Date
  /** Rises with every step and change. */
  revision: number
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
    programmeId: String,
    kind: String,
    surveyId: String,
    version: Number,
    quarter: { year: Number, quarter: Number },
    regionIds: [String],
    openRegionIds: { type: [String], default: undefined },
    state: String,
    audience: {},
    sample: {},
    reminders: {},
    sending: {},
    opensAt: Date,
    framed: {},
    partsPlanned: Number,
    launchedAt: Date,
    launchedBy: String,
    closesAt: Date,
    revision: Number,
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
  row: Omit<
    WaveRow,
    '_id' | 'openRegionIds' | 'framed' | 'partsPlanned' | 'state' | 'audience' | 'sample' | 'revision'
  >,
): Promise<WaveRow | null> {
  const full: WaveRow = {
    _id: newId(),
    ...row,
    openRegionIds: row.regionIds,
    state: 'scheduled',
    audience: everybody,
    sample: { design: census, deviations: null, panel: null, seed: newId(), drawn: null },
    framed: {},
    partsPlanned: 0,
    revision: 1,
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
