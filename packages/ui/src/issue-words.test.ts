import { expect, test } from '@jest/globals'
import { newMember, staffInvitationInput } from '@sixfold/contract/staff'
import type { z } from 'zod'
import { issueText } from './issue-words.ts'

function faults(schema: z.ZodType, input: unknown, language: 'en' | 'vi' = 'en') {
  const result = schema.safeParse(input, { error: issue => issueText(issue, language) })
  return Object.fromEntries(result.error?.issues.map(issue => [issue.path.join('.'), issue.message]) ?? [])
}

test('an untouched form asks for each field in its own way', () => {
  expect(faults(newMember, { name: '', password: '', language: null })).toEqual({
    name: 'Fill this in.',
    password: 'Fill this in.',
    language: 'Choose one.',
  })
})

test('a short password and a broken address say what is wanted', () => {
  expect(faults(newMember, { name: 'Hà', password: 'short', language: 'vi' })).toEqual({
    password: 'Write at least 12 characters.',
  })
  const invitation = { email: 'ha@', role: 'care', regions: 'all', language: 'vi' }
  expect(faults(staffInvitationInput, invitation)).toEqual({
    email: 'Write an e-mail address such as ha@example.com.',
  })
  expect(faults(staffInvitationInput, invitation, 'vi').email).toMatch(/địa chỉ e-mail/)
})

test('numbers and lists', () => {
  expect(issueText({ code: 'too_small', origin: 'number', minimum: 0 }, 'en')).toBe('Give 0 or more.')
  expect(issueText({ code: 'too_small', origin: 'array', minimum: 1, input: [] }, 'en')).toBe(
    'Choose at least one.',
  )
  expect(issueText({ code: 'too_big', origin: 'string', maximum: 120 }, 'en')).toBe(
    'Write at most 120 characters.',
  )
  expect(issueText({ code: 'invalid_type', expected: 'int', input: 1.5 }, 'en')).toBe('Give a whole number.')
  expect(issueText({ code: 'something_new' }, 'en')).toBe('This does not fit.')
})
