import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { Operation, OperationName, SurveyOperation } from '@sixfold/domain/survey/operation'
import { QUESTION_TEXTS } from '@sixfold/domain/survey/settings'
import { z } from 'zod'
import { key, language } from './common.ts'
import { anyPart, measures, pictureId, question, questionSettings } from './questions.ts'
import { factorModelVersion, languages, page, pageSettings } from './survey-definition.ts'

const index = z.int().min(0).max(10_000)
const written = { language, value: z.string().max(SURVEY_LIMITS.text) }

type SettingSchema<Rest extends z.ZodRawShape, Values extends Record<string, z.ZodType>> = {
  [Name in keyof Values & string]: z.ZodObject<
    Rest & { setting: z.ZodLiteral<Name>; value: z.ZodNullable<Values[Name]> },
    z.core.$strict
  >
}[keyof Values & string]

/** Sets a thing by its name, and the name decides what the value may be; null takes it out. */
function setting<Rest extends z.ZodRawShape, Values extends Record<string, z.ZodType>>(
  rest: Rest,
  values: Values,
) {
  const each = Object.entries(values).map(([name, value]) =>
    z.strictObject({ ...rest, setting: z.literal(name), value: value.nullable() }),
  )
  type Each = SettingSchema<Rest, Values>
  return z.discriminatedUnion('setting', each as unknown as [Each, ...Each[]])
}

/** An operation of the domain without its schema, or the other way round, fails the type check. */
const operations = {
  'set-survey-text': z.strictObject({
    op: z.literal('set-survey-text'),
    field: z.enum(['title', 'welcome', 'thanks']),
    ...written,
  }),
  'set-languages': z.strictObject({ op: z.literal('set-languages'), languages, defaultLanguage: language }),
  'set-factor-model': z.strictObject({ op: z.literal('set-factor-model'), ...factorModelVersion.shape }),
  'set-page-text': z.strictObject({
    op: z.literal('set-page-text'),
    page: key,
    field: z.enum(['title', 'intro']),
    ...written,
  }),
  'set-page-setting': setting({ op: z.literal('set-page-setting'), page: key }, pageSettings),
  'add-page': z.strictObject({ op: z.literal('add-page'), index, page }),
  'move-page': z.strictObject({ op: z.literal('move-page'), page: key, index }),
  'remove-page': z.strictObject({ op: z.literal('remove-page'), page: key }),
  'set-question-text': z.strictObject({
    op: z.literal('set-question-text'),
    question: key,
    field: z.enum(QUESTION_TEXTS),
    ...written,
  }),
  'set-required': z.strictObject({ op: z.literal('set-required'), question: key, required: z.boolean() }),
  'set-measures': z.strictObject({
    op: z.literal('set-measures'),
    question: key,
    measures: measures.nullable(),
  }),
  'set-setting': setting({ op: z.literal('set-setting'), question: key }, questionSettings),
  'add-question': z.strictObject({ op: z.literal('add-question'), page: key, index, question }),
  'move-question': z.strictObject({ op: z.literal('move-question'), question: key, page: key, index }),
  'replace-question': z.strictObject({ op: z.literal('replace-question'), question }),
  'remove-question': z.strictObject({ op: z.literal('remove-question'), question: key }),
  'set-part-text': z.strictObject({ op: z.literal('set-part-text'), question: key, part: key, ...written }),
  'set-part-setting': setting(
    { op: z.literal('set-part-setting'), question: key, part: key },
    { exclusive: z.literal(true), picture: pictureId, measures },
  ),
  'add-part': z.strictObject({ op: z.literal('add-part'), question: key, index, part: anyPart }),
  'move-part': z.strictObject({ op: z.literal('move-part'), question: key, part: key, index }),
  'remove-part': z.strictObject({ op: z.literal('remove-part'), question: key, part: key }),
} satisfies { [Name in OperationName]: z.ZodType<Operation<Name>> }

type Schema = (typeof operations)[OperationName]

export const surveyOperation: z.ZodType<SurveyOperation> = z.discriminatedUnion(
  'op',
  Object.values(operations) as [Schema, ...Schema[]],
)
