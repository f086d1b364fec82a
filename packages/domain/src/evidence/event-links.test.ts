import { expect, test } from '@jest/globals'
import type { EventGroup } from '../roundtables/before-after.ts'
import type { EventEcho } from './event-links.ts'
import { relateEvents, relateEventsByRegion } from './event-links.ts'

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

test('a region by which another could be had from all of them is hidden', () => {
  const region = (regionId: string, accounts: number) => {
    const own = Array.from({ length: accounts }, (_, at) => `${regionId}${at}`)
    const said = new Map(own.map(id => [id, [50, 60]]))
    const groups = new Map(own.map((id): [string, EventGroup] => [id, 'came']))
    return { regionId, groups, before: said, after: said }
  }
  const regionIds = ['south', 'north', 'west']
  const relateThem = (sizes: readonly number[]) => {
    const events = regionIds.map((regionId, at) => region(regionId, sizes[at] ?? 0))
    const found = relateEventsByRegion({ events, regionIds, minimum: 5, confidence: 0.95 })
    return [null, ...regionIds].map(view => found.get(view)?.groups.came.shown)
  }
  expect(relateThem([4, 5, 6])).toEqual([true, true, true, true])
  // Two accounts of the south: all regions less north and west would be theirs.
  expect(relateThem([2, 5, 6])).toEqual([true, false, false, true])
})
