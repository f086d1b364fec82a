import { expect, test } from '@jest/globals'
import { portalLang } from './portal-lang.ts'

test.each([
  ['vi', undefined],
  ['en-GB', undefined],
  ['ar', 'en'],
  ['fr-CA', 'en'],
])('in a page in %s, the portal’s own words are marked as %s', (language, lang) => {
  expect(portalLang(language)).toBe(lang)
})
