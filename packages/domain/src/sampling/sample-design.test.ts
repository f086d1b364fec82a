import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { completeDeviations, deviationsOf } from './deviations.ts'
import { drawSample } from './draw.ts'
import { census, planOf } from './sample-design.ts'
import { stratumOf } from './stratum.ts'

describe('the plan of a design', () => {
  test.each([
    ['simple', 'size_missing'],
    ['proportional', 'size_missing'],
    ['neyman', 'size_missing'],
    ['quota', 'quotas_missing'],
  ] as const)('%s without what it needs says so', (method, fault) => {
    expect(planOf({ ...census, method }, null)).toEqual({ ok: false, fault })
  })

  test('Neyman needs the deviations of an earlier wave', () => {
    const design = { ...census, method: 'neyman' as const, size: 10 }
    expect(planOf(design, null)).toEqual({ ok: false, fault: 'deviations_missing' })
    expect(planOf(design, { a: 1 })).toMatchObject({ ok: true, plan: { method: 'neyman', size: 10 } })
  })
})

test('strata are named as the counts of answers name their segments', () => {
  const contact = { regionId: 'n', segment: 'Doanh nghiệp lớn', seniority: '' as const }
  const by = (strataBy: 'region' | 'segment' | 'seniority') =>
    stratumOf({ method: 'proportional', strataBy }, contact)
  expect([by('region'), by('segment'), by('seniority')]).toEqual([
    'region:n',
    'segment:doanh-nghiep-lon',
    'seniority:unknown',
  ])
  expect(stratumOf({ method: 'simple', strataBy: 'region' }, contact)).toBe('')
})

describe('deviations of an earlier wave', () => {
  const segment = (counts: number[]) => ({ responses: 9, questions: {}, factors: { delivery: counts } })

  test('are those of the satisfaction score, none of a segment with too few answers', () => {
    const found = deviationsOf(
      {
        all: segment([1, 0, 0, 0, 1, 7]),
        'region:same': segment([0, 5, 0, 0, 0, 0]),
        'region:few': segment([1, 0, 0, 0, 0, 0]),
      },
      2,
    )
    expect(found.all).toBeCloseTo(70.71, 2)
    expect(found['region:same']).toBe(0)
    expect(found['region:few']).toBeUndefined()
    expect(deviationsOf({ all: segment([1, 1, 1, 0, 0, 0]) }, 5)).toEqual({})
  })

  test('a stratum that nobody knows takes that of everybody; where nothing differs all are alike', () => {
    expect(completeDeviations(['a', 'b'], { all: 20, a: 30 })).toEqual({ a: 30, b: 20 })
    expect(completeDeviations(['a', 'b'], {})).toEqual({ a: 1, b: 1 })
    expect(completeDeviations(['a'], { all: 0, a: 0 })).toEqual({ a: 1 })
  })

  test('complete ones always give a sample of the size that is wanted, as far as the frame goes', () => {
    const names = ['a', 'b', 'c', 'd']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names), { maxLength: 60 }),
        fc.dictionary(fc.constantFrom(...names, 'all'), fc.double({ min: 0, max: 50, noNaN: true })),
        fc.integer({ min: 0, max: 80 }),
        (strata, known, size) => {
          const frame = strata.map((stratum, at) => ({ id: `c${at}`, stratum }))
          const deviations = completeDeviations(strata, known)
          const { chosen } = drawSample({ frame, plan: { method: 'neyman', size, deviations }, seed: 's' })
          expect(chosen).toHaveLength(Math.min(size, frame.length))
          expect(new Set(chosen).size).toBe(chosen.length)
        },
      ),
    )
  })
})
