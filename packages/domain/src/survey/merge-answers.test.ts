import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { RevisedAnswers } from './merge-answers.ts'
import { givenAnswers, mergeAnswers } from './merge-answers.ts'

const value = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.constantFrom('', 'na', 'tốt', '5', '["a"]', '{"a":1}'),
  fc.shuffledSubarray(['a', 'b']),
  fc.constantFrom({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 'na' }, {}),
  fc.constant(null),
)
const answers: fc.Arbitrary<RevisedAnswers> = fc.dictionary(
  fc.constantFrom('q1', 'q2', 'q3', 'constructor'),
  fc.record({ value, revision: fc.integer({ min: 1, max: 3 }) }),
  { noNullPrototype: true },
)

describe('merging answers of several devices', () => {
  test('the higher revision wins, whichever comes first', () => {
    const older = { q1: { value: 5, revision: 2 } }
    const newer = { q1: { value: 2, revision: 3 } }
    expect(mergeAnswers(older, newer)).toEqual(newer)
    expect(mergeAnswers(newer, older)).toBe(newer)
  })

  test('an answer taken back at a higher revision stays taken back', () => {
    const merged = mergeAnswers({ q1: { value: 'text', revision: 1 } }, { q1: { value: null, revision: 2 } })
    expect(merged).toEqual({ q1: { value: null, revision: 2 } })
    expect(givenAnswers(merged)).toEqual({})
  })

  test('at one revision a given answer wins over one taken back', () => {
    const merged = mergeAnswers({ q1: { value: null, revision: 2 } }, { q1: { value: 0, revision: 2 } })
    expect(givenAnswers(merged)).toEqual({ q1: 0 })
  })

  test('a question named like an inherited property is an ordinary question', () => {
    expect(mergeAnswers({}, { constructor: { value: 1, revision: 1 } })).toEqual({
      constructor: { value: 1, revision: 1 },
    })
  })

  test('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        expect(mergeAnswers(first, second)).toEqual(mergeAnswers(second, first))
      }),
    )
  })

  test('nor does the grouping', () => {
    fc.assert(
      fc.property(answers, answers, answers, (first, second, third) => {
        expect(mergeAnswers(mergeAnswers(first, second), third)).toEqual(
          mergeAnswers(first, mergeAnswers(second, third)),
        )
      }),
    )
  })

  test('saying the same again changes nothing', () => {
    fc.assert(
      fc.property(answers, answers, (stored, incoming) => {
        const once = mergeAnswers(stored, incoming)
        expect(mergeAnswers(once, incoming)).toBe(once)
      }),
    )
  })

  test('no question ever falls back to an older revision', () => {
    fc.assert(
      fc.property(answers, answers, (stored, incoming) => {
        const merged = mergeAnswers(stored, incoming)
        for (const [question, { revision }] of Object.entries(stored))
          expect(merged[question]?.revision).toBeGreaterThanOrEqual(revision)
      }),
    )
  })
})

test('blank text is no given answer, zero is one', () => {
  expect(givenAnswers({ q1: { value: '  ', revision: 1 }, q2: { value: 0, revision: 1 } })).toEqual({ q2: 0 })
})
