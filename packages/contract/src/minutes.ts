import { BLOCK_KINDS, MINUTES_LIMITS } from '@sixfold/domain/minutes/blocks'
import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'
import { uiLanguages } from './words.ts'

const blockId = z.string().min(1).max(80)
const text = z.string().max(MINUTES_LIMITS.text)

export const minutesBlock = z.strictObject({
  id: blockId,
  kind: z.enum(BLOCK_KINDS),
  text,
  /** The requirement or the task that was made of it. */
  refId: id.nullable(),
})

export const minutesEdit = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('insert'), block: minutesBlock, after: blockId.nullable() }),
  z.strictObject({ op: z.literal('write'), id: blockId, before: text, text }),
  z.strictObject({ op: z.literal('turn'), id: blockId, kind: z.enum(BLOCK_KINDS), refId: id.nullable() }),
  z.strictObject({ op: z.literal('move'), id: blockId, after: blockId.nullable() }),
  z.strictObject({ op: z.literal('remove'), id: blockId, before: text }),
])

/** Who came, from the seat ledger. */
export const attendee = z.strictObject({
  /** Empty: the person was erased, or is a guest of somebody. */
  name: z.string(),
  accountName: z.string(),
  /** How many of the party came. */
  seats: z.int(),
  at: instant,
})

export const minutesState = z.strictObject({
  roundtableId: id,
  /** 0: nobody has written anything. */
  revision: z.int(),
  blocks: z.array(minutesBlock),
  updatedAt: instant.nullable(),
  updatedBy: z.string(),
  attendance: z.strictObject({ arrived: z.int(), expected: z.int(), people: z.array(attendee) }),
  editable: z.boolean(),
})
export type Minutes = z.infer<typeof minutesState>

export const minutesVersion = z.strictObject({
  /** The revision that it is; names it. */
  revision: z.int(),
  /** Empty: kept by itself. */
  name: z.string(),
  at: instant,
  by: z.string(),
})
export type MinutesVersion = z.infer<typeof minutesVersion>

export const minutes = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/minutes',
      tags: ['round tables'],
      summary: 'The minutes of a round table, with who came',
    })
    .input(z.strictObject({ id }))
    .output(minutesState),
  save: staffProcedure()
    .route({
      method: 'PATCH',
      path: '/roundtables/{id}/minutes',
      tags: ['round tables'],
      summary: 'Write in the minutes; what others wrote meanwhile stays',
    })
    .input(
      z.strictObject({
        id,
        /** What the writer saw. */
        revision: z.int().min(0),
        edits: z.array(minutesEdit).min(1).max(500),
        /** Names the browser tab and the save: sent again it is not applied again. */
        batch: z.strictObject({ writer: z.string().min(8).max(64), number: z.int().min(1) }),
      }),
    )
    .output(minutesState),
  versions: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/minutes/versions',
      tags: ['round tables'],
      summary: 'Kept versions of the minutes, the latest first',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(minutesVersion) })),
  version: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/minutes/versions/{revision}',
      tags: ['round tables'],
      summary: 'One kept version of the minutes',
    })
    .input(z.strictObject({ id, revision: z.coerce.number().int().min(1) }))
    .output(z.strictObject({ ...minutesVersion.shape, blocks: z.array(minutesBlock) })),
  keep: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/minutes/versions',
      tags: ['round tables'],
      summary: 'Keep the minutes as they stand, under a name',
    })
    .input(z.strictObject({ id, name: z.string().trim().min(1).max(120) }))
    .output(minutesVersion),
  file: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/minutes/file',
      tags: ['round tables'],
      summary: 'The minutes as a file: Markdown or PDF',
      outputStructure: 'detailed',
    })
    .input(
      z.strictObject({
        id,
        format: z.enum(['md', 'pdf']),
        /** The caller's own, unless another one is asked for. */
        language: z.enum(uiLanguages).optional(),
        /** A kept version; without it the minutes as they stand. */
        revision: z.coerce.number().int().min(1).optional(),
      }),
    )
    .output(
      z.strictObject({
        headers: z.strictObject({ 'content-disposition': z.string() }),
        body: z.file(),
      }),
    ),
}
