import type { Context } from '../../../context.ts'
import type { SpeakerRow } from './store.ts'
import { findSpeakersById } from './store.ts'

export type { SpeakerFields, SpeakerRow } from './store.ts'
export { findSpeakers, insertSpeaker, updateSpeaker } from './store.ts'

/** Speakers by id. */
export async function knownSpeakers(ctx: Context, ids: readonly string[]): Promise<Map<string, SpeakerRow>> {
  const rows = ids.length === 0 ? [] : await findSpeakersById(ctx, [...new Set(ids)])
  return new Map(rows.map(row => [row._id, row]))
}
