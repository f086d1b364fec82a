import { describe, expect, test } from '@jest/globals'
import {
  betaQuantile,
  chiSquareP,
  chiSquareQuantile,
  normalQuantile,
  twoSidedNormalP,
  twoSidedZ,
} from './distributions.ts'

describe('the normal distribution', () => {
  test.each([
    [0.8, 1.2815515655446004],
    [0.9, 1.6448536269514722],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489004],
    [0.999, 3.290526731491926],
  ])('z of %d', (confidence, z) => {
    expect(twoSidedZ(confidence)).toBeCloseTo(z, 12)
    expect(twoSidedNormalP(z)).toBeCloseTo(1 - confidence, 12)
  })

  test('is symmetric and certain at zero', () => {
    expect(normalQuantile(0.1)).toBeCloseTo(-normalQuantile(0.9), 12)
    expect(twoSidedNormalP(-2)).toBe(twoSidedNormalP(2))
    expect([twoSidedNormalP(0), chiSquareP(0)]).toEqual([1, 1])
  })
})

test.each([
  [2.705543454095404, 0.1],
  [3.841458820694124, 0.05],
  [6.634896601021213, 0.01],
  [10.827566170662733, 0.001],
])('chi-square %d leaves %d', (statistic, p) => {
  expect(chiSquareP(statistic)).toBeCloseTo(p, 12)
})

test.each([
  [0.5, 2, 2, 0.5],
  [0.3, 1, 1, 0.3],
  [0.95, 1, 20, 1 - 0.05 ** (1 / 20)],
  [0.025, 5, 1, 0.025 ** (1 / 5)],
])('the %d quantile of beta(%d, %d)', (probability, a, b, value) => {
  expect(betaQuantile(probability, a, b)).toBeCloseTo(value, 9)
})

test.each([0, 1, 95, -0.5, Number.NaN])('a confidence of %d is refused', confidence => {
  expect(() => twoSidedZ(confidence)).toThrow(RangeError)
})

test.each([
  [0.95, 1, 3.841],
  [0.999, 2, 13.816],
  [0.999, 6, 22.458],
  [0.99, 10, 23.209],
])('chi-square tables: %d at %i degrees of freedom is %d', (probability, degrees, quantile) => {
  expect(chiSquareQuantile(probability, degrees)).toBeCloseTo(quantile, 3)
})

test('impossible parameters are refused', () => {
  expect(() => chiSquareQuantile(1, 3)).toThrow(RangeError)
  expect(() => chiSquareQuantile(0.5, 0)).toThrow(RangeError)
  expect(() => betaQuantile(0.5, 0, 2)).toThrow(RangeError)
  expect(() => chiSquareP(-1)).toThrow(RangeError)
  expect(() => twoSidedNormalP(Number.POSITIVE_INFINITY)).toThrow(RangeError)
})
