import { expect, test } from '@jest/globals'
import { freshRuleId, withChange, withHours, withLimit, withScope } from './policy-edit.ts'

test('what is taken out of a rule leaves no trace in it', () => {
  expect(withChange({ surveyGapDays: 10, mostReminders: 1 }, 'surveyGapDays', null)).toEqual({
    mostReminders: 1,
  })
  expect(withChange({}, 'consentRequired', false)).toEqual({ consentRequired: false })
  expect(withLimit({ mostPerDay: { phone: 1 } }, 'phone', null)).toEqual({})
  expect(withLimit({ mostPerDay: { phone: 1 } }, 'sms', 3)).toEqual({ mostPerDay: { phone: 1, sms: 3 } })
  expect(withScope({ country: 'DE', role: 'other' }, 'country', null)).toEqual({ role: 'other' })
})

test('hours stand as long as one end does', () => {
  const begun = withHours({}, 'phone', 'from', '10:00')
  expect(begun).toEqual({ hours: { phone: { from: '10:00', until: '' } } })
  const whole = withHours(begun, 'phone', 'until', '12:00')
  expect(whole).toEqual({ hours: { phone: { from: '10:00', until: '12:00' } } })
  expect(withHours(withHours(whole, 'phone', 'from', ''), 'phone', 'until', '')).toEqual({})
})

test('a new rule has a name of its own', () => {
  const rule = (id: string) => ({ id, when: {}, set: {} })
  expect(freshRuleId([])).toBe('rule-1')
  expect(freshRuleId([rule('rule-1'), rule('rule-4'), rule('other')])).toBe('rule-5')
})
