import { expect, test } from '@jest/globals'
import { createLog, withoutPersons, withoutTokens } from './log.ts'

test('paths are logged without links and queries', () => {
  expect(withoutTokens('/r/s3cret?language=vi')).toBe('/r/…')
  expect(withoutTokens('/api/respond/s3cret/answers')).toBe('/api/respond/…/answers')
  expect(withoutTokens('/api/waves/42/scoreboard?regionId=1')).toBe('/api/waves/42/scoreboard')
  expect(withoutTokens('/api/waves/64f000000000000000000001')).toBe('/api/waves/64f000000000000000000001')
  for (const kind of ['e', 'p', 'me', 'feeds', 'setup', 'join', 'guests', 'ballots', 'later'])
    expect(withoutTokens(`/${kind}/Zm9vYmFyYmF6cXV4`)).toBe(`/${kind}/…`)
})

test('texts of faults lose addresses, links and what a unique index quotes', () => {
  expect(withoutPersons('550 <mai.tran@example.com> is unknown')).toBe('550 <…@…> is unknown')
  expect(withoutPersons('GET http://localhost:3000/r/AbC_d-9 failed')).toBe(
    'GET http://localhost:3000/r/… failed',
  )
  for (const kind of ['reset', 'password-resets', 'shared'])
    expect(withoutPersons(`GET /${kind}/AbC_d-9 failed`)).toBe(`GET /${kind}/… failed`)
  expect(withoutPersons('E11000 index: name_1 dup key: { name: "Mai Trần" }')).not.toContain('Mai')
})

test('a fault is logged without the fields that libraries hang on it, at any depth', () => {
  const lines: string[] = []
  const log = createLog('info', { write: line => void lines.push(line) })
  const cause = Object.assign(new Error('dup key: { email: "mai@example.com" }'), {
    code: 11000,
    keyValue: { email: 'mai@example.com' },
  })
  log.error(
    { err: Object.assign(new Error('failed', { cause }), { rejected: ['mai@example.com'] }) },
    'failed',
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('mai@')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: 'failed', cause: { code: '11000' } } })
})
