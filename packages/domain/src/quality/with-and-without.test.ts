import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CountsByLevel } from './with-and-without.ts'
import { addVerdict, noCounts, withAndWithout } from './with-and-without.ts'

const five = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))
const byLevel: fc.Arbitrary<CountsByLevel> = fc.tuple(five, five, five)

describe('withAndWithout', () => {
  test('leaves out what is flagged, and says of how many the rest is', () => {
    const counts: CountsByLevel = [
      [10, 20, 5, 5, 0],
      [0, 6, 0, 0, 0],
      [8, 0, 0, 0, 0],
    ]
    const view = withAndWithout({ counts, minimumCell: 5 })
    expect([view.all?.n, view.withoutSeveral?.n, view.unflagged?.n]).toEqual([54, 46, 40])
    expect(view.all?.percentSatisfied).toBeCloseTo((100 * 44) / 54, 10)
    expect(view.unflagged?.percentSatisfied).toBe(75)
  })

  test('two flagged answers are not given away by taking them out', () => {
    const counts: CountsByLevel = [
      [10, 20, 5, 5, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 2],
    ]
    expect(withAndWithout({ counts, minimumCell: 5 })).toMatchObject({
      all: { n: 42 },
      unflagged: null,
      withoutSeveral: null,
    })
  })

  test('whatever is shown, no two figures differ by fewer answers than the minimum cell', () => {
    fc.assert(
      fc.property(byLevel, fc.integer({ min: 1, max: 12 }), (counts, minimumCell) => {
        const { all, unflagged, withoutSeveral } = withAndWithout({ counts, minimumCell })
        const sizes = [0, ...[all, unflagged, withoutSeveral].flatMap(one => (one ? [one.n] : []))]
        for (const a of sizes)
          for (const b of sizes) if (a !== b) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(minimumCell)
      }),
    )
  })

  test('counts each answer once, whatever its weight', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>, fc.integer({ min: 1, max: 5 })),
          {
            minLength: 1,
          },
        ),
        answers => {
          const counts = answers.reduce((all, [level, verdict]) => addVerdict(all, level, verdict), noCounts)
          const { all } = withAndWithout({ counts, minimumCell: 1 })
          expect(all?.n).toBe(answers.length)
          const mean = answers.reduce((sum, [, verdict]) => sum + (verdict - 1) * 25, 0) / answers.length
          expect(all?.netSatisfactionIndex).toBeCloseTo(mean, 9)
        },
      ),
    )
  })
})
