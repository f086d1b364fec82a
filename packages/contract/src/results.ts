import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import { z } from 'zod'
import { id, localText, quarter, staffProcedure } from './common.ts'

const cell = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('point'), value: z.number() }),
  z.strictObject({ is: z.literal('not_applicable') }),
  z.strictObject({ is: z.literal('option'), option: z.string() }),
  z.strictObject({ is: z.enum(['yes', 'no']) }),
  z.strictObject({ is: z.literal('place'), place: z.int() }),
  z.strictObject({ is: z.literal('range'), from: z.number(), to: z.number() }),
])

/** Percent, scores and means by `is`; interval ends are null where none is stated. */
const figure = z.strictObject({
  is: z.enum(['satisfied', 'agreeing', 'topTwo', 'yes', 'nps', 'effort', 'mean', 'meanPlace', 'meanPoints']),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

/** A question, or one of its rows or options. Suppressed: every number is null. */
const answerList = z.strictObject({
  key: z.string(),
  text: localText.nullable(),
  importance: z.boolean(),
  suppressed: z.boolean(),
  n: z.int().nullable(),
  figure: figure.nullable(),
  cells: z.array(z.strictObject({ cell, count: z.int(), percent: z.number().nullable() })),
})
export type AnswerList = z.infer<typeof answerList>

export const questionResult = z.strictObject({
  question: z.string(),
  kind: z.enum(QUESTION_KINDS),
  text: localText,
  /** The texts of options by id, `other` and `none` among them. */
  options: z.record(z.string(), localText),
  lists: z.array(answerList),
})
export type QuestionResult = z.infer<typeof questionResult>

export const waveResults = z.strictObject({
  waveId: id,
  quarter,
  regionId: id.nullable(),
  revision: z.int(),
  minimumCell: z.int(),
  confidence: z.number(),
  questions: z.array(questionResult),
})
export type WaveResults = z.infer<typeof waveResults>

const ofPeople = z.strictObject({
  id,
  regionId: id.optional(),
  /** `open`: those who came by an open link, whom nobody drew and no region holds; absent: those who were asked. */
  people: z.enum(['asked', 'open']).optional(),
})

export const results = {
  questions: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/questions',
      tags: ['results'],
      summary: 'What was answered to every question of a wave',
    })
    .input(ofPeople)
    .output(waveResults),
  responses: staffProcedure('wrong_state')
    .route({
      method: 'GET',
      path: '/waves/{id}/responses',
      tags: ['results'],
      summary:
        'The answers as a table, a line a response, without names and in chance order; words, and waves that run, only for who may read single answers',
    })
    .input(ofPeople.extend({ format: z.enum(['csv', 'xlsx', 'json', 'sav']).optional() }))
    .output(z.file()),
}
