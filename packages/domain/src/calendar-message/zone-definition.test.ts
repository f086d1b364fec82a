import { expect, test } from '@jest/globals'
import { zoneDefinition } from './zone-definition.ts'

const at = (text: string) => new Date(text)
const inner = (zone: string, start: string, end: string) =>
  zoneDefinition(zone, at(start), at(end)).slice(2, -1)

test('a zone without changes has one offset', () => {
  expect(inner('Asia/Ho_Chi_Minh', '2026-12-10T01:30:00Z', '2026-12-10T05:00:00Z')).toEqual([
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'TZNAME:GMT+0700',
    'END:STANDARD',
  ])
})

test('a zone with summer time has the onset in force and the next one', () => {
  expect(inner('America/New_York', '2026-06-01T13:00:00Z', '2026-06-01T15:00:00Z')).toEqual([
    'BEGIN:DAYLIGHT',
    'DTSTART:20260308T020000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'TZNAME:GMT-0400',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20261101T020000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'TZNAME:GMT-0500',
    'END:STANDARD',
  ])
})

test('half an hour of summer time', () => {
  const lines = inner('Australia/Lord_Howe', '2026-12-01T00:00:00Z', '2026-12-01T02:00:00Z')
  expect(lines).toContain('DTSTART:20261004T020000')
  expect(lines).toContain('TZOFFSETFROM:+1030')
  expect(lines).toContain('TZOFFSETTO:+1100')
})

test('an event across a change holds that change and the next', () => {
  const lines = inner('Europe/Berlin', '2026-10-24T20:00:00Z', '2026-10-25T10:00:00Z')
  expect(lines.filter(line => line.startsWith('DTSTART'))).toEqual([
    'DTSTART:20260329T020000',
    'DTSTART:20261025T030000',
    'DTSTART:20270328T020000',
  ])
})
