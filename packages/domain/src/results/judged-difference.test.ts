import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judgedDifference, judgedTogether, shownPairs } from './judged-difference.ts'
import type { Pairs } from './paired-change.ts'

const share = (successes: number, trials: number) => ({ successes, trials })
const both = (pairs: Pairs) => ({ pairs, designEffect: 1 })

describe('one difference', () => {
  test('of two samples is Newcombe’s, as published', () => {
    expect(
      judgedDifference({ now: share(56, 70), before: share(48, 80), both: null, confidence: 0.95 }),
    ).toEqual({
      points: expect.closeTo(20, 10),
      low: expect.closeTo(5.24, 2),
      high: expect.closeTo(33.39, 2),
      // z = .2 / √(.69333 × .30667 × (1/70 + 1/80)) = 2.6504.
      p: expect.closeTo(0.00804, 4),
      paired: null,
      chance: false,
    })
  })

  test('of the same people is judged by those who changed, and what two samples would not see may be seen', () => {
    const of = { now: share(70, 100), before: share(60, 100), confidence: 0.95 }
    const pairs: Pairs = { kept: 59, lost: 1, gained: 11, neither: 29 }
    const apart = judgedDifference({ ...of, both: null })
    const same = judgedDifference({ ...of, both: both(pairs) })
    expect(apart?.chance).toBe(true)
    // McNemar: (11 − 1)² / 12 = 8.33.
    expect(same?.p).toBeCloseTo(0.00389, 4)
    expect(same).toMatchObject({ chance: false, paired: { n: 100, lost: 1, gained: 11 } })
    expect((same?.high ?? 0) - (same?.low ?? 0)).toBeLessThan((apart?.high ?? 0) - (apart?.low ?? 0))
  })

  test('of few who are in both is one of two samples, whose interval still allows for them', () => {
    const of = { now: share(70, 100), before: share(60, 100), confidence: 0.95 }
    const some = judgedDifference({ ...of, both: both({ kept: 20, lost: 0, gained: 2, neither: 8 }) })
    expect(some?.paired).toBeNull()
    expect(some?.p).toBe(judgedDifference({ ...of, both: null })?.p)
    expect(some?.low).toBeGreaterThan(judgedDifference({ ...of, both: null })?.low ?? 0)
  })

  test('is not called news where the interval beside it reaches 0, whatever its test says', () => {
    const found = judgedDifference({ now: share(0, 20), before: share(4, 20), both: null, confidence: 0.95 })
    // z = .2 / √(.1 × .9 × 2/20) = 2.108; Newcombe: +.0005 at the high end.
    expect(found).toMatchObject({ p: expect.closeTo(0.035, 3), high: expect.closeTo(0.05, 2), chance: true })
    expect(judgedTogether([found], 0.95)).toMatchObject([{ chance: true }])
  })

  test('is not called news where those who answered both moved the other way', () => {
    // Four of 120 became satisfied and none left, while of the others 55 fewer are: 4² / 4 = 4.
    const pairs: Pairs = { kept: 60, lost: 0, gained: 4, neither: 56 }
    const of = { now: share(69, 180), before: share(120, 180), confidence: 0.95 }
    const found = judgedDifference({ ...of, both: both(pairs) })
    expect(found).toMatchObject({ p: expect.closeTo(0.0455, 4), chance: true, paired: { n: 120 } })
    expect(found?.high).toBeLessThan(0)
  })

  test('there is none where one of the two has no answers', () => {
    expect(
      judgedDifference({ now: share(0, 0), before: share(3, 5), both: null, confidence: 0.95 }),
    ).toBeNull()
  })
})

describe('many differences', () => {
  const one = (p: number) => ({ p, chance: p >= 0.05 })

  test('are judged by all of them, and what is not compared stays out', () => {
    expect(judgedTogether([one(0.02), null, one(0.5), one(0.001)], 0.95)).toEqual([
      { p: 0.04, chance: false },
      null,
      { p: 0.5, chance: true },
      { p: 0.003, chance: false },
    ])
  })

  test('law: where nothing differs, hardly any set of looks finds news, however many they are', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(chances, values => {
        const judged = judgedTogether(values.map(one), 0.95)
        const isNews = judged.some(found => found?.chance === false)
        expect(isNews).toBe(Math.min(...values) * values.length < 0.05)
        for (const [at, found] of judged.entries()) expect(found?.p).toBeGreaterThanOrEqual(values[at] ?? 1)
      }),
    )
  })
})

describe('those who answered both', () => {
  const pairs: Pairs = { kept: 10, lost: 2, gained: 3, neither: 5 }
  const shown = (over: { n?: { now: number; before: number }; south?: Pairs; segment?: string }) =>
    shownPairs({
      answers: {
        pairs: { all: { delivery: pairs }, 'region:south': { delivery: over.south ?? pairs } },
        effects: { all: { delivery: 0.7 }, 'region:south': { delivery: 2 } },
      },
      segment: over.segment ?? 'all',
      key: 'delivery',
      n: over.n ?? { now: 40, before: 20 },
      minimumCell: 5,
    })

  test('are spoken of where enough stand beside them; an effect below 1 is chance', () => {
    expect(shown({})).toEqual({ pairs, designEffect: 1 })
    expect(shown({ segment: 'region:south' })?.designEffect).toBe(2)
  })

  test('are not where few answered only once, or few are of another region', () => {
    expect(shown({ n: { now: 23, before: 20 } })).toBeNull()
    const most: Pairs = { kept: 10, lost: 2, gained: 3, neither: 2 }
    expect(shown({ south: most, segment: 'region:south' })).toBeNull()
    expect(
      shownPairs({ answers: undefined, segment: 'all', key: 'x', n: { now: 9, before: 9 }, minimumCell: 5 }),
    ).toBeNull()
  })
})
