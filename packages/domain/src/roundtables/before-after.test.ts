import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AccountScores } from './before-after.ts'
import { compareBeforeAfter, EVENT_GROUPS } from './before-after.ts'

const compare = (accounts: AccountScores[], minimum = 5) =>
  compareBeforeAfter({ accounts, minimum, confidence: 0.95 })

const many = (group: AccountScores['group'], changes: number[], each = 2): AccountScores[] =>
  changes.map(change => ({ group, before: Array(each).fill(50), after: Array(each).fill(50 + change) }))

describe('before and after', () => {
  test('is Student’s interval over the changes of accounts', () => {
    // Changes 10, 20, 30: mean 20, standard deviation 10, t(0.975; 2) = 4.3027.
    const { came } = compare(many('came', [10, 20, 30])).groups
    expect(came).toMatchObject({ shown: true, accounts: 3, heardBefore: 6, heardAfter: 6, before: 50 })
    if (!came.shown) throw new Error('not shown')
    expect(came.change).toBeCloseTo(20)
    expect(came.high - came.change).toBeCloseTo((4.3027 * 10) / Math.sqrt(3), 2)
  })

  test('each account counts once, however many of it answered', () => {
    const big: AccountScores = { group: 'came', before: Array(50).fill(0), after: Array(50).fill(100) }
    const { came } = compare([big, ...many('came', [0, 0, 0])]).groups
    expect(came).toMatchObject({ change: 25, accounts: 4 })
  })

  test('accounts heard once only are no part of it', () => {
    const once: AccountScores = { group: 'came', before: [100, 100], after: [] }
    expect(compare([...many('came', [0, 0, 0]), once]).groups.came).toMatchObject({ accounts: 3, before: 50 })
  })

  test('fewer than five respondents or three accounts are not shown, nor what would give them away', () => {
    const groups = compare([
      ...many('came', [5, 5], 3),
      ...many('invited', [1, 2, 3]),
      ...many('not_invited', [1, 2, 3, 4, 5]),
    ]).groups
    expect(groups.came).toEqual({ shown: false, why: 'few' })
    expect(groups.invited).toEqual({ shown: false, why: 'derivable' })
    expect(groups.not_invited.shown).toBe(true)
    expect(compare(many('came', [1, 2, 3], 1)).groups.came).toEqual({ shown: false, why: 'few' })
  })

  test('the difference is Welch’s, and there only where both are shown', () => {
    const both = compare([...many('came', [10, 20, 30]), ...many('not_invited', [0, 0, 0, 4])])
    // Variances of the means 100/3 and 4/4: 2.123 degrees of freedom, t = 4.079.
    expect(both.difference?.change).toBeCloseTo(19)
    expect((both.difference?.high ?? 0) - 19).toBeCloseTo(4.0708 * Math.sqrt(100 / 3 + 1), 0)
    expect(compare(many('came', [10, 20, 30])).difference).toBeNull()
  })

  test('turning the order of the two waves turns the sign, and no small group is ever shown', () => {
    const score = fc.integer({ min: 0, max: 100 })
    const account = fc.record({
      group: fc.constantFrom(...EVENT_GROUPS),
      before: fc.array(score, { maxLength: 4 }),
      after: fc.array(score, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(account, { maxLength: 30 }), accounts => {
        const there = compare(accounts).groups
        const back = compare(
          accounts.map(({ group, before, after }) => ({ group, before: after, after: before })),
        )
        for (const group of EVENT_GROUPS) {
          const [one, other] = [there[group], back.groups[group]]
          expect(other.shown).toBe(one.shown)
          if (!one.shown || !other.shown) continue
          expect(other.change).toBeCloseTo(-one.change)
          expect(Math.min(one.heardBefore, one.heardAfter, one.accounts + 2)).toBeGreaterThanOrEqual(5)
          expect(one.low).toBeLessThanOrEqual(one.high)
        }
        const hidden = EVENT_GROUPS.filter(group => !there[group].shown)
        const blocked = hidden.filter(group => !('why' in there[group] && there[group].why === 'none'))
        if (EVENT_GROUPS.some(group => there[group].shown)) expect(blocked.length).not.toBe(1)
      }),
    )
  })
})
