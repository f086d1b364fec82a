import { z } from 'zod'
import { id } from './common.ts'
import type { ImportRun } from './customers.ts'
import type { ErrorBody } from './errors.ts'

/** What a signed-in browser may follow. The server checks the right to read it, and answers with an acknowledgement. */
export const topic = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wave'), id }),
  z.strictObject({ kind: z.literal('import'), id }),
  z.strictObject({ kind: z.literal('roundtable'), id }),
])
export type Topic = z.infer<typeof topic>

export type Acknowledgement = { ok: true } | { ok: false; error: ErrorBody }

export interface ClientEvents {
  follow: (topic: Topic, acknowledge: (result: Acknowledgement) => void) => void
  unfollow: (topic: Topic) => void
}

/** Events say what changed; numbers that need a permission or a suppression are fetched, never pushed. */
export interface ServerEvents {
  'scoreboard:changed': (change: { waveId: string; revision: number }) => void
  'wave:changed': (change: { waveId: string }) => void
  'import:changed': (run: ImportRun) => void
  'roundtable:changed': (change: { roundtableId: string }) => void
}
