import { describe, expect, test } from '@jest/globals'
import type { LiveOwn } from '@sixfold/contract/live-rooms'
import { withUnkept } from './use-live-room.ts'

const nothing: LiveOwn = { answers: {}, numbers: {}, votes: [], said: [] }
const question = { id: 'k1', key: 'k1', itemId: null, text: 'Bao giờ giao?', waiting: true }

describe('what the server knows, and what it does not have', () => {
  test('words on their way and words that were refused stay in sight', () => {
    const before = { ...nothing, said: [question, { ...question, id: 'k2', key: 'k2' }] }
    const own = withUnkept(nothing, before, new Set(['say:k2']), new Map([['say:k1', 'wrong_state']]))
    expect(own.said.map(({ key }) => key)).toEqual(['k1', 'k2'])
  })

  test('what the server has stands as the server has it, and once', () => {
    const kept = { ...question, id: 'e1', waiting: false }
    const own = withUnkept(
      { ...nothing, said: [kept] },
      { ...nothing, said: [question] },
      new Set(['say:k1']),
      new Map(),
    )
    expect(own.said).toEqual([kept])
  })

  test('words that nobody waits for any more go', () => {
    const own = withUnkept(nothing, { ...nothing, said: [question] }, new Set(), new Map())
    expect(own.said).toEqual([])
  })
})
