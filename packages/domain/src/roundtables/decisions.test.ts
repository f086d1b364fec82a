import { expect, test } from '@jest/globals'
import { guestsWaiting, inOrder } from './decisions.ts'

test('what is late comes before what is near, and the nearest of its kind first', () => {
  const decisions = [
    { urgency: 'unanswered', date: '2026-11-20' },
    { urgency: 'at_risk', date: '2026-12-20' },
    { urgency: 'at_risk', date: '2026-12-01' },
    { urgency: 'overdue', date: '2026-11-05' },
    { urgency: 'approval', date: '2026-12-10' },
  ] as const
  expect(inOrder(decisions).map(({ date }) => date)).toEqual([
    '2026-12-10',
    '2026-11-05',
    '2026-12-01',
    '2026-12-20',
    '2026-11-20',
  ])
})

const event = { invited: 20, answered: 14, daysToAnswer: 7, daysToEvent: 14, overBy: 0 }

test('silence is a matter in the last week before answers are due', () => {
  expect(guestsWaiting(event)).toEqual({ kind: 'unanswered', guests: 6 })
  expect(guestsWaiting({ ...event, daysToAnswer: 8 })).toBeNull()
  expect(guestsWaiting({ ...event, daysToAnswer: -1 })).toBeNull()
  expect(guestsWaiting({ ...event, answered: 20 })).toBeNull()
})

test('too many guests, and none', () => {
  expect(guestsWaiting({ ...event, overBy: 2 })).toEqual({ kind: 'over', by: 2 })
  expect(guestsWaiting({ ...event, invited: 0, answered: 0, daysToEvent: 42 })).toEqual({
    kind: 'nobody_invited',
  })
  expect(guestsWaiting({ ...event, invited: 0, answered: 0, daysToEvent: 43 })).toBeNull()
})
