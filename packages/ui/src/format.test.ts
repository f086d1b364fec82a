import { expect, test } from '@jest/globals'
import { formatChange, formatInstant, formatNumber, formatQuarter, formatShare } from './format.ts'

const instant = '2026-11-19T03:41:00Z'

test('an instant stands in its own zone, named when it is not the reader’s', () => {
  const saigon = { zone: 'Asia/Ho_Chi_Minh' }
  expect(formatInstant(instant, 'en', { ...saigon, readerZone: 'Asia/Ho_Chi_Minh' })).toBe(
    '19 Nov 2026, 10:41',
  )
  expect(formatInstant(instant, 'en', { ...saigon, readerZone: 'Europe/Berlin' })).toBe(
    '19 Nov 2026, 10:41 (GMT+7)',
  )
  expect(formatInstant(instant, 'vi', { ...saigon, readerZone: 'Asia/Ho_Chi_Minh' })).toBe('10:41 19/11/2026')
})

test('a date alone and a time alone', () => {
  const zone = 'Pacific/Apia'
  expect(formatInstant('2026-11-19T23:30:00Z', 'en', { zone, readerZone: zone, show: 'date' })).toBe(
    '20 Nov 2026',
  )
  expect(formatInstant('2026-11-19T23:30:00Z', 'vi', { zone, readerZone: zone, show: 'time' })).toBe('12:30')
  expect(formatInstant('2026-11-19T11:00:00Z', 'en', { zone, readerZone: zone, show: 'time' })).toBe('00:00')
})

test('numbers as each language writes them', () => {
  expect(formatNumber(12345.678, 'en', 1)).toBe('12,345.7')
  expect(formatNumber(12345.678, 'vi', 1)).toBe('12.345,7')
  expect(formatShare(0.714, 'en')).toBe('71%')
  expect(formatShare(0.714, 'vi', 1)).toBe('71,4%')
  expect(formatQuarter({ year: 2026, quarter: 3 })).toBe('2026-Q3')
})

test('a change has its sign, and none when it rounds to nothing', () => {
  expect(formatChange(2, 'en')).toBe('+2')
  expect(formatChange(-17, 'en')).toBe('−17')
  expect(formatChange(0.4, 'en')).toBe('0')
  expect(formatChange(-0.04, 'vi', 1)).toBe('0')
  expect(formatChange(-0.06, 'vi', 1)).toBe('−0,1')
})
