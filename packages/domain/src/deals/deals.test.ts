import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DealView } from './deal.ts'
import { DEAL_RESULTS, DEAL_SIDES, stageOf, viewFaults } from './deal.ts'
import { dealRate, ratesBy } from './deal-rates.ts'
import { compareSides, factorReasons } from './deal-reasons.ts'

const rules = { confidence: 0.95, minimum: 5 }
const model = {
  factors: [
    { key: 'delivery', attributes: [{ key: 'on-time' }] },
    { key: 'price', attributes: [] },
  ],
}
const view = (over: Partial<DealView> = {}): DealView => ({
  reasons: [],
  changeFactor: null,
  change: '',
  ...over,
})
const reason = (factor: string, spoke: 'for' | 'against', attribute: string | null = null) => ({
  factor,
  spoke,
  attribute,
  decisive: false,
})
const anyView = fc.option(
  fc.record({
    reasons: fc.array(
      fc.record({
        factor: fc.constantFrom('delivery', 'price'),
        attribute: fc.constant(null),
        spoke: fc.constantFrom('for' as const, 'against' as const),
        decisive: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    changeFactor: fc.constantFrom('delivery', 'price', null),
    change: fc.constant(''),
  }),
)
const anyDeal = fc.record({
  result: fc.constantFrom(...DEAL_RESULTS),
  value: fc.option(fc.integer({ min: 0, max: 1000 })),
  regionId: fc.constantFrom('north', 'south', null),
  views: fc.record({ seller: anyView, buyer: anyView }),
})

describe('what a side says', () => {
  test('names factors and attributes of the model, each once', () => {
    expect(viewFaults(view({ reasons: [reason('delivery', 'for', 'on-time')] }), model)).toEqual([])
    expect(viewFaults(view({ changeFactor: 'weather' }), model)).toEqual(['unknown_factor'])
    expect(viewFaults(view({ reasons: [reason('price', 'for', 'on-time')] }), model)).toEqual([
      'unknown_attribute',
    ])
    const twice = [reason('price', 'for'), reason('price', 'against')]
    expect(viewFaults(view({ reasons: twice }), model)).toEqual(['reason_repeated'])
  })

  test('a deal that was won was lost at no stage', () => {
    expect(stageOf('won', 'trial')).toBeNull()
    expect(stageOf('lost', 'trial')).toBe('trial')
  })
})

describe('win rates', () => {
  test('leave out who bought from nobody, and show nothing of few', () => {
    const ended = (result: (typeof DEAL_RESULTS)[number], n: number) =>
      Array.from({ length: n }, () => ({ result, value: 10 }))
    const few = dealRate([...ended('won', 2), ...ended('lost', 2), ...ended('no_decision', 9)], rules)
    expect(few).toMatchObject({ won: 2, lost: 2, undecided: 9, n: 4, rate: null, interval: null })
    // Wilson for 81 of 263, as published.
    const { rate, interval } = dealRate([...ended('won', 81), ...ended('lost', 182)], rules)
    expect(rate).toBeCloseTo(81 / 263)
    expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  })

  test('of the groups add up to the whole, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(anyDeal), deals => {
        const groups = ratesBy(deals, ({ regionId }) => regionId, { ...rules, minimum: 1 })
        const inGroups = dealRate(
          deals.filter(({ regionId }) => regionId !== null),
          { ...rules, minimum: 1 },
        )
        for (const field of ['won', 'lost', 'undecided', 'n', 'valueWon', 'valueLost'] as const)
          expect(groups.reduce((sum, group) => sum + group[field], 0)).toBe(inGroups[field])
        for (const { rate, interval, n } of groups)
          if (n === 0) expect(rate).toBeNull()
          else expect(interval && rate !== null && interval.low <= rate && rate <= interval.high).toBe(true)
      }),
    )
  })

  test('refuse what is no rule', () => {
    expect(() => dealRate([], { confidence: 1, minimum: 5 })).toThrow(RangeError)
    expect(() => dealRate([], { confidence: 0.9, minimum: 0 })).toThrow(RangeError)
  })
})

describe('reasons', () => {
  const lost = (seller: DealView | null, buyer: DealView | null) => ({
    result: 'lost' as const,
    value: null,
    views: { seller, buyer },
  })
  const deals = [
    ...Array.from({ length: 4 }, () =>
      lost(view({ reasons: [reason('price', 'against')], changeFactor: 'price' }), null),
    ),
    lost(
      view({ reasons: [reason('price', 'against')] }),
      view({ reasons: [reason('delivery', 'against')], changeFactor: 'delivery' }),
    ),
    lost(
      view({ reasons: [reason('price', 'against'), reason('delivery', 'against')] }),
      view({ reasons: [reason('delivery', 'against')] }),
    ),
  ]

  test('of one side are those of that side alone, and shown of enough deals only', () => {
    const [delivery, price] = factorReasons(deals, 'seller', ['delivery', 'price'], rules)
    expect(price?.lostBy).toMatchObject({ named: 6, of: 6, share: 1 })
    expect(price?.changeable).toMatchObject({ named: 4, of: 6 })
    expect(delivery?.lostBy).toMatchObject({ named: 1, of: 6 })
    expect(delivery?.wonBy).toEqual({ named: null, of: 0, share: null, interval: null })
    const [byBuyer] = factorReasons(deals, 'buyer', ['delivery'], rules)
    expect(byBuyer?.lostBy).toEqual({ named: null, of: 2, share: null, interval: null })
    expect(compareSides(deals)).toEqual({ both: 2, agree: 1 })
  })

  test('of one side do not change with what the other says', () => {
    fc.assert(
      fc.property(fc.array(anyDeal), fc.constantFrom(...DEAL_SIDES), (all, side) => {
        const alone = all.map(deal => ({
          ...deal,
          views: { seller: null, buyer: null, [side]: deal.views[side] },
        }))
        expect(factorReasons(alone, side, ['delivery', 'price'], rules)).toEqual(
          factorReasons(all, side, ['delivery', 'price'], rules),
        )
      }),
    )
  })
})
