import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pairedAnswers, turnedRound } from './paired-answers.ts'
import { pairCount } from './paired-change.ts'

interface Row {
  id: string
  account: string
  segments: string[]
  ratings: (number | null)[]
}

const row = (id: string, region: string, ...ratings: (number | null)[]): Row => ({
  id,
  account: `account of ${id}`,
  segments: [`region:${region}`, 'seniority:manager'],
  ratings,
})
const paired = (now: Row[], then: Row[]) =>
  pairedAnswers({
    now,
    before: ({ id }) => then.find(one => one.id === id),
    keys: ['factor:delivery', 'item:a>b'],
  })

test('counts those who rated the same both times, by region where they stayed in it', () => {
  const { pairs, effects } = paired(
    [row('1', 'south', 5, 2), row('2', 'south', 3, null), row('3', 'north', 4, 4), row('4', 'south', 5, 5)],
    [row('1', 'south', 2, 1), row('2', 'south', 4, 4), row('3', 'south', 5, 5), row('5', 'south', 5, 5)],
  )
  expect(pairs).toEqual({
    all: {
      'factor:delivery': { kept: 1, lost: 1, gained: 1, neither: 0 },
      'item:a>b': { kept: 1, lost: 0, gained: 0, neither: 1 },
    },
    'region:south': {
      'factor:delivery': { kept: 0, lost: 1, gained: 1, neither: 0 },
      'item:a>b': { kept: 0, lost: 0, gained: 0, neither: 1 },
    },
  })
  // Of fewer than ten accounts nobody can say how alike they change.
  expect(effects.all).toEqual({ 'factor:delivery': null, 'item:a>b': null })
})

test('where nobody answered both there are none', () => {
  expect(paired([row('1', 'south', 5, 5)], []).pairs).toEqual({
    all: {
      'factor:delivery': { kept: 0, lost: 0, gained: 0, neither: 0 },
      'item:a>b': { kept: 0, lost: 0, gained: 0, neither: 0 },
    },
  })
})

test('law: the other way round, who was lost was gained', () => {
  const people = fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      region: fc.constantFrom('a', 'b'),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    { maxLength: 25 },
  )
  const rowsOf = (list: { id: string; region: string; rating: number | null }[]) => [
    ...new Map(list.map(({ id, region, rating }) => [id, row(id, region, rating, rating)])).values(),
  ]
  fc.assert(
    fc.property(people, people, (one, other) => {
      const [now, then] = [rowsOf(one), rowsOf(other)]
      const there = paired(now, then)
      expect(turnedRound(there).pairs).toEqual(paired(then, now).pairs)
      expect(turnedRound(turnedRound(there))).toEqual(there)
      for (const own of Object.values(there.pairs))
        for (const pairs of Object.values(own))
          expect(pairCount(pairs)).toBeLessThanOrEqual(Math.min(now.length, then.length))
    }),
  )
})
