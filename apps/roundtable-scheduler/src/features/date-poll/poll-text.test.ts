import { expect, test } from '@jest/globals'
import { dayText, newPoll } from './poll-text.ts'

const event = { date: '2026-12-10', startTime: '08:30', endTime: '12:00' }

test('a new poll begins with the event’s own day and a week later', () => {
  expect(newPoll(event, '2026-11-01')).toEqual({
    dates: [event, { ...event, date: '2026-12-17' }],
    answerBy: '2026-11-11',
    remindOn: '2026-11-08',
  })
})

test('where time is short, answers are needed the day before, and nobody is reminded', () => {
  expect(newPoll(event, '2026-12-07')).toMatchObject({ answerBy: '2026-12-09', remindOn: '' })
  expect(newPoll(event, '2026-12-09')).toMatchObject({ answerBy: '2026-12-10' })
})

test('a day is the same for every reader', () => {
  expect(dayText('2026-12-10', 'en')).toMatch(/^Thu,? 10 Dec 2026$/)
  expect(dayText('2026-12-10', 'vi')).toMatch(/10.*12.*2026/)
})
