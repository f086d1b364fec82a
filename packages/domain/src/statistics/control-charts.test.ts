import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { enoughForLimits, pChart, xmrChart } from './control-charts.ts'

describe('the chart of a share', () => {
  /** Montgomery, Introduction to Statistical Quality Control, table 7.1: cans of orange juice that leak, of 50 each. */
  const leaking = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
    6,
  ]

  test('Montgomery, example 7.1: centre .2313, limits .0524 and .4102, samples 15 and 23 outside', () => {
    const { centre, points } = pChart(leaking.map(count => ({ count, n: 50 })))
    expect(centre).toBeCloseTo(0.2313, 4)
    expect(points[0]?.low).toBeCloseTo(0.0524, 4)
    expect(points[0]?.high).toBeCloseTo(0.4102, 4)
    expect(points.flatMap(({ signal }, at) => (signal ? [at + 1] : []))).toEqual([15, 23])
  })

  test('a design effect widens the limits by its root', () => {
    const plain = pChart(leaking.map(count => ({ count, n: 50 })))
    const { points } = pChart(
      leaking.map(count => ({ count, n: 50 })),
      { designEffect: 1.5 },
    )
    const reach = (plain.points[0]?.high ?? 0) - plain.centre
    expect((points[0]?.high ?? 0) - plain.centre).toBeCloseTo(reach * Math.sqrt(1.5), 12)
  })

  test('limits never leave 0 and 1, and where all are alike there is no signal', () => {
    expect(
      pChart([
        { count: 0, n: 5 },
        { count: 0, n: 50 },
      ]),
    ).toEqual({
      centre: 0,
      points: [
        { low: 0, high: 0, signal: false },
        { low: 0, high: 0, signal: false },
      ],
    })
    fc.assert(
      fc.property(
        fc.array(
          fc
            .integer({ min: 1, max: 60 })
            .chain(n => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) })),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        shares => {
          const { centre, points } = pChart(shares)
          for (const { low, high } of points) {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(high).toBeLessThanOrEqual(1)
            expect(centre).toBeGreaterThanOrEqual(low)
            expect(centre).toBeLessThanOrEqual(high)
          }
        },
      ),
    )
  })

  test('counts that cannot be are refused', () => {
    expect(() => pChart([])).toThrow(RangeError)
    expect(() => pChart([{ count: 3, n: 2 }])).toThrow('count of point 0')
    expect(() => pChart([{ count: 0, n: 0 }])).toThrow('answers of point 0')
    expect(() => pChart([{ count: 1, n: 2 }], { designEffect: 0 })).toThrow('design effect')
  })
})

test('limits from the eighth quarter on', () => {
  expect([7, 8].map(enoughForLimits)).toEqual([false, true])
})

describe('the chart of single values', () => {
  test('Montgomery, table 6.6: viscosity of aircraft primer paint, 33.52 and limits 32.24 and 34.80', () => {
    const chart = xmrChart([
      33.75, 33.05, 34, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33, 33.54, 33.12, 33.84,
    ])
    expect(chart.centre).toBeCloseTo(33.52, 2)
    expect(chart.averageMovingRange).toBeCloseTo(0.48, 2)
    expect(chart.low).toBeCloseTo(32.24, 1)
    expect(chart.high).toBeCloseTo(34.8, 1)
    expect(chart.points.every(({ signal }) => !signal)).toBe(true)
  })

  test('a jump is a signal', () => {
    const { points } = xmrChart([70, 71, 70, 71, 70, 71, 70, 80])
    expect(points.map(({ signal }) => signal)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ])
  })

  test('one value, or none that is a number, is refused', () => {
    expect(() => xmrChart([5])).toThrow('moving range')
    expect(() => xmrChart([5, Number.NaN])).toThrow('no number')
  })

  test('values that never differ, however they are written, give no signal', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        (value, count) => {
          const { points } = xmrChart(Array.from({ length: count }, () => value))
          expect(points.some(({ signal }) => signal)).toBe(false)
        },
      ),
    )
  })
})
