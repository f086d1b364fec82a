import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answerFromText, answerToText } from './answer-text.ts'
import { answerProblem } from './answers.ts'
import type { Question } from './question.ts'

const base = { id: 'q', text: { en: 'Delivery' }, required: false }
const rated: Question = { ...base, kind: 'satisfaction', offerNotApplicable: true }
const recommend: Question = { ...base, kind: 'nps' }
const comment: Question = { ...base, kind: 'text', long: true, maxLength: 100 }

test('choices become numbers, "not applicable" stays itself', () => {
  expect(answerFromText(rated, '5')).toBe(5)
  expect(answerFromText(rated, 'na')).toBe('na')
  expect(answerFromText(recommend, '0')).toBe(0)
})

test('a blank field is no answer', () => {
  for (const question of [rated, recommend, comment]) expect(answerFromText(question, ' \r\n')).toBeNull()
})

test.each(['6', '-1', '1e0', '4.0', '0x4', '٤', 'NaN', '9999999999'])('%s is no choice', text => {
  expect(answerProblem(rated, answerFromText(rated, text))).toBe('not_a_choice')
})

test('line ends count once, whatever the browser sends', () => {
  expect(answerFromText(comment, 'a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
})

test('every acceptable answer survives the way through a form field', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('na')), value => {
      expect(answerFromText(rated, answerToText(value))).toBe(value)
    }),
  )
  expect(answerToText(null)).toBe('')
})
