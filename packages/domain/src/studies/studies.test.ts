import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StudyCriterion } from './study.ts'
import { mayBecome, STUDY_STATES, triedBy } from './study.ts'
import { studyResult } from './study-scores.ts'

const criterion = (id: string, factor: string, weight = 1): StudyCriterion => ({
  id,
  name: id,
  factor,
  weight,
})
const points = (us: number | null, them: number | null) => ({ us, them })

describe('what testers find', () => {
  test('is the mean over testers of their weighted means, with its spread', () => {
    const criteria = [criterion('start', 'technical', 3), criterion('noise', 'technical')]
    const { factors, criteria: each } = studyResult({
      criteria,
      sheets: [
        { start: points(8, 6), noise: points(4, 6) },
        { start: points(9, 5), noise: points(5, 9) },
      ],
    })
    // (3 · 8 + 4) / 4 = 7 and (3 · 9 + 5) / 4 = 8
    expect(factors).toMatchObject([
      {
        factor: 'technical',
        criteria: 2,
        us: { mean: 75, low: 70, high: 80, testers: 2 },
        them: { mean: 60, spread: 0 },
        lead: 'us',
      },
    ])
    expect(factors[0]?.us.spread).toBeCloseTo(Math.sqrt(50))
    expect(each.map(({ id, lead }) => [id, lead])).toEqual([
      ['start', 'us'],
      ['noise', 'them'],
    ])
  })

  test('says who leads only where all who tried both agree, and by what was tried on both', () => {
    const criteria = [criterion('start', 'technical'), criterion('noise', 'technical')]
    const leadOf = (...sheets: Parameters<typeof studyResult>[0]['sheets']) =>
      studyResult({ criteria, sheets }).factors[0]?.lead
    expect(leadOf()).toBe('unknown')
    expect(leadOf({ start: points(9, null), noise: points(null, 3) })).toBe('unknown')
    expect(leadOf({ start: points(9, 3) }, { start: points(3, 9) })).toBe('mixed')
    expect(leadOf({ start: points(5, 5) })).toBe('mixed')
    // Ours had the hard criterion as well: it does not count against us.
    expect(leadOf({ start: points(9, 8), noise: points(0, null) })).toBe('us')
  })

  test('stays between the lowest and the highest tester, and in the order of nobody', () => {
    const any = fc.option(fc.integer({ min: 0, max: 10 }))
    const sheet = fc.record({
      a: fc.record({ us: any, them: any }),
      b: fc.record({ us: any, them: any }),
    })
    const criteria = [criterion('a', 'x', 2), criterion('b', 'x', 5)]
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 6 }), sheets => {
        const [found] = studyResult({ criteria, sheets }).factors
        const [turned] = studyResult({ criteria, sheets: sheets.toReversed() }).factors
        expect(turned?.lead).toBe(found?.lead)
        for (const side of ['us', 'them'] as const) {
          const { mean, low, high, testers } = found?.[side] ?? {
            mean: null,
            low: null,
            high: null,
            testers: 0,
          }
          expect(mean === null).toBe(testers === 0)
          if (mean === null || low === null || high === null) continue
          expect(mean).toBeGreaterThanOrEqual(low - 1e-9)
          expect(mean).toBeLessThanOrEqual(high + 1e-9)
          expect(turned?.[side].mean).toBeCloseTo(mean)
        }
      }),
    )
  })

  test('refuses points off the scale', () => {
    const criteria = [criterion('a', 'x')]
    expect(() => studyResult({ criteria, sheets: [{ a: points(11, null) }] })).toThrow(RangeError)
    expect(() => studyResult({ criteria: [criterion('a', 'x', 0)], sheets: [] })).toThrow(RangeError)
  })
})

test('a study goes its way step by step', () => {
  const ways = STUDY_STATES.flatMap(from =>
    STUDY_STATES.filter(to => mayBecome(from, to)).map(to => `${from} ${to}`),
  )
  expect(ways).toEqual(['planned running', 'running planned', 'running finished', 'finished running'])
})

test('a tester has tried what was given points on the competitor’s side', () => {
  expect(triedBy([{ id: 'a' }, { id: 'b' }], { a: points(5, 0), b: points(5, null) })).toBe(1)
})
