import { expect, test } from '@jest/globals'
import { languageName, ownName } from './language-name.ts'

test('a language by its own name stands alone, so it begins with a capital', () => {
  expect(['en', 'vi', 'fr', 'ar'].map(ownName)).toEqual(['English', 'Tiếng Việt', 'Français', 'العربية'])
})

test('what is no tag stands for itself', () => {
  for (const tag of ['en-US-US', 'abc-12', 'en-x1', 'zz-aaaaaaaa-bbbbbbbb-1']) {
    expect(ownName(tag)).toBe(tag)
    expect(languageName(tag, 'en')).toBe(tag)
  }
})

test('a language within a sentence is written as that language writes it', () => {
  expect(languageName('vi', 'en')).toBe('Vietnamese')
  expect(languageName('vi', 'vi')).toBe('tiếng Việt')
})
