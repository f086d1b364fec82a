import { expect, test } from '@jest/globals'
import { languageName, ownName } from './language-name.ts'

test('a language by its own name stands alone, so it begins with a capital', () => {
  expect(['en', 'vi', 'fr', 'ar'].map(ownName)).toEqual(['English', 'Tiếng Việt', 'Français', 'العربية'])
})

test('a language within a sentence is written as that language writes it', () => {
  expect(languageName('vi', 'en')).toBe('Vietnamese')
  expect(languageName('vi', 'vi')).toBe('tiếng Việt')
})
