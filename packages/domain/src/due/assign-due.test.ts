import { describe, expect, test } from '@jest/globals'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { contactPolicyFor } from '../contact-policy.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'
import type { DuePerson, OpenThing } from './assign-due.ts'
import { assignDue } from './assign-due.ts'
import { touchFor } from './plan-due.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar: WorkingCalendar = { weekend: [6, 7], holidays: [] }
const policy = contactPolicyFor('VN')
const local = (date: string, time = '10:00') => resolveWallTime({ date, time, zone }).instant
const person = (
  id: string,
  seniority: DuePerson['seniority'],
  more: Partial<Omit<DuePerson, 'contact'>> & { contact?: Partial<DuePerson['contact']> } = {},
): DuePerson => ({
  id,
  seniority,
  policies: { product_survey: policy, installation_call: policy },
  calendar,
  ledger: [],
  ...more,
  contact: {
    zone,
    executive: seniority === 'executive',
    erased: false,
    reachableBy: ['email', 'phone'],
    optedOutOf: [],
    doNotCall: false,
    consentedTo: [],
    ...more.contact,
  },
})
const call = (id: string, since: string, more: Partial<OpenThing> = {}): OpenThing => ({
  id,
  kind: 'installation_call',
  since,
  namedId: null,
  lastId: null,
  ...more,
})
const survey = (id: string, since: string): OpenThing => ({ ...call(id, since), kind: 'product_survey' })
const now = local('2026-04-06')
const assign = (things: OpenThing[], people: DuePerson[]) =>
  assignDue({ things, people, now, calendar }).map(({ id, personId, at, reason }) => ({
    id,
    personId,
    on: at && wallTimeIn(at, zone).date,
    reason,
  }))

describe('whom to ask', () => {
  test('nobody who said that others know more of it', () => {
    const people = [person('first', 'specialist'), person('second', 'manager')]
    const not = (id: string) => ({ namedId: id, lastId: id, exceptId: id })
    expect(assign([call('i', '2026-01-05', not('first'))], people)).toMatchObject([{ personId: 'second' }])
    expect(assign([call('i', '2026-01-05', not('first'))], people.slice(0, 1))).toMatchObject([
      { personId: null, reason: 'no_contact' },
    ])
  })

  test('the named person, whoever else is there', () => {
    const people = [person('user', 'specialist'), person('boss', 'executive')]
    expect(assign([call('i', '2026-01-05', { namedId: 'boss' })], people)).toMatchObject([
      { id: 'i', personId: 'boss', on: '2026-04-06' },
    ])
  })

  test('users before managers before people whose place is unknown before executives', () => {
    const all = [
      person('a', 'executive'),
      person('b', ''),
      person('c', 'manager'),
      person('d', 'specialist'),
    ] as const
    for (let left = 4; left > 0; left -= 1)
      expect(assign([call('i', '2026-01-05')], all.slice(0, left))[0]?.personId).toBe(all[left - 1]?.id)
  })

  test('who can be asked inside the window before who knows more, and of equals whoever may be asked first', () => {
    const asked = { ...touchFor({ id: 'w', kind: 'product_survey' }), at: local('2026-04-01') }
    const earlier = { ...asked, at: local('2026-01-20') }
    const people = [
      person('asked', 'specialist', { ledger: [asked] }),
      person('silent', 'specialist', { contact: { doNotCall: true } }),
      person('later', 'manager', { ledger: [earlier] }),
      person('now', 'manager'),
    ]
    expect(assign([call('i', '2026-01-05')], people)).toEqual([
      { id: 'i', personId: 'now', on: '2026-04-06', reason: null },
    ])
    expect(assign([call('i', '2026-01-05')], people.slice(0, 3))[0]).toMatchObject({
      personId: 'later',
      on: '2026-04-20',
    })
  })

  test('stays with whom it was given to, while it can happen there', () => {
    const people = [person('user', 'specialist'), person('boss', 'manager')]
    expect(assign([call('i', '2026-01-05', { lastId: 'boss' })], people)[0]?.personId).toBe('boss')
    const gone = [people[0] as DuePerson, person('boss', 'manager', { contact: { doNotCall: true } })]
    expect(assign([call('i', '2026-01-05', { lastId: 'boss' })], gone)[0]?.personId).toBe('user')
  })

  test('two things go to two people rather than one of them past its window', () => {
    const people = [person('user', 'specialist'), person('other', 'manager')]
    expect(assign([call('i1', '2026-01-05'), call('i2', '2026-01-05')], people)).toMatchObject([
      { id: 'i1', personId: 'user', on: '2026-04-06' },
      { id: 'i2', personId: 'other', on: '2026-04-06' },
    ])
  })

  test('a survey about a thing keeps its distance to the call about it', () => {
    const people = [person('user', 'specialist')]
    expect(assign([survey('p', '2026-01-02'), call('i', '2026-01-06')], people)).toMatchObject([
      { id: 'i', on: '2026-04-06' },
      { id: 'p', on: '2026-07-06' },
    ])
  })

  test('nobody, where nobody is known; the window is told all the same', () => {
    expect(assignDue({ things: [call('i', '2026-01-05')], people: [], now, calendar })).toEqual([
      {
        id: 'i',
        kind: 'installation_call',
        since: '2026-01-05',
        opens: '2026-04-06',
        closes: '2026-05-05',
        at: null,
        reason: 'no_contact',
        personId: null,
      },
    ])
  })
})
