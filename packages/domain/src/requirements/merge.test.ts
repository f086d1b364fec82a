import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { likeness } from './likeness.ts'
import type { Mergeable } from './merge.ts'
import { livesOnIn, mergeOrder } from './merge.ts'
import type { RequirementSource } from './sources.ts'
import { behindSources, unitedSources } from './sources.ts'

const source = (key: string, more: Partial<RequirementSource> = {}): RequirementSource => ({
  key,
  kind: 'round_table',
  aboutId: 'event',
  contactId: null,
  accountId: null,
  regionId: 'south',
  said: key,
  mayQuote: false,
  at: new Date('2026-05-04T02:00:00Z'),
  ...more,
})

interface Kept extends Mergeable {
  sources: RequirementSource[]
}

const houseOf = (size: number): Map<string, Kept> =>
  new Map(
    Array.from({ length: size }, (_, at) => {
      const id = `r${at}`
      return [id, { id, number: at + 1, mergedInto: null, sources: [source(`${id}-a`), source(`${id}-b`)] }]
    }),
  )

/** Merges as people ask for it, each time what the two live on in, as a screen would show it. */
function mergeAll(house: Map<string, Kept>, pairs: readonly (readonly [number, number])[]): void {
  const at = (index: number) => {
    const links = Object.fromEntries([...house.values()].map(({ id, mergedInto }) => [id, mergedInto]))
    return house.get(livesOnIn(`r${index}`, links)) as Kept
  }
  for (const [a, b] of pairs) {
    const decision = mergeOrder(at(a), at(b))
    if (!decision.ok) continue
    const { keep, drop } = decision
    house.set(drop.id, { ...drop, mergedInto: keep.id })
    house.set(keep.id, { ...keep, sources: unitedSources(keep.sources, drop.sources) })
  }
}

const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
const keysOf = ({ sources }: { sources: readonly RequirementSource[] }) =>
  sources.map(({ key }) => key).sort()
const living = (house: Map<string, Kept>) => [...house.values()].filter(one => one.mergedInto === null)

describe('merging requirements', () => {
  test('keeps the one that was heard first', () => {
    const [r12, r88] = [
      { id: 'a', number: 12, mergedInto: null },
      { id: 'b', number: 88, mergedInto: null },
    ]
    expect(mergeOrder(r88, r12)).toEqual({ ok: true, keep: r12, drop: r88 })
    expect(mergeOrder(r12, r88)).toEqual({ ok: true, keep: r12, drop: r88 })
  })

  test('a merged one is not merged away twice, and nothing merges with itself', () => {
    const [one, gone]: [Mergeable, Mergeable] = [
      { id: 'a', number: 1, mergedInto: null },
      { id: 'b', number: 2, mergedInto: 'a' },
    ]
    expect(mergeOrder(one, gone)).toEqual({ ok: false, reason: 'merged_already' })
    expect(mergeOrder(one, one)).toEqual({ ok: false, reason: 'same' })
  })

  test('no source is ever lost', () => {
    fc.assert(
      fc.property(pairs, wanted => {
        const house = houseOf(8)
        const before = [...house.values()].flatMap(keysOf).sort()
        mergeAll(house, wanted)
        expect(living(house).flatMap(keysOf).sort()).toEqual(before)
      }),
    )
  })

  test('the order of merges does not matter for who lives and with which sources', () => {
    fc.assert(
      fc.property(
        pairs.chain(list =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const [one, other] = [houseOf(8), houseOf(8)]
          mergeAll(one, list)
          mergeAll(
            other,
            shuffled.map(([a, b]) => [b, a] as const),
          )
          expect(living(other).map(({ id }) => id)).toEqual(living(one).map(({ id }) => id))
          expect(living(other).map(keysOf)).toEqual(living(one).map(keysOf))
        },
      ),
    )
  })

  test('no chain of merges leads back, also when all are decided at once on what stood before', () => {
    fc.assert(
      fc.property(pairs, wanted => {
        const before = [...houseOf(8).values()]
        const links: Record<string, string | null> = Object.fromEntries(before.map(({ id }) => [id, null]))
        for (const [a, b] of wanted) {
          const [one, other] = [before[a], before[b]]
          const decision = one && other ? mergeOrder(one, other) : { ok: false as const }
          // The one condition that the database checks: the one that goes has not gone yet.
          if (decision.ok && links[decision.drop.id] === null) links[decision.drop.id] = decision.keep.id
        }
        for (const { id } of before) expect(links[livesOnIn(id, links)]).toBeNull()
      }),
    )
  })
})

describe('sources', () => {
  test('are united each once, whichever comes first', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
    fc.assert(
      fc.property(keys, keys, (some, others) => {
        const [x, y] = [some.map(key => source(key)), others.map(key => source(key))]
        expect(unitedSources(x, y)).toEqual(unitedSources(y, x))
        expect(unitedSources(x, unitedSources(x, y))).toEqual(unitedSources(x, y))
      }),
    )
  })

  test('tell who stands behind a requirement, each once', () => {
    const sources = [
      source('1', { accountId: 'acme', contactId: 'mai' }),
      source('2', { accountId: 'acme', contactId: null, regionId: null }),
      source('3', { accountId: 'beta', regionId: 'north' }),
    ]
    expect(behindSources(sources)).toEqual({
      regionIds: ['*', 'north', 'south'],
      accountIds: ['acme', 'beta'],
      contactIds: ['mai'],
      aboutIds: ['event'],
    })
  })
})

describe('likeness', () => {
  const of = (text: string, factor: string | null = null) => ({ text, factor, productId: null })

  test('finds the same wish in other words and in Vietnamese without marks', () => {
    expect(
      likeness(of('Deliveries on Saturday'), of('Please deliver spare parts on Saturdays')),
    ).toBeGreaterThan(0.2)
    expect(likeness(of('Giao hàng thứ Bảy'), of('giao hang thu bay'))).toBe(1)
    expect(likeness(of('Giao hàng thứ Bảy'), of('Invoice as XML'))).toBe(0)
  })

  test('is the same both ways, between 0 and 1, and a factor alone makes nothing alike', () => {
    const some = fc.record({
      text: fc.string(),
      factor: fc.constantFrom(null, 'delivery'),
      productId: fc.constant(null),
    })
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1)
      }),
    )
    expect(likeness(of('one', 'delivery'), of('two', 'delivery'))).toBe(0)
  })
})
