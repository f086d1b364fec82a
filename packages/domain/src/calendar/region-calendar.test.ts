import { describe, expect, test } from '@jest/globals'
import { calendarColumnOf, readCalendarList } from './calendar-list.ts'
import type { CalendarEntry } from './region-calendar.ts'
import { calendarEntryFault, regionCalendar } from './region-calendar.ts'
import { dayKind } from './working-days.ts'

const entry = (from: string, until: string, kind: CalendarEntry['kind'], name = kind as string) => ({
  from,
  until,
  kind,
  name,
  source: 'Decree 1',
})
const holidays = [
  { date: '2026-04-30', name: 'Reunification Day' },
  { date: '2026-05-01', name: 'Labour Day' },
]
const day = (date: string, entries: CalendarEntry[], own = true) =>
  dayKind(date, regionCalendar({ country: 'VN', holidays, entries, own }))

describe("a region's calendar", () => {
  test('without entries is that of the country', () => {
    expect(day('2026-04-30', [])).toEqual({ kind: 'holiday', name: 'Reunification Day' })
    expect(day('2026-05-02', [])).toEqual({ kind: 'weekend' })
  })

  test('adds days off, takes others back, and works on a Saturday', () => {
    const entries = [
      entry('2026-05-04', '2026-05-05', 'holiday', 'Bridge'),
      entry('2026-05-01', '2026-05-01', 'working'),
      entry('2026-05-09', '2026-05-09', 'working'),
      entry('2026-04-30', '2026-04-30', 'half', 'Morning'),
    ]
    expect(day('2026-05-05', entries)).toEqual({ kind: 'holiday', name: 'Bridge' })
    expect(day('2026-05-01', entries)).toEqual({ kind: 'working' })
    expect(day('2026-05-09', entries)).toEqual({ kind: 'working' })
    expect(day('2026-05-10', entries)).toEqual({ kind: 'weekend' })
    expect(day('2026-04-30', entries)).toEqual({ kind: 'half', name: 'Morning' })
  })

  test('of overlapping entries the shorter one decides, in whatever order they stand', () => {
    const week = entry('2026-06-01', '2026-06-05', 'holiday', 'Week')
    const wednesday = entry('2026-06-03', '2026-06-03', 'working')
    for (const entries of [
      [week, wednesday],
      [wednesday, week],
    ]) {
      expect(day('2026-06-02', entries).kind).toBe('holiday')
      expect(day('2026-06-03', entries).kind).toBe('working')
    }
  })

  test('a quiet time is neither a holiday nor opened by a working day', () => {
    const entries = [
      entry('2026-06-01', '2026-06-07', 'quiet', 'Audit'),
      entry('2026-06-03', '2026-06-03', 'working'),
    ]
    expect(day('2026-06-02', entries)).toEqual({ kind: 'quiet', name: 'Audit' })
    expect(day('2026-06-03', entries)).toEqual({ kind: 'quiet', name: 'Audit' })
    expect(day('2026-06-06', entries)).toEqual({ kind: 'weekend' })
  })

  test('for people abroad closes days and opens none', () => {
    const entries = [
      entry('2026-05-09', '2026-05-09', 'working'),
      entry('2026-05-01', '2026-05-01', 'working'),
      entry('2026-04-30', '2026-04-30', 'half'),
      entry('2026-06-02', '2026-06-02', 'quiet', 'Audit'),
      entry('2026-06-03', '2026-06-03', 'holiday', 'Ours'),
    ]
    const kinds = ['2026-05-09', '2026-05-01', '2026-04-30', '2026-06-02', '2026-06-03'].map(
      date => day(date, entries, false).kind,
    )
    expect(kinds).toEqual(['weekend', 'holiday', 'holiday', 'quiet', 'holiday'])
  })
})

test.each([
  [entry('2027-02-30', '2027-02-30', 'holiday'), { field: 'from', fault: 'no_such_day' }],
  [entry('2027-02-02', '2027-02-01', 'holiday'), { field: 'until', fault: 'ends_before_it_begins' }],
  [entry('2027-02-02', '2028-02-02', 'holiday'), { field: 'until', fault: 'too_long' }],
  [entry('1027-02-02', '1027-02-02', 'holiday'), { field: 'from', fault: 'too_far' }],
  [
    { ...entry('2027-02-02', '2027-02-02', 'holiday'), name: ' ' },
    { field: 'name', fault: 'no_name' },
  ],
  [
    { ...entry('2027-02-02', '2027-02-02', 'holiday'), source: '' },
    { field: 'source', fault: 'no_source' },
  ],
  [
    { ...entry('2027-02-02', '2027-02-02', 'holiday'), kind: 'feast' },
    { field: 'kind', fault: 'unknown_kind' },
  ],
  [entry('2027-02-02', '2027-02-06', 'quiet'), null],
])('%j: %j', (one, fault) => {
  expect(calendarEntryFault(one)).toEqual(fault)
})

describe('a list', () => {
  const read = (...lines: string[][]) =>
    readCalendarList(
      lines.map((cells, at) => ({ line: at + 1, cells })),
      'Notice 12',
    )

  test('is read with headings in English or Vietnamese, in any order', () => {
    expect(
      read(['Tên', 'Từ ngày', 'Đến ngày', 'Loại'], ['Tết', '6/2/2027', '12.02.2027', 'Nghỉ lễ']),
    ).toEqual({
      entries: [
        {
          line: 2,
          entry: {
            from: '2027-02-06',
            until: '2027-02-12',
            kind: 'holiday',
            name: 'Tết',
            source: 'Notice 12',
          },
        },
      ],
      faults: [],
    })
    expect(calendarColumnOf('  NGUỒN ')).toBe('source')
  })

  test('tells every fault with its line, column and value, and reads the rest', () => {
    const { entries, faults } = read(
      ['date', 'name', 'kind'],
      ['2027-02-30', 'Tết', ''],
      ['2027-02-06', '', ''],
      ['2027-02-06', 'Tết', 'feast'],
      ['2027-02-07', 'Tết', ''],
      ['2027-02-07', 'Again', ''],
      ['2027-02-08', 'Tết', '', 'stray'],
    )
    expect(entries.map(({ line }) => line)).toEqual([5])
    expect(faults).toEqual([
      { line: 2, column: 'from', value: '2027-02-30', fault: 'no_such_day' },
      { line: 3, column: 'name', value: '', fault: 'no_name' },
      { line: 4, column: 'kind', value: 'feast', fault: 'unknown_kind' },
      { line: 6, column: 'from', value: '2027-02-07', fault: 'repeated' },
      { line: 7, column: '', value: 'stray', fault: 'cell_without_heading' },
    ])
  })

  test('without its headings is refused as a whole', () => {
    expect(read(['2027-02-06', 'Tết']).faults.map(({ column, fault }) => [column, fault])).toEqual([
      ['from', 'column_missing'],
      ['name', 'column_missing'],
    ])
    expect(read(['date', 'from', 'name']).faults[0]).toMatchObject({ fault: 'column_repeated' })
    expect(read().faults).toHaveLength(2)
  })
})
