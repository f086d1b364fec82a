import { expect, test } from '@jest/globals'
import { roundtableTimes } from './roundtable-times.ts'

const plan = {
  date: '2026-12-10',
  startTime: '08:30',
  endTime: '12:00',
  answerBy: '2026-12-03',
  zone: 'Asia/Ho_Chi_Minh',
  fallbackZone: 'Asia/Bangkok',
}

function timesOf(changes: Partial<typeof plan>) {
  const resolved = roundtableTimes({ ...plan, ...changes })
  if (!resolved.ok) throw new Error(resolved.reason)
  return resolved.times
}

test('wall times of the zone become instants', () => {
  expect(timesOf({})).toEqual({
    startsAt: new Date('2026-12-10T01:30:00Z'),
    endsAt: new Date('2026-12-10T05:00:00Z'),
    acceptUntil: new Date('2026-12-03T17:00:00Z'),
    usedZone: 'Asia/Ho_Chi_Minh',
    notice: null,
  })
})

test('acceptances end at the start at the latest', () => {
  expect(timesOf({ answerBy: '2026-12-10' }).acceptUntil).toEqual(new Date('2026-12-10T01:30:00Z'))
})

test('a gap, an overlap and an unknown zone are told', () => {
  const newYork = { zone: 'America/New_York', answerBy: '2026-03-01' }
  expect(timesOf({ ...newYork, date: '2026-03-08', startTime: '02:30', endTime: '05:00' })).toMatchObject({
    startsAt: new Date('2026-03-08T07:30:00Z'),
    notice: 'gap',
  })
  expect(timesOf({ ...newYork, date: '2026-11-01', startTime: '01:30', endTime: '05:00' })).toMatchObject({
    startsAt: new Date('2026-11-01T05:30:00Z'),
    notice: 'overlap',
  })
  expect(timesOf({ ...newYork, date: '2026-03-08', startTime: '00:30', endTime: '02:30' }).notice).toBe('gap')
  expect(timesOf({ zone: 'Mars/Olympus' })).toMatchObject({
    usedZone: 'Asia/Bangkok',
    notice: 'unknown_zone',
  })
  expect(timesOf({ zone: 'Mars/Olympus', fallbackZone: 'Moon/Sea' }).usedZone).toBe('UTC')
})

test('an end that is not after the start is refused, also where a gap swallows it', () => {
  const refused = { ok: false, reason: 'ends_before_start' }
  expect(roundtableTimes({ ...plan, endTime: '08:30' })).toEqual(refused)
  const inGap = { date: '2026-03-08', startTime: '02:30', endTime: '03:15', zone: 'America/New_York' }
  expect(roundtableTimes({ ...plan, ...inGap, answerBy: '2026-03-01' })).toEqual(refused)
})

test('answers are needed before the event', () => {
  expect(roundtableTimes({ ...plan, answerBy: '2026-12-11' })).toEqual({
    ok: false,
    reason: 'answer_after_event',
  })
})
