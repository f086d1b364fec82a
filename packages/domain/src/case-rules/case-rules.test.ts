import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BY_OPEN_LINK, EVERYBODY } from '../scoreboard.ts'
import { SURVEY_KINDS } from '../survey/kind.ts'
import type { HeardScores, RuleTerms } from './case-rule.ts'
import { fitsCustomer, inRuleOrder, lowScore } from './case-rule.ts'
import { switchOnFault } from './rule-state.ts'
import type { WouldOpen } from './trial.ts'
import { addToTrial, emptyTrial, MOST_SAMPLES } from './trial.ts'

const rule: RuleTerms = {
  trigger: 'score',
  factors: [],
  atMost: 2,
  segments: [],
  regionIds: [],
  seniorities: [],
  revenueFrom: null,
  severity: 'normal',
}
const heard: HeardScores = {
  kind: 'quarterly',
  people: EVERYBODY,
  scores: new Map([
    ['service', 2],
    ['delivery', 1],
    ['price', 4],
  ]),
  segments: ['region:south', 'segment:enterprise'],
}

describe('a rule about scores', () => {
  test('finds the worst of the factors it is about', () => {
    expect(lowScore(rule, heard)).toEqual({ factor: 'delivery', score: 1 })
    expect(lowScore({ ...rule, factors: ['service', 'price'] }, heard)).toEqual({
      factor: 'service',
      score: 2,
    })
    expect(lowScore({ ...rule, factors: ['price'] }, heard)).toBeNull()
    expect(lowScore({ ...rule, factors: ['service'], atMost: 1 }, heard)).toBeNull()
  })

  test.each([
    [{ regionIds: ['south'] }, true],
    [{ regionIds: ['north'] }, false],
    [{ segments: ['enterprise'] }, true],
    [{ segments: ['small', 'enterprise'], regionIds: ['north'] }, false],
  ])('looks at places: %j', (terms, found) => {
    expect(lowScore({ ...rule, ...terms }, heard) !== null).toBe(found)
  })

  test('law 6: no blind answer and none by an open link ever becomes a case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SURVEY_KINDS),
        fc.constantFrom(EVERYBODY, BY_OPEN_LINK),
        fc.integer({ min: 1, max: 5 }),
        (kind, people, atMost) => {
          const found = lowScore({ ...rule, atMost }, { ...heard, kind, people })
          if (kind === 'blind' || people === BY_OPEN_LINK) expect(found).toBeNull()
          else expect(found).not.toBeNull()
        },
      ),
    )
  })
})

test('a customer fits by seniority and revenue; unknown revenue is none, and a whole account has no seniority', () => {
  const large = { ...rule, revenueFrom: 100, seniorities: ['executive' as const] }
  expect(fitsCustomer(large, { seniority: 'executive', revenue: 100 })).toBe(true)
  expect(fitsCustomer(large, { seniority: 'executive', revenue: null })).toBe(false)
  expect(fitsCustomer(large, { seniority: '', revenue: 200 })).toBe(false)
  expect(fitsCustomer(large, { seniority: null, revenue: 200 })).toBe(true)
  expect(fitsCustomer(rule, { seniority: '', revenue: null })).toBe(true)
})

test('the most severe rule decides, then the oldest', () => {
  const made = (id: string, severity: RuleTerms['severity'], day: number) => ({
    id,
    terms: { severity },
    createdAt: new Date(Date.UTC(2026, 0, day)),
  })
  const rules = [
    made('a', 'normal', 1),
    made('b', 'critical', 3),
    made('c', 'critical', 2),
    made('d', 'minor', 1),
  ]
  expect(inRuleOrder(rules).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd'])
})

test('a rule is switched on only as it was tried, to the end', () => {
  const draft = { state: 'draft', edition: 2 } as const
  expect(switchOnFault(draft, null)).toBe('not_tried')
  expect(switchOnFault(draft, { state: 'done', edition: 1 })).toBe('not_tried')
  expect(switchOnFault(draft, { state: 'stopped', edition: 2 })).toBe('not_tried')
  expect(switchOnFault(draft, { state: 'done', edition: 2 })).toBeNull()
  expect(switchOnFault({ ...draft, state: 'on' }, { state: 'done', edition: 2 })).toBe('already_on')
})

test('law: a trial is the same in any batches, and keeps the latest examples', () => {
  const any = fc.record({
    sourceId: fc.uuid(),
    quarter: fc.constantFrom('2026-Q1', '2026-Q2'),
    regionId: fc.constantFrom('north', 'south'),
    found: fc.option(
      fc.record({ factor: fc.constantFrom('price', 'service'), score: fc.integer({ min: 1, max: 3 }) }),
    ),
    at: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    accountId: fc.constant('a'),
    contactId: fc.constant(null),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(any, { selector: one => one.sourceId, maxLength: 60 }),
      fc.nat(60),
      (all: WouldOpen[], cut) => {
        const whole = addToTrial(emptyTrial, all.length, all)
        const parts = addToTrial(
          addToTrial(emptyTrial, cut, all.slice(0, cut)),
          all.length - cut,
          all.slice(cut),
        )
        expect(parts).toEqual(whole)
        expect(whole.cases).toBe(all.length)
        expect(whole.samples).toHaveLength(Math.min(MOST_SAMPLES, all.length))
        const dropped = all.filter(one => !whole.samples.includes(one))
        for (const one of dropped) expect(one.at <= (whole.samples.at(-1)?.at ?? '')).toBe(true)
      },
    ),
  )
})
