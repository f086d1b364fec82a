import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AccountAnswer } from './account-scores.ts'
import { accountScores, halvesUntil } from './account-scores.ts'

const quarter = { year: 2026, quarter: 4 } as const
const answer = (contactId: string, verdict: number, over: Partial<AccountAnswer> = {}): AccountAnswer => ({
  contactId,
  quarter,
  at: new Date('2026-11-01T00:00:00Z'),
  verdicts: { delivery: verdict },
  ...over,
})
const scoresOf = (answers: readonly AccountAnswer[], others = 100) =>
  accountScores({
    answers,
    factors: ['delivery'],
    quarter,
    halves: 2,
    minimumCell: 5,
    others: () => others,
  })[0]?.points ?? []
const five = ['a', 'b', 'c', 'd', 'e']

describe('scores of an account', () => {
  test('rest on both quarters of a half', () => {
    const third = { quarter: { year: 2026, quarter: 3 } as const }
    const [before, now] = scoresOf([
      ...five.slice(0, 3).map(name => answer(name, 5)),
      ...five.slice(3).map(name => answer(name, 1, third)),
    ])
    expect(now).toMatchObject({ n: 5, index: 60 })
    expect(before).toEqual({
      from: { year: 2026, quarter: 1 },
      to: { year: 2026, quarter: 2 },
      n: 0,
      index: null,
    })
  })

  test('count a person once, with the latest verdict', () => {
    const earlier = { at: new Date('2026-08-01T00:00:00Z') }
    const points = scoresOf([...five.map(name => answer(name, 4)), answer('a', 1, earlier)])
    expect(points.at(-1)).toMatchObject({ n: 5, index: 75 })
  })

  test('are not shown of few people, nor where few others of the region would be left', () => {
    const all = five.map(name => answer(name, 4))
    expect(scoresOf(all.slice(1)).at(-1)).toMatchObject({ n: 4, index: null })
    expect(scoresOf(all, 3).at(-1)).toMatchObject({ n: 5, index: null })
    expect(scoresOf(all, 0).at(-1)).toMatchObject({ n: 5, index: 75 })
  })

  test('do not tell what one more person said to whoever reads them before and after', () => {
    const at = (day: number) => ({ at: new Date(Date.UTC(2026, 10, day)) })
    const first = five.map((name, day) => answer(name, 4, at(day + 1)))
    const later = ['f', 'g', 'h', 'i', 'j'].map((name, day) => answer(name, 1, at(day + 10)))
    const seen = [0, 1, 4, 5].map(more => scoresOf([...first, ...later.slice(0, more)]).at(-1))
    expect(seen.slice(0, 3).map(point => [point?.n, point?.index])).toEqual([
      [5, 75],
      [5, 75],
      [5, 75],
    ])
    expect(seen[3]).toMatchObject({ n: 10, index: 37.5 })
  })

  test('of any answers stay on the scale, and rest on no fewer than the minimum', () => {
    const anyAnswer = fc.record({
      contactId: fc.constantFrom(...five, 'f', 'g'),
      quarter: fc.record({
        year: fc.constant(2026),
        quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      }),
      at: fc.date({ noInvalidDate: true }),
      verdicts: fc.record({ delivery: fc.integer({ min: 1, max: 5 }) }),
    })
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 40 }), answers => {
        for (const { n, index } of scoresOf(answers)) {
          expect(n).toBeLessThanOrEqual(7)
          if (index === null) continue
          expect(n).toBeGreaterThanOrEqual(5)
          expect(index).toBeGreaterThanOrEqual(0)
          expect(index).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})

describe('halves of fiscal years', () => {
  test('begin with the first and the third quarter', () => {
    expect(halvesUntil({ year: 2026, quarter: 3 }, 2)).toEqual([
      { from: { year: 2026, quarter: 1 }, to: { year: 2026, quarter: 2 } },
      { from: { year: 2026, quarter: 3 }, to: { year: 2026, quarter: 4 } },
    ])
    expect(halvesUntil({ year: 2026, quarter: 4 }, 1)).toEqual(halvesUntil({ year: 2026, quarter: 3 }, 1))
  })
})
