import { expect, test } from '@jest/globals'
import type { EventGroup } from '../roundtables/before-after.ts'
import type { EventEcho } from './event-links.ts'
import { relateEvents } from './event-links.ts'

const ids = Array.from({ length: 8 }, (_, at) => `a${at}`)
const said = (score: (at: number) => number) => new Map(ids.map((id, at) => [id, [score(at), score(at)]]))
const echo = (came: readonly string[], by: number): EventEcho => ({
  groups: new Map(came.map((id): [string, EventGroup] => [id, 'came'])),
  before: said(at => 40 + at),
  after: said(at => 40 + at + (came.includes(ids[at] ?? '') ? by : 0)),
})
const relate = (events: EventEcho[]) => relateEvents({ events, minimum: 5, confidence: 0.95 })

test('who came is compared with itself, and with who was not invited', () => {
  const { groups, difference, events } = relate([echo(ids.slice(0, 4), 10)])
  expect(events).toBe(1)
  expect(groups.came).toMatchObject({ shown: true, accounts: 4, change: 10 })
  expect(groups.not_invited).toMatchObject({ shown: true, accounts: 4, change: 0 })
  expect(difference?.change).toBeCloseTo(10, 10)
})

test('an account counts once, with the first event that it came to', () => {
  const { groups } = relate([echo(ids.slice(0, 4), 10), echo(ids.slice(0, 8), 30)])
  // The other four were not invited to the first, and came to the second.
  expect(groups.came).toMatchObject({ shown: true, accounts: 8, change: 20 })
  expect(groups.not_invited).toEqual({ shown: false, why: 'none' })
})

test('who was not heard both times says nothing', () => {
  const silent = { ...echo(ids, 10), after: new Map() }
  expect(relate([silent]).groups.came).toEqual({ shown: false, why: 'none' })
})
