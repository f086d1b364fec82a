import { expect, test } from '@jest/globals'
import { countries } from './countries.ts'

test('countries are those of today, each once, by their names in the language', () => {
  const english = countries('en')
  expect(english.length).toBeGreaterThan(240)
  expect(english.length).toBeLessThan(260)
  expect(new Set(english).size).toBe(english.length)
  for (const code of ['VN', 'DE', 'SG', 'US', 'GB', 'XK']) expect(english).toContain(code)
  for (const code of ['VD', 'DD', 'SU', 'YU', 'UK', 'EU', 'UN', 'ZZ', 'QO', 'XA'])
    expect(english).not.toContain(code)
  expect(english.indexOf('AF')).toBeLessThan(english.indexOf('ZW'))
  expect([...countries('vi')].sort()).toEqual([...english].sort())
})
