import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type ContactPolicy,
  checkedPolicy,
  contactPolicyFor,
  defaultContactPolicy,
  stricterPolicy,
} from './contact-policy.ts'

describe('policies of countries', () => {
  test('the default keeps half a year between surveys, 90 days between touches and office hours', () => {
    expect(contactPolicyFor('DE')).toEqual(defaultContactPolicy)
    expect(defaultContactPolicy).toMatchObject({
      surveyGapDays: 182,
      solicitedGapDays: 90,
      executiveFactor: 2,
      hours: { email: { from: '08:00', until: '18:00' }, phone: { from: '09:00', until: '17:00' } },
    })
  })

  test('Vietnam gets the stricter of the default and Decree 91/2020', () => {
    expect(contactPolicyFor('vn')).toEqual({
      ...defaultContactPolicy,
      mostPerDay: { email: null, phone: 1, sms: 3 },
    })
  })

  test('an organisation that is more generous than the law gets the law', () => {
    const generous: ContactPolicy = {
      ...defaultContactPolicy,
      hours: {
        email: { from: '06:00', until: '22:00' },
        phone: { from: '07:00', until: '21:00' },
        sms: { from: '00:00', until: '23:59' },
      },
      mostPerDay: { email: null, phone: 5, sms: 1 },
    }
    expect(contactPolicyFor('VN', generous)).toMatchObject({
      hours: {
        email: { from: '06:00', until: '22:00' },
        phone: { from: '08:00', until: '17:00' },
        sms: { from: '07:00', until: '22:00' },
      },
      mostPerDay: { email: null, phone: 1, sms: 1 },
    })
  })
})

describe('a policy that makes no sense is refused', () => {
  test.each([
    ['surveyGapDays', { surveyGapDays: 1.5 }],
    ['executiveFactor', { executiveFactor: 0.5 }],
    ['mostPerDay.phone', { mostPerDay: { email: null, phone: -1, sms: null } }],
    ['email', { hours: { ...defaultContactPolicy.hours, email: { from: '18:00', until: '08:00' } } }],
  ])('%s', (name, change) => {
    expect(() => checkedPolicy({ ...defaultContactPolicy, ...change })).toThrow(name)
  })

  test('hours without anything in common leave none', () => {
    const night = { ...defaultContactPolicy.hours, phone: { from: '17:00', until: '20:00' } }
    expect(() => stricterPolicy(defaultContactPolicy, { ...defaultContactPolicy, hours: night })).toThrow(
      'no hours are left for phone',
    )
  })
})

test('laws: the stricter of two does not depend on their order, nor on saying it twice', () => {
  const time = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 13, max: 23 }))
    .map(([from, until]) => ({ from: time(from), until: time(until) }))
  const most = fc.option(fc.nat({ max: 5 }))
  const policies: fc.Arbitrary<ContactPolicy> = fc.record({
    surveyGapDays: fc.nat({ max: 400 }),
    solicitedGapDays: fc.nat({ max: 200 }),
    executiveFactor: fc.integer({ min: 1, max: 3 }),
    reminders: fc.record({ most: fc.nat({ max: 4 }), gapDays: fc.nat({ max: 20 }) }),
    hours: fc.record({ email: hours, phone: hours, sms: hours }),
    mostPerDay: fc.record({ email: most, phone: most, sms: most }),
    consentRequired: fc.constant([]),
  })
  fc.assert(
    fc.property(policies, policies, (a, b) => {
      const both = stricterPolicy(a, b)
      expect(stricterPolicy(b, a)).toEqual(both)
      expect(stricterPolicy(both, a)).toEqual(both)
    }),
  )
})
