import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isTimeOfDay, minutesOfDay, offsetAt, resolveWallTime, wallTimeIn } from './wall-time.ts'

type Case = [zone: string, date: string, time: string, instant: string, kind: 'exact' | 'gap' | 'overlap']

const cases: Case[] = [
  ['UTC', '2026-06-01', '09:00', '2026-06-01T09:00Z', 'exact'],
  ['Asia/Ho_Chi_Minh', '2026-06-01', '09:00', '2026-06-01T02:00Z', 'exact'],
  // One-hour shifts: the wall times of RFC 5545, 3.3.5, and their neighbours.
  ['America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59Z', 'exact'],
  ['America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00Z', 'gap'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30Z', 'gap'],
  ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00Z', 'exact'],
  ['America/New_York', '2026-11-01', '00:59', '2026-11-01T04:59Z', 'exact'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30Z', 'overlap'],
  ['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00Z', 'exact'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30Z', 'gap'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z', 'overlap'],
  ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00Z', 'exact'],
  // A shift of half an hour.
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z', 'gap'],
  ['Australia/Lord_Howe', '2026-10-04', '02:30', '2026-10-03T15:30Z', 'exact'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z', 'overlap'],
  ['Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30Z', 'exact'],
  // Offsets that are no whole hours.
  ['Asia/Kathmandu', '2026-06-01', '09:00', '2026-06-01T03:15Z', 'exact'],
  ['Asia/Kolkata', '2026-06-01', '09:00', '2026-06-01T03:30Z', 'exact'],
  ['Pacific/Chatham', '2026-06-01', '09:00', '2026-05-31T20:15Z', 'exact'],
  ['Pacific/Chatham', '2026-09-27', '03:00', '2026-09-26T14:15Z', 'gap'],
  ['Pacific/Chatham', '2026-04-05', '03:00', '2026-04-04T13:15Z', 'overlap'],
  // A whole day that never was: Samoa crossed the date line.
  ['Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59Z', 'exact'],
  ['Pacific/Apia', '2011-12-30', '00:00', '2011-12-30T10:00Z', 'gap'],
  ['Pacific/Apia', '2011-12-30', '23:30', '2011-12-31T09:30Z', 'gap'],
  ['Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00Z', 'exact'],
  // Days that start at 01:00.
  ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00Z', 'gap'],
  ['America/Sao_Paulo', '2018-11-04', '00:30', '2018-11-04T03:30Z', 'gap'],
  ['America/Sao_Paulo', '2018-02-17', '23:30', '2018-02-18T01:30Z', 'overlap'],
  ['Asia/Beirut', '2026-03-29', '00:00', '2026-03-28T22:00Z', 'gap'],
  ['Asia/Beirut', '2026-03-29', '01:00', '2026-03-28T22:00Z', 'exact'],
  // The edges of the world.
  ['Pacific/Kiritimati', '2026-06-01', '00:00', '2026-05-31T10:00Z', 'exact'],
  ['Pacific/Pago_Pago', '2026-06-01', '23:59', '2026-06-02T10:59Z', 'exact'],
  // Renamed zones keep both names.
  ['Asia/Saigon', '2026-06-01', '09:00', '2026-06-01T02:00Z', 'exact'],
  ['Asia/Calcutta', '2026-06-01', '09:00', '2026-06-01T03:30Z', 'exact'],
  ['Europe/Kyiv', '2026-06-01', '09:00', '2026-06-01T06:00Z', 'exact'],
  ['Europe/Kiev', '2026-06-01', '09:00', '2026-06-01T06:00Z', 'exact'],
]

describe('wall time to instant', () => {
  test.each(cases)('%s %s %s is %s (%s)', (zone, date, time, instant, kind) => {
    expect(resolveWallTime({ date, time, zone })).toEqual({ instant: new Date(instant), kind })
  })

  test('a gap is read with the offset before it, so it lands after it on the clock', () => {
    const { instant } = resolveWallTime({ date: '2026-03-08', time: '02:30', zone: 'America/New_York' })
    expect(wallTimeIn(instant, 'America/New_York').time).toBe('03:30')
  })

  test.each(['Mars/Olympus', '', 'Not a zone'])('the unknown zone %j is read as UTC and reported', zone => {
    expect(resolveWallTime({ date: '2026-06-01', time: '09:00', zone })).toEqual({
      instant: new Date('2026-06-01T09:00Z'),
      kind: 'exact',
      unknownZone: true,
    })
  })

  test('an unknown zone is read as the fallback zone, gaps and all', () => {
    const wall = { date: '2026-03-08', time: '02:30', zone: 'Mars/Olympus' }
    expect(resolveWallTime({ ...wall, fallbackZone: 'America/New_York' })).toEqual({
      instant: new Date('2026-03-08T07:30Z'),
      kind: 'gap',
      unknownZone: true,
    })
    expect(resolveWallTime({ ...wall, fallbackZone: 'Venus/Maxwell' }).instant).toEqual(
      new Date('2026-03-08T02:30Z'),
    )
  })

  test.each([
    ['2026-02-29', '09:00'],
    ['2026-6-1', '09:00'],
    ['2026-06-01', '24:00'],
    ['2026-06-01', '9:00'],
    ['2026-06-01', '09:60'],
  ])('%s %s is refused', (date, time) => {
    expect(() => resolveWallTime({ date, time, zone: 'UTC' })).toThrow(RangeError)
  })
})

describe('instant to wall time', () => {
  test('shows day, time and offset of the zone', () => {
    expect(wallTimeIn(new Date('2026-06-01T20:30:59Z'), 'Asia/Kathmandu')).toEqual({
      date: '2026-06-02',
      time: '02:15',
      offsetMinutes: 345,
      zone: 'Asia/Kathmandu',
    })
  })

  test('names the zone it fell back to', () => {
    const shown = wallTimeIn(new Date('2026-06-01T00:00Z'), 'Mars/Olympus', 'Asia/Ho_Chi_Minh')
    expect(shown).toMatchObject({ time: '07:00', zone: 'Asia/Ho_Chi_Minh', unknownZone: true })
  })

  test('offsets follow the season', () => {
    const winter = new Date('2026-01-01T00:00Z')
    const summer = new Date('2026-07-01T00:00Z')
    expect([offsetAt(winter, 'America/New_York'), offsetAt(summer, 'America/New_York')]).toEqual([-300, -240])
    expect([offsetAt(winter, 'Australia/Lord_Howe'), offsetAt(summer, 'Australia/Lord_Howe')]).toEqual([
      660, 630,
    ])
  })

  test('an instant that is none is refused', () => {
    expect(() => wallTimeIn(new Date('nonsense'), 'UTC')).toThrow(RangeError)
  })
})

test('times of day are recognised', () => {
  expect([isTimeOfDay('00:00'), isTimeOfDay('23:59'), isTimeOfDay('24:00')]).toEqual([true, true, false])
  expect(minutesOfDay('08:30')).toBe(510)
})

const zones = fc.constantFrom(
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Ho_Chi_Minh',
)
const minutes = fc
  .integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  .map(minute => new Date(minute * 60_000))

describe('laws of wall time', () => {
  test('an instant shown and resolved is itself, or its twin in an overlap', () => {
    fc.assert(
      fc.property(minutes, zones, (instant, zone) => {
        const shown = wallTimeIn(instant, zone)
        const back = resolveWallTime({ ...shown, zone })
        expect(back.kind).not.toBe('gap')
        if (back.kind === 'exact') expect(back.instant).toEqual(instant)
        else expect(wallTimeIn(back.instant, zone)).toMatchObject({ date: shown.date, time: shown.time })
        expect(back.instant.getTime()).toBeLessThanOrEqual(instant.getTime())
      }),
    )
  })

  test('a wall time that is no gap is shown again as it was written', () => {
    fc.assert(
      fc.property(minutes, zones, (written, zone) => {
        const wall = wallTimeIn(written, 'UTC')
        const { instant, kind } = resolveWallTime({ ...wall, zone })
        const shown = wallTimeIn(instant, zone)
        expect(shown.date === wall.date && shown.time === wall.time).toBe(kind !== 'gap')
      }),
    )
  })
})
