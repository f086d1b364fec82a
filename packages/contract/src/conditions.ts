import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { Condition, Jump, Test } from '@sixfold/domain/survey/logic/condition'
import { KNOWN_FACTS } from '@sixfold/domain/survey/logic/condition'
import { z } from 'zod'
import { key } from './common.ts'

/** A part of an answer: an option, a row, or `row:importance`. */
const partOfAnswer = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}(:importance)?$/)

const test: z.ZodType<Test> = z.strictObject({
  subject: z.union([
    z.strictObject({ question: key, part: partOfAnswer.exactOptional() }),
    z.strictObject({ fact: z.enum(KNOWN_FACTS) }),
  ]),
  is: z.enum(['is', 'is-not', 'includes', 'includes-not', 'at-most', 'at-least', 'answered', 'blank']),
  values: z.array(z.union([z.number(), z.string().max(500)])).max(SURVEY_LIMITS.testValues),
})

export const condition: z.ZodType<Condition> = z.strictObject({
  join: z.enum(['all', 'any']),
  tests: z.array(test).max(SURVEY_LIMITS.tests),
})

export const jump: z.ZodType<Jump> = z.strictObject({
  when: condition,
  to: z.union([z.strictObject({ page: key }), z.literal('end')]),
})
