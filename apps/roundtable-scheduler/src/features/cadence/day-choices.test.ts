import { expect, test } from '@jest/globals'
import { choiceOf, dayChoices, withDay } from './day-choices.ts'

const rule = { anchor: '2026-06-30', everyMonths: 3, on: null }

test('a day can be its number, its weekday, or the last of its kind', () => {
  expect(dayChoices('2026-06-09')).toEqual(['day', 'nth'])
  expect(dayChoices('2026-06-23')).toEqual(['day', 'nth'])
  expect(dayChoices('2026-07-28')).toEqual(['day', 'nth', 'last'])
  expect(dayChoices('2026-06-30')).toEqual(['day', 'last'])
  expect(dayChoices('2026-12-31')).toEqual(['day', 'last'])
})

test('the fifth Tuesday is the last', () => {
  const fifth = withDay(rule, '2026-06-30', 'last')
  expect(fifth.on).toEqual({ nth: 'last', weekday: 2 })
  expect(choiceOf(fifth)).toBe('last')
  expect(choiceOf({ ...rule, on: { nth: 5, weekday: 2 } })).toBe('last')
  expect(withDay(rule, '2026-06-23', 'nth').on).toEqual({ nth: 4, weekday: 2 })
})

test('an anchor that cannot mean it falls back to the plain day', () => {
  expect(withDay(rule, '2026-06-30', 'nth').on).toBeNull()
  expect(withDay(rule, '2026-06-09', 'last')).toEqual({ ...rule, anchor: '2026-06-09', on: null })
})
