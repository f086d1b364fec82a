import type { LocalText } from '@sixfold/domain/local-text'
import type { Quarter } from '@sixfold/domain/quarter'
import type { DrawnStratum } from '@sixfold/domain/sampling/draw'
import type { Deviations, SampleDesign } from '@sixfold/domain/sampling/sample-design'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import type { AudienceFilter } from '@sixfold/domain/waves/audience'
import type { Coverage } from '@sixfold/domain/waves/coverage'
import type { WaveState, WaveStep } from '@sixfold/domain/waves/wave-state'
import { statesBefore } from '@sixfold/domain/waves/wave-state'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

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
    /** The whole audience by region, those whose panel was not asked among them. */
    sizes: Record<string, number>
    /** SHA-256 of the chosen ids in the order of drawing. */
    fingerprint: string
  } | null
}

/** The event that a wave follows up: it asks those who came, and nobody else. */
export interface FollowedEvent {
  roundtableId: string
  title: LocalText
  contactIds: string[]
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
  /** Absent: it follows up none. */
  event?: FollowedEvent
  audience: AudienceFilter
  sample: WaveSample
  /** Reminders to those who have neither finished nor declined, so many days after the invitation. */
  reminders: { afterDays: number[]; silenceDays?: number | undefined }
  /** Mails that leave in an hour; null: as many as can. */
  sending: { perHour: number | null }
  opensAt: Date
  /** Contacts who are asked, by region: the sample that was drawn from the frozen frame. */
  framed: Record<string, number>
  /** Accounts and revenue of the audience, by region; what coverage is measured against. */
  base: Coverage[]
  /** Parts of the sample whose contacts have their invitations. */
  partsPlanned: number
  /** When it was scheduled; of a draft when it was made. */
  launchedAt: Date
  launchedBy: string
  closesAt: Date
  /** The end that the links know: behind `closesAt` until an extension is carried to all of them. */
  linksUntil: Date
  /** Rises with every step and change. */
  revision: number
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
    event: { type: {}, default: undefined },
    audience: {},
    sample: {},
    reminders: {},
    sending: {},
    opensAt: Date,
    framed: {},
    base: {},
    partsPlanned: Number,
    launchedAt: Date,
    launchedBy: String,
    closesAt: Date,
    linksUntil: Date,
    revision: Number,
  },
  [
    {
      fields: { surveyId: 1, openRegionIds: 1 },
      unique: true,
      partialFilterExpression: { openRegionIds: { $exists: true } },
    },
    { fields: { state: 1 } },
    { fields: { launchedAt: -1 } },
    { fields: { programmeId: 1, launchedAt: -1 } },
  ],
)

export type NewWave = Omit<
  WaveRow,
  '_id' | 'openRegionIds' | 'framed' | 'base' | 'partsPlanned' | 'state' | 'linksUntil' | 'revision'
>

/** A draft: nobody is asked. */
export async function insertWave(ctx: Context, row: NewWave & { _id?: string }): Promise<WaveRow> {
  const full: WaveRow = {
    _id: newId(),
    ...row,
    state: 'draft',
    framed: {},
    base: [],
    partsPlanned: 0,
    linksUntil: row.closesAt,
    revision: 1,
  }
  await waves(ctx).create(full)
  return full
}

export function findWave(ctx: Context, id: string): Promise<WaveRow | null> {
  return waves(ctx).findById(id).lean<WaveRow>().exec()
}

export function findWavesById(ctx: Context, ids: readonly string[]): Promise<WaveRow[]> {
  return waves(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<WaveRow[]>()
    .exec()
}

/** The latest first. */
export function findWaves(ctx: Context): Promise<WaveRow[]> {
  return waves(ctx).find({}).sort({ launchedAt: -1 }).lean<WaveRow[]>().exec()
}

export function findWavesOfProgramme(ctx: Context, programmeId: string): Promise<WaveRow[]> {
  return waves(ctx).find({ programmeId }).sort({ launchedAt: -1 }).lean<WaveRow[]>().exec()
}

export function findOpenWaves(ctx: Context): Promise<WaveRow[]> {
  return waves(ctx)
    .find({ state: trusted({ $in: [...statesBefore('close')] }) })
    .lean<WaveRow[]>()
    .exec()
}

/** Whether a wave of this survey is open in one of these regions. */
export async function isOpenIn(
  ctx: Context,
  surveyId: string,
  regionIds: readonly string[],
): Promise<boolean> {
  const open = await waves(ctx).exists({ surveyId, openRegionIds: trusted({ $in: [...regionIds] }) })
  return open !== null
}

/** Changes a draft that still stands at this revision; null: somebody was first, or it is no draft any more. */
export function replaceDraft(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  plan: Partial<NewWave>,
): Promise<WaveRow | null> {
  return waves(ctx)
    .findOneAndUpdate(
      { _id: id, revision, state: 'draft' },
      {
        $set: {
          ...plan,
          ...(plan.closesAt ? { linksUntil: plan.closesAt } : {}),
          revision: revision + 1,
        },
      },
      { returnDocument: 'after' },
    )
    .lean<WaveRow>()
    .exec()
}

export async function deleteDraft(ctx: Context, id: string): Promise<boolean> {
  return (await waves(ctx).deleteOne({ _id: id, state: 'draft' })).deletedCount === 1
}

/**
 * The launch of a draft, in one update: from now on who is asked is decided by what the draft says, and no other wave of its survey can
 * open in its regions. Null: it is no draft of this revision any more.
 *
 * @throws DuplicateWave where another wave is open
 */
export async function markScheduled(
  ctx: Context,
  { _id, revision, regionIds, event }: Pick<WaveRow, '_id' | 'revision' | 'regionIds' | 'event'>,
  launch: Pick<WaveRow, 'launchedAt' | 'launchedBy' | 'opensAt'>,
): Promise<WaveRow | null> {
  try {
    return await waves(ctx)
      .findOneAndUpdate(
        { _id, revision, state: 'draft' },
        {
          $set: {
            ...launch,
            state: 'scheduled',
            // Two events of a region may be followed up at the same time: they ask different people.
            ...(event ? {} : { openRegionIds: regionIds }),
            revision: revision + 1,
          },
        },
        { returnDocument: 'after' },
      )
      .lean<WaveRow>()
      .exec()
  } catch (error) {
    if (isDuplicateKey(error)) throw new DuplicateWave()
    throw error
  }
}

/** Another wave of the survey is open in one of the regions. */
export class DuplicateWave extends Error {
  override name = 'DuplicateWave'
}

/** Notes the sample, once. */
export async function storeDrawn(
  ctx: Context,
  id: string,
  drawn: NonNullable<WaveSample['drawn']>,
  { framed, base }: Pick<WaveRow, 'framed' | 'base'>,
): Promise<void> {
  await waves(ctx).updateOne(
    { _id: id, 'sample.drawn': null },
    { $set: { 'sample.drawn': drawn, framed, base } },
  )
}

export async function markOpened(ctx: Context, id: string): Promise<WaveRow | null> {
  return takeStep(ctx, id, 'open', { state: 'running' })
}

/** Takes a step from a state that allows it; null where none does. A step changes what the wave's job has to do, so it ends the old one. */
export function takeStep(
  ctx: Context,
  id: string,
  step: WaveStep,
  change: Partial<Pick<WaveRow, 'state' | 'closesAt'>>,
): Promise<WaveRow | null> {
  const update: { $set: object; $inc: { revision: number }; $unset?: { openRegionIds: 1 } } = {
    $set: change,
    $inc: { revision: step === 'open' ? 0 : 1 },
  }
  if (step === 'close') update.$unset = { openRegionIds: 1 }
  return waves(ctx)
    .findOneAndUpdate({ _id: id, state: trusted({ $in: [...statesBefore(step)] }) }, update, {
      returnDocument: 'after',
    })
    .lean<WaveRow>()
    .exec()
}

export async function storeLinksUntil(ctx: Context, id: string, linksUntil: Date): Promise<void> {
  await waves(ctx).updateOne({ _id: id }, { $set: { linksUntil } })
}

export async function storePartsPlanned(ctx: Context, waveId: string, partsPlanned: number): Promise<void> {
  await waves(ctx).updateOne({ _id: waveId }, { $max: { partsPlanned } })
}
