import { expect, test } from '@jest/globals'
import type { DateFacts } from './date-reasons.ts'
import { proposedDates, reasonsFor } from './date-reasons.ts'

const facts: DateFacts = {
  today: '2026-11-19',
  openDates: ['2026-11-30'],
  holidays: [{ date: '2026-12-02', name: 'Founding day' }],
  weekend: [6, 7],
  events: [{ date: '2026-12-04', title: 'South' }],
}

test('the due date itself, before and after it', () => {
  expect(reasonsFor('2026-11-30', facts)).toEqual({ for: [{ kind: 'due' }], against: [] })
  expect(reasonsFor('2026-11-27', facts).for).toEqual([{ kind: 'before', days: 3 }])
  expect(reasonsFor('2026-12-08', facts).for).toEqual([{ kind: 'after', days: 8 }])
  expect(reasonsFor('2027-06-08', facts).for).toEqual([])
})

test('holidays, the days beside them, weekends, other events and the past', () => {
  expect(reasonsFor('2026-12-02', facts).against).toEqual([{ kind: 'holiday', name: 'Founding day' }])
  expect(reasonsFor('2026-12-01', facts).against).toEqual([{ kind: 'bridge', name: 'Founding day' }])
  expect(reasonsFor('2026-11-29', facts).against).toEqual([{ kind: 'weekend' }])
  expect(reasonsFor('2026-12-04', facts).against).toEqual([{ kind: 'other', title: 'South' }])
  expect(reasonsFor('2026-11-18', facts).against).toEqual([{ kind: 'past' }])
})

test('proposals are the nearest days against which nothing speaks, never today or before', () => {
  expect(proposedDates('2026-11-30', facts, 3)).toEqual(['2026-11-30', '2026-11-27', '2026-11-26'])
  expect(proposedDates('2026-11-05', facts, 2)).toEqual(['2026-11-20', '2026-11-23'])
})
