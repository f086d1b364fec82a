import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addLocalDays } from '../local-date.ts'
import { wallTimeIn } from '../wall-time.ts'
import type { PollDate } from './poll-dates.ts'
import { pollDateId, pollDates, pollReminderAt } from './poll-dates.ts'

const tuesday: PollDate = { date: '2027-03-09', startTime: '08:30', endTime: '12:00' }
const friday: PollDate = { date: '2027-03-12', startTime: '13:30', endTime: '17:00' }
const hanoi = { zone: 'Asia/Ho_Chi_Minh', fallbackZone: 'UTC' }

test('dates come in their order, and the poll ends with the day to answer by', () => {
  expect(pollDates({ dates: [friday, tuesday], answerBy: '2027-03-01', ...hanoi })).toEqual({
    ok: true,
    options: [
      {
        ...tuesday,
        id: '2027-03-09-0830-1200',
        startsAt: new Date('2027-03-09T01:30Z'),
        endsAt: new Date('2027-03-09T05:00Z'),
        notice: null,
      },
      {
        ...friday,
        id: '2027-03-12-1330-1700',
        startsAt: new Date('2027-03-12T06:30Z'),
        endsAt: new Date('2027-03-12T10:00Z'),
        notice: null,
      },
    ],
    closesAt: new Date('2027-03-01T17:00Z'),
    usedZone: 'Asia/Ho_Chi_Minh',
  })
})

test('a poll that runs until the day of its first date ends with its start', () => {
  const poll = pollDates({ dates: [friday, tuesday], answerBy: tuesday.date, ...hanoi })
  expect(poll).toMatchObject({ ok: true, closesAt: new Date('2027-03-09T01:30Z') })
})

test('what cannot be meant is refused by its place', () => {
  const refused = (dates: PollDate[], answerBy = '2027-03-01') => pollDates({ dates, answerBy, ...hanoi })
  expect(refused([tuesday, friday, tuesday])).toEqual({ ok: false, reason: 'twice', at: 2 })
  expect(refused([tuesday, { ...friday, endTime: '13:30' }])).toEqual({
    ok: false,
    reason: 'ends_before_start',
    at: 1,
  })
  expect(refused([friday, tuesday], '2027-03-10')).toEqual({ ok: false, reason: 'answer_after_first', at: 1 })
  expect(() => refused([])).toThrow(RangeError)
})

test('odd times are said, an unknown zone is read as the house’s own', () => {
  const newYork = { date: '2027-03-14', startTime: '02:30', endTime: '05:00' }
  expect(
    pollDates({ dates: [newYork], answerBy: '2027-03-01', zone: 'America/New_York', fallbackZone: 'UTC' }),
  ).toMatchObject({ options: [{ notice: 'gap', startsAt: new Date('2027-03-14T07:30Z') }] })
  expect(
    pollDates({ dates: [tuesday], answerBy: '2027-03-01', zone: 'Mars/Olympus', fallbackZone: hanoi.zone }),
  ).toMatchObject({ usedZone: hanoi.zone, options: [{ notice: 'unknown_zone' }] })
})

test('reminders leave in the morning of the poll’s zone', () => {
  expect(pollReminderAt({ remindOn: '2027-02-26', zone: hanoi.zone })).toEqual(new Date('2027-02-26T02:00Z'))
})

test('law: in any zone each date is shown there as it was written, and no answer is taken after the first start', () => {
  const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu']
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...zones),
      (days, zone) => {
        const dates = days.map(day => ({ ...tuesday, date: addLocalDays('2027-01-01', day) }))
        const poll = pollDates({ dates, answerBy: '2026-12-24', zone, fallbackZone: 'UTC' })
        if (!poll.ok) throw new Error(poll.reason)
        expect(poll.options.map(({ id }) => id)).toEqual(dates.map(pollDateId).toSorted())
        for (const { date, startTime, startsAt } of poll.options) {
          expect(wallTimeIn(startsAt, zone)).toMatchObject({ date, time: startTime })
          expect(poll.closesAt.getTime()).toBeLessThanOrEqual(startsAt.getTime())
        }
      },
    ),
  )
})
