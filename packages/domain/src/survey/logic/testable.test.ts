import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnswerValue } from '../answers.ts'
import { answerProblem, isBlank } from '../answers.ts'
import { blankQuestion } from '../blank-question.ts'
import type { SurveyDefinition } from '../definition.ts'
import type { Question, QuestionKind } from '../question.ts'
import { QUESTION_KINDS } from '../question.ts'
import { seenIn, testHolds } from './evaluate.ts'
import { pipe } from './pipe.ts'
import type { Testable } from './testable.ts'
import { hasWords, testableOf, testableParts, testsOf } from './testable.ts'

const blank = (kind: QuestionKind): Question => blankQuestion(kind, { id: 'q1', languages: ['en'] })

describe('every kind', () => {
  test.each<[QuestionKind, Testable | null, string[]]>([
    ['satisfaction', { kind: 'points', low: 1, high: 5, notApplicable: true }, []],
    ['agreement', { kind: 'points', low: 1, high: 5, notApplicable: true }, []],
    ['rating', { kind: 'points', low: 1, high: 7, notApplicable: true }, []],
    ['grid', { kind: 'presence' }, ['a', 'b', 'c']],
    ['nps', { kind: 'points', low: 0, high: 10, notApplicable: false }, []],
    ['csat', { kind: 'points', low: 1, high: 5, notApplicable: true }, []],
    ['ces', { kind: 'points', low: 1, high: 7, notApplicable: false }, []],
    ['choice', { kind: 'options', ids: ['a', 'b', 'c'], several: false }, []],
    ['choices', { kind: 'options', ids: ['a', 'b', 'c'], several: true }, []],
    ['dropdown', { kind: 'options', ids: ['a', 'b', 'c'], several: false }, []],
    ['ranking', { kind: 'options', ids: ['a', 'b', 'c'], several: true }, ['a', 'b', 'c']],
    ['picture', { kind: 'options', ids: ['a', 'b'], several: false }, []],
    ['slider', { kind: 'number', min: 0, max: 100, step: 1 }, []],
    ['sum', { kind: 'presence' }, ['a', 'b', 'c']],
    ['text', { kind: 'words' }, []],
    ['number', { kind: 'number', step: 1 }, []],
    ['date', { kind: 'day' }, []],
    ['yes-no', { kind: 'options', ids: ['yes', 'no'], several: false }, []],
    ['consent', { kind: 'presence' }, []],
    ['contact-details', { kind: 'presence' }, ['name', 'email']],
    ['upload', { kind: 'presence' }, []],
    ['statement', null, []],
  ])('%s', (kind, testable, parts) => {
    expect(testableOf(blank(kind))).toEqual(testable)
    expect(testableParts(blank(kind))).toEqual(parts)
    for (const part of parts) expect(testableOf(blank(kind), part)).not.toBeNull()
    expect(testableOf(blank(kind), 'gone')).toBeNull()
  })

  test('the table above names them all', () => expect(QUESTION_KINDS).toHaveLength(22))

  test("a grid's importance is a part of its own", () => {
    const grid = { ...blank('grid'), importance: true } as Question
    expect(testableParts(grid)).toEqual(['a', 'a:importance', 'b', 'b:importance', 'c', 'c:importance'])
    expect(testableOf(grid, 'a:importance')).toEqual({
      kind: 'points',
      low: 1,
      high: 5,
      notApplicable: false,
    })
    expect(testableOf(blank('grid'), 'a:importance')).toBeNull()
  })
})

/** Answers of any shape; those that the question takes are used. */
const value: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.constantFrom('a', 'b', 'yes', 'no', 'na', '2026-05-01', 'some words', 'en'),
  fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'name'),
    fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('Lan')),
  ),
)
const answered = fc
  .tuple(fc.constantFrom(...QUESTION_KINDS).map(blank), value)
  .filter(([question, one]) => answerProblem(question, one) === null && !isBlank(one))

describe('laws', () => {
  test('what an answer may be is what it can be tested for', () => {
    fc.assert(
      fc.property(answered, ([question, one]) => {
        for (const part of [undefined, ...testableParts(question)]) {
          const testable = testableOf(question, part)
          const seen = seenIn(question, one, part)
          if (!testable || !seen.answered) continue
          expect(testHolds({ is: 'answered', values: [] }, seen)).toBe(true)
          for (const found of seen.values) {
            if (testable.kind === 'options') expect(testable.ids).toContain(found)
            if (testable.kind === 'points' && found !== 'na') expect(typeof found).toBe('number')
          }
          if (testable.kind === 'presence') expect(testsOf(testable)).toEqual(['answered', 'blank'])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what has no words is never put into a text, and what has is', () => {
    fc.assert(
      fc.property(answered, ([question, one]) => {
        const definition: SurveyDefinition = {
          title: {},
          welcome: {},
          thanks: {},
          languages: ['en'],
          defaultLanguage: 'en',
          factorModel: { key: 'ibm-six', version: 1 },
          pages: [{ id: 'p1', title: {}, questions: [named(question)] }],
        }
        const say = (part: string | undefined) =>
          pipe(`{{question:q1${part === undefined ? '' : `:${part}`}|instead}}`, {
            definition,
            answers: { q1: one },
            facts: {},
            language: 'en',
            say: (_, point) => String(point),
          })
        for (const part of [undefined, ...testableParts(question)]) {
          const given = seenIn(question, one, part).answered
          expect(say(part) !== 'instead').toBe(given && hasWords(question, part))
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** Options with texts, as an author would give them. */
function named(question: Question): Question {
  if (!('options' in question)) return question
  return {
    ...question,
    options: question.options.map(option => ({ ...option, text: { en: option.id } })),
  } as Question
}
