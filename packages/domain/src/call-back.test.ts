import { expect, test } from '@jest/globals'
import { callBack } from './call-back.ts'

const plan = {
  zone: 'Asia/Ho_Chi_Minh',
  hours: { from: '09:00', until: '17:00' },
  calendar: {
    weekend: [6, 7] as const,
    holidays: [{ date: '2026-09-02', name: 'Quốc khánh' }],
  },
}
const at = (wall: string) => new Date(`${wall}:00+07:00`)

test.each([
  // Within the hours: by the end of the next working day.
  ['2026-08-17T10:00', '2026-08-17T10:00', '2026-08-18T17:00'],
  // Friday: the next one is Monday.
  ['2026-08-21T16:30', '2026-08-21T16:30', '2026-08-24T17:00'],
  // Outside: the first working day, from its morning.
  ['2026-08-22T10:00', '2026-08-24T09:00', '2026-08-24T17:00'],
  ['2026-08-17T20:00', '2026-08-18T09:00', '2026-08-18T17:00'],
  ['2026-08-17T07:00', '2026-08-17T09:00', '2026-08-17T17:00'],
  // A holiday in between counts for nothing.
  ['2026-09-01T11:00', '2026-09-01T11:00', '2026-09-03T17:00'],
])('who asks at %s is called from %s until %s', (asked, from, until) => {
  expect(callBack({ asked: at(asked), ...plan })).toEqual({ from: at(from), until: at(until) })
})

test('nobody is promised anything where no day is open', () => {
  const never = { weekend: [1, 2, 3, 4, 5, 6, 7] as const, holidays: [] }
  expect(callBack({ asked: at('2026-08-17T10:00'), ...plan, calendar: never })).toBeNull()
})
