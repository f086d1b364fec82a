import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addLocalDays } from '../local-date.ts'
import type { CadenceRule } from './cadence-rule.ts'
import {
  nearestDate,
  nthOf,
  previewRule,
  ruleDates,
  ruleFault,
  ruleStanding,
  unansweredDates,
} from './cadence-rule.ts'

const quarterly: CadenceRule = { anchor: '2026-01-31', everyMonths: 3, on: null }
const yearly: CadenceRule = { anchor: '2028-02-29', everyMonths: 12, on: null }

describe('what is wrong with a rule', () => {
  test.each([
    [
      { ...quarterly, anchor: '2026-02-29' },
      { field: 'anchor', fault: 'no_such_day' },
    ],
    [
      { ...quarterly, anchor: '1999-12-31' },
      { field: 'anchor', fault: 'too_far' },
    ],
    [
      { ...quarterly, everyMonths: 5 },
      { field: 'everyMonths', fault: 'unknown_step' },
    ],
    [
      { ...quarterly, everyMonths: 12 },
      { field: 'everyMonths', fault: 'unknown_step' },
    ],
    [
      { ...quarterly, on: { nth: 6, weekday: 1 } },
      { field: 'on', fault: 'no_such_weekday' },
    ],
    [
      { ...quarterly, on: { nth: 1, weekday: 0 } },
      { field: 'on', fault: 'no_such_weekday' },
    ],
    [quarterly, null],
    [{ ...quarterly, on: { nth: 5, weekday: 2 } }, null],
  ])('%j', (rule, fault) => {
    expect(ruleFault('round_table', rule as CadenceRule)).toEqual(fault)
  })

  test('a conference is yearly or every second year', () => {
    expect(ruleFault('conference', yearly)).toBeNull()
    expect(ruleFault('conference', { ...yearly, everyMonths: 3 })?.field).toBe('everyMonths')
  })
})

describe('the days of a rule', () => {
  test('29 February is 28 February in common years; the 31st comes back', () => {
    expect(ruleDates(yearly, { from: '2028-01-01', to: '2032-12-31' })).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
    expect(ruleDates(quarterly, { from: '2026-01-01', to: '2026-12-31' })).toEqual([
      '2026-01-31',
      '2026-04-30',
      '2026-07-31',
      '2026-10-31',
    ])
  })

  test('the fifth Tuesday is the last, in every month that is due', () => {
    const rule: CadenceRule = { anchor: '2026-06-30', everyMonths: 1, on: nthOf('2026-06-30') }
    expect(ruleDates(rule, { from: '2026-06-01', to: '2026-10-01' })).toEqual([
      '2026-06-30',
      '2026-07-28',
      '2026-08-25',
      '2026-09-29',
    ])
  })

  test('an old monthly rule still asks for dates; no rule asks for none', () => {
    const old: CadenceRule = { anchor: '2000-01-15', everyMonths: 1, on: null }
    expect(ruleDates(old, { from: '2026-11-01', to: '2026-12-31' })).toEqual(['2026-11-15', '2026-12-15'])
    expect(ruleDates(null, { from: '2026-11-01', to: '2026-12-31' })).toEqual([])
  })
})

describe('where a region stands', () => {
  const on = (
    kind: 'round_table' | 'conference',
    rule: CadenceRule | null,
    today: string,
    eventDates: string[] = [],
  ) => ruleStanding(kind, rule, { eventDates, today }).lamp

  test('a conference is at risk months ahead, a round table weeks', () => {
    const rule = { ...yearly, anchor: '2026-10-15' }
    expect(on('conference', rule, '2026-06-16')).toBe('on_cadence')
    expect(on('conference', rule, '2026-06-17')).toBe('at_risk')
    expect(on('round_table', quarterly, '2025-12-19')).toBe('on_cadence')
    expect(on('round_table', quarterly, '2025-12-20')).toBe('at_risk')
  })

  test('each kind counts by itself: no rule, no lamp', () => {
    expect(on('conference', null, '2026-06-17')).toBe('on_cadence')
    expect(on('conference', { ...yearly, anchor: '2026-03-01' }, '2026-06-17', ['2026-03-05'])).toBe(
      'on_cadence',
    )
  })

  test('an old rule that nobody follows is overdue, with what is recent', () => {
    const { lamp, open } = ruleStanding(
      'round_table',
      { ...quarterly, anchor: '2001-01-31' },
      {
        eventDates: ['2002-01-31'],
        today: '2026-11-19',
      },
    )
    expect(lamp).toBe('overdue')
    expect(open.at(0)).toBe('2024-01-31')
    expect(open.at(-1)).toBe('2026-10-31')
  })
})

test('dates that wait for an event: the open one and those to come, without the answered', () => {
  const waiting = (eventDates: string[]) =>
    unansweredDates('round_table', quarterly, { eventDates, today: '2026-11-19' }).slice(0, 2)
  expect(waiting(['2026-07-28'])).toEqual(['2026-10-31', '2027-01-31'])
  expect(waiting(['2026-10-29', '2027-02-03'])).toEqual(['2027-04-30', '2027-07-31'])
  expect(nearestDate('2027-02-20', waiting(['2026-07-28']))).toBe('2027-01-31')
  expect(
    nearestDate('2027-02-20', unansweredDates('conference', null, { eventDates: [], today: '2026-11-19' })),
  ).toBeNull()
})

describe('what another rule changes', () => {
  const region = { eventDates: ['2026-07-28', '2026-10-29'], today: '2026-11-19' }

  test('stays, goes, comes; events stay', () => {
    const { dates, before, after } = previewRule(
      'round_table',
      { before: quarterly, after: { ...quarterly, everyMonths: 6 } },
      region,
    )
    expect(dates.slice(0, 4)).toEqual([
      { date: '2027-01-31', change: 'same' },
      { date: '2027-04-30', change: 'gone' },
      { date: '2027-07-31', change: 'same' },
      { date: '2027-10-31', change: 'gone' },
    ])
    expect([before.lamp, after.lamp]).toEqual(['on_cadence', 'on_cadence'])
  })

  test('an anchor in the past that nothing answers shows as overdue before it is saved', () => {
    const { dates, after } = previewRule(
      'conference',
      { before: null, after: { anchor: '2026-09-01', everyMonths: 12, on: null } },
      { ...region, eventDates: [] },
    )
    expect(after).toEqual({ lamp: 'overdue', open: ['2026-09-01'] })
    expect(dates).toEqual([
      { date: '2026-09-01', change: 'new' },
      { date: '2027-09-01', change: 'new' },
      { date: '2028-09-01', change: 'new' },
    ])
  })

  test('the same rule changes nothing; the way back undoes the way there', () => {
    const rules = fc.record({
      anchor: fc.integer({ min: 0, max: 2000 }).map(days => addLocalDays('2024-01-01', days)),
      everyMonths: fc.constantFrom(1, 2, 3, 4, 6),
      on: fc.constantFrom(null, { nth: 5, weekday: 2 } as const, { nth: 'last', weekday: 4 } as const),
    })
    const mirrored = { same: 'same', gone: 'new', new: 'gone' } as const
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        expect(
          previewRule('round_table', { before: a, after: a }, region).dates.every(
            ({ change }) => change === 'same',
          ),
        ).toBe(true)
        const there = previewRule('round_table', { before: a, after: b }, region)
        const back = previewRule('round_table', { before: b, after: a }, region)
        expect(back.dates).toEqual(there.dates.map(one => ({ ...one, change: mirrored[one.change] })))
        expect(back.after).toEqual(there.before)
      }),
    )
  })
})
