import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FactorShift, FindingSources } from './findings.ts'
import { findingsOf } from './findings.ts'

const shift = (factor: string, now: number, before: number, trials = 200): FactorShift => ({
  factor,
  now: { successes: now, trials },
  before: { successes: before, trials },
})
const nothing: FindingSources = { shifts: [], signals: [], improve: [], silence: null }
const find = (sources: Partial<FindingSources>) =>
  findingsOf({ ...nothing, ...sources }, { confidence: 0.95 })

describe('what there is to look at', () => {
  test('a change that survives six comparisons comes first, one that could be chance last', () => {
    const found = find({
      shifts: [
        shift('support', 150, 140),
        shift('delivery', 100, 140),
        shift('image', 120, 121),
        shift('marketing', 118, 140),
      ],
      silence: { revenueShare: 0.3, accounts: 27, of: 231 },
    })
    expect(found.map(one => [one.kind, one.certain, 'factor' in one ? one.factor : ''])).toEqual([
      ['change', true, 'delivery'],
      ['silent', true, ''],
      ['change', false, 'marketing'],
    ])
    expect(found[0]).toMatchObject({ points: expect.closeTo(-20, 9), n: { now: 200, before: 200 } })
  })

  test('a change that one test would call certain is none among six', () => {
    const one = shift('delivery', 118, 140)
    expect(find({ shifts: [one] })[0]).toMatchObject({ certain: true })
    const others = ['a', 'b', 'c', 'd', 'e'].map(factor => shift(factor, 120, 120))
    expect(find({ shifts: [one, ...others] })[0]).toMatchObject({ certain: false })
  })

  test('a signal of a factor that changed is the same news', () => {
    const signals = [
      { factor: 'delivery', value: 50, low: 20, high: 40 },
      { factor: 'image', value: 45, low: 20, high: 40 },
    ]
    const found = find({ shifts: [shift('delivery', 100, 140)], signals })
    expect(found.map(one => one.kind)).toEqual(['change', 'signal'])
  })

  test('little silence is none', () => {
    expect(find({ silence: { revenueShare: 0.2, accounts: 10, of: 100 } })).toEqual([])
  })

  test('nobody answered, or only one quarter: nothing is made up', () => {
    expect(find({})).toEqual([])
    expect(find({ shifts: [shift('delivery', 0, 0, 0)] })).toEqual([])
  })
})

test('laws: at most three, the certain ones first, and the order of factors makes no difference', () => {
  const anyShift = fc
    .record({ trials: fc.integer({ min: 1, max: 300 }), now: fc.nat(300), before: fc.nat(300) })
    .map(({ trials, now, before }) => ({
      now: { successes: Math.min(now, trials), trials },
      before: { successes: Math.min(before, trials), trials },
    }))
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 6 }), list => {
      const shifts = list.map((one, at) => ({ factor: `f${at}`, ...one }))
      const found = find({ shifts })
      expect(found.length).toBe(Math.min(3, shifts.length))
      const certain = found.map(one => Number(one.certain))
      expect(certain).toEqual(certain.toSorted((a, b) => b - a))
      const turned = find({ shifts: shifts.toReversed() })
      expect(turned.map(one => Number(one.certain))).toEqual(certain)
      for (const one of found)
        if (one.kind === 'change') {
          expect(one.points).toBeGreaterThanOrEqual(one.low - 1e-9)
          expect(one.points).toBeLessThanOrEqual(one.high + 1e-9)
        }
    }),
  )
})
