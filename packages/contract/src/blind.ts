import { z } from 'zod'
import { CAST_BLOCK } from './blind-cast.ts'
import { id, publicProcedure, staffProcedure } from './common.ts'
import { storedAnswer } from './responses.ts'

/**
 * Blind surveys: a personal link earns one ballot, signed without being seen; the answers come with the ballot alone. Nothing
 * that `cast` takes says who sends it, and nothing about a single call of it is kept (docs/blind-surveys.md).
 */

/** So many bytes in base64url, without filling. */
const bytes = (count: number) => z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((count * 4) / 3)}}$`))

/** A number as long as the key. */
const SIGNATURE_BYTES = 256
/** The serial, and what RFC 9474 puts before it. */
const MESSAGE_BYTES = 64

/** Who carries out blind surveys, as their mails and pages say. */
const LONGEST_CARRIER = 120

export const ballot = z.strictObject({ message: bytes(MESSAGE_BYTES), signature: bytes(SIGNATURE_BYTES) })

/** An answer of a blind survey: there are no drafts on the server, so nothing has revisions. */
export const blindAnswer = storedAnswer.omit({ revision: true })
export type BlindAnswer = z.infer<typeof blindAnswer>

export const blindSettings = z.strictObject({
  /** Empty: nobody has been named, so the address of the links stands for it. */
  carriedOutBy: z.string().trim().max(LONGEST_CARRIER),
})
export type BlindSettings = z.infer<typeof blindSettings>

export const blind = {
  key: publicProcedure('link_unknown', 'link_expired')
    .route({
      method: 'GET',
      path: '/blind/{waveId}/key',
      tags: ['portal'],
      summary: 'The public key of a blind wave, the same for everybody',
    })
    .input(z.strictObject({ waveId: id }))
    .output(z.strictObject({ publicKey: z.string() })),
  issue: publicProcedure('link_unknown', 'link_expired', 'link_used')
    .route({
      method: 'POST',
      path: '/blind/ballots',
      tags: ['portal'],
      summary: 'Sign the blinded ballot of a link, once; the same one again gets the same signature',
    })
    .input(z.strictObject({ token: z.string().min(1).max(200), blinded: bytes(SIGNATURE_BYTES) }))
    .output(z.strictObject({ signature: bytes(SIGNATURE_BYTES) })),
  cast: publicProcedure('link_unknown', 'link_expired', 'already_finished')
    .route({
      method: 'POST',
      path: '/blind/{waveId}/answers',
      tags: ['portal'],
      summary: 'Send answers with a ballot; the same again gets the first result',
    })
    .input(
      z.strictObject({
        waveId: id,
        ballot,
        answers: z.array(blindAnswer).max(500),
        padding: z.string().max(CAST_BLOCK),
      }),
    )
    .output(z.strictObject({ taken: z.literal(true) })),
  settings: staffProcedure()
    .route({
      method: 'GET',
      path: '/blind/settings',
      tags: ['waves'],
      summary: 'Who carries out blind surveys',
    })
    .output(blindSettings),
  saveSettings: staffProcedure()
    .route({ method: 'PUT', path: '/blind/settings', tags: ['waves'], summary: 'Say who carries them out' })
    .input(blindSettings)
    .output(blindSettings),
}
