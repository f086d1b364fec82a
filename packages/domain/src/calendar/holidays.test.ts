import { describe, expect, test } from '@jest/globals'
import { isoWeekday } from '../local-date.ts'
import { type HolidayOverride, holidaysFor } from './holidays.ts'
import { vietnamHolidays } from './vietnam-holidays.ts'
import { isWorkingDay, weekendOf } from './working-days.ts'

const override = (date: string, kind: HolidayOverride['kind']): HolidayOverride => ({
  date,
  kind,
  name: 'Region day',
  source: 'Regional office, 2026-01-05',
})
const datesOf = (holidays: { date: string }[]) => holidays.map(({ date }) => date)

describe('the base list', () => {
  test('knows countries and their regions', () => {
    const year = { from: '2026-01-01', until: '2027-01-01' }
    expect(datesOf(holidaysFor({ country: 'de', ...year }))).not.toContain('2026-01-06')
    expect(datesOf(holidaysFor({ country: 'DE', region: 'by', ...year }))).toContain('2026-01-06')
    expect(datesOf(holidaysFor({ country: 'US', ...year }))).toEqual(
      expect.arrayContaining(['2026-07-03', '2026-11-26']),
    )
  })

  test('names the day of a holiday that begins at sunset, and every day of a long one', () => {
    const range = { from: '2026-01-01', until: '2027-01-01' }
    expect(datesOf(holidaysFor({ country: 'IL', ...range }))).toContain('2026-09-21')
    const eid = datesOf(holidaysFor({ country: 'SA', from: '2026-05-20', until: '2026-06-10' }))
    expect(eid).toEqual(['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29'])
  })

  test('is cut to the range: from is in it, until is not', () => {
    const holidays = holidaysFor({ country: 'VN', from: '2026-04-30', until: '2026-05-01' })
    expect(holidays).toEqual([{ date: '2026-04-30', name: 'Ngày Giải phóng miền Nam' }])
  })

  test('reaches over years in one range', () => {
    const winter = holidaysFor({ country: 'DE', from: '2026-12-20', until: '2027-01-05' })
    expect(datesOf(winter)).toEqual(['2026-12-25', '2026-12-26', '2027-01-01'])
  })

  test('is empty for an unknown country, which still has its own list', () => {
    const range = { from: '2026-01-01', until: '2027-01-01' }
    expect(holidaysFor({ country: 'XX', ...range })).toEqual([])
    expect(
      datesOf(holidaysFor({ country: 'XX', ...range, overrides: [override('2026-03-03', 'add')] })),
    ).toEqual(['2026-03-03'])
  })
})

describe('overrides', () => {
  const range = { country: 'VN', from: '2026-04-29', until: '2026-05-03' }

  test('add a day', () => {
    expect(holidaysFor({ ...range, overrides: [override('2026-05-02', 'add')] })).toContainEqual({
      date: '2026-05-02',
      name: 'Region day',
    })
  })

  test('remove a day of the base', () => {
    expect(datesOf(holidaysFor({ ...range, overrides: [override('2026-05-01', 'remove')] }))).toEqual([
      '2026-04-30',
    ])
  })

  test('make a day off half a day', () => {
    expect(holidaysFor({ ...range, overrides: [override('2026-05-01', 'half')] })).toEqual([
      { date: '2026-04-30', name: 'Ngày Giải phóng miền Nam' },
      { date: '2026-05-01', name: 'Region day', half: true },
    ])
  })

  test('name a day of the base anew', () => {
    expect(holidaysFor({ ...range, overrides: [override('2026-05-01', 'add')] })).toHaveLength(2)
  })

  test('days that do not exist are refused', () => {
    expect(() => holidaysFor({ ...range, overrides: [override('2026-02-30', 'add')] })).toThrow('2026-02-30')
    expect(() => holidaysFor({ ...range, until: '2026-04-01' })).toThrow('ends before it begins')
  })
})

describe('Vietnam', () => {
  const holidays = holidaysFor({
    country: 'VN',
    from: '2026-01-01',
    until: '2028-01-01',
    overrides: vietnamHolidays,
  })
  const calendar = { weekend: weekendOf('VN'), holidays }
  const off = (...dates: string[]) => dates.map(date => isWorkingDay(date, calendar)).every(works => !works)

  test('Tết is 17 February 2026 and 6 February 2027, with the days around it', () => {
    expect(holidays.find(({ name }) => name === 'Tết Nguyên Đán')?.date).toBe('2026-02-17')
    expect(off('2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20')).toBe(true)
    expect(off('2027-02-05', '2027-02-06', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11')).toBe(true)
    expect([isWorkingDay('2026-02-13', calendar), isWorkingDay('2026-02-23', calendar)]).toEqual([true, true])
  })

  test('National Day has a second day', () => {
    expect(off('2026-09-01', '2026-09-02', '2027-09-02', '2027-09-03')).toBe(true)
  })

  test('holidays on a weekend have their substitute on a weekday', () => {
    expect([isoWeekday('2026-04-26'), isoWeekday('2027-05-01')]).toEqual([7, 6])
    expect(off('2026-04-27', '2027-05-03')).toBe(true)
  })

  test('every override is a weekday, has a source and adds something to the base', () => {
    const base = datesOf(holidaysFor({ country: 'VN', from: '2026-01-01', until: '2028-01-01' }))
    for (const { date, name, source } of vietnamHolidays) {
      expect(isoWeekday(date)).toBeLessThanOrEqual(5)
      expect(name.length > 0 && source.length > 10).toBe(true)
      expect(base).not.toContain(date)
    }
  })
})
