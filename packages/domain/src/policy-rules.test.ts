import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { contactPolicyFor, defaultContactPolicy } from './contact-policy.ts'
import type { PolicyRule, PolicySubject } from './policy-rules.ts'
import { policyFor, policyRuleFault } from './policy-rules.ts'

const subject: PolicySubject = {
  country: 'DE',
  executive: false,
  tier: 'enterprise',
  purpose: 'relationship_survey',
}
const rule = (when: PolicyRule['when'], set: PolicyRule['set']): PolicyRule => ({ id: 'r', when, set })
const policy = (rules: PolicyRule[], of: Partial<PolicySubject> = {}) =>
  policyFor({ rules, subject: { ...subject, ...of } })

describe('rules of an organisation', () => {
  test('without any, the default and the law of the country', () => {
    expect(policy([])).toEqual(defaultContactPolicy)
    expect(policy([], { country: 'VN' })).toEqual(contactPolicyFor('VN'))
  })

  test('a rule changes what it names, for whom it names', () => {
    const rules = [rule({ country: 'de', role: 'executive' }, { surveyGapDays: 365, mostReminders: 0 })]
    expect(policy(rules, { executive: true })).toMatchObject({
      surveyGapDays: 365,
      reminders: { most: 0, gapDays: 5 },
    })
    expect(policy(rules)).toEqual(defaultContactPolicy)
    expect(policy(rules, { executive: true, country: 'FR' })).toEqual(defaultContactPolicy)
  })

  test('the more particular rule wins, wherever it stands', () => {
    const rules = [
      rule({ tier: 'enterprise', purpose: 'relationship_survey' }, { solicitedGapDays: 120 }),
      rule({ tier: 'enterprise' }, { solicitedGapDays: 30 }),
    ]
    expect(policy(rules).solicitedGapDays).toBe(120)
    expect(policy(rules, { purpose: 'case' }).solicitedGapDays).toBe(30)
  })

  test('consent may be asked for one purpose, in one country', () => {
    const rules = [rule({ country: 'DE', purpose: 'product_survey' }, { consentRequired: true })]
    expect(policy(rules, { purpose: 'product_survey' }).consentRequired).toEqual(['product_survey'])
    expect(policy(rules).consentRequired).toEqual([])
  })

  test('no rule loosens the law', () => {
    const rules = [
      rule({}, { hours: { phone: { from: '06:00', until: '22:00' } }, mostPerDay: { phone: 5 } }),
    ]
    expect(policy(rules, { country: 'VN' })).toMatchObject({
      hours: { phone: { from: '08:00', until: '17:00' } },
      mostPerDay: { phone: 1 },
    })
  })

  test('whatever the rules, in Vietnam nobody is called before eight, after five, or twice a day', () => {
    const hour = fc.integer({ min: 0, max: 11 }).map(at => `${String(at).padStart(2, '0')}:00`)
    const later = fc.integer({ min: 12, max: 23 }).map(at => `${at}:00`)
    const anyRule = fc
      .record({ from: hour, until: later, most: fc.nat(9), gap: fc.nat(400) })
      .map(({ from, until, most, gap }) =>
        rule({}, { hours: { phone: { from, until } }, mostPerDay: { phone: most }, surveyGapDays: gap }),
      )
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 4 }), rules => {
        const { hours, mostPerDay } = policy(rules, { country: 'VN' })
        expect(hours.phone.from >= '08:00').toBe(true)
        expect(hours.phone.until <= '17:00').toBe(true)
        expect(mostPerDay.phone).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test.each([
  [rule({}, {}), 'no_change'],
  [rule({ country: 'VN' }, { hours: { phone: { from: '18:00', until: '20:00' } } }), 'no_hours'],
  [rule({}, { surveyGapDays: -1 }), 'not_a_number'],
  [rule({}, { surveyGapDays: 30 }), null],
])('%j: %s', (one, fault) => {
  expect(policyRuleFault(one)).toBe(fault)
})
