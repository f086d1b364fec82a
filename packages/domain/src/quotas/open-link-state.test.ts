import { expect, test } from '@jest/globals'
import { openLinkState } from './open-link-state.ts'

const now = new Date('2026-11-20T10:00:00Z')
const running = { wave: 'running', revoked: false, endsAt: null, full: false, now } as const

test.each([
  ['open', {}],
  ['open', { wave: 'paused' }],
  ['open', { endsAt: new Date('2026-11-20T10:00:01Z') }],
  ['ended', { endsAt: now }],
  ['ended', { wave: 'closed', full: true }],
  ['ended', { wave: 'archived' }],
  ['early', { wave: 'scheduled' }],
  ['full', { full: true }],
  ['revoked', { revoked: true, wave: 'closed' }],
] as const)('%s: %j', (state, change) => {
  expect(openLinkState({ ...running, ...change })).toBe(state)
})
