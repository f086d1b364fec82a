import { describe, expect, test } from '@jest/globals'
import { blankQuestion } from './blank-question.ts'
import { QUESTION_KINDS } from './question.ts'
import { questionText } from './settings.ts'
import { textsOfQuestion } from './texts.ts'

const blank = (kind: (typeof QUESTION_KINDS)[number], ...languages: string[]) =>
  blankQuestion(kind, { id: 'q', languages })

describe.each(QUESTION_KINDS)('a new %s question', kind => {
  test('is of its kind, not required, and asks everybody', () => {
    expect(blank(kind, 'en')).toMatchObject({ id: 'q', kind, required: false })
    expect(blank(kind, 'en')).not.toHaveProperty('showIf')
  })

  test('says in English and Vietnamese the same things, or nothing in both', () => {
    for (const { text, place } of textsOfQuestion('p', blank(kind, 'en', 'vi')))
      expect([place, Object.keys(text)]).toEqual([place, Object.keys(text).length === 0 ? [] : ['en', 'vi']])
  })

  test('speaks the survey’s languages only, and leaves no empty optional text', () => {
    expect(JSON.stringify(blank(kind, 'vi'))).not.toContain('"en"')
    const foreign = blank(kind, 'fr')
    for (const { text } of textsOfQuestion('p', foreign)) expect(text).toEqual({})
    for (const field of ['help', 'middle', 'other', 'none', 'unit'] as const)
      expect(questionText(foreign, field)).toBeUndefined()
  })
})
