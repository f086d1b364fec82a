import type { WaveOutlook } from '@sixfold/contract/wave-previews'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'

/** What a look at a draft has found so far, or in the end. */
export interface PreviewRow {
  /** The wave's id. */
  _id: string
  /** Names the look: another revision of the draft is another look. */
  look: string
  state: 'counting' | 'ready' | 'failed'
  done: number
  total: number
  at: Date
  outlook: WaveOutlook | null
}

/** The first people whom one reason concerns. */
export interface PreviewPeopleRow {
  /** `<wave>:<reason>` */
  _id: string
  look: string
  people: { contactId: string; at: Date | null }[]
}

const previews = defineCollection<PreviewRow>('wavePreviews', {
  _id: String,
  look: String,
  state: String,
  done: Number,
  total: Number,
  at: Date,
  outlook: {},
})
const previewPeople = defineCollection<PreviewPeopleRow>('wavePreviewPeople', {
  _id: String,
  look: String,
  people: {},
})

export function findPreview(ctx: Context, waveId: string): Promise<PreviewRow | null> {
  return previews(ctx).findById(waveId).lean<PreviewRow>().exec()
}

export async function storePreview(ctx: Context, { _id, ...row }: PreviewRow): Promise<void> {
  await previews(ctx).updateOne({ _id }, { $set: row }, { upsert: true })
}

/** Says how far a look is, unless another one began meanwhile. */
export async function storeProgress(ctx: Context, waveId: string, look: string, done: number): Promise<void> {
  await previews(ctx).updateOne({ _id: waveId, look }, { $set: { done, at: ctx.clock.now() } })
}

export async function findPeople(
  ctx: Context,
  waveId: string,
  reason: string,
): Promise<PreviewPeopleRow | null> {
  return previewPeople(ctx).findById(`${waveId}:${reason}`).lean<PreviewPeopleRow>().exec()
}

export async function storePeople(
  ctx: Context,
  waveId: string,
  look: string,
  byReason: ReadonlyMap<string, PreviewPeopleRow['people']>,
): Promise<void> {
  if (byReason.size === 0) return
  await previewPeople(ctx).bulkWrite(
    [...byReason].map(([reason, people]) => ({
      updateOne: {
        filter: { _id: `${waveId}:${reason}` },
        update: { $set: { look, people } },
        upsert: true,
      },
    })),
    { ordered: false },
  )
}
