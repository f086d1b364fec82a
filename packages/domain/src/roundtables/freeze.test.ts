import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ApprovalState, ApprovalStep } from './freeze.ts'
import { APPROVAL_STATES, FROZEN_FIELDS, heldFields, isFrozen, nextApproval } from './freeze.ts'

describe('the freeze', () => {
  test('begins with the day in the zone of the event', () => {
    const at = (now: string, zone = 'Asia/Ho_Chi_Minh') =>
      isFrozen({ freezeOn: '2026-11-26', zone, now: new Date(now) })
    expect(at('2026-11-25T16:59:59Z')).toBe(false)
    expect(at('2026-11-25T17:00:00Z')).toBe(true)
    expect(at('2026-11-25T17:00:00Z', 'Pacific/Pago_Pago')).toBe(false)
    expect(at('2026-11-26T11:00:00Z', 'Pacific/Pago_Pago')).toBe(true)
  })

  test('begins at the first moment there is where clocks leave out midnight, and in the fallback zone of an unknown one', () => {
    const gap = { freezeOn: '2026-04-24', zone: 'Africa/Cairo' }
    expect(isFrozen({ ...gap, now: new Date('2026-04-23T21:59:59Z') })).toBe(false)
    expect(isFrozen({ ...gap, now: new Date('2026-04-23T22:00:00Z') })).toBe(true)
    const lost = { freezeOn: '2026-11-26', zone: 'Mars/Olympus', fallbackZone: 'Asia/Ho_Chi_Minh' }
    expect(isFrozen({ ...lost, now: new Date('2026-11-25T17:00:00Z') })).toBe(true)
  })

  test('never comes without a day', () => {
    expect(isFrozen({ freezeOn: null, zone: 'UTC', now: new Date('2100-01-01') })).toBe(false)
  })

  test('holds what logistics hang on and the freeze itself, and lets words go', () => {
    expect(
      heldFields({ title: {}, answerBy: '2026-11-01', date: '2026-12-01', freezeOn: null }, true),
    ).toEqual(['date', 'freezeOn'])
    expect(heldFields({ capacity: null }, true)).toEqual(['capacity'])
    expect(heldFields({ date: '2026-12-01' }, false)).toEqual([])
    expect(FROZEN_FIELDS).not.toContain('title')
  })
})

describe('an approval', () => {
  const ask = (step: ApprovalStep, by: string, state: ApprovalState = 'open', started = false) =>
    nextApproval({ state, askedBy: 'ha', by, step, started })

  test('takes two', () => {
    expect(ask('approve', 'ha')).toEqual({ ok: false, reason: 'own_request' })
    expect(ask('refuse', 'ha')).toEqual({ ok: false, reason: 'own_request' })
    expect(ask('approve', 'an')).toEqual({ ok: true, state: 'approved' })
    expect(ask('refuse', 'an')).toEqual({ ok: true, state: 'refused' })
  })

  test('is withdrawn by who asked alone', () => {
    expect(ask('withdraw', 'ha')).toEqual({ ok: true, state: 'withdrawn' })
    expect(ask('withdraw', 'an')).toEqual({ ok: false, reason: 'not_yours' })
  })

  test('comes too late once the event has begun; refusing still clears the table', () => {
    expect(ask('approve', 'an', 'open', true)).toEqual({ ok: false, reason: 'too_late' })
    expect(ask('refuse', 'an', 'open', true)).toEqual({ ok: true, state: 'refused' })
  })

  test('is decided once: no walk through the steps ever leaves an end, and nobody ever approves the own request', () => {
    const steps = fc.array(
      fc.record({
        step: fc.constantFrom<ApprovalStep[]>('approve', 'refuse', 'withdraw'),
        by: fc.constantFrom('ha', 'an', 'mai'),
        started: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(steps, walk => {
        let state: ApprovalState = 'open'
        for (const one of walk) {
          const next = nextApproval({ state, askedBy: 'ha', ...one })
          if (state !== 'open') expect(next.ok).toBe(false)
          if (next.ok && next.state !== 'withdrawn') expect(one.by).not.toBe('ha')
          if (next.ok) state = next.state
        }
        expect(APPROVAL_STATES).toContain(state)
      }),
    )
  })
})
