import { z } from 'zod'
import { instant, language, publicProcedure } from './common.ts'
import { surveyDefinition } from './surveys.ts'

const token = z.string().min(1).max(200)

/** Values are checked against their question by the domain, not here. */
const answerValue = z.union([z.number(), z.string().max(20_000)])

export const storedAnswer = z.strictObject({
  question: z.string().max(64),
  value: answerValue.nullable(),
  /** Rises with every change of this answer on any device: the higher one wins, so older never overwrites newer. */
  revision: z.int().min(1).max(1_000_000_000),
})
export type StoredAnswer = z.infer<typeof storedAnswer>

export const respondState = z.enum(['open', 'finished', 'closed'])

export const respondView = z.strictObject({
  state: respondState,
  organisation: z.string(),
  contactName: z.string(),
  language,
  closesAt: instant,
  definition: surveyDefinition,
  answers: z.array(storedAnswer),
})
export type RespondView = z.infer<typeof respondView>

const answersInput = z.array(storedAnswer).max(500)

export const responses = {
  get: publicProcedure('link_unknown', 'link_expired')
    .route({
      method: 'GET',
      path: '/respond/{token}',
      tags: ['portal'],
      summary: 'The survey behind a link, and the answers so far',
    })
    .input(z.strictObject({ token }))
    .output(respondView),
  save: publicProcedure('link_unknown', 'link_expired', 'already_finished')
    .route({
      method: 'PUT',
      path: '/respond/{token}/answers',
      tags: ['portal'],
      summary: 'Keep answers; repeating it changes nothing',
    })
    .input(z.strictObject({ token, answers: answersInput.min(1), language: language.optional() }))
    .output(z.strictObject({ answers: z.array(storedAnswer) })),
  submit: publicProcedure('link_unknown', 'link_expired')
    .route({
      method: 'POST',
      path: '/respond/{token}/submit',
      tags: ['portal'],
      summary: 'Send the answers; repeating it gives the first result again',
    })
    .input(z.strictObject({ token, answers: answersInput, language: language.optional() }))
    .output(z.strictObject({ submittedAt: instant })),
  optOut: publicProcedure('link_unknown')
    .route({ method: 'POST', path: '/respond/{token}/opt-out', tags: ['portal'], summary: 'Ask me no more' })
    .input(z.strictObject({ token }))
    .output(z.strictObject({ optedOut: z.literal(true) })),
}
