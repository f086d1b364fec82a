import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { newcombeInterval } from '../statistics/intervals.ts'
import type { Pairs } from './paired-change.ts'
import { changeDesignEffect, isPaired, pairCount, pairsOf, shareCorrelation } from './paired-change.ts'

/** Then less now, as Newcombe's tables have it. */
function pairedInterval(pairs: Pairs) {
  const n = pairCount(pairs)
  return newcombeInterval({
    first: { successes: pairs.kept + pairs.lost, trials: n },
    second: { successes: pairs.kept + pairs.gained, trials: n },
    confidence: 0.95,
    correlation: shareCorrelation(pairs, { now: n, before: n }),
  })
}

describe('the same people asked twice', () => {
  test('Newcombe 1998, table II, method 10: 36, 12, 2, 0 gives .0569 to .3404', () => {
    const { difference, low, high } = pairedInterval({ kept: 36, lost: 12, gained: 2, neither: 0 })
    expect(difference).toBeCloseTo(0.2, 10)
    expect(low).toBeCloseTo(0.0569, 4)
    expect(high).toBeCloseTo(0.3404, 4)
  })

  test('who answers alike both times makes the interval narrower than that of two samples', () => {
    const pairs = { kept: 60, lost: 9, gained: 3, neither: 28 }
    const { low, high } = pairedInterval(pairs)
    const apart = newcombeInterval({
      first: { successes: 69, trials: 100 },
      second: { successes: 63, trials: 100 },
      confidence: 0.95,
    })
    expect(high - low).toBeLessThan(0.8 * (apart.high - apart.low))
  })

  test('the fewer answered both times, the closer to two samples', () => {
    const pairs = { kept: 10, lost: 2, gained: 1, neither: 7 }
    const among = (n: number) => shareCorrelation(pairs, { now: n, before: n })
    expect(among(20)).toBeGreaterThan(among(40))
    expect(among(20_000)).toBeLessThan(0.001)
    expect(isPaired(pairs, { now: 40, before: 300 })).toBe(true)
    expect(isPaired(pairs, { now: 41, before: 300 })).toBe(false)
    expect(isPaired({ kept: 0, lost: 0, gained: 0, neither: 0 }, { now: 0, before: 0 })).toBe(false)
  })

  test('accounts whose people change together count as fewer; nobody who changed tells nothing', () => {
    const accounts = (change: (account: number, person: number) => boolean) =>
      Array.from({ length: 60 }, (_, at) => ({
        account: `a${at % 20}`,
        before: false,
        now: change(at % 20, Math.floor(at / 20)),
      }))
    // All three people of every other account: three answers are worth one.
    expect(changeDesignEffect(accounts(account => account % 2 === 0))).toBeCloseTo(3, 0)
    expect(changeDesignEffect(accounts(() => false))).toBeNull()
    expect(changeDesignEffect(accounts(() => true).slice(0, 9))).toBeNull()
    expect(pairsOf(accounts(account => account === 0))).toEqual({ kept: 0, lost: 0, gained: 3, neither: 57 })
  })

  test('identical answers and impossible counts give no NaN', () => {
    expect(shareCorrelation({ kept: 50, lost: 0, gained: 0, neither: 0 }, { now: 50, before: 50 })).toBe(0)
    expect(() =>
      shareCorrelation({ kept: 0.5, lost: 0, gained: 0, neither: 0 }, { now: 1, before: 1 }),
    ).toThrow(RangeError)
  })

  test('turned round, the interval turns round', () => {
    const count = fc.nat(40)
    fc.assert(
      fc.property(fc.record({ kept: count, lost: count, gained: count, neither: count }), pairs => {
        if (pairCount(pairs) === 0) return
        const there = pairedInterval(pairs)
        const back = pairedInterval({ ...pairs, lost: pairs.gained, gained: pairs.lost })
        expect(back.low).toBeCloseTo(-there.high, 10)
        expect(back.high).toBeCloseTo(-there.low, 10)
        expect(there.low).toBeLessThanOrEqual((there.difference ?? 0) + 1e-12)
      }),
    )
  })
})
