import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FindingSources, JudgedChange } from './findings.ts'
import { findingsOf } from './findings.ts'

const change = (factor: string, points: number, chance: boolean, reach = 8): JudgedChange => ({
  factor,
  points,
  low: points - reach,
  high: points + reach,
  p: chance ? 0.4 : 0.001,
  chance,
  n: { now: 200, before: 190 },
})
const nothing: FindingSources = { changes: [], signals: [], improve: [], silence: null }
const find = (sources: Partial<FindingSources>) => findingsOf({ ...nothing, ...sources })

describe('what there is to look at', () => {
  test('a change that survives six comparisons comes first, one that could be chance last', () => {
    const found = find({
      changes: [
        change('support', 5, true),
        change('delivery', -20, false),
        change('image', -0.5, true),
        change('marketing', -11, true),
      ],
      silence: { revenueShare: 0.3, accounts: 27, of: 231 },
    })
    expect(found.map(one => [one.kind, one.certain, 'factor' in one ? one.factor : ''])).toEqual([
      ['change', true, 'delivery'],
      ['silent', true, ''],
      ['change', false, 'marketing'],
    ])
    expect(found[0]).toMatchObject({ points: -20, n: { now: 200, before: 190 } })
  })

  test('what is small and could be chance is not worth a sentence; what is small and certain is', () => {
    expect(find({ changes: [change('image', 4.9, true)] })).toEqual([])
    expect(find({ changes: [change('image', 1.5, false, 1)] })).toHaveLength(1)
  })

  test('a change is weighed by the least it can be', () => {
    const found = find({ changes: [change('vague', -20, false, 19), change('sharp', -12, false, 2)] })
    expect(found.map(one => 'factor' in one && one.factor)).toEqual(['sharp', 'vague'])
  })

  test('a signal of a factor that changed is the same news', () => {
    const signals = [
      { factor: 'delivery', value: 50, low: 20, high: 40 },
      { factor: 'image', value: 45, low: 20, high: 40 },
    ]
    const found = find({ changes: [change('delivery', -20, false)], signals })
    expect(found.map(one => one.kind)).toEqual(['change', 'signal'])
    expect(() => find({ signals: [{ factor: 'image', value: 45, low: 40, high: 20 }] })).toThrow(RangeError)
  })

  test('a factor to improve, the most important first', () => {
    const improve = [
      { factor: 'support', importance: 20, performance: 60 },
      { factor: 'delivery', importance: 30, performance: 58 },
    ]
    expect(find({ improve }).map(one => 'factor' in one && one.factor)).toEqual(['delivery', 'support'])
  })

  test('little silence is none', () => {
    expect(find({ silence: { revenueShare: 0.2, accounts: 10, of: 100 } })).toEqual([])
  })

  test('nobody answered, or only one quarter: nothing is made up', () => {
    expect(find({})).toEqual([])
  })
})

test('laws: at most three, the certain ones first, and the order of factors makes no difference', () => {
  const anyChange = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 6 }), list => {
      const changes = list.map(([points, chance], at) => change(`f${at}`, points, chance))
      const found = find({ changes })
      const worth = list.filter(([points, chance]) => !chance || Math.abs(points) >= 5)
      expect(found).toHaveLength(Math.min(3, worth.length))
      const certain = found.map(one => Number(one.certain))
      expect(certain).toEqual(certain.toSorted((a, b) => b - a))
      const turned = find({ changes: changes.toReversed() })
      expect(turned.map(one => Number(one.certain))).toEqual(certain)
    }),
  )
})
