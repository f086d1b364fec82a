import { expect, test } from '@jest/globals'
import { clockOf, isKnownZone } from './zone-clock.ts'

const MINUTE = 60_000

test('zones are known by old and new names', () => {
  const zones = ['Asia/Saigon', 'Europe/Kyiv', 'asia/kathmandu', 'Mars/Olympus', '']
  expect(zones.map(isKnownZone)).toEqual([true, true, true, false, false])
})

test('an unknown zone gets the fallback, an unknown fallback UTC', () => {
  expect(clockOf('Mars/Olympus', 'Asia/Ho_Chi_Minh')).toMatchObject({
    clock: { zone: 'Asia/Ho_Chi_Minh' },
    unknown: true,
  })
  expect(clockOf('Mars/Olympus', 'Venus/Maxwell')).toMatchObject({ clock: { zone: 'UTC' }, unknown: true })
  expect(clockOf('Asia/Kathmandu')).toMatchObject({ clock: { zone: 'Asia/Kathmandu' }, unknown: false })
})

test('clocks change at their instant, also when the hours around were asked about before', () => {
  const { clock } = clockOf('America/New_York')
  const change = Date.parse('2026-03-08T07:00Z')
  for (const near of [-180, 180, -1, 0, -1, 90])
    expect(clock.offsetMs(change + near * MINUTE) / MINUTE).toBe(near < 0 ? -300 : -240)
  expect(clock.offsetMs(change - 1) / MINUTE).toBe(-300)
})

test('the remembered offset is the one that is shown, for every hour of two years in zones that change', () => {
  for (const zone of ['Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia']) {
    const { clock } = clockOf(zone)
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    for (let time = Date.UTC(2011, 0, 1); time < Date.UTC(2013, 0, 1); time += 3 * 3_600_000 + 7 * MINUTE)
      expect(new Date(time + clock.offsetMs(time)).toISOString().slice(0, 19).replace('T', ' ')).toBe(
        format.format(time),
      )
  }
})
