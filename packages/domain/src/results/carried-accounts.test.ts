import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Scoreboard } from '../scoreboard.ts'
import { accountKey, accountsAmong, keptAccounts } from '../scoreboard.ts'
import { carryAccounts } from './carried-accounts.ts'

const boardOf = (accounts: readonly string[]): Scoreboard => ({
  all: { responses: accounts.length, questions: {}, factors: {}, accounts: keptAccounts(accounts) },
})
const carried = (anew: readonly string[], before: readonly string[]) =>
  carryAccounts(boardOf(anew), boardOf(before)).all?.accounts

describe('accounts of responses that lost their names', () => {
  test('come back from the board of before', () => {
    expect(carried(['a', 'response:r1'], ['a', 'b'])).toEqual(['a', 'b'])
    expect(carried(['response:r1', 'response:r2', 'response:r3'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
  })

  test('never make more accounts than there were', () => {
    expect(accountsAmong(carried(['a', 'b', 'response:r1'], ['a', 'b']) ?? [])).toBe(2)
    expect(accountsAmong(carried(['response:r1', 'response:r2'], ['a']) ?? [])).toBe(1)
    // Somebody whose answer went with the name brings nobody back.
    expect(carried(['a'], ['a', 'b'])).toEqual(['a'])
  })

  test('law: whoever is forgotten, at once or one by one, the number of accounts stays as it was', () => {
    const people = fc.array(fc.record({ account: fc.constantFrom('a', 'b', 'c', 'd'), gone: fc.nat(3) }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(people, all => {
        const at = (round: number) =>
          boardOf(
            all.map(({ account, gone }, n) =>
              accountKey({ id: `${n}`, accountId: gone < round ? undefined : account }),
            ),
          )
        const before = at(0)
        let board = before
        for (const round of [1, 2, 3, 4]) {
          board = carryAccounts(at(round), board)
          expect(carryAccounts(at(round), board)).toEqual(board)
          expect(accountsAmong(board.all?.accounts ?? [])).toBe(accountsAmong(before.all?.accounts ?? []))
        }
      }),
    )
  })
})
