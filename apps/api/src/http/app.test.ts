import { expect, test } from '@jest/globals'
import { withoutTokens } from './app.ts'

test('paths are logged without links and queries', () => {
  expect(withoutTokens('/r/s3cret?language=vi')).toBe('/r/…')
  expect(withoutTokens('/api/respond/s3cret/answers')).toBe('/api/respond/…/answers')
  expect(withoutTokens('/api/waves/42/scoreboard?regionId=1')).toBe('/api/waves/42/scoreboard')
  for (const kind of ['e', 'me', 'setup', 'join', 'guests'])
    expect(withoutTokens(`/${kind}/s3cret`)).not.toContain('s3cret')
})
