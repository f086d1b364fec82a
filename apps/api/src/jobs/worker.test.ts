import { expect, test } from '@jest/globals'
import { backOffSeconds } from './worker.ts'

test('back-off doubles from half a minute and ends at a day', () => {
  expect([1, 2, 3, 8].map(backOffSeconds)).toEqual([30, 60, 120, 3840])
  expect(backOffSeconds(40)).toBe(86_400)
})
