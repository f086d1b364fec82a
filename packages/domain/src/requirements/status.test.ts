import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isOpenStatus,
  nextStatuses,
  OPEN_STATUSES,
  REQUIREMENT_STATUSES,
  requirementReceipt,
  statusFault,
} from './status.ts'

const statuses = fc.constantFrom(...REQUIREMENT_STATUSES)

describe('the status of a requirement', () => {
  test('goes from heard to done by way of planned and in work', () => {
    const way = ['heard', 'planned', 'in_work', 'done'] as const
    for (const [at, to] of way.slice(1).entries())
      expect(statusFault({ status: way[at] ?? 'heard', mergedInto: null }, { to, reason: '' })).toBeNull()
  })

  test('what is done can be taken up again; what was declined is heard again', () => {
    expect(nextStatuses('done')).toEqual(['in_work'])
    expect(nextStatuses('declined')).toEqual(['heard'])
  })

  test('is declined with a reason only', () => {
    const open = { status: 'heard', mergedInto: null } as const
    expect(statusFault(open, { to: 'declined', reason: ' \n' })).toBe('reason_missing')
    expect(statusFault(open, { to: 'declined', reason: 'Another product does it' })).toBeNull()
  })

  test('of a merged one stays', () => {
    fc.assert(
      fc.property(statuses, statuses, (status, to) => {
        expect(statusFault({ status, mergedInto: 'r1' }, { to, reason: 'x' })).toBe('merged')
      }),
    )
  })

  test('never steps onto itself, and every status can be reached from every other', () => {
    for (const from of REQUIREMENT_STATUSES) {
      expect(nextStatuses(from)).not.toContain(from)
      const reached = new Set([from])
      for (const status of reached) for (const next of nextStatuses(status)) reached.add(next)
      expect([...reached].sort()).toEqual([...REQUIREMENT_STATUSES].sort())
    }
  })

  test('is open until it is done or declined', () => {
    expect(OPEN_STATUSES).toEqual(['heard', 'planned', 'in_work'])
    expect(isOpenStatus('declined')).toBe(false)
    expect(requirementReceipt(88)).toBe('R-88')
  })
})
