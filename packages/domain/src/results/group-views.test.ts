import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { Quarter } from '../quarter.ts'
import { seededRandom } from '../random.ts'
import type { Scoreboard } from '../scoreboard.ts'
import type { CountedWave } from '../scoreboard-view.ts'
import { scoreboardView } from '../scoreboard-view.ts'
import { twoProportionTest } from '../statistics/intervals.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import { groupViews } from './group-views.ts'

const now: Quarter = { year: 2026, quarter: 4 }
const then: Quarter = { year: 2026, quarter: 3 }
const definition = quarterlySurvey(ibmSix, { languages: ['en'], quarter: now })
const { factors } = ibmSix

/** Satisfied and neutral by group, the same on every factor that is not told otherwise. */
function waveOf(quarter: Quarter, groups: Record<string, [number, number]>, delivery = groups): CountedWave {
  const cell = (of: [number, number], own: [number, number]) => ({
    responses: of[0] + of[1],
    questions: {},
    factors: Object.fromEntries(
      factors.map(({ key }) => {
        const [good, bad] = key === 'delivery' ? own : of
        return [key, [0, good, bad, 0, 0, 0]]
      }),
    ),
  })
  const total = (lists: Record<string, [number, number]>): [number, number] =>
    Object.values(lists).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
  const board: Scoreboard = {
    all: cell(total(groups), total(delivery)),
    ...Object.fromEntries(
      Object.entries(groups).map(([name, of]) => [`region:${name}`, cell(of, delivery[name] ?? of)]),
    ),
  }
  return { quarter, definition, board }
}

const viewsOf = (wave: CountedWave, before: CountedWave | null = null, besideOthers = true) =>
  groupViews(
    Object.keys(wave.board).filter(segment => segment !== 'all'),
    { wave, before, factors, minimumCell: 5, confidence: 0.95, besideOthers },
  )
const deliveryOf = ({ groups }: ReturnType<typeof viewsOf>, name: string) =>
  groups
    .find(({ segment }) => segment === `region:${name}`)
    ?.factors.find(({ factor }) => factor === 'delivery')

const even = { north: [30, 30], south: [30, 30], west: [30, 30] } satisfies Record<string, [number, number]>

describe('groups beside each other', () => {
  const odd = waveOf(now, even, { ...even, south: [44, 16] })

  test('each is held against all others, by Holm over all groups and factors', () => {
    const south = deliveryOf(viewsOf(odd), 'south')
    const { p } = twoProportionTest({
      first: { successes: 44, trials: 60 },
      second: { successes: 60, trials: 120 },
    })
    expect(south?.others?.points).toBeCloseTo((100 * 44) / 60 - 50, 10)
    expect(south?.others?.p).toBeCloseTo(18 * (p ?? 1), 10)
    // By itself it would be news; among eighteen looks it could be chance.
    expect(p).toBeLessThan(0.05)
    expect(south?.others?.chance).toBe(true)
  })

  test('the widest gap is judged among all pairs on all factors', () => {
    const { widest } = viewsOf(odd)
    expect(widest).toMatchObject({ factor: 'delivery', highest: 'region:south', pairs: 18, chance: true })
    const clear = viewsOf(waveOf(now, even, { ...even, south: [55, 5] }))
    expect(clear.widest).toMatchObject({ chance: false, points: expect.closeTo((100 * 55) / 60 - 50, 8) })
    expect(deliveryOf(clear, 'south')?.others?.chance).toBe(false)
  })

  test('changes are judged over all groups, not over the factors of one', () => {
    const before = waveOf(then, even)
    const alone = scoreboardView({
      wave: odd,
      before,
      segment: 'region:south',
      factors,
      minimumCell: 5,
      confidence: 0.95,
    })
    const change = alone.find(({ factor }) => factor === 'delivery')?.change
    const among = deliveryOf(viewsOf(odd, before), 'south')?.change
    expect(change?.p).toBeLessThan(0.06)
    expect(among?.p).toBeCloseTo(3 * (change?.p ?? 1), 10)
    expect(among?.low).toBe(change?.low)
  })

  test('who may not know of the others, a group of everybody and a hidden one are held against nobody', () => {
    expect(deliveryOf(viewsOf(odd, null, false), 'south')?.others).toBeNull()
    const only = viewsOf(waveOf(now, { south: [20, 10] }))
    expect(deliveryOf(only, 'south')?.others).toBeNull()
    expect(only.widest).toBeNull()
    const small = viewsOf(waveOf(now, { north: [2, 1], south: [20, 10], west: [10, 10] }))
    expect(deliveryOf(small, 'north')).toMatchObject({ suppressed: true, others: null })
  })
})

test('law: where no group differs, fewer than one wave in twenty shows any group or gap as news', () => {
  const random = seededRandom(7)
  const answer = () => (random.below(100) < 60 ? 1 : 0)
  const waves = 200
  let [news, plain] = [0, 0]
  for (let at = 0; at < waves; at += 1) {
    const groups = (): Record<string, [number, number]> =>
      Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(name => {
          const good = Array.from({ length: 40 }, answer).reduce((sum: number, one) => sum + one, 0)
          return [name, [good, 40 - good]]
        }),
      )
    const { groups: views, widest } = viewsOf(waveOf(now, groups(), groups()))
    const found = views.flatMap(({ factors: own }) => own.map(({ others }) => others))
    if (found.some(others => others?.chance === false) || widest?.chance === false) news += 1
    // By themselves, without allowance, most waves would show some.
    if (found.some(others => others && others.low * others.high > 0)) plain += 1
  }
  expect(news).toBeLessThan(waves / 20 + 8)
  expect(plain).toBeGreaterThan(waves / 3)
})

test('law: what a difference rests on is never of fewer than the minimum', () => {
  const size = fc.tuple(fc.nat(9), fc.nat(9))
  fc.assert(
    fc.property(fc.record({ a: size, b: size, c: size }), groups => {
      const { groups: views, widest } = viewsOf(waveOf(now, groups))
      const total = Object.values(groups).reduce((sum, [good, bad]) => sum + good + bad, 0)
      for (const { factors: own } of views)
        for (const { others, n } of own)
          if (others) {
            expect(n).toBeGreaterThanOrEqual(5)
            expect(total - (n ?? 0)).toBeGreaterThanOrEqual(5)
          }
      if (widest) expect(widest.points).toBeGreaterThanOrEqual(0)
    }),
  )
})
