import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { Question } from '@sixfold/domain/survey/question'
import { CONSENT_USES, CONTACT_FIELDS, FILE_FAMILIES } from '@sixfold/domain/survey/question'
import type { SettingName } from '@sixfold/domain/survey/settings'
import { z } from 'zod'
import { key, localDate, localText } from './common.ts'
import { condition } from './conditions.ts'

/**
 * The shape and the limits of every field of a question. Rules between fields, such as a minimum below its maximum, are
 * `questionFaults` of the domain: a draft may break them while it is edited, a version may not.
 */
const number = z.number().min(-SURVEY_LIMITS.number).max(SURVEY_LIMITS.number)
const count = z.int().min(1).max(SURVEY_LIMITS.parts)

export const measures = z.strictObject({ factor: key, attribute: key.nullable() })

/** Of a picture that was uploaded for surveys. */
export const pictureId = z.string().regex(/^[\w-]{1,64}$/)

/** Every setting by its name; kinds pick theirs, and the operation that sets one takes it from here. */
export const questionSettings = {
  showIf: condition,
  requireIf: condition,
  offerNotApplicable: z.boolean(),
  points: z.int().min(SURVEY_LIMITS.fewestPoints).max(SURVEY_LIMITS.mostPoints),
  first: z.literal([0, 1]),
  importance: z.boolean(),
  variant: z.enum(['mean7', 'topThreeOf7', 'topTwoOf5']),
  order: z.enum(['fixed', 'random', 'random-last-fixed']),
  atLeast: count,
  atMost: count,
  top: count,
  several: z.boolean(),
  min: number,
  max: number,
  step: number.min(1e-6),
  total: z.int().min(1).max(SURVEY_LIMITS.total),
  long: z.boolean(),
  maxLength: z.int().min(1).max(SURVEY_LIMITS.answer),
  decimals: z.int().min(0).max(SURVEY_LIMITS.decimals),
  earliest: localDate,
  latest: localDate,
  use: z.enum(CONSENT_USES),
  accept: z.array(z.enum(FILE_FAMILIES)).max(FILE_FAMILIES.length),
  maxFiles: z.int().min(1).max(SURVEY_LIMITS.files),
  maxMegabytes: z.int().min(1).max(SURVEY_LIMITS.megabytes),
} satisfies Record<SettingName, z.ZodType>

const set = questionSettings
const part = { id: key, text: localText }
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).max(SURVEY_LIMITS.parts)

const base = {
  id: key,
  text: localText,
  help: localText.exactOptional(),
  required: z.boolean(),
  measures: measures.exactOptional(),
  showIf: set.showIf.exactOptional(),
  requireIf: set.requireIf.exactOptional(),
  libraryEntry: key.exactOptional(),
}
const scale = { ...base, offerNotApplicable: set.offerNotApplicable }
const chosen = {
  ...base,
  options: listOf(z.strictObject({ ...part, exclusive: z.literal(true).exactOptional() })),
  order: set.order,
  other: localText.exactOptional(),
  none: localText.exactOptional(),
}
const plainOptions = listOf(z.strictObject(part))

export const question: z.ZodType<Question> = z.discriminatedUnion('kind', [
  z.strictObject({ ...scale, kind: z.literal('satisfaction') }),
  z.strictObject({ ...scale, kind: z.literal('agreement') }),
  z.strictObject({
    ...scale,
    kind: z.literal('rating'),
    points: set.points,
    first: set.first,
    low: localText,
    middle: localText.exactOptional(),
    high: localText,
  }),
  z.strictObject({
    ...scale,
    kind: z.literal('grid'),
    rows: listOf(z.strictObject({ ...part, measures: measures.exactOptional() })),
    importance: set.importance,
  }),
  z.strictObject({ ...base, kind: z.literal('nps') }),
  z.strictObject({ ...scale, kind: z.literal('csat') }),
  z.strictObject({ ...base, kind: z.literal('ces'), variant: set.variant }),
  z.strictObject({ ...chosen, kind: z.literal('choice') }),
  z.strictObject({ ...chosen, kind: z.literal('dropdown') }),
  z.strictObject({
    ...chosen,
    kind: z.literal('choices'),
    atLeast: set.atLeast.exactOptional(),
    atMost: set.atMost.exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('ranking'),
    options: plainOptions,
    order: set.order,
    top: set.top.exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('picture'),
    options: listOf(z.strictObject({ ...part, picture: pictureId.nullable() })),
    order: set.order,
    several: set.several,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('slider'),
    min: set.min,
    max: set.max,
    step: set.step,
    low: localText,
    high: localText,
  }),
  z.strictObject({ ...base, kind: z.literal('sum'), options: plainOptions, total: set.total }),
  z.strictObject({ ...base, kind: z.literal('text'), long: set.long, maxLength: set.maxLength }),
  z.strictObject({
    ...base,
    kind: z.literal('number'),
    min: set.min.exactOptional(),
    max: set.max.exactOptional(),
    decimals: set.decimals,
    unit: localText.exactOptional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('date'),
    earliest: set.earliest.exactOptional(),
    latest: set.latest.exactOptional(),
  }),
  z.strictObject({ ...scale, kind: z.literal('yes-no') }),
  z.strictObject({ ...base, kind: z.literal('consent'), use: set.use.exactOptional() }),
  z.strictObject({
    ...base,
    kind: z.literal('contact-details'),
    fields: z
      .array(z.strictObject({ id: z.enum(CONTACT_FIELDS), text: localText }))
      .max(CONTACT_FIELDS.length),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('upload'),
    accept: set.accept,
    maxFiles: set.maxFiles,
    maxMegabytes: set.maxMegabytes,
  }),
  z.strictObject({ ...base, kind: z.literal('statement') }),
])

/** A part for any list; the domain refuses what the question's own list does not hold. */
export const anyPart = z.strictObject({
  ...part,
  exclusive: z.literal(true).exactOptional(),
  picture: pictureId.nullable().exactOptional(),
  measures: measures.exactOptional(),
})
