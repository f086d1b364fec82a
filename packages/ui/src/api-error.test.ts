import { expect, test } from '@jest/globals'
import { errorCodes } from '@sixfold/contract/errors'
import { ApiError, asApiError, isServerFault, isWorthRetrying, readError } from './api-error.ts'
import { errorText } from './error-words.ts'
import { mayRetry, retryDelay } from './query-client.ts'

test('our own body keeps its code, faults and request id', () => {
  const fields = [{ path: 'contacts.3.email', message: 'Unknown' }]
  const error = readError({ code: 'invalid_input', message: 'No', fields, requestId: 'r-1' }, 422)
  expect(error).toMatchObject({ code: 'invalid_input', fields, requestId: 'r-1', unreached: false })
})

test.each([
  ['<html>', 502, 'unavailable'],
  [null, 401, 'unauthenticated'],
  [{ code: 'ROBOTS', message: 'x' }, 429, 'too_many_requests'],
  [{ message: 'no code' }, 418, 'internal'],
])('a foreign body %j is read by its status %d', (body, status, code) => {
  expect(readError(body, status, 'from-header')).toMatchObject({ code, requestId: 'from-header' })
})

test('a body with broken faults keeps the sound ones', () => {
  const error = readError(
    { code: 'invalid_input', message: 'No', fields: [null, 'x', { path: 'a', message: 'b' }] },
    422,
  )
  expect(error.fields).toEqual([{ path: 'a', message: 'b' }])
})

test('a server that was not reached is told apart from one that is away', () => {
  expect(asApiError(new TypeError('Failed to fetch'))).toMatchObject({ code: 'unavailable', unreached: true })
  expect(asApiError(new Error('odd'))).toMatchObject({ code: 'internal', unreached: false })
  const own = new ApiError({ code: 'link_used', message: 'x', requestId: null })
  expect(asApiError(own)).toBe(own)
})

test('every code has its own words in both languages', () => {
  for (const language of ['en', 'vi'] as const) {
    const texts = errorCodes.map(code => errorText({ code }, language))
    expect(new Set(texts).size).toBe(errorCodes.length)
  }
  expect(errorText({ code: 'unavailable', unreached: true }, 'en')).not.toBe(
    errorText({ code: 'unavailable' }, 'en'),
  )
})

test('only a server that is away is asked again, three times, each time later', () => {
  const away = new ApiError({ code: 'unavailable', message: '', requestId: null })
  const gone = new ApiError({ code: 'not_found', message: '', requestId: null })
  expect([0, 1, 2, 3].map(failures => mayRetry(failures, away))).toEqual([true, true, true, false])
  expect(mayRetry(0, gone)).toBe(false)
  expect([0, 1, 2].map(retryDelay)).toEqual([1000, 2000, 4000])
})

test('a number is shown, and another try offered, only where they help', () => {
  expect(errorCodes.filter(code => isServerFault({ code, unreached: false }))).toEqual([
    'idempotency_mismatch',
    'unavailable',
    'internal',
  ])
  expect(isServerFault({ code: 'unavailable', unreached: true })).toBe(false)
  expect(errorCodes.filter(code => isWorthRetrying({ code }))).toEqual([
    'wrong_state',
    'too_many_requests',
    'unavailable',
    'internal',
  ])
})
