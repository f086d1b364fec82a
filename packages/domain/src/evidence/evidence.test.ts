import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { seededRandom } from '../random.ts'
import { finish } from '../steps.ts'
import type { Evidence } from './evidence.ts'
import { EVIDENCE_SOURCES, joinEvidence } from './evidence.ts'
import { evidenceMap, REGIONAL_SOURCES } from './evidence-map.ts'
import { laggedRelation } from './relations.ts'

const quarter = { year: 2026, quarter: 3 } as const
const heard = (over: Partial<Evidence>): Evidence => ({
  source: 'quarterly',
  regionId: 'north',
  accountId: 'a1',
  product: null,
  factor: 'delivery',
  quarter,
  ...over,
})
const accounts = [
  { id: 'a1', regionId: 'north', revenue: 300 },
  { id: 'a2', regionId: 'north', revenue: 100 },
  { id: 'b1', regionId: 'south', revenue: null },
]
const mapOf = (evidence: Evidence[], minimumCell = 5) =>
  evidenceMap({
    evidence: evidence.map(one => ({ ...one, count: 1 })),
    accounts,
    regions: ['north', 'south'],
    factors: ['delivery', 'support'],
    minimumCell,
  })

describe('joining evidence', () => {
  test('groups what is known of the same account and quarter', () => {
    const evidence = [
      heard({}),
      heard({ source: 'case' }),
      heard({ source: 'case' }),
      heard({ accountId: 'a2' }),
    ]
    expect(joinEvidence(evidence, ['accountId', 'quarter'])).toEqual([
      { at: { accountId: 'a1', quarter: '2026-Q3' }, heard: { quarterly: 1, case: 2 } },
      { at: { accountId: 'a2', quarter: '2026-Q3' }, heard: { quarterly: 1 } },
    ])
  })

  test('never puts a blind answer to an account, nor anything to a product it does not name', () => {
    const blind = heard({ source: 'blind', accountId: null })
    expect(joinEvidence([blind], ['accountId'])).toEqual([])
    expect(joinEvidence([blind], ['regionId', 'factor'])).toHaveLength(1)
    expect(joinEvidence([heard({})], ['product'])).toEqual([])
  })

  test('loses nothing that knows the fields, in whatever order it comes', () => {
    const anyEvidence = fc.record({
      source: fc.constantFrom(...EVIDENCE_SOURCES),
      regionId: fc.constantFrom('north', 'south'),
      accountId: fc.constantFrom('a1', 'a2', null),
      product: fc.constantFrom('p1', null),
      factor: fc.constantFrom('delivery', null),
      quarter: fc.constant(quarter),
    })
    fc.assert(
      fc.property(fc.array(anyEvidence), list => {
        const joined = joinEvidence(list, ['accountId', 'factor'])
        const count = joined
          .flatMap(group => Object.values(group.heard))
          .reduce((sum: number, n) => sum + (n ?? 0), 0)
        expect(count).toBe(list.filter(({ accountId, factor }) => accountId && factor).length)
        expect(joinEvidence(list.toReversed(), ['accountId', 'factor'])).toEqual(joined)
      }),
    )
  })
})

describe('the evidence map', () => {
  test('says how much was heard, from how many accounts and how much revenue', () => {
    const { cells } = mapOf([heard({}), heard({}), heard({ source: 'call', accountId: 'a2' })])
    const cell = (source: string) =>
      cells.find(one => one.regionId === 'north' && one.factor === 'delivery' && one.source === source)
    expect(cell('quarterly')).toMatchObject({ heard: 2, accounts: 1, revenueShare: 0.75 })
    expect(cell('call')).toMatchObject({ heard: 1, accounts: 1, revenueShare: 0.25 })
    expect(cell('deal')).toMatchObject({ heard: 0, accounts: 0, revenueShare: 0 })
  })

  test('names gaps, silent accounts and factors that nobody speaks of', () => {
    const found = mapOf([heard({})])
    expect(found.gaps).toContainEqual({ regionId: 'north', factor: 'delivery', source: 'call' })
    expect(found.gaps).not.toContainEqual({ regionId: 'north', factor: 'delivery', source: 'quarterly' })
    expect(found.silent).toEqual([
      { regionId: 'north', accounts: 1, of: 2, revenueShare: 0.25 },
      { regionId: 'south', accounts: 1, of: 1, revenueShare: null },
    ])
    expect(found.unheard).toEqual(['support'])
  })

  test('does not count out a few blind answers, and never knows their accounts', () => {
    const mapped = (count: number) =>
      mapOf(Array.from({ length: count }, () => heard({ source: 'blind', accountId: null })))
    const blind = (count: number) => mapped(count).blind.find(({ factor }) => factor === 'delivery')?.heard
    expect([blind(0), blind(4), blind(5)]).toEqual([0, null, 5])
    expect(mapped(5).cells.some(({ source, heard: count }) => source === 'blind' || count > 0)).toBe(false)
  })

  test('of nothing is a map of gaps', () => {
    const { cells, gaps, unheard } = mapOf([])
    expect(cells.every(({ heard: count }) => count === 0)).toBe(true)
    expect(gaps).toHaveLength(2 * 2 * REGIONAL_SOURCES.length)
    expect(unheard).toEqual(['delivery', 'support'])
  })
})

describe('a lagged relation', () => {
  const figures = (lag: number, follow: number) => {
    const random = seededRandom('figures')
    const before = Array.from({ length: 60 }, (_, n) => ({
      accountId: `a${n % 20}`,
      quarter: { year: 2025, quarter: (Math.floor(n / 20) + 1) as 1 | 2 | 3 },
      value: random.below(10),
    }))
    const after = before.map(({ accountId, quarter: at, value }) => ({
      accountId,
      quarter: { ...at, quarter: (at.quarter + lag) as 1 | 2 | 3 | 4 },
      value: 80 - follow * value + random.below(20),
    }))
    return { before, after }
  }
  const relate = (given: ReturnType<typeof figures>, lag = 1) =>
    finish(laggedRelation({ ...given, lag, confidence: 0.95, random: seededRandom('draws') }))

  test('finds what goes along, with an interval around it', () => {
    const { pairs, accounts: count, correlation, interval } = relate(figures(1, 4))
    expect([pairs, count]).toEqual([60, 20])
    expect(correlation).toBeLessThan(-0.7)
    expect(interval?.low).toBeLessThan(correlation ?? 0)
    expect(interval?.high).toBeGreaterThan(correlation ?? 0)
    expect(interval?.high).toBeLessThan(0)
  })

  test('does not find what is not there', () => {
    const { interval } = relate(figures(1, 0))
    expect(interval?.low).toBeLessThan(0)
    expect(interval?.high).toBeGreaterThan(0)
  })

  test('says nothing from few pairs or from numbers that never vary', () => {
    const { before, after } = figures(1, 4)
    expect(relate({ before: before.slice(0, 9), after })).toMatchObject({ pairs: 9, correlation: null })
    const flat = before.map(figure => ({ ...figure, value: 3 }))
    expect(relate({ before: flat, after })).toMatchObject({ correlation: null, interval: null })
    expect(relate({ before, after: [] })).toMatchObject({ pairs: 0, accounts: 0, correlation: null })
  })

  test('finds the same far from zero, and takes what differs by rounding for what never varies', () => {
    const { before, after } = figures(1, 4)
    const far = before.map(figure => ({ ...figure, value: figure.value + 1e7 }))
    expect(relate({ before: far, after }).correlation).toBeCloseTo(
      relate({ before, after }).correlation ?? 0,
      9,
    )
    const rounded = before.map((figure, at) => ({ ...figure, value: at % 2 === 0 ? 0.3 : 0.1 + 0.2 }))
    expect(relate({ before: rounded, after }).correlation).toBeNull()
  })

  test('refuses two numbers of one account in one quarter', () => {
    const { before, after } = figures(1, 4)
    expect(() => relate({ before: [...before, ...before], after })).toThrow(RangeError)
  })
})
