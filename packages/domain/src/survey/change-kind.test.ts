import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { blankQuestion } from './blank-question.ts'
import { changeKind } from './change-kind.ts'
import type { Question, QuestionKind } from './question.ts'
import { QUESTION_KINDS } from './question.ts'
import { SETTINGS, TEXTS } from './settings.ts'

const languages = ['en', 'vi']
const choice: Question = {
  id: 'q',
  kind: 'choice',
  text: { en: 'Which?', vi: 'Điều nào?' },
  help: { en: 'One' },
  required: true,
  measures: { factor: 'delivery', attribute: null },
  showIf: { join: 'all', tests: [] },
  options: [
    { id: 'a', text: { en: 'Speed' } },
    { id: 'x', text: { en: 'Nothing' }, exclusive: true },
  ],
  order: 'random',
  other: { en: 'Other' },
}
const lost = (question: Question, kind: QuestionKind) => changeKind(question, kind, languages).lost

describe('a question of another kind', () => {
  test('keeps text, options and settings that both kinds have', () => {
    expect(changeKind(choice, 'choices', languages)).toEqual({
      question: { ...choice, kind: 'choices' },
      lost: [],
    })
    const { question } = changeKind(choice, 'ranking', languages)
    expect(question).toEqual({
      id: 'q',
      kind: 'ranking',
      text: choice.text,
      help: choice.help,
      required: true,
      measures: choice.measures,
      showIf: choice.showIf,
      options: [
        { id: 'a', text: { en: 'Speed' } },
        { id: 'x', text: { en: 'Nothing' } },
      ],
      order: 'random',
    })
  })

  test('makes rows of options, and options of rows', () => {
    const grid = changeKind(choice, 'grid', languages).question
    expect(grid).toMatchObject({ kind: 'grid', rows: [{ id: 'a' }, { id: 'x' }] })
    expect(changeKind(grid, 'dropdown', languages).question).toMatchObject({
      options: [{ id: 'a' }, { id: 'x' }],
    })
  })

  test('says what it has no place for', () => {
    expect(lost(choice, 'ranking')).toEqual(['other', 'exclusive'])
    expect(lost(choice, 'text')).toEqual(['other', 'parts', 'exclusive'])
    expect(lost(choice, 'statement')).toEqual(['other', 'parts', 'exclusive', 'measures', 'required'])
    const picture = changeKind(choice, 'picture', languages).question
    if (picture.kind !== 'picture') throw new Error('it is a picture choice')
    const drawn = { ...picture, options: picture.options.map(option => ({ ...option, picture: 'p1' })) }
    expect(lost(drawn, 'choice')).toEqual(['picture'])
  })

  test('loses nothing that nobody wrote', () => {
    const blank = blankQuestion('choice', { id: 'q', languages })
    expect(lost(blank, 'text')).toEqual([])
  })

  test('keeps the words of both ends', () => {
    const rating = {
      ...blankQuestion('rating', { id: 'q', languages }),
      low: { en: 'Bad' },
      high: { en: 'Good' },
    }
    const slider = changeKind(rating as Question, 'slider', languages)
    expect(slider).toMatchObject({ question: { low: { en: 'Bad' }, high: { en: 'Good' } }, lost: [] })
    expect(lost(rating as Question, 'nps')).toEqual(['low', 'high'])
  })

  const kinds = fc.constantFrom(...QUESTION_KINDS)
  test('has exactly what its kind has, whatever it was', () => {
    fc.assert(
      fc.property(kinds, kinds, (from, to) => {
        const { question } = changeKind(blankQuestion(from, { id: 'q', languages }), to, languages)
        const allowed = new Set([
          ...['id', 'kind', 'required', 'measures', 'options', 'rows', 'fields'],
          ...Object.keys(TEXTS[to]),
          ...Object.keys(SETTINGS[to]),
        ])
        expect(Object.keys(question).filter(key => !allowed.has(key))).toEqual([])
        expect(Object.keys(question)).toEqual(
          expect.arrayContaining(Object.keys(blankQuestion(to, { id: 'q', languages }))),
        )
      }),
    )
  })
})
