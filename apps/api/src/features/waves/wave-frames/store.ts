import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** A part of a frozen frame: what a walk over so many contacts found. Never changed. */
export interface FramePartRow {
  /** `<wave>:<part>` */
  _id: string
  /** The last contact that was looked at, whether or not it is in the frame; null: there are no more. */
  walkedTo: string | null
  contactIds: string[]
  /** Stratum and region of each contact, as a place in the list after it. */
  strata: string[]
  stratumOf: number[]
  regions: string[]
  regionOf: number[]
  /** Every account of the audience that was met, those whose people's turn is another time among them. */
  accountIds: string[]
  /** The audience by region, without who is excluded. */
  sizes: Record<string, number>
}

/** A part of a drawn sample, in the order of drawing. Never changed. */
interface SamplePartRow {
  /** `<wave>:<part>` */
  _id: string
  contactIds: string[]
}

/** Which panels the people of an account are in, for ever. */
export interface PanelRow {
  /** `<programme>:<account>` */
  _id: string
  panels: Record<string, number>
  revision: number
}

const frames = defineCollection<FramePartRow>('waveFrames', {
  _id: String,
  walkedTo: String,
  contactIds: [String],
  strata: [String],
  stratumOf: [Number],
  regions: [String],
  regionOf: [Number],
  accountIds: [String],
  sizes: {},
})
const samples = defineCollection<SamplePartRow>('waveSamples', { _id: String, contactIds: [String] })
const panels = defineCollection<PanelRow>('programmePanels', { _id: String, panels: {}, revision: Number })

const partId = (waveId: string, part: number) => `${waveId}:${part}`

export function findFramePart(ctx: Context, waveId: string, part: number): Promise<FramePartRow | null> {
  return frames(ctx).findById(partId(waveId, part)).lean<FramePartRow>().exec()
}

/** Freezes a part; whoever is first decides what is in it. */
export async function insertFramePart(
  ctx: Context,
  waveId: string,
  part: number,
  content: Omit<FramePartRow, '_id'>,
): Promise<void> {
  await insertOnce(() => frames(ctx).create({ _id: partId(waveId, part), ...content }))
}

export async function findSamplePart(ctx: Context, waveId: string, part: number): Promise<string[] | null> {
  const row = await samples(ctx).findById(partId(waveId, part)).lean<SamplePartRow>().exec()
  return row?.contactIds ?? null
}

/** Stores a part of a sample; the same draw again changes nothing. */
export async function insertSamplePart(
  ctx: Context,
  waveId: string,
  part: number,
  contactIds: readonly string[],
): Promise<void> {
  await insertOnce(() => samples(ctx).create({ _id: partId(waveId, part), contactIds: [...contactIds] }))
}

const panelId = (programmeId: string, accountId: string) => `${programmeId}:${accountId}`

/** By account. */
export async function findPanels(
  ctx: Context,
  programmeId: string,
  accountIds: readonly string[],
): Promise<Map<string, PanelRow>> {
  const rows = await panels(ctx)
    .find({ _id: trusted({ $in: accountIds.map(accountId => panelId(programmeId, accountId)) }) })
    .lean<PanelRow[]>()
  return new Map(rows.map(row => [row._id.slice(programmeId.length + 1), row]))
}

/** Stores the panels of an account unless somebody else did since `revision` (0: there were none). */
export async function storePanels(
  ctx: Context,
  programmeId: string,
  changed: readonly { accountId: string; panels: Record<string, number>; revision: number }[],
): Promise<void> {
  if (changed.length === 0) return
  await insertOnce(() =>
    panels(ctx).bulkWrite(
      changed.map(({ accountId, panels: assigned, revision }) => ({
        updateOne: {
          filter: { _id: panelId(programmeId, accountId), revision },
          update: { $set: { panels: assigned, revision: revision + 1 } },
          upsert: revision === 0,
        },
      })),
      { ordered: false },
    ),
  )
}

/** Somebody else who was first is no fault: what they wrote counts. */
async function insertOnce(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}
