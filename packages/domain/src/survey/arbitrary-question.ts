import fc from 'fast-check'
import { addLocalDays } from '../local-date.ts'
import type { LocalText } from '../local-text.ts'
import { arbitraryCondition } from './logic/arbitrary-logic.ts'
import type { Part, Question, QuestionKind, QuestionOf } from './question.ts'
import { CONSENT_USES, CONTACT_FIELDS, FILE_FAMILIES } from './question.ts'
import type { SettingName, SettingValue } from './settings.ts'

/** Questions of every kind for property tests: sound ones, with small ids, so that operations often meet and often miss. */

/** An object with the `required` keys and any of the `optional` ones. */
export function record<Required extends object>(required: Fields<Required>): fc.Arbitrary<Required>
export function record<Required extends object, Optional extends object>(
  required: Fields<Required>,
  optional: Fields<Optional>,
): fc.Arbitrary<Required & Partial<Optional>>
export function record(required: Fields<object>, optional: Fields<object> = {}): fc.Arbitrary<object> {
  const bare = { noNullPrototype: true }
  return fc
    .tuple(fc.record(required, bare), fc.record(optional, { ...bare, requiredKeys: [] }))
    .map(([always, maybe]) => ({ ...always, ...maybe }))
}

type Fields<Thing> = { [Name in keyof Thing]: fc.Arbitrary<Thing[Name]> }

export const questionId = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6')
export const partId = fc.constantFrom('a', 'b', 'c', 'd')
export const words = fc.constantFrom('one', 'two', 'three')
export const localText: fc.Arbitrary<LocalText> = fc.record(
  { en: words, vi: words },
  { requiredKeys: [], noNullPrototype: true },
)
/** In one language at least. */
export const written = localText.filter(text => Object.keys(text).length > 0)
export const measures = fc.record(
  {
    factor: fc.constantFrom('delivery', 'marketing', 'weather'),
    attribute: fc.constantFrom(null, 'on-time'),
  },
  { noNullPrototype: true },
)

const day = fc.integer({ min: 0, max: 800 }).map(days => addLocalDays('2026-01-01', days))
const count = fc.integer({ min: 1, max: 4 })

/** One value of each setting, whatever the rest of the question says. */
export const settingValues: { [Name in SettingName]: fc.Arbitrary<SettingValue<Name>> } = {
  showIf: arbitraryCondition,
  requireIf: arbitraryCondition,
  offerNotApplicable: fc.boolean(),
  points: fc.integer({ min: 2, max: 11 }),
  first: fc.constantFrom(0, 1),
  importance: fc.boolean(),
  variant: fc.constantFrom('mean7', 'topThreeOf7', 'topTwoOf5'),
  order: fc.constantFrom('fixed', 'random', 'random-last-fixed'),
  atLeast: count,
  atMost: count,
  top: count,
  several: fc.boolean(),
  min: fc.integer({ min: -50, max: 50 }),
  max: fc.integer({ min: -50, max: 50 }),
  step: fc.constantFrom(0.1, 0.5, 1, 5),
  total: fc.integer({ min: 1, max: 1000 }),
  use: fc.constantFrom(...CONSENT_USES),
  long: fc.boolean(),
  maxLength: fc.integer({ min: 1, max: 40 }),
  decimals: fc.integer({ min: 0, max: 6 }),
  earliest: day,
  latest: day,
  accept: fc.uniqueArray(fc.constantFrom(...FILE_FAMILIES), { minLength: 1 }),
  maxFiles: fc.integer({ min: 1, max: 4 }),
  maxMegabytes: fc.integer({ min: 1, max: 25 }),
}

function partsFrom<P extends Part>(part: fc.Arbitrary<P>, minLength = 2): fc.Arbitrary<readonly P[]> {
  return fc.uniqueArray(part, { minLength, maxLength: 4, selector: ({ id }) => id })
}

const plain = record({ id: partId, text: localText })
const option = record({ id: partId, text: localText }, { exclusive: fc.constant(true as const) })
const pictured = record({ id: partId, text: localText, picture: fc.constantFrom(null, 'sky', 'sea') })
const row = record({ id: partId, text: localText }, { measures })
const field = record({ id: fc.constantFrom(...CONTACT_FIELDS), text: localText })
export const anyPart = fc.oneof(plain, option, pictured, row, field)

const base = { id: questionId, text: localText, required: fc.boolean() }
const sometimes = {
  help: written,
  measures,
  showIf: settingValues.showIf,
  requireIf: settingValues.requireIf,
}
const kind = <Kind extends QuestionKind>(name: Kind) => ({ ...base, kind: fc.constant(name) })
const scale = <Kind extends QuestionKind>(name: Kind) => ({
  ...kind(name),
  offerNotApplicable: settingValues.offerNotApplicable,
})
const choice = <Kind extends QuestionKind>(name: Kind) => ({
  ...kind(name),
  options: partsFrom(option),
  order: settingValues.order,
})
const labels = { ...sometimes, other: written, none: written }

/** Two numbers in order, a step apart at least. */
const range = fc
  .tuple(settingValues.min, fc.integer({ min: 1, max: 40 }), settingValues.step)
  .map(([min, steps, step]) => ({ min, max: min + Math.ceil(steps * step), step }))

/** Every kind; a forgotten one fails the type check. */
export const questionsByKind: { [Kind in QuestionKind]: fc.Arbitrary<QuestionOf<Kind>> } = {
  satisfaction: record(scale('satisfaction'), sometimes),
  agreement: record(scale('agreement'), sometimes),
  rating: fc.oneof(
    record(
      {
        ...scale('rating'),
        points: settingValues.points,
        first: settingValues.first,
        low: localText,
        high: localText,
      },
      sometimes,
    ),
    record(
      {
        ...scale('rating'),
        points: fc.constantFrom(3, 5, 7, 9, 11),
        first: settingValues.first,
        low: localText,
        middle: written,
        high: localText,
      },
      sometimes,
    ),
  ),
  grid: record(
    { ...scale('grid'), rows: partsFrom(row, 1), importance: settingValues.importance },
    sometimes,
  ),
  nps: record(kind('nps'), sometimes),
  csat: record(scale('csat'), sometimes),
  ces: record({ ...kind('ces'), variant: settingValues.variant }, sometimes),
  choice: record(choice('choice'), labels),
  dropdown: record(choice('dropdown'), labels),
  choices: record(choice('choices'), {
    ...labels,
    atLeast: fc.constant(1),
    atMost: fc.integer({ min: 1, max: 2 }),
  }).map(question => ({
    ...question,
    // Two at least can be chosen together.
    options: question.options.map(({ exclusive, ...rest }, at) =>
      exclusive && at > 1 ? { ...rest, exclusive } : rest,
    ),
  })),
  ranking: record(
    { ...kind('ranking'), options: partsFrom(plain), order: settingValues.order },
    { ...sometimes, top: fc.integer({ min: 1, max: 2 }) },
  ),
  picture: record(
    {
      ...kind('picture'),
      options: partsFrom(pictured),
      order: settingValues.order,
      several: settingValues.several,
    },
    sometimes,
  ),
  slider: fc
    .tuple(record({ ...kind('slider'), low: localText, high: localText }, sometimes), range)
    .map(([core, bounds]) => ({ ...core, ...bounds })),
  sum: record({ ...kind('sum'), options: partsFrom(plain), total: settingValues.total }, sometimes),
  text: record({ ...kind('text'), long: settingValues.long, maxLength: settingValues.maxLength }, sometimes),
  number: fc
    .tuple(
      record({ ...kind('number'), decimals: settingValues.decimals }, { ...sometimes, unit: written }),
      range,
      fc.constantFrom('none', 'min', 'max', 'both'),
    )
    .map(([core, { min, max }, given]) => ({
      ...core,
      ...(given === 'min' || given === 'both' ? { min } : {}),
      ...(given === 'max' || given === 'both' ? { max } : {}),
    })),
  date: fc
    .tuple(record(kind('date'), sometimes), day, day, fc.boolean(), fc.boolean())
    .map(([core, one, other, from, to]) => {
      const [earliest = one, latest = other] = [one, other].sort()
      return { ...core, ...(from ? { earliest } : {}), ...(to ? { latest } : {}) }
    }),
  'yes-no': record(scale('yes-no'), sometimes),
  consent: record({ ...kind('consent'), text: written }, { ...sometimes, use: settingValues.use }),
  'contact-details': record(
    {
      ...kind('contact-details'),
      fields: fc.uniqueArray(field, { minLength: 1, selector: ({ id }) => id }),
    },
    sometimes,
  ),
  upload: record(
    {
      ...kind('upload'),
      accept: settingValues.accept,
      maxFiles: settingValues.maxFiles,
      maxMegabytes: settingValues.maxMegabytes,
    },
    sometimes,
  ),
  statement: record(kind('statement'), sometimes),
}

export const arbitraryQuestion: fc.Arbitrary<Question> = fc.oneof(...Object.values(questionsByKind))
