import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RANDOM_ALGORITHM, randomFrom, sampleWithoutReplacement, seededRandom, shuffle } from './random.ts'

describe('the generator', () => {
  test('gives the reference sequence of xoshiro128**', () => {
    const random = randomFrom([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, random.word)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ])
  })

  test('a state without any bit set is refused', () => {
    expect(() => randomFrom([0, 0, 0, 0])).toThrow(RangeError)
  })

  test('the same seed gives the same sequence for ever', () => {
    expect(RANDOM_ALGORITHM).toBe('xoshiro128**/1')
    const random = seededRandom('2026-Q3 miền Bắc')
    expect(Array.from({ length: 8 }, () => random.below(100))).toEqual([3, 94, 40, 78, 61, 93, 48, 0])
  })

  test('seeds that differ a little give sequences that have nothing in common', () => {
    const first = (seed: string | number) => Array.from({ length: 4 }, seededRandom(seed).next)
    expect(first('wave-1')).not.toEqual(first('wave-2'))
    expect(first(1)).toEqual(first('1'))
  })

  test('draws are even: chi-square of 60,000 throws of a die stays below its 99.9 % bound', () => {
    const random = seededRandom('dice')
    const faces = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < 60_000; i += 1) {
      const face = random.below(6)
      faces[face] = (faces[face] ?? 0) + 1
    }
    expect(faces.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.515)
  })

  test('a bound that is none is refused', () => {
    for (const bound of [0, -1, 1.5, 2 ** 33]) expect(() => seededRandom(1).below(bound)).toThrow(RangeError)
  })
})

describe('draws', () => {
  const items = fc.uniqueArray(fc.nat(), { maxLength: 40 })

  test('a shuffle holds the same items and leaves the input alone', () => {
    fc.assert(
      fc.property(items, fc.string(), (list, seed) => {
        const frozen = Object.freeze([...list])
        const mixed = shuffle(frozen, seededRandom(seed))
        expect([...mixed].sort()).toEqual([...list].sort())
        expect(shuffle(frozen, seededRandom(seed))).toEqual(mixed)
      }),
    )
  })

  test('a sample has different items of the frame, as many as asked for or as there are', () => {
    fc.assert(
      fc.property(items, fc.nat({ max: 60 }), fc.string(), (list, size, seed) => {
        const sample = sampleWithoutReplacement(list, size, seededRandom(seed))
        expect(sample).toHaveLength(Math.min(size, list.length))
        expect(new Set(sample).size).toBe(sample.length)
        expect(sample.every(item => list.includes(item))).toBe(true)
      }),
    )
  })

  test('every item is drawn equally often', () => {
    const random = seededRandom('fair')
    const drawn = [0, 0, 0, 0, 0]
    for (let i = 0; i < 10_000; i += 1)
      for (const item of sampleWithoutReplacement([0, 1, 2, 3, 4], 2, random))
        drawn[item] = (drawn[item] ?? 0) + 1
    for (const count of drawn) expect(Math.abs(count - 4000)).toBeLessThan(250)
  })

  test('part of an item cannot be drawn', () => {
    expect(() => sampleWithoutReplacement([1], 0.5, seededRandom(1))).toThrow(RangeError)
  })
})
