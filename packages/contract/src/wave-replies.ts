import { z } from 'zod'
import { id, instant, key, localDate, localText, staffProcedure } from './common.ts'

/** What was done about the answers to one factor. */
export const waveReply = z.strictObject({
  /** Of the survey's factor model. */
  factor: key,
  /** Null: in all regions of the wave. */
  regionId: id.nullable(),
  /** What customers said, in a sentence; may be left out. */
  said: localText,
  did: localText,
  /** `doing`: it is not finished; `on` is then the day by which it will be. */
  state: z.enum(['done', 'doing']),
  on: localDate.nullable(),
})
export type WaveReply = z.infer<typeof waveReply>

export const keptReplies = z.strictObject({
  waveId: id,
  revision: z.int().min(0),
  items: z.array(waveReply),
  savedAt: instant.nullable(),
  savedBy: z.string(),
  /** What can be written about: the factors of its survey, its regions, and the languages of its texts, the default one first. */
  factors: z.array(z.strictObject({ key, name: localText })),
  regionIds: z.array(id),
  languages: z.array(z.string()),
})
export type KeptReplies = z.infer<typeof keptReplies>

export const repliesConflictData = z.strictObject({ current: keptReplies })

export const waveReplies = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/replies',
      tags: ['waves'],
      summary: 'What was done about the answers of a wave, as those asked next time read it',
    })
    .input(z.strictObject({ id }))
    .output(keptReplies),
  save: staffProcedure('wrong_state', 'revision_conflict')
    .route({
      method: 'PUT',
      path: '/waves/{id}/replies',
      tags: ['waves'],
      summary: 'Say what was done about the answers of a closed wave',
    })
    .input(z.strictObject({ id, revision: z.int().min(0), items: z.array(waveReply).max(60) }))
    .output(keptReplies),
}
