import { expect, test } from '@jest/globals'
import { directionOf } from './direction.ts'

test.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['az-Arab', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['en', 'ltr'],
  ['vi', 'ltr'],
  ['uz', 'ltr'],
  ['zh-Hant-TW', 'ltr'],
  ['not a tag', 'ltr'],
  ['', 'ltr'],
])('%s is written %s', (language, direction) => expect(directionOf(language)).toBe(direction))
