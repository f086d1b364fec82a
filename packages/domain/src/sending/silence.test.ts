import { describe, expect, test } from '@jest/globals'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { isSilent, silenceChecks } from './silence.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: [{ date: '2026-09-02', name: 'National Day' }],
}
const checks = (closesAt: string, days = 3) =>
  silenceChecks({ closesAt: new Date(closesAt), days, zone, calendar }).map(at => at.toISOString())

describe('silent accounts', () => {
  test('are looked for on the mornings of the last working days before the end', () => {
    // Friday 18:00 in Hanoi.
    expect(checks('2026-08-28T11:00:00Z')).toEqual([
      '2026-08-25T01:00:00.000Z',
      '2026-08-26T01:00:00.000Z',
      '2026-08-27T01:00:00.000Z',
    ])
  })

  test('are not looked for on a weekend or a holiday', () => {
    // Thursday 3 September; Wednesday is a holiday.
    expect(checks('2026-09-03T11:00:00Z')).toEqual([
      '2026-08-28T01:00:00.000Z',
      '2026-08-31T01:00:00.000Z',
      '2026-09-01T01:00:00.000Z',
    ])
  })

  test('are never looked for where the plan says so', () => {
    expect(checks('2026-08-28T11:00:00Z', 0)).toEqual([])
  })

  test.each([
    ['asked and reminded, without a word', { open: 2 }, true],
    ['not all asked yet', { open: 2, planned: 1 }, false],
    ['not all reminded yet', { open: 2, reminding: 1 }, false],
    ['one answered', { open: 2, finished: 1 }, false],
    ['one wants no more of it, which is a word, too', { open: 2, optedOut: 1 }, false],
    ['nobody could be reached', {}, false],
  ])('%s', (_name, counts, silent) => {
    expect(isSilent({ planned: 0, open: 0, reminding: 0, finished: 0, optedOut: 0, ...counts })).toBe(silent)
  })
})
