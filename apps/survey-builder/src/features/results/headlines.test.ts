import { describe, expect, test } from '@jest/globals'
import type { FindingView } from '@sixfold/contract/findings'
import type { FactorScoreView, ScoreboardView } from '@sixfold/contract/waves'
import { headlinesOf } from './headlines.ts'

const quarter = { year: 2026, quarter: 3 as const }

function factor(key: string, change: [points: number, chance: boolean] | null): FactorScoreView {
  return {
    factor: key,
    name: { en: key },
    suppressed: false,
    n: 100,
    counts: [20, 40, 20, 10, 10],
    percentSatisfied: 60,
    percentNonsatisfied: 40,
    netSatisfactionIndex: 62,
    indexInterval: { low: 57, high: 67 },
    interval: { low: 50, high: 69 },
    designEffect: null,
    change: change && {
      points: change[0],
      low: change[0] - 5,
      high: change[0] + 5,
      p: change[1] ? 0.4 : 0.01,
      paired: null,
      chance: change[1],
      nBefore: 90,
      quarter,
    },
    trendBroken: false,
  }
}

const board = (...factors: FactorScoreView[]): ScoreboardView => ({
  waveId: 'w1',
  quarter: { year: 2026, quarter: 4 },
  regionId: null,
  responses: 100,
  waiting: null,
  invited: 300,
  revision: 4,
  minimumCell: 5,
  confidence: 0.95,
  panelBefore: 'other',
  factors,
})

describe('headlines', () => {
  const found = (key: string): FindingView => ({
    kind: 'change',
    factor: key,
    points: -7,
    low: -12,
    high: -2,
    p: 0.01,
    n: { now: 100, before: 90 },
    certain: true,
  })

  test('what was found comes first, the factors that it does not name in one sentence', () => {
    const view = board(factor('a', [4, true]), factor('c', [-7, false]), factor('d', [-1.2, true]))
    expect(headlinesOf(view, [found('c')])).toEqual([
      { kind: 'found', finding: found('c') },
      { kind: 'still', of: 'others', count: 2, points: 4, n: 100 },
    ])
  })

  test('that nothing moved is said of those that can be compared, by the answers of what moved most', () => {
    const few = { ...factor('b', [-3.4, true]), n: 40 }
    const all = board(factor('a', [1, true]), few)
    expect(headlinesOf(all, [])).toEqual([{ kind: 'still', of: 'all', count: 2, points: 4, n: 40 }])
    const some = board(...all.factors, factor('c', null))
    expect(headlinesOf(some, [])).toMatchObject([{ of: 'compared', count: 2 }])
  })

  test('a factor that clearly moved is never said to stand still, though three others were weightier', () => {
    const view = board(...['a', 'b', 'c', 'd'].map(key => factor(key, [9, false])))
    expect(headlinesOf(view, ['a', 'b', 'c'].map(found))).toHaveLength(3)
  })

  test('without a quarter before, and without enough answers', () => {
    expect(headlinesOf(board(factor('a', null)), [])).toEqual([{ kind: 'first' }])
    expect(headlinesOf(board({ ...factor('a', null), suppressed: true, n: null }), [])).toEqual([
      { kind: 'waiting', minimum: 5 },
    ])
  })
})
