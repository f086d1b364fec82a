import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Scoreboard } from './scoreboard.ts'
import { hiddenSegments, validRatings } from './scoreboard-disclosure.ts'

const MINIMUM = 5

/** A board on which `sizes` people of each region rated delivery, and `unplaced` of no region. */
function boardOf(sizes: Record<string, number>, unplaced = 0): Scoreboard {
  const cell = (n: number) => ({ responses: n, questions: {}, factors: { delivery: [n, 0, 0, 0, 0, 0] } })
  const everybody = Object.values(sizes).reduce((sum, n) => sum + n, unplaced)
  return {
    all: cell(everybody),
    ...Object.fromEntries(Object.entries(sizes).map(([region, n]) => [`region:${region}`, cell(n)])),
  }
}
const hidden = (sizes: Record<string, number>, unplaced = 0) =>
  [
    ...hiddenSegments({
      board: boardOf(sizes, unplaced),
      validOf: validRatings('delivery'),
      minimumCell: MINIMUM,
    }),
  ].sort()

describe('answers of fewer than three accounts', () => {
  const board = (accounts: Record<string, string[]>): Scoreboard => {
    const sizes = Object.fromEntries(Object.keys(accounts).map(region => [region, 8]))
    const plain = boardOf(sizes)
    const named = Object.entries(plain).map(([segment, counts]) => {
      const own = accounts[segment.replace('region:', '')] ?? Object.values(accounts).flat()
      return [segment, { ...counts, accounts: [...new Set(own)].sort().slice(0, 3) }]
    })
    return Object.fromEntries(named)
  }
  const hiddenOf = (accounts: Record<string, string[]>) =>
    [
      ...hiddenSegments({ board: board(accounts), validOf: validRatings('delivery'), minimumCell: MINIMUM }),
    ].sort()

  test('are not shown, however many people answered', () => {
    expect(hiddenOf({ all: ['a', 'b'] })).toContain('all')
    expect(hiddenOf({ north: ['a', 'b', 'c'], south: ['d', 'e', 'f'] })).toEqual([])
  })

  test('one who lost the name makes no account more: it may be of any of them', () => {
    expect(hiddenOf({ all: ['a', 'b', 'response:r1', 'response:r2'] })).toContain('all')
    expect(hiddenOf({ all: ['response:r1', 'response:r2', 'response:r3'] })).toContain('all')
    expect(hiddenOf({ all: ['a', 'b', 'c', 'response:r1'] })).toEqual([])
  })

  test('nor can they be had by taking the others from everybody', () => {
    expect(hiddenOf({ north: ['a', 'b'], south: ['c', 'd', 'e'], west: ['f', 'g', 'h'] })).toEqual([
      'region:north',
      'region:south',
    ])
    // Two that are hidden are of three accounts together, which is enough.
    expect(hiddenOf({ north: ['a', 'b'], south: ['c'], west: ['f', 'g', 'h'] })).toEqual([
      'region:north',
      'region:south',
    ])
  })
})

describe('what may not be shown', () => {
  test.each<[string, Record<string, number>, number, string[]]>([
    ['nothing when all are large enough', { north: 5, south: 9 }, 0, []],
    [
      'a small one, and the smallest of the others, which would give it away',
      { north: 4, south: 9, west: 7 },
      0,
      ['region:north', 'region:west'],
    ],
    [
      'two small ones are enough when together they are not small',
      { north: 4, south: 9, west: 3 },
      0,
      ['region:north', 'region:west'],
    ],
    [
      'two small ones that are small together take a third along',
      { north: 1, south: 9, west: 2 },
      0,
      ['region:north', 'region:south', 'region:west'],
    ],
    ['an empty one gives nothing away', { north: 0, south: 9, west: 7 }, 0, ['region:north']],
    [
      'an empty one is no cover for a small one',
      { north: 0, south: 9, west: 3, east: 8 },
      0,
      ['region:east', 'region:north', 'region:west'],
    ],
    ['few people without a region are protected too', { north: 6, south: 9 }, 2, ['region:north']],
    [
      'everything when everybody is too few',
      { north: 2, south: 1 },
      0,
      ['all', 'region:north', 'region:south'],
    ],
  ])('%s', (_, sizes, unplaced, expected) => {
    expect(hidden(sizes, unplaced)).toEqual(expected)
  })

  test('who came by an open link is hidden by their own number, and hides nobody else', () => {
    const cell = (n: number) => ({ responses: n, questions: {}, factors: { delivery: [n, 0, 0, 0, 0, 0] } })
    const hiddenWith = (open: number) =>
      [
        ...hiddenSegments({
          board: { ...boardOf({ north: 5, south: 9 }), open: cell(open) },
          validOf: validRatings('delivery'),
          minimumCell: MINIMUM,
        }),
      ].sort()
    expect(hiddenWith(4)).toEqual(['open'])
    expect(hiddenWith(5)).toEqual([])
    expect(hiddenWith(400)).toEqual([])
  })

  test('the minimum must be one that can be meant', () => {
    expect(() => hiddenSegments({ board: {}, validOf: validRatings('delivery'), minimumCell: 0 })).toThrow(
      RangeError,
    )
  })
})

test('an attacker who subtracts what is shown from everybody never learns of fewer than the minimum', () => {
  const size = fc.nat(12)
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), size, (sizes, unplaced) => {
      const named = Object.fromEntries(sizes.map((n, at) => [`r${at}`, n]))
      const secret = new Set(hidden(named, unplaced))
      for (const [region, n] of Object.entries(named))
        if (n < MINIMUM) expect(secret.has(`region:${region}`)).toBe(true)
      const total = Object.values(named).reduce((sum, n) => sum + n, unplaced)
      expect(secret.has('all')).toBe(total < MINIMUM)
      if (secret.has('all')) return
      const shown = Object.entries(named).filter(([region]) => !secret.has(`region:${region}`))
      const rest = total - shown.reduce((sum, [, n]) => sum + n, 0)
      expect(rest === 0 || rest >= MINIMUM).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
