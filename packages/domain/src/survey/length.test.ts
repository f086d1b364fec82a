import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryQuestion } from './arbitrary-question.ts'
import { secondsOf, secondsToAnswer } from './length.ts'
import type { Question } from './question.ts'

const base = { id: 'q', text: {}, required: false }
const parts = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `o${n}`, text: {} }))
const list = { ...base, order: 'fixed' } as const

describe('how long a question takes', () => {
  test.each<[number, Question]>([
    [7.5, { ...base, kind: 'satisfaction', offerNotApplicable: true }],
    [30, { ...base, kind: 'grid', rows: parts(4), importance: false, offerNotApplicable: true }],
    [60, { ...base, kind: 'grid', rows: parts(4), importance: true, offerNotApplicable: true }],
    [11, { ...list, kind: 'choice', options: parts(3) }],
    [65, { ...list, kind: 'choices', options: parts(80) }],
    [8, { ...list, kind: 'dropdown', options: parts(3) }],
    [15, { ...list, kind: 'ranking', options: parts(9), top: 2 }],
    [20, { ...list, kind: 'ranking', options: parts(3) }],
    [20, { ...base, kind: 'text', long: true, maxLength: 2000 }],
  ])('%d seconds: %j', (seconds, question) => expect(secondsToAnswer(question)).toBe(seconds))

  test('is never nothing, and questions add up', () => {
    fc.assert(
      fc.property(fc.array(arbitraryQuestion, { minLength: 1, maxLength: 5 }), questions => {
        const each = questions.map(secondsToAnswer)
        for (const seconds of each) expect(seconds).toBeGreaterThan(0)
        expect(secondsOf(questions)).toBeCloseTo(each.reduce((sum, seconds) => sum + seconds, 0))
      }),
    )
  })
})
