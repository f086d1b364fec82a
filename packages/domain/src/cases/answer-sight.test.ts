import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { can, roles } from '../permissions.ts'
import { showsAnswer } from './answer-sight.ts'
import { CASE_SOURCES } from './case-kinds.ts'

const rule = { kind: 'rule', ownerId: 'owner', regionId: 'south' } as const

test('the answer behind a case is for its owner and for who may read answers of its region', () => {
  expect(showsAnswer({ id: 'owner', role: 'regional', regions: ['south'] }, rule)).toBe(true)
  expect(showsAnswer({ id: 'other', role: 'regional', regions: ['south'] }, rule)).toBe(false)
  expect(showsAnswer({ id: 'other', role: 'analyst', regions: 'all' }, rule)).toBe(false)
  expect(showsAnswer({ id: 'other', role: 'care', regions: ['south'] }, rule)).toBe(true)
  expect(showsAnswer({ id: 'other', role: 'care', regions: ['north'] }, rule)).toBe(false)
})

test('law: only a case that a rule opened hides anything, and never from who may read answers', () => {
  const actor = fc.record({
    id: fc.constantFrom('owner', 'other'),
    role: fc.constantFrom(...roles),
    regions: fc.constantFrom<readonly string[] | 'all'>('all', ['south'], ['north'], []),
  })
  fc.assert(
    fc.property(actor, fc.constantFrom(...CASE_SOURCES), (who, kind) => {
      const mayRead = can(who, 'response.read', { regionId: 'south' }) || who.id === 'owner'
      expect(showsAnswer(who, { ...rule, kind })).toBe(kind !== 'rule' || mayRead)
    }),
  )
})
