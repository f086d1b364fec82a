import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { MOST_OWN_WORDS } from '@sixfold/domain/survey/answers'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import { z } from 'zod'
import { instant, language, publicProcedure } from './common.ts'
import { surveyDefinition } from './survey-definition.ts'

const token = z.string().min(1).max(200)

/** `other:` and the words under it; a field of contact details. */
const LONGEST_ITEM = MOST_OWN_WORDS + 10
/** `row:importance`. */
const LONGEST_KEY = 80
/** Every row of a grid, and its importance. */
const MOST_ITEMS = 2 * SURVEY_LIMITS.parts

/** Values are checked against their question by the domain, not here. */
const answerValue: z.ZodType<AnswerValue> = z.union([
  z.number(),
  z.string().max(SURVEY_LIMITS.answer),
  z.array(z.string().max(LONGEST_ITEM)).max(MOST_ITEMS),
  z
    .record(z.string().max(LONGEST_KEY), z.union([z.number(), z.string().max(LONGEST_ITEM)]))
    .refine(record => Object.keys(record).length <= MOST_ITEMS),
])

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

/** What a browser says of itself: seconds on each page so far, and the random name it gave itself for this link. */
const trace = {
  pages: z
    .record(z.string().max(LONGEST_KEY), z.number().min(0).max(1_000_000_000))
    .refine(record => Object.keys(record).length <= MOST_ITEMS)
    .optional(),
  browser: z
    .string()
    .regex(/^[\w-]{8,24}$/)
    .optional(),
}

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
  save: publicProcedure('link_unknown', 'link_expired', 'already_finished', 'quota_full')
    .route({
      method: 'PUT',
      path: '/respond/{token}/answers',
      tags: ['portal'],
      summary: 'Keep answers; repeating it changes nothing',
    })
    .input(z.strictObject({ token, answers: answersInput.min(1), language: language.optional(), ...trace }))
    .output(z.strictObject({ answers: z.array(storedAnswer) })),
  submit: publicProcedure('link_unknown', 'link_expired', 'quota_full')
    .route({
      method: 'POST',
      path: '/respond/{token}/submit',
      tags: ['portal'],
      summary: 'Send the answers; repeating it gives the first result again',
    })
    .input(z.strictObject({ token, answers: answersInput, language: language.optional(), ...trace }))
    .output(z.strictObject({ submittedAt: instant })),
  optOut: publicProcedure('link_unknown')
    .route({ method: 'POST', path: '/respond/{token}/opt-out', tags: ['portal'], summary: 'Ask me no more' })
    .input(z.strictObject({ token }))
    .output(z.strictObject({ optedOut: z.literal(true) })),
}
