import { expect, test } from '@jest/globals'
import { acceptedType, FILE_TYPES } from './file-types.ts'
import { FILE_FAMILIES } from './question.ts'

test('a type is taken by the family that has it, and by no other', () => {
  for (const family of FILE_FAMILIES)
    for (const { type, extension } of FILE_TYPES[family]) {
      expect(acceptedType([family], type)).toEqual({ type, extension })
      const others = FILE_FAMILIES.filter(other => other !== family)
      expect(acceptedType(others, type)).toBeNull()
    }
})

test('nothing that can carry a program is among them', () => {
  for (const type of [
    'image/svg+xml',
    'text/html',
    'application/zip',
    'application/x-cfb',
    'application/vnd.ms-word.document.macroenabled.12',
  ])
    expect(acceptedType(FILE_FAMILIES, type)).toBeNull()
})
