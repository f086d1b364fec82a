import { QUALITY_FLAGS } from '@sixfold/domain/quality/flags'
import { z } from 'zod'
import { id, instant, localText, staffProcedure } from './common.ts'

/** Null: hidden, because it or what it leaves is below the minimum cell; `most`: more than half. */
const shownCount = z.strictObject({ count: z.int().nullable(), most: z.boolean() })

/** Null: not shown, because it or what it leaves is below the minimum cell. */
const plainFigure = z
  .strictObject({ n: z.int(), percentSatisfied: z.number(), netSatisfactionIndex: z.number() })
  .nullable()

/** How the responses of a wave came. Suppressed: every number is null and the lists are empty. */
export const waveQuality = z.strictObject({
  waveId: id,
  /** Nothing is known of how single answers came. */
  blind: z.boolean(),
  minimumCell: z.int(),
  suppressed: z.boolean(),
  /** Suppressed because the wave runs and this reader may not read single answers. */
  untilClosed: z.boolean(),
  responses: z.int().nullable(),
  modes: z.array(shownCount.extend({ mode: z.string() })),
  languages: z.array(shownCount.extend({ language: z.string() })),
  /** To the half minute. */
  medianMinutes: z.number().nullable(),
  /** Responses whose time is known. */
  timed: z.int().nullable(),
  /** How many responses the flags speak of. */
  judged: z.int(),
  /** Whether they were held against each other, which happens a little after they came. */
  compared: z.boolean(),
  unflagged: shownCount,
  flagged: shownCount,
  /** When answers last lost their names because their time was up; null: none did. */
  namelessSince: instant.nullable(),
  /** The results on each factor with all judged answers and without flagged ones; empty until they were judged. */
  factors: z.array(
    z.strictObject({
      factor: z.string(),
      name: localText,
      all: plainFigure,
      unflagged: plainFigure,
      withoutSeveral: plainFigure,
    }),
  ),
  /** Flags from two or more independent sources. */
  severalFlags: shownCount,
  flags: z.array(
    z.strictObject({
      flag: z.enum(QUALITY_FLAGS),
      count: z.int().nullable(),
      /** Of these, with a flag from another source. */
      alsoOther: z.int().nullable(),
    }),
  ),
})
export type WaveQuality = z.infer<typeof waveQuality>

export const responseQuality = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/quality',
      tags: ['waves'],
      summary: 'How the responses came, and what may be amiss with some',
    })
    .input(z.strictObject({ id }))
    .output(waveQuality),
}
