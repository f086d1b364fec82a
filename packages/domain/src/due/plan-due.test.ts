import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { contactPolicyFor } from '../contact-policy.ts'
import { addLocalDays, localDaysBetween } from '../local-date.ts'
import type { LedgerTouch } from '../touch-decision.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'
import { dueWindow } from './due-window.ts'
import type { DueThing } from './plan-due.ts'
import { planDue, touchFor } from './plan-due.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map(date => ({
    date,
    name: 'Tết',
  })),
}
const contact = {
  zone,
  executive: false,
  erased: false,
  reachableBy: ['email', 'phone'] as const,
  optedOutOf: [],
  doNotCall: false,
  consentedTo: [],
}
const policy = contactPolicyFor('VN')
const policies = { product_survey: policy, installation_call: policy }
const local = (date: string, time = '10:00') => resolveWallTime({ date, time, zone }).instant
const dayOf = (at: Date | null | undefined) => at && wallTimeIn(at, zone).date
const plan = (things: DueThing[], now: Date, ledger: LedgerTouch[] = []) =>
  planDue({ things, now, ledger, policies, contact, calendar })

describe('windows', () => {
  test.each([
    ['installation_call', '2026-01-06', '2026-04-06', '2026-05-06'],
    ['installation_call', '2026-01-03', '2026-04-03', '2026-05-03'],
    ['product_survey', '2026-01-06', '2026-04-06', '2027-01-06'],
    ['product_survey', '2024-02-29', '2024-05-29', '2025-02-28'],
  ] as const)('a %s since %s is due from %s to %s', (kind, since, opens, closes) => {
    expect(dueWindow({ kind, since, calendar })).toEqual({ opens, closes })
  })

  test('day 90 in a weekend, or in Tết, opens on the first working day after', () => {
    expect(dueWindow({ kind: 'installation_call', since: '2026-01-04', calendar }).opens).toBe('2026-04-06')
    expect(dueWindow({ kind: 'installation_call', since: '2025-11-17', calendar }).opens).toBe('2026-02-23')
  })
})

describe('planning', () => {
  const call: DueThing = { id: 'i1', kind: 'installation_call', since: '2026-01-06' }
  const survey: DueThing = { id: 'p1', kind: 'product_survey', since: '2026-01-02' }

  test('nothing is due before its window, and all waits for its hours', () => {
    const [waiting] = plan([call], local('2026-03-02'))
    expect(waiting).toMatchObject({ state: 'waiting', at: local('2026-04-06', '09:00') })
    expect(plan([call], local('2026-04-06', '10:00'))[0]).toMatchObject({ state: 'due' })
    expect(plan([call], local('2026-04-06', '19:00'))[0]).toMatchObject({
      state: 'waiting',
      reason: 'quiet_hours',
      at: local('2026-04-07', '09:00'),
    })
  })

  test('the call comes first, the survey a cool-down later', () => {
    const plans = plan([survey, call], local('2026-04-02'))
    expect(plans.map(({ id, at, reason }) => [id, dayOf(at), reason])).toEqual([
      ['i1', '2026-04-06', 'quiet_hours'],
      ['p1', '2026-07-06', 'another_first'],
    ])
  })

  test('a window that the cool-down takes up has lapsed, with the reason', () => {
    const asked: LedgerTouch = { ...touchFor({ id: 'w', kind: 'product_survey' }), at: local('2026-03-30') }
    expect(plan([call], local('2026-04-06'), [asked])[0]).toMatchObject({
      state: 'lapsed',
      reason: 'touch_too_soon',
    })
    expect(plan([call], local('2026-05-07'))[0]).toMatchObject({ state: 'lapsed' })
  })
})

test('three years, day by day: never two in one cool-down, each thing once, in its window or lapsed', () => {
  const thing = fc.record({
    kind: fc.constantFrom('product_survey' as const, 'installation_call' as const),
    day: fc.nat(700),
  })
  fc.assert(
    fc.property(fc.array(thing, { minLength: 1, maxLength: 8 }), list => {
      const things: DueThing[] = list.map(({ kind, day }, at) => ({
        id: `t${at}`,
        kind,
        since: addLocalDays('2026-01-01', day),
      }))
      const ledger: LedgerTouch[] = []
      for (let day = 0; day < 3 * 365; day += 1) {
        const today = addLocalDays('2026-01-01', day)
        const now = local(today)
        const known = things.filter(
          ({ id, since }) => since <= today && !ledger.some(({ subject }) => subject === id),
        )
        if (known.length === 0) continue
        for (const { id, kind, state, at } of plan(known, now, ledger))
          if (state === 'due' && at) ledger.push({ ...touchFor({ id, kind }), at })
      }
      for (const entry of ledger) {
        const thing = things.find(({ id }) => id === entry.subject)
        const window = thing && dueWindow({ ...thing, calendar })
        expect(dayOf(entry.at) ?? '').not.toBe('')
        expect((dayOf(entry.at) ?? '') >= (window?.opens ?? '~')).toBe(true)
        expect((dayOf(entry.at) ?? '') <= (window?.closes ?? '')).toBe(true)
      }
      const days = ledger.map(({ at }) => dayOf(at) ?? '').sort()
      for (let at = 1; at < days.length; at += 1)
        expect(localDaysBetween(days[at - 1] ?? '', days[at] ?? '')).toBeGreaterThanOrEqual(
          policy.solicitedGapDays,
        )
      expect(new Set(ledger.map(({ subject }) => subject)).size).toBe(ledger.length)
      // A thing alone is always asked about: nothing lapses without a cause.
      if (things.length === 1) expect(ledger).toHaveLength(1)
    }),
    { numRuns: 15 },
  )
})
