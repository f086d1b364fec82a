import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addLocalDays } from '../local-date.ts'
import type { DateQuestion } from './date-proposals.ts'
import { isFiscalClose, judgeDate, proposeDates } from './date-proposals.ts'

const question: DateQuestion = {
  // A Wednesday.
  due: '2027-03-10',
  today: '2027-01-04',
  reach: 7,
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  calendar: { weekend: [6, 7], holidays: [] },
  noticeDays: 28,
  events: [],
  busy: [],
  accounts: [],
  guests: [
    { name: 'Lan', invitableFrom: '2027-01-05' },
    { name: 'Minh', invitableFrom: '2027-02-01' },
  ],
}
const objectionsOn = (date: string, change: Partial<DateQuestion>) =>
  judgeDate(date, { ...question, ...change }).objections

test('the day of the cadence comes first when nothing speaks against it', () => {
  const [first, ...rest] = proposeDates(question)
  expect(first).toEqual({
    date: '2027-03-10',
    score: 50,
    merits: [{ kind: 'on_cadence' }, { kind: 'midweek' }, { kind: 'all_may_be_invited' }],
    objections: [],
  })
  expect(rest).toHaveLength(14)
  // The last are the weekends.
  expect(
    rest
      .slice(-4)
      .map(({ date }) => date)
      .sort(),
  ).toEqual(['2027-03-06', '2027-03-07', '2027-03-13', '2027-03-14'])
})

test('the middle of a week is praised only where nobody has days off in it', () => {
  const kinds = (date: string, holidays: { date: string; name: string }[]) =>
    judgeDate(date, { ...question, calendar: { weekend: [6, 7], holidays } }).merits.map(({ kind }) => kind)
  const christmas = [
    { date: '2026-12-25', name: 'Christmas' },
    { date: '2027-01-01', name: 'New Year' },
  ]
  expect(kinds('2026-12-16', christmas)).toContain('midweek')
  expect(kinds('2026-12-29', christmas)).not.toContain('midweek')
})

describe('what speaks against a date', () => {
  test('holidays, the day beside one, half and quiet days, by name', () => {
    const calendar = {
      weekend: [6, 7] as const,
      holidays: [
        { date: '2027-03-10', name: 'Giỗ Tổ' },
        { date: '2027-03-12', name: 'Eve', half: true },
      ],
      quiet: [{ date: '2027-03-08', name: 'Audit week' }],
    }
    expect(objectionsOn('2027-03-10', { calendar })).toEqual([{ kind: 'holiday', name: 'Giỗ Tổ' }])
    expect(objectionsOn('2027-03-09', { calendar })).toEqual([{ kind: 'beside_holiday', name: 'Giỗ Tổ' }])
    expect(objectionsOn('2027-03-12', { calendar })).toEqual([{ kind: 'half_day', name: 'Eve' }])
    expect(objectionsOn('2027-03-08', { calendar })).toEqual([{ kind: 'quiet', name: 'Audit week' }])
  })

  test('a speaker who is elsewhere at that instant, whatever the zones say', () => {
    // 08:30 to 12:00 in Vietnam is 02:30 to 06:00 in Berlin's winter.
    const busy = (from: string, until: string) => [
      { speaker: 'Dr Lê', title: 'Forum Berlin', from: new Date(from), until: new Date(until) },
    ]
    expect(
      objectionsOn('2027-03-10', { busy: busy('2027-03-10T04:00+01:00', '2027-03-10T05:00+01:00') }),
    ).toEqual([{ kind: 'speaker_busy', speaker: 'Dr Lê', with: 'Forum Berlin' }])
    // It ends when the other begins.
    expect(
      objectionsOn('2027-03-10', { busy: busy('2027-03-10T06:00+01:00', '2027-03-10T08:00+01:00') }),
    ).toEqual([])
  })

  test('other events on the day and close to it', () => {
    const events = [{ date: '2027-03-09', title: 'Conference South' }]
    expect(objectionsOn('2027-03-09', { events })).toEqual([
      { kind: 'other_event', title: 'Conference South', sameDay: true },
    ])
    expect(objectionsOn('2027-03-12', { events })).toMatchObject([{ sameDay: false }])
    expect(objectionsOn('2027-03-15', { events })).toEqual([])
  })

  test('guests who may not be invited in time, and accounts that close their books', () => {
    const guests = [
      { name: 'Lan', invitableFrom: '2027-02-10' },
      { name: 'Minh', invitableFrom: '2027-02-11' },
      { name: 'Hoa', invitableFrom: null },
    ]
    expect(objectionsOn('2027-03-10', { guests })).toEqual([
      { kind: 'not_invitable', guests: ['Minh', 'Hoa'], of: 3 },
    ])
    const accounts = [
      { name: 'Sao Mai', fiscalYearEnds: 3 },
      { name: 'An Phú', fiscalYearEnds: 12 },
      { name: 'Unknown', fiscalYearEnds: null },
    ]
    expect(objectionsOn('2027-03-30', { accounts, due: '2027-03-30' })).toEqual([
      { kind: 'fiscal_close', accounts: ['Sao Mai'] },
    ])
  })

  test('short notice, far from the cadence, a time that clocks skip', () => {
    expect(objectionsOn('2027-01-20', { due: '2027-01-20', guests: [] })).toEqual([
      { kind: 'short_notice', days: 16 },
    ])
    expect(objectionsOn('2027-03-31', {})).toEqual([{ kind: 'far_from_cadence', days: 21 }])
    expect(objectionsOn('2027-03-14', { zone: 'America/New_York', startTime: '02:30' })).toEqual([
      { kind: 'weekend' },
      { kind: 'clock_change', notice: 'gap' },
    ])
  })
})

test('a fiscal year is being closed ten days before and after its end', () => {
  expect(isFiscalClose('2027-12-22', 12)).toBe(true)
  expect(isFiscalClose('2027-12-21', 12)).toBe(false)
  expect(isFiscalClose('2028-01-10', 12)).toBe(true)
  expect(isFiscalClose('2028-01-11', 12)).toBe(false)
  expect(isFiscalClose('2027-02-20', 2)).toBe(true)
})

test('days that are over are not proposed, and what cannot be meant is refused', () => {
  const close = proposeDates({ ...question, today: '2027-03-15', noticeDays: 0 })
  expect(close.map(({ date }) => date).sort()[0]).toBe('2027-03-16')
  expect(() => proposeDates({ ...question, reach: 93 })).toThrow('reach')
  expect(() => proposeDates({ ...question, endTime: '08:30' })).toThrow(RangeError)
})

test('an overdue day is looked for where guests have enough notice', () => {
  const late = proposeDates({ ...question, today: '2027-06-01', reach: 7 })
  const days = late.map(({ date }) => date).sort()
  expect([days[0], days.at(-1)]).toEqual(['2027-06-02', '2027-07-06'])
  // 28 days of notice; the first Tuesday after.
  expect(late[0]).toMatchObject({ date: '2027-06-29', objections: [{ kind: 'far_from_cadence' }] })
})

test('an event of another region weighs on its own day alone, less than one of the own', () => {
  const events = [{ date: '2027-03-10', title: '', region: 'South' }]
  expect(objectionsOn('2027-03-10', { events })).toEqual([{ kind: 'other_region', region: 'South' }])
  expect(objectionsOn('2027-03-11', { events })).toEqual([])
})

test('a zone that nobody knows is read as the fallback zone', () => {
  const busy = [
    {
      speaker: 'Mai',
      title: 'Board',
      from: new Date('2027-03-10T02:00:00Z'),
      until: new Date('2027-03-10T03:00:00Z'),
    },
  ]
  const lost = { zone: 'Mars/Olympus', busy }
  expect(objectionsOn('2027-03-10', { ...lost, fallbackZone: 'Asia/Ho_Chi_Minh' })).toHaveLength(1)
  expect(objectionsOn('2027-03-10', lost)).toEqual([])
})

describe('laws', () => {
  const change = fc.record({
    holidays: fc.array(fc.integer({ min: -7, max: 7 }), { maxLength: 3 }),
    events: fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 3 }),
    reach: fc.integer({ min: 0, max: 20 }),
  })
  const asked = (one: { holidays: number[]; events: number[]; reach: number }): DateQuestion => ({
    ...question,
    reach: one.reach,
    calendar: {
      weekend: [6, 7],
      holidays: one.holidays.map(days => ({ date: addLocalDays(question.due, days), name: `Day ${days}` })),
    },
    events: one.events.map(days => ({ date: addLocalDays(question.due, days), title: `Event ${days}` })),
  })

  test('each day within reach is proposed once, the best first', () => {
    fc.assert(
      fc.property(change, one => {
        const proposals = proposeDates(asked(one))
        expect(new Set(proposals.map(({ date }) => date)).size).toBe(2 * one.reach + 1)
        const scores = proposals.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }),
    )
  })

  test('one more objection never makes a date better', () => {
    fc.assert(
      fc.property(change, fc.integer({ min: -7, max: 7 }), (one, day) => {
        const before = judgeDate(question.due, asked(one)).score
        const after = judgeDate(question.due, asked({ ...one, events: [...one.events, day] })).score
        expect(after).toBeLessThanOrEqual(before)
      }),
    )
  })

  test('a day that is not worked never comes before a plain working day within reach', () => {
    fc.assert(
      fc.property(change, one => {
        const proposals = proposeDates(asked({ ...one, events: [] }))
        const closed = (at: (typeof proposals)[number]) =>
          at.objections.some(({ kind }) => kind === 'holiday' || kind === 'weekend')
        const firstClosed = proposals.findIndex(closed)
        if (firstClosed >= 0) expect(proposals.slice(firstClosed).every(closed)).toBe(true)
      }),
    )
  })
})
