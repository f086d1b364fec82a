import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wallTimeIn } from '../wall-time.ts'
import { dueReminders, isReminderTimely } from './event-reminders.ts'

const calendar = {
  weekend: [6, 7] as const,
  holidays: [],
}
const at = (text: string) => new Date(text)
const event = { startsAt: at('2026-12-10T01:30:00Z'), zone: 'Asia/Ho_Chi_Minh', calendar }

describe('dueReminders', () => {
  test('a week and a day before, in the morning of the event’s zone', () => {
    expect(dueReminders({ ...event, now: at('2026-11-20T02:00:00Z') })).toEqual([
      { rule: 'week', at: at('2026-12-03T02:00:00Z') },
      { rule: 'day', at: at('2026-12-09T02:00:00Z') },
    ])
  })

  test('only those still to come', () => {
    expect(dueReminders({ ...event, now: at('2026-12-05T02:00:00Z') }).map(({ rule }) => rule)).toEqual([
      'day',
    ])
    expect(dueReminders({ ...event, now: at('2026-12-09T02:00:00Z') })).toEqual([])
  })

  test('nobody is reminded on a Sunday of what happens on Monday', () => {
    const monday = { ...event, startsAt: at('2026-12-14T01:30:00Z'), now: at('2026-12-08T00:00:00Z') }
    expect(dueReminders(monday)).toEqual([{ rule: 'day', at: at('2026-12-11T02:00:00Z') }])
  })

  test('it is nine o’clock there, whatever the clocks do', () => {
    const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 }),
        fc.constantFrom(...zones),
        (minutes, zone) => {
          const startsAt = new Date(minutes * 60_000)
          const now = new Date(startsAt.getTime() - 40 * 86_400_000)
          const due = dueReminders({ startsAt, zone, calendar, now })
          expect(due.map(one => wallTimeIn(one.at, zone).time)).toEqual(['09:00', '09:00'])
          for (const one of due) expect(one.at < startsAt).toBe(true)
        },
      ),
    )
  })
})

describe('isReminderTimely', () => {
  const timely = (rule: 'week' | 'day', now: string, toldAt: string | null = null) =>
    isReminderTimely(rule, { ...event, now: at(now), toldAt: toldAt === null ? null : at(toldAt) })

  test('one that comes late still comes, until the next one is due or the event starts', () => {
    expect(timely('week', '2026-12-05T02:00:00Z')).toBe(true)
    expect(timely('week', '2026-12-09T02:00:00Z')).toBe(false)
    expect(timely('day', '2026-12-10T01:00:00Z')).toBe(true)
    expect(timely('day', '2026-12-10T01:30:00Z')).toBe(false)
  })

  test('a seat that is news needs no reminder', () => {
    expect(timely('week', '2026-12-03T02:00:00Z', '2026-12-02T02:00:00Z')).toBe(false)
    expect(timely('week', '2026-12-03T02:00:00Z', '2026-12-01T02:00:00Z')).toBe(true)
  })
})
