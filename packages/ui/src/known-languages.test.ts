import { expect, test } from '@jest/globals'
import { knownLanguages, languageTag } from './known-languages.ts'

test('every known language is named once and in its usual spelling', () => {
  expect(new Set(knownLanguages).size).toBe(knownLanguages.length)
  expect(knownLanguages.map(languageTag)).toEqual(knownLanguages)
})

test.each([
  ['PT-br', 'pt-BR'],
  [' zh-hant-tw ', 'zh-Hant-TW'],
  ['klingonese', null],
  ['xx', null],
  ['__proto__', null],
  ['', null],
])('%j is %j', (typed, tag) => expect(languageTag(typed)).toBe(tag))
