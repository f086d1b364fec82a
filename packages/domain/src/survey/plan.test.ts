import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CollectionPlan } from './plan.ts'
import { blankPlan, CONFIDENCES, plannedRate, SENIORITIES, USUAL_RESPONSE_RATES } from './plan.ts'
import { asPlanned, planFigures, yieldOf } from './plan-figures.ts'

const plan = (fields: Partial<CollectionPlan> = {}): CollectionPlan => ({ ...blankPlan('VND'), ...fields })
const groups = (executive: number, manager: number, specialist: number, rate: number | null = null) => ({
  executive: { people: executive, responseRate: rate },
  manager: { people: manager, responseRate: rate },
  specialist: { people: specialist, responseRate: rate },
})

describe('the figures of a plan', () => {
  test('an executive is harder to reach', () => {
    expect(USUAL_RESPONSE_RATES.executive).toBeLessThan(USUAL_RESPONSE_RATES.manager)
    expect(USUAL_RESPONSE_RATES.manager).toBeLessThan(USUAL_RESPONSE_RATES.specialist)
    expect(planFigures(plan({ groups: groups(100, 0, 0) }))).toMatchObject({ invited: 100, answers: 15 })
    expect(planFigures(plan({ groups: groups(0, 0, 100) }))).toMatchObject({ invited: 100, answers: 40 })
    expect(planFigures(plan({ groups: groups(100, 200, 300) }))).toMatchObject({ answers: 15 + 40 + 120 })
  })

  test('a rate of one’s own goes before the usual one', () => {
    expect(plannedRate(plan({ groups: groups(0, 0, 0, 0.3) }), 'executive')).toBe(0.3)
    expect(planFigures(plan({ groups: groups(50, 30, 20, 0.5) }))).toMatchObject({
      answers: 50,
      responseRate: 0.5,
    })
  })

  test('Krejcie and Morgan: of 1,000 people 278 must answer for ± 5 points at 95 %', () => {
    const figures = planFigures(plan({ groups: groups(0, 0, 1000, 0.4) }))
    expect(figures).toMatchObject({
      answers: 400,
      needed: { answers: 278, invitations: 695 },
      enough: true,
    })
    // z √(0.25/400 × 600/999)
    expect(figures.marginOfError).toBeCloseTo(0.03797, 4)
    expect(planFigures(plan({ groups: groups(0, 0, 1000, 0.2) })).enough).toBe(false)
  })

  test('answers of one company are alike: the margin widens by the root of the design effect', () => {
    const alone = planFigures(plan({ groups: groups(0, 0, 1000, 0.4) }))
    const alike = planFigures(plan({ groups: groups(0, 0, 1000, 0.4), designEffect: 4 }))
    expect(alike.marginOfError).toBeCloseTo(2 * (alone.marginOfError ?? 0), 10)
    expect(alike.needed.answers).toBeGreaterThan(alone.needed.answers)
    expect(alike.enough).toBe(false)
  })

  test('costs: hours, invitations and the rest; per answer; against what it may cost', () => {
    const costs = { hours: 40, hourlyRate: 20, perInvitation: 0.5, other: 100 }
    const figures = planFigures(
      plan({ groups: groups(0, 0, 200), costs, budget: { hours: 30, money: 1000 } }),
    )
    expect(figures.cost).toEqual({ hours: 40, money: 1000, perAnswer: 12.5, customerHours: 8 })
    expect(figures.within).toEqual({ hours: false, money: true })
    expect(planFigures(plan()).within).toEqual({ hours: null, money: null })
  })

  test('nobody to ask: nothing comes, and nothing is divided by it', () => {
    expect(planFigures(plan())).toMatchObject({
      invited: 0,
      answers: 0,
      responseRate: 0,
      marginOfError: null,
      needed: { answers: 0, invitations: 0 },
      enough: false,
      cost: { money: 0, perAnswer: null, customerHours: 0 },
    })
  })

  test('a wave that knows executives only takes the others as planned', () => {
    const planned = plan({ groups: groups(10, 20, 80) })
    expect(asPlanned(planned, { executives: 5, others: 100 })).toEqual({
      executive: 5,
      manager: 20,
      specialist: 80,
    })
    expect(asPlanned(plan(), { executives: 0, others: 5 })).toEqual({
      executive: 0,
      manager: 3,
      specialist: 2,
    })
    expect(yieldOf(planned, { executive: 10, manager: 0, specialist: 100 }).answers).toBe(42)
  })

  test.each([
    { groups: groups(0.5, 0, 0) },
    { groups: groups(-1, 0, 0) },
    { groups: groups(10, 0, 0, 0) },
    { groups: groups(10, 0, 0, 40) },
    { groups: groups(0, 0, 100), designEffect: 0.5 },
    { costs: { hours: -1, hourlyRate: 0, perInvitation: 0, other: 0 } },
  ])('%j is refused', fields => {
    expect(() => planFigures(plan(fields))).toThrow(RangeError)
  })
})

describe('laws', () => {
  const group = fc.record({
    people: fc.integer({ min: 0, max: 5000 }),
    responseRate: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
  })
  const anyPlan = fc
    .record({
      groups: fc.record({ executive: group, manager: group, specialist: group }),
      marginOfError: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      confidence: fc.constantFrom(...CONFIDENCES),
      designEffect: fc.double({ min: 1, max: 10, noNaN: true }),
    })
    .map(fields => plan(fields))

  test('never more answers than people, and a margin between none and all', () => {
    fc.assert(
      fc.property(anyPlan, one => {
        const { invited, answers, marginOfError, needed } = planFigures(one)
        expect(answers).toBeLessThanOrEqual(invited)
        expect(needed.answers).toBeLessThanOrEqual(invited)
        expect(needed.invitations).toBeLessThanOrEqual(invited)
        if (marginOfError !== null) {
          expect(marginOfError).toBeGreaterThanOrEqual(0)
          expect(marginOfError).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('enough answers keep the margin that is wanted', () => {
    fc.assert(
      fc.property(anyPlan, one => {
        const { enough, marginOfError } = planFigures(one)
        if (enough && marginOfError !== null)
          expect(marginOfError).toBeLessThanOrEqual(one.marginOfError + 1e-9)
      }),
    )
  })

  test('more people bring no fewer answers', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(...SENIORITIES), (one, seniority) => {
        const { [seniority]: few } = one.groups
        const more = plan({
          ...one,
          groups: { ...one.groups, [seniority]: { ...few, people: few.people + 100 } },
        })
        expect(planFigures(more).answers).toBeGreaterThanOrEqual(planFigures(one).answers)
      }),
    )
  })

  test('asPlanned asks exactly those who are there', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(500), fc.nat(5000), (one, executives, others) => {
        const people = asPlanned(one, { executives, others })
        expect(people.executive).toBe(executives)
        expect(people.manager + people.specialist).toBe(others)
        expect(Math.min(people.manager, people.specialist)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
