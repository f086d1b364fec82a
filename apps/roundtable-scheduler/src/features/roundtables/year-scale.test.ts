import { expect, test } from '@jest/globals'
import { holidayRuns, placeInYear, rowsOf } from './year-scale.ts'

test('a year begins at 0 and ends below 1, leap years too', () => {
  expect(placeInYear('2026-01-01', 2026)).toBe(0)
  expect(placeInYear('2026-12-31', 2026)).toBeCloseTo(364 / 365)
  expect(placeInYear('2028-12-31', 2028)).toBeCloseTo(365 / 366)
  expect(placeInYear('2027-01-01', 2026)).toBe(1)
  expect(placeInYear('2025-12-31', 2026)).toBeLessThan(0)
})

test('holidays that follow each other are one run, named by most of its days', () => {
  expect(
    holidayRuns([
      { date: '2026-04-30', name: 'Victory' },
      { date: '2026-02-17', name: 'Tết' },
      { date: '2026-02-16', name: 'Eve' },
      { date: '2026-02-18', name: 'Tết' },
      { date: '2026-05-01', name: 'Victory' },
    ]),
  ).toEqual([
    { from: '2026-02-16', until: '2026-02-19', name: 'Tết' },
    { from: '2026-04-30', until: '2026-05-02', name: 'Victory' },
  ])
})

test('marks that would touch stand in different rows', () => {
  expect(rowsOf([0.1, 0.3, 0.5])).toEqual([0, 0, 0])
  expect(rowsOf([0.1, 0.12, 0.14, 0.3])).toEqual([0, 1, 2, 0])
  expect(rowsOf([])).toEqual([])
})
