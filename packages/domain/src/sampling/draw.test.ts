import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { FrameMember, SamplingPlan } from './draw.ts'
import { drawSample } from './draw.ts'

const frame = (sizes: Record<string, number>): FrameMember[] =>
  Object.entries(sizes).flatMap(([stratum, size]) =>
    Array.from({ length: size }, (_, at) => ({
      id: `${stratum}${at}`,
      stratum,
    })),
  )
const members = frame({ north: 60, south: 40 })

describe('drawing a sample', () => {
  test('a census asks everybody', () => {
    const { chosen, strata } = drawSample({
      frame: members,
      plan: { method: 'census' },
      seed: 's',
    })
    expect(new Set(chosen)).toEqual(new Set(members.map(({ id }) => id)))
    expect(strata).toEqual([{ stratum: '', population: 100, sample: 100 }])
  })

  test('a stratified one keeps the proportions', () => {
    const { strata } = drawSample({
      frame: members,
      plan: { method: 'proportional', size: 10 },
      seed: 's',
    })
    expect(strata).toEqual([
      { stratum: 'north', population: 60, sample: 6 },
      { stratum: 'south', population: 40, sample: 4 },
    ])
  })

  test('Neyman asks more where answers spread more', () => {
    const plan: SamplingPlan = {
      method: 'neyman',
      size: 20,
      deviations: { north: 10, south: 30 },
    }
    const { strata } = drawSample({ frame: members, plan, seed: 's' })
    expect(strata.map(({ sample }) => sample)).toEqual([7, 13])
    expect(() =>
      drawSample({
        frame: members,
        plan: { ...plan, deviations: { north: 10 } },
        seed: 's',
      }),
    ).toThrow('south')
  })

  test('a quota takes a stratum whole where it has fewer, and leaves out what has none', () => {
    const plan: SamplingPlan = {
      method: 'quota',
      quotas: { north: 5, south: 99 },
    }
    const { strata } = drawSample({
      frame: [...members, ...frame({ west: 3 })],
      plan,
      seed: 's',
    })
    expect(strata.map(({ sample }) => sample)).toEqual([5, 40, 0])
  })

  test('the draw itself is fixed: these people, with this seed, on every machine', () => {
    const { chosen, algorithm } = drawSample({
      frame: members,
      plan: { method: 'simple', size: 5 },
      seed: '2026-Q4',
    })
    expect({ chosen, algorithm }).toMatchInlineSnapshot(`
     {
       "algorithm": "xoshiro128**/1",
       "chosen": [
         "north49",
         "north18",
         "south22",
         "north32",
         "south13",
       ],
     }
    `)
  })

  test('another order of strata in the frame changes nothing', () => {
    const plan: SamplingPlan = { method: 'proportional', size: 30 }
    const turned = [...frame({ south: 40 }), ...frame({ north: 60 })]
    expect(drawSample({ frame: turned, plan, seed: 's' })).toEqual(
      drawSample({ frame: members, plan, seed: 's' }),
    )
  })

  test('everybody is as likely as everybody else', () => {
    const hits = new Map<string, number>()
    const draws = 4_000
    for (let at = 0; at < draws; at += 1)
      for (const id of drawSample({
        frame: frame({ x: 10 }),
        plan: { method: 'simple', size: 3 },
        seed: `${at}`,
      }).chosen)
        hits.set(id, (hits.get(id) ?? 0) + 1)
    // Expected 1,200 each; five standard deviations of the binomial are 145.
    for (const count of hits.values()) expect(Math.abs(count - (draws * 3) / 10)).toBeLessThan(145)
    expect(hits.size).toBe(10)
  })

  test('nobody twice, nobody from outside, the same again with the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }),
        fc.nat(80),
        fc.string(),
        fc.constantFrom('simple' as const, 'proportional' as const),
        (strata, size, seed, method) => {
          const people = strata.map((stratum, at) => ({
            id: `p${at}`,
            stratum,
          }))
          const { chosen } = drawSample({
            frame: people,
            plan: { method, size },
            seed,
          })
          expect(chosen.length).toBe(Math.min(size, people.length))
          expect(new Set(chosen).size).toBe(chosen.length)
          expect(drawSample({ frame: people, plan: { method, size }, seed }).chosen).toEqual(chosen)
        },
      ),
    )
  })
})
