import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Question } from '../question.ts'
import { arbitraryCondition, arbitraryTest, arbitraryValue } from './arbitrary-logic.ts'
import type { Test, TestKind } from './condition.ts'
import { holds, seenFact, seenIn, testHolds, UNANSWERED } from './evaluate.ts'

const base = { id: 'q1', text: { en: 'Words' }, required: false }
const options = ['a', 'b', 'c'].map(id => ({ id, text: { en: id } }))
const choice: Question = { ...base, kind: 'choice', options, order: 'fixed', other: { en: 'Other' } }
const choices: Question = { ...choice, kind: 'choices' }
const points: Question = { ...base, kind: 'satisfaction', offerNotApplicable: true }
const grid: Question = { ...base, kind: 'grid', rows: options, importance: true, offerNotApplicable: true }
const ranking: Question = { ...base, kind: 'ranking', options, order: 'fixed' }
const words: Question = { ...base, kind: 'text', long: false, maxLength: 40 }
const day: Question = { ...base, kind: 'date' }

const check = (question: Question, value: unknown, is: TestKind, ...values: Test['values']) =>
  testHolds({ is, values }, seenIn(question, value))

describe('one test', () => {
  test('is and includes find any of the values', () => {
    expect(check(choice, 'a', 'is', 'b', 'a')).toBe(true)
    expect(check(choice, 'c', 'is', 'b', 'a')).toBe(false)
    expect(check(choices, ['a', 'c'], 'includes', 'b', 'c')).toBe(true)
    expect(check(choices, ['a'], 'includes', 'b', 'c')).toBe(false)
  })

  test('of several chosen options, one alone is that one', () => {
    expect(check(choices, ['a'], 'is', 'a')).toBe(true)
    expect(check(choices, ['a', 'b'], 'is', 'a')).toBe(false)
  })

  test('numbers and days have an order, "not applicable" has none', () => {
    expect(check(points, 2, 'at-most', 2)).toBe(true)
    expect(check(points, 3, 'at-most', 2)).toBe(false)
    expect(check(points, 3, 'at-least', 3)).toBe(true)
    expect(check(points, 'na', 'at-most', 5)).toBe(false)
    expect(check(points, 'na', 'at-least', 1)).toBe(false)
    expect(check(points, 'na', 'is', 'na')).toBe(true)
    expect(check(points, 'na', 'answered')).toBe(true)
    expect(check(day, '2026-05-01', 'at-most', '2026-05-02')).toBe(true)
    expect(check(day, '2026-05-03', 'at-most', '2026-05-02')).toBe(false)
    expect(check(words, 'many', 'at-least', 'few')).toBe(false)
  })

  test('"other" is compared without its words, and only where it is offered', () => {
    expect(check(choice, 'other:a partner', 'is', 'other')).toBe(true)
    expect(check(choices, ['a', 'other:a partner'], 'includes', 'other')).toBe(true)
    expect(check(words, 'other:a partner', 'is', 'other')).toBe(false)
  })

  test('words are compared without case and spelling of their marks, ids as they are', () => {
    expect(check(words, ' Giao   hàng ', 'is', 'giao hàng')).toBe(true)
    expect(check(words, 'Giao hàng'.normalize('NFD'), 'is', 'giao hàng'.normalize('NFC'))).toBe(true)
    expect(check(words, 'giao hang', 'is', 'giao hàng')).toBe(false)
    expect(check(choice, 'a', 'is', 'A')).toBe(false)
    expect(testHolds({ is: 'is', values: ['enterprise'] }, seenFact('Enterprise'))).toBe(true)
  })

  test('a part has its own value: a row, its importance, a place in a ranking', () => {
    const rows = { a: 2, 'a:importance': 5 }
    expect(seenIn(grid, rows, 'a').values).toEqual([2])
    expect(seenIn(grid, rows, 'a:importance').values).toEqual([5])
    expect(seenIn(grid, rows, 'b')).toEqual(UNANSWERED)
    expect(seenIn(grid, rows)).toEqual({ answered: true, values: [] })
    expect(seenIn(ranking, ['c', 'a'], 'a').values).toEqual([2])
    expect(seenIn(ranking, ['c', 'a'], 'b')).toEqual(UNANSWERED)
    expect(seenIn(grid, rows, 'constructor')).toEqual(UNANSWERED)
  })

  test.each([undefined, null, '', '  ', [], {}, { a: ' ' }])('%j says nothing', value => {
    expect(seenIn(words, value)).toEqual(UNANSWERED)
  })
})

describe('laws', () => {
  const opposites: Partial<Record<TestKind, TestKind>> = {
    answered: 'blank',
    is: 'is-not',
    includes: 'includes-not',
  }
  const given = fc.oneof(fc.anything(), arbitraryValue)
  const questions = fc.constantFrom(choice, choices, points, grid, ranking, words, day)

  test('no answer, of whatever shape, makes the evaluator throw', () => {
    fc.assert(
      fc.property(arbitraryCondition, questions, given, (condition, question, value) => {
        const look = () => seenIn(question, value)
        expect(typeof holds(condition, look)).toBe('boolean')
      }),
    )
  })

  test('blank is the opposite of answered, as is-not of is and includes-not of includes', () => {
    fc.assert(
      fc.property(arbitraryTest, questions, given, ({ is, values }, question, value) => {
        const opposite = opposites[is]
        if (!opposite) return
        const seen = seenIn(question, value)
        expect(testHolds({ is: opposite, values }, seen)).toBe(!testHolds({ is, values }, seen))
      }),
      { numRuns: 2000 },
    )
  })

  test('an order test holds only for what was answered, and only one of two that leave a gap', () => {
    fc.assert(
      fc.property(given, fc.integer(), (value, limit) => {
        const seen = seenIn(points, value)
        const low = testHolds({ is: 'at-most', values: [limit] }, seen)
        const high = testHolds({ is: 'at-least', values: [limit + 1] }, seen)
        expect(low && high).toBe(false)
        if (low || high) expect(seen.answered).toBe(true)
      }),
    )
  })
})
