import type { Context } from '../../../context.ts'
import { defineCollection, newId, trusted } from '../../../db/collection.ts'

/** What staff may say of somebody who speaks at events. */
export interface SpeakerFields {
  name: string
  about: string
  zone: string
  /** Whole days of the speaker's own zone, both ends included. */
  away: { from: string; until: string; title: string }[]
  active: boolean
}

export interface SpeakerRow extends SpeakerFields {
  _id: string
  revision: number
  createdAt: Date
}

const speakers = defineCollection<SpeakerRow>('speakers', {
  _id: String,
  name: String,
  about: String,
  zone: String,
  away: {},
  active: Boolean,
  revision: Number,
  createdAt: Date,
})

/** A house knows some dozens of speakers; they are read whole. */
const MOST_SPEAKERS = 1000

export function findSpeakers(ctx: Context): Promise<SpeakerRow[]> {
  return speakers(ctx).find({}).sort({ name: 1, _id: 1 }).limit(MOST_SPEAKERS).lean<SpeakerRow[]>().exec()
}

export function findSpeakersById(ctx: Context, ids: readonly string[]): Promise<SpeakerRow[]> {
  return speakers(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<SpeakerRow[]>()
    .exec()
}

export async function insertSpeaker(ctx: Context, fields: SpeakerFields): Promise<SpeakerRow> {
  const row = { _id: newId(), ...fields, revision: 1, createdAt: ctx.clock.now() }
  await speakers(ctx).create(row)
  return row
}

/** Null when somebody changed it since that revision. */
export function updateSpeaker(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  fields: SpeakerFields,
): Promise<SpeakerRow | null> {
  return speakers(ctx)
    .findOneAndUpdate(
      { _id: id, revision },
      { $set: { ...fields, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<SpeakerRow>()
    .exec()
}
