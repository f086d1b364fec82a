import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { contactPolicyFor, defaultContactPolicy, touchPurposes } from './contact-policy.ts'
import { policyFaults } from './policy-check.ts'
import { fieldBehind, policyWithOrigins } from './policy-origins.ts'
import type { PolicyRule } from './policy-rules.ts'
import { policyFor } from './policy-rules.ts'

const base = defaultContactPolicy
const rule = (id: string, when: PolicyRule['when'], set: PolicyRule['set']): PolicyRule => ({ id, when, set })
const evening = { hours: { phone: { from: '18:00', until: '20:00' } } }

describe('a policy is refused', () => {
  test.each<[PolicyRule, object]>([
    [rule('r', {}, {}), { fault: 'no_change' }],
    [rule('r', {}, evening), { fault: 'no_hours', country: 'VN' }],
    [rule('r', { country: 'VN' }, evening), { fault: 'no_hours', country: 'VN' }],
    [rule('r', {}, { mostReminders: 1.5 }), { fault: 'not_a_number' }],
    [rule('r', {}, { hours: { email: { from: '10:00', until: '09:00' } } }), { fault: 'no_hours' }],
  ])('%j', (one, fault) => {
    expect(policyFaults({ base, rules: [one] })).toEqual([expect.objectContaining({ ruleId: 'r', ...fault })])
  })

  test('for its base, before its rules are looked at', () => {
    const late = { ...base, hours: { ...base.hours, phone: { from: '18:00', until: '20:00' } } }
    expect(policyFaults({ base: late, rules: [] })).toEqual([
      { ruleId: null, fault: 'no_hours', country: 'VN' },
    ])
    expect(policyFaults({ base: { ...base, surveyGapDays: -1 }, rules: [] })).toEqual([
      { ruleId: null, fault: 'not_a_number', country: null },
    ])
  })

  test('where two rules have one id', () => {
    const twice = [rule('r', {}, { surveyGapDays: 1 }), rule('r', {}, { surveyGapDays: 2 })]
    expect(policyFaults({ base, rules: twice })).toEqual([
      { ruleId: 'r', fault: 'id_repeated', country: null },
    ])
  })

  test('but evening calls may be set for a country whose law allows them', () => {
    expect(policyFaults({ base, rules: [rule('r', { country: 'DE' }, evening)] })).toEqual([])
  })
})

const clock = fc
  .integer({ min: 0, max: 1439 })
  .map(at => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const hours = fc.record({ from: clock, until: clock })
const scope = fc.record(
  {
    country: fc.constantFrom('VN', 'DE', 'US', 'vn'),
    role: fc.constantFrom('executive' as const, 'other' as const),
    tier: fc.constantFrom('enterprise', 'small'),
    purpose: fc.constantFrom(...touchPurposes),
  },
  { requiredKeys: [] },
)
const changes = fc.record(
  {
    surveyGapDays: fc.integer({ min: -1, max: 400 }),
    solicitedGapDays: fc.integer({ min: 0, max: 200 }),
    mostReminders: fc.nat(4),
    reminderGapDays: fc.nat(20),
    hours: fc.record({ email: hours, phone: hours, sms: hours }, { requiredKeys: [] }),
    mostPerDay: fc.record({ phone: fc.option(fc.nat(5)), sms: fc.option(fc.nat(5)) }, { requiredKeys: [] }),
    consentRequired: fc.boolean(),
  },
  { requiredKeys: [] },
)
const subjects = fc.record({
  country: fc.constantFrom('VN', 'DE', 'US', '', 'vn'),
  executive: fc.boolean(),
  tier: fc.constantFrom('enterprise', 'small', ''),
  purpose: fc.constantFrom(...touchPurposes),
})

describe('laws', () => {
  const policies = fc.array(fc.record({ when: scope, set: changes }), { maxLength: 4 }).map(rules => ({
    base,
    rules: rules.map((one, at) => rule(`r${at}`, one.when, one.set)),
  }))

  test('a policy without a fault answers for everybody, and never more loosely than the law', () => {
    let kept = 0
    fc.assert(
      fc.property(policies, subjects, (policy, subject) => {
        if (policyFaults(policy).length > 0) return
        kept += 1
        const found = policyFor({ ...policy, subject })
        expect(contactPolicyFor(subject.country, found)).toEqual(found)
      }),
      { numRuns: 800 },
    )
    expect(kept).toBeGreaterThan(100)
  })

  test('what is decided has one who decided it, and a rule of somebody else never did', () => {
    fc.assert(
      fc.property(policies, subjects, (policy, subject) => {
        if (policyFaults(policy).length > 0) return
        const { origins } = policyWithOrigins({ ...policy, subject })
        for (const origin of Object.values(origins))
          if (origin.from === 'rule') {
            const { when } = policy.rules.find(({ id }) => id === origin.ruleId) ?? { when: null }
            expect(when?.purpose ?? subject.purpose).toBe(subject.purpose)
            expect((when?.country ?? subject.country).toUpperCase()).toBe(subject.country.toUpperCase())
          } else if (origin.from === 'law') expect(origin.country).toBe('VN')
      }),
      { numRuns: 400 },
    )
  })
})

test('who decided what', () => {
  const rules = [
    rule('all', {}, { surveyGapDays: 100, hours: { phone: { from: '06:00', until: '20:00' } } }),
    rule('few', { role: 'executive', country: 'VN' }, { surveyGapDays: 300 }),
  ]
  const subject = { country: 'VN', executive: true, tier: '', purpose: 'product_survey' as const }
  expect(policyWithOrigins({ base, rules, subject }).origins).toMatchObject({
    surveyGapDays: { from: 'rule', ruleId: 'few' },
    'hours.phone': { from: 'law', country: 'VN' },
    'hours.email': { from: 'base' },
    'mostPerDay.phone': { from: 'law', country: 'VN' },
  })
})

test('a refusal comes from one thing of the policy, or from elsewhere', () => {
  expect(fieldBehind('daily_limit', 'sms')).toBe('mostPerDay.sms')
  expect(fieldBehind('survey_too_soon', 'email')).toBe('surveyGapDays')
  expect(fieldBehind('holiday', 'email')).toBeNull()
  expect(fieldBehind('opted_out', 'email')).toBeNull()
})
