import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AnswerField } from './answer-fields.ts'
import { answerFromFields, answerToFields } from './answer-fields.ts'
import type { AnswerValue } from './answers.ts'
import { answerProblem } from './answers.ts'
import { arbitraryAnswer } from './arbitrary-answer.ts'
import { arbitraryQuestion, questionsByKind } from './arbitrary-question.ts'
import type { Question, QuestionOf } from './question.ts'

const base = { id: 'q', text: { en: 'Delivery' }, required: false }
const three = ['a', 'b', 'c'].map(id => ({ id, text: {} }))
const rated: Question = { ...base, kind: 'satisfaction', offerNotApplicable: true }
const comment: Question = { ...base, kind: 'text', long: true, maxLength: 100 }
const number = (decimals: number): Question => ({ ...base, kind: 'number', decimals })
const choice: QuestionOf<'choice'> = {
  ...base,
  kind: 'choice',
  options: three,
  order: 'fixed',
  other: { en: 'Other' },
}
const choices: Question = { ...choice, kind: 'choices' }
const ranking: Question = { ...base, kind: 'ranking', options: three, order: 'fixed' }
const sum: Question = { ...base, kind: 'sum', options: three, total: 10 }

/** A form as a browser sends it: a text is of the question itself, or of one of its parts. */
const sent = (question: Question, form: string | Record<string, string | string[]>) =>
  answerFromFields(question, part => {
    if (typeof form === 'string') return part === null ? [form] : []
    const texts = form[part ?? ''] ?? []
    return typeof texts === 'string' ? [texts] : texts
  })

describe('what a form sends', () => {
  test.each<[string, Question, Parameters<typeof sent>[1], AnswerValue | null]>([
    ['a point', rated, '5', 5],
    ['not applicable', rated, 'na', 'na'],
    ['nothing', rated, ' \r\n', null],
    ['no field at all', rated, {}, null],
    ['words with the line ends of every system', comment, 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['an option', choice, { '': 'b' }, 'b'],
    ['other, with words', choice, { '': 'other', other: 'a partner' }, 'other:a partner'],
    ['other, without words', choice, { '': 'other', other: ' ' }, 'other'],
    ['words under other, its button left alone', choice, { other: 'a partner' }, 'other:a partner'],
    ['words under other, then another option', choice, { '': 'a', other: 'a partner' }, 'a'],
    [
      'words that no option takes',
      { ...base, kind: 'dropdown', options: three, order: 'fixed' },
      { other: 'x' },
      null,
    ],
    ['ticked boxes', choices, { '': ['c', 'a'] }, ['c', 'a']],
    ['words under other, its box left alone', choices, { '': ['a'], other: 'mine' }, ['a', 'other:mine']],
    ['no box', choices, {}, null],
    ['places', ranking, { a: '3', b: '1', c: '2' }, ['b', 'c', 'a']],
    ['some places', ranking, { a: '', c: '1' }, ['c']],
    ['shared points', sum, { a: '4', b: '', c: '0' }, { a: 4, c: 0 }],
    ['a number', number(2), ' -1.5 ', -1.5],
    ['a number with a comma', number(2), '1,5', 1.5],
    ['a number of three decimals', number(3), '1,500', 1.5],
    ['a statement', { ...base, kind: 'statement' }, 'x', null],
  ])('%s', (_, question, form, value) => {
    expect(sent(question, form)).toEqual(value)
  })

  test.each([
    [rated, ['6', '-1', '1e0', '4.0', '0x4', '٤', 'NaN', '9999999999']],
    [number(0), ['1.500', '1,500', '1e3', '0x10', 'many', '--1', '1.2.3']],
  ] as [Question, string[]][])('%j: what is none stays text, and is named', (question, texts) => {
    for (const text of texts) expect(answerProblem(question, sent(question, text))).not.toBeNull()
  })

  test('a place that is given twice, or is none, is named', () => {
    expect(answerProblem(ranking, sent(ranking, { a: '1', b: '1', c: '2' }))).toBe('same_place')
    expect(answerProblem(ranking, sent(ranking, { a: 'first', b: '0' }))).toBe('not_a_choice')
  })

  test('shared points that are no number are named', () => {
    expect(answerProblem(sum, sent(sum, { a: 'four' }))).toBe('not_a_number')
  })
})

describe('every acceptable answer survives the way through a form', () => {
  const through = (question: Question, value: AnswerValue) => {
    const fields = answerToFields(question, value)
    const read = (part: string | null) =>
      fields.filter((field: AnswerField) => field.part === part).map(({ text }) => text)
    return answerFromFields(question, read)
  }

  test.each(Object.entries(questionsByKind))('%s', (_, kind) => {
    const answered = (kind as fc.Arbitrary<Question>).chain(question =>
      (arbitraryAnswer(question) ?? fc.constant(null)).map(value => [question, value] as const),
    )
    fc.assert(
      fc.property(answered, ([question, value]) => {
        if (value !== null) expect(through(question, value)).toEqual(value)
      }),
    )
  })

  test('no answer is no text', () => {
    fc.assert(
      fc.property(arbitraryQuestion, question => {
        expect(answerToFields(question, null)).toEqual([])
        expect(answerFromFields(question, () => [])).toBeNull()
      }),
    )
  })
})

test('whatever a form sends becomes a value or nothing, never an exception', () => {
  const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom('1', 'na', 'a', 'other')), { maxLength: 3 })
  fc.assert(
    fc.property(arbitraryQuestion, texts, (question, sentTexts) => {
      const value = answerFromFields(question, () => sentTexts)
      expect(['number', 'string', 'object']).toContain(typeof value)
    }),
  )
})
