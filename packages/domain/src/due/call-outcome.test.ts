import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { afterCall, CALL_OUTCOMES } from './call-outcome.ts'
import { MOST_TRIES } from './due-step.ts'

const today = '2026-04-06'
const after = (outcome: (typeof CALL_OUTCOMES)[number], tries = 0, callBackAt: Date | null = null) =>
  afterCall({ outcome, tries, today, callBackAt })

describe('a call', () => {
  test('that nobody answered comes up again on the next day, and lapses after the last try', () => {
    for (const outcome of ['no_answer', 'busy', 'voicemail'] as const) {
      expect(after(outcome)).toMatchObject({ state: 'waiting', reason: 'no_answer', tries: 1 })
      expect(after(outcome).notBefore).toBe('2026-04-07')
      expect(after(outcome, MOST_TRIES - 1)).toMatchObject({ state: 'lapsed', isSettled: true })
    }
  })

  test('that was put off waits for its time, and costs no try', () => {
    const callBackAt = new Date('2026-04-08T02:30:00Z')
    expect(after('call_back', 2, callBackAt)).toMatchObject({
      state: 'waiting',
      reason: 'call_back',
      tries: 2,
      callBackAt,
      notBefore: null,
    })
  })

  test('to a wrong number or person waits for a better record', () => {
    expect(after('wrong_number')).toMatchObject({ state: 'waiting', reason: 'wrong_number', tries: 0 })
    expect(after('not_responsible')).toMatchObject({ state: 'waiting', reason: 'not_responsible' })
  })

  test('is settled just when it is not open any more, and never loses a try', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CALL_OUTCOMES),
        fc.integer({ min: 0, max: MOST_TRIES - 1 }),
        fc.date({ noInvalidDate: true }),
        (outcome, tries, callBackAt) => {
          const { state, isSettled, tries: then } = after(outcome, tries, callBackAt)
          expect(isSettled).toBe(state !== 'waiting' && state !== 'due')
          expect(then).toBeGreaterThanOrEqual(tries)
        },
      ),
    )
  })
})
