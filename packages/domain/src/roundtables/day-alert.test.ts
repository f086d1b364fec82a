import { expect, test } from '@jest/globals'
import { dayAlert } from './day-alert.ts'

test('an alert says what the day was and what it is', () => {
  const tet = { kind: 'holiday', name: 'Tết' } as const
  expect(dayAlert({ kind: 'working' }, tet)).toEqual({ was: { kind: 'working' }, is: tet })
  expect(dayAlert(tet, { kind: 'quiet', name: 'Tết' })).toMatchObject({ was: tet })
  expect(dayAlert(tet, { kind: 'working' })).toMatchObject({ is: { kind: 'working' } })
})

test('a new name, the same day and an unknown past are no news', () => {
  expect(dayAlert({ kind: 'holiday', name: 'Tết' }, { kind: 'holiday', name: 'Tết Nguyên Đán' })).toBeNull()
  expect(dayAlert({ kind: 'weekend' }, { kind: 'weekend' })).toBeNull()
  expect(dayAlert(null, { kind: 'weekend' })).toBeNull()
  expect(dayAlert(undefined, { kind: 'weekend' })).toBeNull()
})
