import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isTimeUp, latestSending, namelessOn, promisedMonths } from './retention.ts'

const zone = 'Asia/Ho_Chi_Minh'

test('a response goes by the notice that it stores, and the survey goes before the house', () => {
  const history = { house: { 1: null, 2: 24, 3: 36 }, survey: { 1: null, 2: 6 } }
  expect(promisedMonths('2.0', history)).toBe(24)
  expect(promisedMonths('3.1', history)).toBe(36)
  expect(promisedMonths('3.2', history)).toBe(6)
  expect(promisedMonths('0.2', history)).toBe(6)
})

test('without a notice, or one that sets no end, answers keep their name', () => {
  const history = { house: { 1: null, 2: 24 }, survey: { 1: null } }
  for (const notice of [undefined, '', '0.0', '1.0', '1.1', '9.9'])
    expect(promisedMonths(notice, history)).toBeNull()
})

test.each([
  ['2026-01-15T03:00:00Z', 1, '2026-02-15'],
  // Already the next day there.
  ['2026-01-15T18:00:00Z', 1, '2026-02-16'],
  ['2026-01-30T18:00:00Z', 1, '2026-02-28'],
  ['2026-08-31T03:00:00Z', 6, '2027-02-28'],
  ['2024-02-29T03:00:00Z', 12, '2025-02-28'],
  ['2024-02-29T03:00:00Z', 48, '2028-02-29'],
])('what was sent at %s and kept for %i months loses its name on %s', (since, months, day) => {
  expect(namelessOn({ since: new Date(since), months, zone })).toBe(day)
})

test('the day begins at midnight where the answers came from', () => {
  const promise = { since: new Date('2026-01-31T03:00:00Z'), months: 1, zone }
  expect(isTimeUp({ ...promise, now: new Date('2026-02-27T16:59:59Z') })).toBe(false)
  expect(isTimeUp({ ...promise, now: new Date('2026-02-27T17:00:00Z') })).toBe(true)
})

test('nothing whose time is up was sent after the latest sending', () => {
  const day = 86_400_000
  const zones = fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', zone, 'Europe/Berlin')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2010-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 240 }),
      fc.integer({ min: -6, max: 6 }),
      zones,
      (since, months, days, where) => {
        const about = new Date(`${namelessOn({ since, months, zone: where })}T12:00:00Z`)
        const now = new Date(about.getTime() + days * day)
        fc.pre(isTimeUp({ since, months, zone: where, now }))
        expect(since.getTime()).toBeLessThanOrEqual(latestSending({ now, months }).getTime())
      },
    ),
  )
})
