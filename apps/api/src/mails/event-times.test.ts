import { describe, expect, test } from '@jest/globals'
import { momentThere, zoneText } from './event-times.ts'

describe('a zone by name', () => {
  const winter = new Date('2027-03-25T07:30:00Z')
  const summer = new Date('2027-04-01T06:30:00Z')

  test('carries its offset where it is the same for all moments', () => {
    expect(zoneText([winter], 'Europe/Berlin', 'en')).toBe('Central European Standard Time, UTC+1')
    expect(zoneText([winter, summer], 'Asia/Ho_Chi_Minh', 'en')).toBe('Indochina Time, UTC+7')
  })

  test('carries none when the clocks change in between', () => {
    expect(zoneText([winter, summer], 'Europe/Berlin', 'en')).toBe('Central European Time')
    expect(zoneText([winter, summer], 'Europe/Berlin', 'vi')).not.toMatch(/UTC|chuẩn/)
  })
})

test('a deadline for people in other zones names the offset of that day', () => {
  expect(momentThere(new Date('2027-03-25T07:30:00Z'), 'Europe/Berlin', 'en')).toMatch(/, 08:30 \(UTC\+1\)$/)
  expect(momentThere(new Date('2027-04-01T06:30:00Z'), 'Europe/Berlin', 'en')).toMatch(/, 08:30 \(UTC\+2\)$/)
})
