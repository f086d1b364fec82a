import { describe, expect, test } from '@jest/globals'
import { missingLanguages } from '../../local-text.ts'
import { textsOfQuestion } from '../texts.ts'
import { starterQuestions } from './starter-questions.ts'

test('every entry has an id of its own, and so has every part of its question', () => {
  const ids = starterQuestions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^starter-[a-z-]+$/)
})

describe.each(starterQuestions.map(({ id, ...entry }) => [id, entry] as const))(
  '%s',
  (_, { name, question }) => {
    test('is written in both languages', () => {
      const languages = ['en', 'vi']
      expect(missingLanguages(name, languages)).toEqual([])
      for (const { text, optional, place } of textsOfQuestion('page', question)) {
        const written = Object.keys(text).length > 0
        if (written || !optional)
          expect({ place, missing: missingLanguages(text, languages) }).toEqual({ place, missing: [] })
      }
    })

    test('stands alone: it looks at no other question', () => {
      expect(question.showIf ?? question.requireIf).toBeUndefined()
      expect(JSON.stringify(question)).not.toContain('{{')
    })
  },
)
