import { expect, test } from '@jest/globals'
import type { Verdicts } from './weak-factors.ts'
import { lowAccounts, lowSegments, scoreOf, weakestFactors } from './weak-factors.ts'

const heard = (accountId: string, segment: string, points: number[]): Verdicts[] =>
  points.map(delivery => ({ accountId, segment, factors: { delivery } }))

test('the weakest factor comes first; four respondents or two accounts say nothing', () => {
  const responses = ['a', 'b', 'c', 'd', 'e'].map(accountId => ({
    accountId,
    segment: '',
    factors: { delivery: 2, image: accountId === 'a' ? 5 : 3, support: 4 },
  }))
  expect(weakestFactors(responses, { minimum: 5 })).toEqual([
    { factor: 'delivery', n: 5, satisfied: 0 },
    { factor: 'image', n: 5, satisfied: 0.2 },
    { factor: 'support', n: 5, satisfied: 1 },
  ])
  expect(weakestFactors(responses.slice(1), { minimum: 5 })).toEqual([])
  expect(
    weakestFactors(
      responses.map(one => ({ ...one, accountId: 'a' })),
      { minimum: 5 },
    ),
  ).toEqual([])
})

test('an account is called low on five respondents of its own, never on four', () => {
  expect(lowAccounts(heard('a', '', [1, 2, 3, 2, 5]), { minimum: 5 })).toEqual(new Map([['a', ['delivery']]]))
  expect(lowAccounts(heard('a', '', [1, 2, 3, 2]), { minimum: 5 })).toEqual(new Map())
  expect(lowAccounts(heard('a', '', [4, 4, 4, 2, 2]), { minimum: 5 })).toEqual(new Map())
})

test('only the lowest of several segments is named', () => {
  const three = (segment: string, point: number) =>
    ['x', 'y', 'z'].flatMap(one => heard(`${segment}-${one}`, segment, [point, point]))
  expect(lowSegments([...three('smb', 2), ...three('enterprise', 5)], { minimum: 5 })).toEqual(
    new Map([['smb', ['delivery']]]),
  )
  expect(lowSegments(three('smb', 2), { minimum: 5 })).toEqual(new Map())
})

test('a score runs from 0 to 100', () => {
  expect([scoreOf({ a: 1 }), scoreOf({ a: 5, b: 3 }), scoreOf({})]).toEqual([0, 75, null])
})
