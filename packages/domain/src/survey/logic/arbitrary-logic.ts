import fc from 'fast-check'
import type { AnswerValue } from '../answers.ts'
import type { Page, SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import type { Condition, Jump, KnownFacts, Test, TestSubject } from './condition.ts'
import { KNOWN_FACTS } from './condition.ts'

/** Surveys full of conditions, and answers to them, for property tests: few ids, so that conditions often meet and often miss. */

const IDS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'] as const
const PAGES = ['p1', 'p2', 'p3', 'p4', 'p5'] as const
const id = fc.constantFrom(...IDS)
const page = fc.constantFrom(...PAGES, 'p9')
const parts = [
  { id: 'a', text: { en: 'Alpha', vi: 'An-pha' } },
  { id: 'b', text: { en: 'Beta', vi: 'Bê-ta' } },
  { id: 'c', text: { en: 'Gamma' } },
]

const subject: fc.Arbitrary<TestSubject> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...IDS, 'gone').map(question => ({ question })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(id, fc.constantFrom('a', 'b', 'a:importance', 'gone'))
      .map(([question, part]) => ({ question, part })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...KNOWN_FACTS).map(fact => ({ fact })) },
)

const wanted = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.constantFrom('a', 'b', 'none', 'other', 'yes', 'no', 'na', '2026-05-01', 'good words', 'VN', ''),
)

export const arbitraryTest: fc.Arbitrary<Test> = fc.record({
  subject,
  is: fc.constantFrom('is', 'is-not', 'includes', 'includes-not', 'at-most', 'at-least', 'answered', 'blank'),
  values: fc.array(wanted, { maxLength: 3 }),
})

export const arbitraryCondition: fc.Arbitrary<Condition> = fc.record({
  join: fc.constantFrom('all', 'any'),
  tests: fc.array(arbitraryTest, { maxLength: 3 }),
})

const jump: fc.Arbitrary<Jump> = fc.record({
  when: arbitraryCondition,
  to: fc.oneof(
    page.map(target => ({ page: target })),
    fc.constant('end' as const),
  ),
})

const base = { id, text: fc.constant({ en: 'Words' }), required: fc.boolean() }
const order = fc.constant('fixed' as const)
const options = fc.constant(parts)

const plain: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ...base, kind: fc.constant('satisfaction' as const), offerNotApplicable: fc.boolean() }),
  fc.record({ ...base, kind: fc.constant('nps' as const) }),
  fc.record({ ...base, kind: fc.constant('yes-no' as const), offerNotApplicable: fc.boolean() }),
  fc.record({ ...base, kind: fc.constant('statement' as const) }),
  fc.record({ ...base, kind: fc.constant('date' as const) }),
  fc.record({ ...base, kind: fc.constant('number' as const), decimals: fc.constant(1) }),
  fc.record({ ...base, kind: fc.constant('text' as const), long: fc.boolean(), maxLength: fc.constant(40) }),
  fc.record({ ...base, kind: fc.constant('ranking' as const), options, order }),
  fc.record({ ...base, kind: fc.constant('sum' as const), options, total: fc.constant(10) }),
  fc.record({
    ...base,
    kind: fc.constantFrom('choice' as const, 'choices' as const, 'dropdown' as const),
    options,
    order,
    other: fc.constant({ en: 'Other' }),
    none: fc.constant({ en: 'None' }),
  }),
  fc.record({
    ...base,
    kind: fc.constant('grid' as const),
    rows: options,
    importance: fc.boolean(),
    offerNotApplicable: fc.boolean(),
  }),
)

const question: fc.Arbitrary<Question> = fc
  .tuple(
    plain,
    fc.record({ showIf: arbitraryCondition, requireIf: arbitraryCondition }, { requiredKeys: [] }),
  )
  .map(([core, rules]) => ({ ...core, ...rules }))

const arbitraryPage: fc.Arbitrary<Page> = fc
  .tuple(
    fc.record({
      id: fc.constantFrom(...PAGES),
      title: fc.constant({ en: 'Page' }),
      questions: fc.array(question, { maxLength: 4 }),
    }),
    fc.record({ showIf: arbitraryCondition, jumps: fc.array(jump, { maxLength: 2 }) }, { requiredKeys: [] }),
  )
  .map(([core, rules]) => ({ ...core, ...rules }))

/** Ids are unique, as a draft that came through operations always has them. */
export const arbitraryLogic: fc.Arbitrary<SurveyDefinition> = fc
  .uniqueArray(arbitraryPage, { maxLength: 5, selector: one => one.id })
  .map(pages => {
    const seen = new Set<string>()
    const isNew = (one: Question) => !seen.has(one.id) && Boolean(seen.add(one.id))
    return {
      title: { en: 'Survey' },
      welcome: { en: 'Welcome' },
      thanks: { en: 'Thanks' },
      languages: ['en', 'vi'],
      defaultLanguage: 'en',
      factorModel: { key: 'ibm-six', version: 1 },
      pages: pages.map(one => ({ ...one, questions: one.questions.filter(isNew) })),
    }
  })

const point = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant('na'))

/** Answers of every shape, whether or not their question takes them. */
export const arbitraryValue: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.double({ noNaN: true }),
  fc.constantFrom('a', 'b', 'none', 'other:my own', 'yes', 'no', 'na', '2026-05-01', 'Good  words', ' '),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'none', 'other:mine')),
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'a:importance'), point),
)

export const arbitraryAnswers: fc.Arbitrary<Record<string, AnswerValue>> = fc.dictionary(
  fc.constantFrom(...IDS, 'gone'),
  arbitraryValue,
)

export const arbitraryFacts: fc.Arbitrary<KnownFacts> = fc.dictionary(
  fc.constantFrom(...KNOWN_FACTS),
  fc.constantFrom('VN', 'good words', 'Lan', ''),
)

/** One test of an earlier question that makes sense. By place, questions are rated, of several choices, and of yes and no. */
function fittingTest(at: number): fc.Arbitrary<Test> {
  const subject = { question: `q${at}` }
  const one = (is: Test['is'][], ...values: (number | string)[]) =>
    fc.record({
      subject: fc.constant(subject),
      is: fc.constantFrom(...is),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
    })
  const presence = fc
    .constantFrom('answered' as const, 'blank' as const)
    .map((is): Test => ({ subject, is, values: [] }))
  if (at % 3 === 0) return fc.oneof(one(['is', 'is-not', 'at-most', 'at-least'], 1, 2, 3, 4, 5), presence)
  if (at % 3 === 1) return fc.oneof(one(['includes', 'includes-not', 'is'], 'a', 'b', 'c'), presence)
  return fc.oneof(one(['is', 'is-not'], 'yes', 'no'), presence)
}

/** A condition without a finding of its own, save that its tests may exclude each other. */
function fittingCondition(before: number): fc.Arbitrary<Condition> {
  const test = fc.integer({ min: 0, max: before - 1 }).chain(fittingTest)
  return fc.record({
    join: fc.constantFrom('all', 'any'),
    tests: fc.array(test, { minLength: 1, maxLength: 3 }),
  })
}

function fittingQuestion(at: number): fc.Arbitrary<Question> {
  const shared = { id: `q${at}`, text: { en: 'Words' }, required: false }
  const kinds: Question[] = [
    { ...shared, kind: 'satisfaction', offerNotApplicable: false },
    { ...shared, kind: 'choices', options: parts, order: 'fixed' },
    { ...shared, kind: 'yes-no', offerNotApplicable: false },
  ]
  const core = kinds[at % 3] as Question
  if (at === 0) return fc.constant(core)
  return fc.option(fittingCondition(at)).map(showIf => (showIf ? { ...core, showIf } : core))
}

function fittingPage(at: number): fc.Arbitrary<Page> {
  const questions = fc.tuple(fittingQuestion(2 * at), fittingQuestion(2 * at + 1))
  // Behind the last page is the end.
  const oneJump = fc
    .record({ when: fittingCondition(2 * at + 2), to: fc.integer({ min: at + 1, max: 6 }) })
    .map(({ when, to }): Jump => ({ when, to: to === 6 ? 'end' : { page: `p${to}` } }))
  const shown = at === 0 ? fc.constant(null) : fc.option(fittingCondition(2 * at))
  return fc.tuple(questions, shown, fc.array(oneJump, { maxLength: 2 })).map(([asked, showIf, jumps]) => ({
    id: `p${at}`,
    title: { en: 'Page' },
    questions: asked,
    jumps,
    ...(showIf ? { showIf } : {}),
  }))
}

/** A survey of six pages whose conditions fit their questions: what is out of reach there is so by its logic alone. */
export const fittingLogic: fc.Arbitrary<SurveyDefinition> = fc
  .tuple(...[0, 1, 2, 3, 4, 5].map(fittingPage))
  .map(pages => ({
    title: { en: 'Survey' },
    welcome: { en: 'Welcome' },
    thanks: { en: 'Thanks' },
    languages: ['en', 'vi'],
    defaultLanguage: 'en',
    factorModel: { key: 'ibm-six', version: 1 },
    pages,
  }))

/** Answers that the questions of `fittingLogic` take. */
export const fittingAnswers: fc.Arbitrary<Record<string, AnswerValue>> = fc
  .tuple(...Array.from({ length: 12 }, (_, at) => fc.option(fittingAnswer(at))))
  .map(values =>
    Object.fromEntries(values.flatMap((given, at) => (given === null ? [] : [[`q${at}`, given]]))),
  )

function fittingAnswer(at: number): fc.Arbitrary<AnswerValue> {
  if (at % 3 === 0) return fc.integer({ min: 1, max: 5 })
  if (at % 3 === 1) return fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
  return fc.constantFrom('yes', 'no')
}
