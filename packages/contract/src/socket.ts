import { z } from 'zod'
import { id } from './common.ts'
import type { ErrorBody } from './errors.ts'
import type { ImportRun } from './imports.ts'

const surveyTopic = z.strictObject({ kind: z.literal('survey'), id })
const roundtableTopic = z.strictObject({ kind: z.literal('roundtable'), id })

/** What a signed-in browser may follow. The server checks the right to read it, and answers with an acknowledgement. */
export const topic = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wave'), id }),
  z.strictObject({ kind: z.literal('import'), id }),
  z.strictObject({ kind: z.literal('case'), id }),
  roundtableTopic,
  surveyTopic,
])
export type Topic = z.infer<typeof topic>

/** Shows a browser to the others that follow the topic. Only who follows it is heard. */
export const presence = z.strictObject({
  /** Where people work together: a survey, or the minutes of a round table. */
  topic: z.discriminatedUnion('kind', [surveyTopic, roundtableTopic]),
  /** What is selected there, such as a question's id; null: nothing in particular. */
  place: z.string().max(80).nullable(),
  /** Just come, and asks the others to show themselves. */
  asks: z.boolean(),
})
export type Presence = z.infer<typeof presence>

/** How often the server repeats a presence while its connection lives. */
export const PRESENCE_REPEAT_MS = 15_000
/** A presence that was not repeated for this long has ended, even if its server died without a word. */
export const PRESENCE_ENDS_MS = 40_000

/** A browser of somebody else, or another one of one's own, that has the same thing open. */
export interface PresentPerson extends Presence {
  /** Names the browser's connection. */
  tab: string
  staffId: string
  name: string
}

export type Acknowledgement = { ok: true } | { ok: false; error: ErrorBody }

export interface ClientEvents {
  follow: (topic: Topic, acknowledge: (result: Acknowledgement) => void) => void
  unfollow: (topic: Topic) => void
  present: (presence: Presence) => void
}

/** Events say what changed; numbers that need a permission or a suppression are fetched, never pushed. */
export interface ServerEvents {
  'scoreboard:changed': (change: { waveId: string; revision: number }) => void
  'wave:changed': (change: { waveId: string }) => void
  'case:changed': (change: { caseId: string; revision: number }) => void
  'import:changed': (run: ImportRun) => void
  'roundtable:changed': (change: { roundtableId: string }) => void
  /** Something happened in the live room. */
  'live:changed': (change: { roundtableId: string }) => void
  /** Somebody wrote in the minutes. */
  'minutes:changed': (change: { roundtableId: string; revision: number; by: string }) => void
  /** A draft was saved, or published as it stands. */
  'survey:changed': (change: { surveyId: string; revision: number; by: string; published: boolean }) => void
  /** A survey's collection plan was saved, or advice on it kept or reopened. */
  'review:changed': (change: { surveyId: string }) => void
  'presence:here': (person: PresentPerson) => void
  'presence:left': (left: { topic: Topic; tab: string }) => void
}
