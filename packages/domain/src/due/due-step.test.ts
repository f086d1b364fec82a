import { describe, expect, test } from '@jest/globals'
import type { DueState } from './due-step.ts'
import { dueStep } from './due-step.ts'
import { sinceDays } from './due-window.ts'

const nextLook = { at: new Date('2026-04-07T00:00:00Z'), on: '2026-04-07' }
const plan = {
  kind: 'installation_call' as const,
  opens: '2026-04-06',
  closes: '2026-05-05',
  at: new Date('2026-04-06T02:00:00Z'),
  reason: null,
}
const step = (
  more: Partial<Omit<Parameters<typeof dueStep>[0], 'plan'>> & {
    plan?: Partial<Parameters<typeof dueStep>[0]['plan']>
  } = {},
) =>
  dueStep({
    today: '2026-04-06',
    nextLook,
    dayOf: at => at.toISOString().slice(0, 10),
    before: null,
    ...more,
    plan: { ...plan, ...more.plan },
  })
const before = (
  state: DueState,
  more: Partial<NonNullable<Parameters<typeof dueStep>[0]['before']>> = {},
) => ({
  state,
  reason: null,
  tries: 0,
  begun: false,
  ...more,
})

describe('a thing', () => {
  test('that may happen before the next look is due', () => {
    expect(step()).toEqual({ state: 'due', reason: null, dueAt: plan.at, lookOn: '2026-04-07' })
  })

  test('that may happen later waits, with its reason, and is seen on its day', () => {
    const at = new Date('2026-04-09T02:00:00Z')
    expect(step({ plan: { at, reason: 'holiday' } })).toEqual({
      state: 'waiting',
      reason: 'holiday',
      dueAt: at,
      lookOn: '2026-04-09',
    })
  })

  test('before its window the hour of the day is no reason, a cool-down is', () => {
    const at = new Date('2026-04-06T02:00:00Z')
    const early = {
      today: '2026-03-30',
      nextLook: { at: new Date('2026-03-31T00:00:00Z'), on: '2026-03-31' },
    }
    expect(step({ ...early, plan: { at, reason: 'quiet_hours' } })).toMatchObject({ reason: null })
    expect(step({ ...early, plan: { at, reason: 'touch_too_soon' } })).toMatchObject({
      reason: 'touch_too_soon',
    })
  })

  test('that cannot happen as things stand is looked at once a week, and on the day after its end', () => {
    expect(step({ plan: { at: null, reason: 'do_not_call' } })).toEqual({
      state: 'waiting',
      reason: 'do_not_call',
      dueAt: null,
      lookOn: '2026-04-13',
    })
    expect(step({ today: '2026-05-02', plan: { at: null, reason: 'do_not_call' } }).lookOn).toBe('2026-05-06')
  })

  test.each([
    ['installation_call', null, 'missed'],
    ['installation_call', before('due'), 'not_called'],
    ['installation_call', before('due', { begun: true }), 'no_outcome'],
    ['installation_call', before('waiting', { tries: 1 }), 'no_answer'],
    ['installation_call', before('waiting', { reason: 'touch_too_soon' }), 'touch_too_soon'],
    ['installation_call', before('waiting', { reason: 'weekend' }), 'missed'],
    ['installation_call', before('waiting', { reason: 'call_back', tries: 1 }), 'call_back'],
    ['installation_call', before('waiting', { reason: 'wrong_number' }), 'wrong_number'],
    ['product_survey', before('waiting', { reason: 'no_programme' }), 'no_programme'],
    ['product_survey', before('due'), 'not_sent'],
    ['product_survey', before('due', { reason: 'survey_too_soon' }), 'survey_too_soon'],
  ] as const)('%s whose window has closed on %j has lapsed: %s', (kind, standing, reason) => {
    expect(step({ today: '2026-05-06', before: standing, plan: { kind, at: null } })).toMatchObject({
      state: 'lapsed',
      reason,
      dueAt: null,
    })
  })
})

describe('a call that was put off', () => {
  test('waits for its time, whatever else could be planned, and is due on its day', () => {
    const later = new Date('2026-04-09T02:30:00Z')
    expect(step({ before: before('waiting', { callBackAt: later }) })).toEqual({
      state: 'waiting',
      reason: 'call_back',
      dueAt: later,
      lookOn: '2026-04-07',
    })
    const soon = new Date('2026-04-06T09:00:00Z')
    expect(step({ before: before('waiting', { callBackAt: soon }), plan: { at: null } })).toMatchObject({
      state: 'due',
      dueAt: soon,
    })
  })

  test('by a wrong number waits until the record knows a better one', () => {
    expect(step({ before: before('waiting', { wrongNumber: true }) })).toMatchObject({
      state: 'waiting',
      reason: 'wrong_number',
      dueAt: null,
    })
    expect(step({ before: before('waiting', { wrongNumber: false }) })).toMatchObject({ state: 'due' })
  })
})

test('the days that matter reach back to the last look', () => {
  expect(sinceDays({ kind: 'installation_call', today: '2026-05-05', lastLook: null })).toEqual({
    from: '2026-01-04',
    until: '2026-02-19',
  })
  expect(sinceDays({ kind: 'product_survey', today: '2026-05-05', lastLook: '2026-03-31' })).toEqual({
    from: '2025-03-30',
    until: '2026-02-19',
  })
})
