import { expect, test } from '@jest/globals'
import { factorPaths } from '@sixfold/charts/factor-symbols'
import { appsFor } from './apps.ts'
import { readScheme } from './color-scheme.ts'
import { factorLook } from './factor-shape.ts'
import { splitFaults } from './field-faults.ts'
import { initials } from './initials.ts'

test.each([
  ['Lê Minh Anh', 'LA'],
  ['  đỗ   khánh linh ', 'ĐL'],
  ['Cher', 'C'],
  ['', ''],
])('initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('faults go to their fields, the rest above the form', () => {
  const values = { email: '', contacts: [{ email: '' }] }
  const at = (path: string) => ({ path, message: 'x' })
  expect(splitFaults([at('email'), at('contacts.0.email'), at('contacts.1.email'), at('')], values)).toEqual({
    known: [at('email'), at('contacts.0.email')],
    rest: [at('contacts.1.email'), at('')],
  })
})

test('six factors look different, what is none has no look', () => {
  expect(new Set(factorPaths).size).toBe(6)
  expect(factorLook(4)?.color).toBe('var(--factor-5)')
  expect(factorLook(-1)).toBeUndefined()
})

test('each role has an app, an administrator has all', () => {
  for (const role of ['marketing', 'regional', 'care', 'analyst'] as const) {
    expect(appsFor(role).length).toBeGreaterThan(0)
  }
  expect(appsFor('administrator').map(app => app.id)).toEqual(['builder', 'scheduler', 'desk'])
})

test('an unknown look follows the system', () => {
  expect(['light', 'dark', 'neon', null].map(readScheme)).toEqual(['light', 'dark', 'auto', 'auto'])
})
