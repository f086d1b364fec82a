import { describe, expect, test } from '@jest/globals'
import { seededRandom } from '../random.ts'
import { designEffect } from './account-likeness.ts'

/** Accounts of `size` people who rate as `rate` says by account and person. */
const people = (accounts: number, size: number, rate: (account: number, person: number) => number | null) =>
  Array.from({ length: accounts * size }, (_, at) => ({
    account: `a${Math.floor(at / size)}`,
    rating: rate(Math.floor(at / size), at % size),
  }))

describe('how alike people of one account answer', () => {
  test('all of an account the same: as many times as there are people in it', () => {
    expect(designEffect(people(40, 5, account => (account % 2 === 0 ? 5 : 2)))).toBeCloseTo(5, 0)
  })

  test('everybody for himself: about one', () => {
    const random = seededRandom('likeness')
    const effect = designEffect(people(400, 4, () => (random.next() < 0.6 ? 4 : 3)))
    expect(effect).toBeGreaterThan(0.85)
    expect(effect).toBeLessThan(1.15)
  })

  test('one person of each account: exactly one, but for the last account drawn', () => {
    expect(designEffect(people(50, 1, account => (account % 3 === 0 ? 2 : 5)))).toBeCloseTo(1, 3)
  })

  test('too few accounts, all alike, a factor that nobody rated', () => {
    expect(designEffect(people(9, 5, account => (account % 2) * 4 + 1))).toBeNull()
    expect(designEffect(people(40, 5, () => 4))).toBeNull()
    expect(designEffect(people(40, 5, () => null))).toBeNull()
    expect(designEffect([])).toBeNull()
  })

  test('a rating that is none is refused', () => {
    expect(() => designEffect([{ account: 'a', rating: 6 }])).toThrow(RangeError)
  })
})
