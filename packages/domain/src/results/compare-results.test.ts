import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import type { Scoreboard } from '../scoreboard.ts'
import { foldResponses } from '../scoreboard.ts'
import { scoreboardView } from '../scoreboard-view.ts'
import { quarterlySurvey } from '../survey/preset.ts'
import { compareResults, meanGap, resultFigure } from './compare-results.ts'

type Five = [number, number, number, number, number]

const boardOf = (cells: Record<string, Five>): Scoreboard =>
  Object.fromEntries(
    Object.entries(cells).map(([segment, counts]) => [
      segment,
      { responses: 0, questions: {}, factors: { delivery: [...counts, 0] } },
    ]),
  )
const figureOf = (cells: Record<string, Five>[], segment = 'all') =>
  resultFigure({
    parts: cells.map(one => ({ board: boardOf(one), segment, of: { factor: 'delivery' } })),
    minimumCell: 5,
    confidence: 0.95,
  })
const named = { modes: { web: 80 }, anonymity: 'named', selfSelected: false } as const
const blind = { ...named, anonymity: 'blind' } as const

function compare(first: Five, second: Five, over: { wording?: 'same' | 'different'; blind?: boolean } = {}) {
  const pairs = [
    {
      key: 'delivery',
      first: figureOf([{ all: first }]),
      second: figureOf([{ all: second }]),
      wording: over.wording ?? 'same',
    } as const,
  ]
  const [found] = compareResults({
    pairs,
    first: named,
    second: over.blind ? blind : named,
    minimumCell: 5,
    confidence: 0.95,
  })
  if (!found) throw new Error('one factor in, one out')
  return found
}

describe('a figure', () => {
  test('of one wave has its Wilson interval, as published', () => {
    const figure = figureOf([{ all: [21, 60, 90, 70, 22] }])
    expect(figure?.n).toBe(263)
    expect(figure?.interval.low).toBeCloseTo(25.53, 2)
    expect(figure?.interval.high).toBeCloseTo(36.62, 2)
  })

  test('is not shown of fewer than the minimum', () => {
    expect(figureOf([{ all: [4, 0, 0, 0, 0] }])).toBeNull()
    expect(figureOf([])).toBeNull()
  })

  test('of several waves leaves out those that are hidden by themselves, so that none can be computed', () => {
    expect(figureOf([{ all: [10, 0, 0, 0, 0] }, { all: [0, 0, 0, 0, 4] }])?.counts).toEqual([10, 0, 0, 0, 0])
    const complementary: Record<string, Five> = {
      all: [20, 0, 0, 0, 0],
      'region:a': [4, 0, 0, 0, 0],
      'region:b': [16, 0, 0, 0, 0],
    }
    expect(figureOf([complementary], 'region:b')).toBeNull()
  })
})

test('law: a comparison shows of a segment what the quarter page shows, and of several waves no more than their shown ones', () => {
  const definition = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 4 } })
  const segments = ['region:a', 'region:b', 'region:c']
  const people = fc.array(
    fc.record({ region: fc.constantFrom(...segments), points: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 40 },
  )
  const boardBy = (list: { region: string; points: number }[]) =>
    foldResponses(
      {},
      list.map(({ region, points }) => ({ answers: { delivery_overall: points }, segments: [region] })),
      definition,
    )
  fc.assert(
    fc.property(people, people, fc.constantFrom('all', ...segments), (one, other, segment) => {
      const boards = [boardBy(one), boardBy(other)]
      const options = { minimumCell: 5, confidence: 0.95 }
      const shown = boards.map(board => {
        const [view] = scoreboardView({
          wave: { quarter: { year: 2026, quarter: 4 }, definition, board },
          before: null,
          segment,
          factors: ibmSix.factors.filter(({ key }) => key === 'delivery'),
          ...options,
        })
        return view?.counts ?? null
      })
      const figures = boards.map(board =>
        resultFigure({ parts: [{ board, segment, of: { factor: 'delivery' } }], ...options }),
      )
      expect(figures.map(figure => figure?.counts ?? null)).toEqual(shown)
      const together = resultFigure({
        parts: boards.map(board => ({ board, segment, of: { factor: 'delivery' } })),
        ...options,
      })
      const sum = shown.flatMap(counts => counts ?? []).reduce((total, count) => total + count, 0)
      expect(together?.n ?? 0).toBe(sum)
    }),
  )
})

describe('two results', () => {
  test('of the same people are judged by those who changed', () => {
    const figures = {
      first: figureOf([{ all: [0, 70, 30, 0, 0] }]),
      second: figureOf([{ all: [0, 60, 40, 0, 0] }]),
    }
    const both = { pairs: { kept: 59, lost: 1, gained: 11, neither: 29 }, designEffect: 1 }
    const judge = (known: typeof both | null) =>
      compareResults({
        pairs: [{ key: 'delivery', ...figures, wording: 'same', both: known }],
        first: named,
        second: named,
        minimumCell: 5,
        confidence: 0.95,
      })[0]?.difference
    expect(judge(null)).toMatchObject({ chance: true, paired: null })
    expect(judge(both)).toMatchObject({ chance: false, paired: { n: 100, lost: 1, gained: 11 } })
  })

  test('are less sure where people of one account answer alike', () => {
    const figure = (designEffect: number | null) =>
      resultFigure({
        parts: [
          {
            board: boardOf({ all: [10, 46, 14, 5, 5] }),
            segment: 'all',
            of: { factor: 'delivery' },
            designEffect,
          },
          {
            board: boardOf({ all: [0, 10, 10, 0, 0] }),
            segment: 'all',
            of: { factor: 'delivery' },
            designEffect: 1,
          },
        ],
        minimumCell: 5,
        confidence: 0.95,
      })
    const [alike, alone, unknown] = [figure(3), figure(0.8), figure(null)]
    // 80 answers of 3 and 20 of 1.
    expect(alike?.designEffect).toBeCloseTo(2.6, 10)
    expect(alone?.designEffect).toBe(1)
    expect(unknown?.designEffect).toBeNull()
    expect(unknown?.interval).toEqual(alone?.interval)
    for (const key of ['interval', 'indexInterval'] as const)
      expect(alike?.[key].low).toBeLessThan(alone?.[key].low ?? 0)
    const pair = (first: typeof alike) =>
      compareResults({
        pairs: [{ key: 'a', first, second: figureOf([{ all: [0, 40, 40, 0, 0] }]), wording: 'same' }],
        first: named,
        second: blind,
        minimumCell: 5,
        confidence: 0.95,
      })
    expect(pair(alike)[0]?.difference?.p).toBeGreaterThan(pair(alone)[0]?.difference?.p ?? 1)
    expect(meanGap(pair(alike), 0.95)?.low).toBeLessThan(meanGap(pair(alone), 0.95)?.low ?? 0)
  })

  test('differ by Newcombe’s interval, as published', () => {
    const { difference, grade } = compare([0, 56, 14, 0, 0], [0, 48, 32, 0, 0])
    expect(grade).toBe('A')
    expect(difference?.points).toBeCloseTo(20, 10)
    expect(difference?.low).toBeCloseTo(5.24, 2)
    expect(difference?.high).toBeCloseTo(33.39, 2)
    expect(difference?.chance).toBe(false)
  })

  test('in which everybody is satisfied do not differ', () => {
    expect(compare([10, 0, 0, 0, 0], [10, 0, 0, 0, 0]).difference).toMatchObject({
      points: 0,
      p: 1,
      chance: true,
    })
  })

  test('of different questions state no difference', () => {
    expect(compare([9, 9, 9, 9, 9], [9, 9, 9, 9, 9], { wording: 'different' })).toMatchObject({
      grade: 'D',
      difference: null,
    })
  })

  test('of which one is hidden do not tell how many it were', () => {
    const found = compare([40, 0, 0, 0, 0], [3, 0, 0, 0, 0])
    expect(found).toMatchObject({ grade: 'D', second: null, difference: null })
    expect(found.reasons).toEqual([{ kind: 'too_few', n: 0 }])
  })

  test('law: the other way round, the difference changes its sign', () => {
    const five = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40)) as fc.Arbitrary<Five>
    fc.assert(
      fc.property(five, five, (a, b) => {
        const [there, back] = [compare(a, b).difference, compare(b, a).difference]
        expect(there === null).toBe(back === null)
        if (!there || !back) return
        expect(there.points).toBeCloseTo(-back.points, 9)
        expect(there.low).toBeCloseTo(-back.high, 9)
        expect(there.chance).toBe(back.chance)
      }),
    )
  })
})

describe('the gap over all factors', () => {
  test('is the mean, and its interval covers that of one factor when all err together', () => {
    const one = compare([20, 30, 10, 10, 10], [10, 20, 20, 20, 10], { blind: true })
    const single = meanGap([one], 0.95)
    expect(single?.points).toBeCloseTo(25, 10)
    expect(meanGap([one, one, one], 0.95)).toEqual({ ...single, factors: 3 })
    expect(single && single.low > 0).toBe(true)
    expect(one.reasons.map(({ kind }) => kind)).toContain('blind')
  })

  test('of nothing that can be compared is none', () => {
    expect(meanGap([compare([1, 0, 0, 0, 0], [1, 0, 0, 0, 0])], 0.95)).toBeNull()
    expect(meanGap([], 0.95)).toBeNull()
  })
})
