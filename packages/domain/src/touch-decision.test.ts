import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ASK_WISHES } from './ask-wish.ts'
import { isWorkingDay, type WorkingCalendar } from './calendar/working-days.ts'
import { contactPolicyFor, defaultContactPolicy } from './contact-policy.ts'
import { addLocalDays, localDaysBetween } from './local-date.ts'
import { decideTouch, isPassing, type LedgerTouch, type Touch, type TouchQuestion } from './touch-decision.ts'
import { resolveWallTime, wallTimeIn } from './wall-time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const local = (date: string, time = '10:00') => resolveWallTime({ date, time, zone }).instant
const calendar: WorkingCalendar = {
  weekend: [6, 7],
  holidays: [
    { date: '2026-04-30', name: 'Reunification Day' },
    { date: '2026-05-01', name: 'Labour Day' },
    { date: '2026-12-24', name: 'Christmas Eve', half: true },
  ],
}
const invitation: Touch = {
  kind: 'invitation',
  channel: 'email',
  purpose: 'relationship_survey',
  subject: 'wave-3',
}
const reminder: Touch = { ...invitation, kind: 'reminder' }
const contact = {
  zone,
  executive: false,
  erased: false,
  reachableBy: ['email', 'phone'] as const,
  optedOutOf: [],
  doNotCall: false,
  consentedTo: [],
}
/** Monday morning. */
const question: TouchQuestion = {
  policy: defaultContactPolicy,
  contact,
  touch: invitation,
  ledger: [],
  calendar,
  at: local('2026-05-04'),
}
const past = (touch: Touch, date: string): LedgerTouch => ({ ...touch, at: local(date) })
const about = (subject: string, touch: Touch = invitation): Touch => ({ ...touch, subject })
const decide = (change: Partial<TouchQuestion>) => decideTouch({ ...question, ...change })
const refuse = (reason: string, earliest?: Date) => ({
  decision: 'refuse',
  reason,
  ...(earliest && { earliest }),
})
const allow = { decision: 'allow' }

test('nothing stands in the way on a working morning', () => {
  expect(decide({})).toEqual(allow)
})

describe('lasting reasons', () => {
  const call: Touch = { ...invitation, kind: 'call', channel: 'phone', purpose: 'installation_call' }
  const invited = [past(invitation, '2026-04-20')]

  test.each<[string, Partial<TouchQuestion>]>([
    ['erased', { contact: { ...contact, erased: true } }],
    ['no_address', { touch: { ...invitation, channel: 'sms' } }],
    ['opted_out', { contact: { ...contact, optedOutOf: ['everything'] } }],
    ['opted_out', { contact: { ...contact, optedOutOf: ['relationship_survey'] } }],
    ['do_not_call', { touch: call, contact: { ...contact, doNotCall: true } }],
    ['no_consent', { policy: { ...defaultContactPolicy, consentRequired: ['relationship_survey'] } }],
    ['already_finished', { answered: 'finished' }],
    ['already_finished', { touch: reminder, ledger: invited, answered: 'finished' }],
    ['already_declined', { touch: reminder, ledger: invited, answered: 'declined' }],
    ['already_invited', { ledger: invited }],
    ['not_invited', { touch: reminder }],
    [
      'too_many_reminders',
      { touch: reminder, ledger: [...invited, past(reminder, '2026-04-24'), past(reminder, '2026-04-28')] },
    ],
  ])('%s', (reason, change) => {
    expect(decide(change)).toEqual(refuse(reason))
    expect(decide({ ...change, at: local('2027-05-05') })).toEqual(refuse(reason))
  })

  test('an opt-out from one purpose leaves the others', () => {
    expect(decide({ contact: { ...contact, optedOutOf: ['roundtable'] } })).toEqual(allow)
  })

  test('the do-not-call list is about calls', () => {
    expect(decide({ contact: { ...contact, doNotCall: true } })).toEqual(allow)
  })

  test('who asks to be called is called, whatever was said before, but within hours', () => {
    const asked: Touch = { ...call, purpose: 'case', requested: true }
    const wishes: Partial<TouchQuestion> = {
      touch: asked,
      contact: { ...contact, doNotCall: true, optedOutOf: ['everything'], reachableBy: ['email'] },
      policy: { ...defaultContactPolicy, consentRequired: ['case'] },
    }
    expect(decide(wishes)).toEqual(allow)
    expect(decide({ ...wishes, contact: { ...contact, erased: true } })).toEqual(refuse('erased'))
    expect(decide({ ...wishes, at: local('2026-05-03') })).toMatchObject({ reason: 'weekend' })
  })

  test('who has an open case hears about it, whatever was said before, but within hours and where they can be reached', () => {
    const news: Touch = { ...invitation, kind: 'follow_up', purpose: 'case', subject: 'C-1', requested: true }
    const wishes: Partial<TouchQuestion> = {
      touch: news,
      contact: { ...contact, optedOutOf: ['everything'] },
      policy: { ...defaultContactPolicy, consentRequired: ['case'] },
      ledger: [past(invitation, '2026-05-03')],
    }
    expect(decide(wishes)).toEqual(allow)
    const unasked: Touch = { ...invitation, kind: 'follow_up', purpose: 'case', subject: 'C-1' }
    expect(decide({ ...wishes, touch: unasked })).toEqual(refuse('opted_out'))
    expect(decide({ touch: unasked, ledger: wishes.ledger ?? [] })).toMatchObject({
      reason: 'touch_too_soon',
    })
    expect(decide({ ...wishes, touch: { ...news, purpose: 'relationship_survey' } })).toEqual(
      refuse('opted_out'),
    )
    expect(decide({ ...wishes, at: local('2026-05-03') })).toMatchObject({ reason: 'weekend' })
    expect(decide({ ...wishes, touch: { ...news, channel: 'sms' } })).toEqual(refuse('no_address'))
  })

  test('recorded consent is enough where it is required', () => {
    const policy = { ...defaultContactPolicy, consentRequired: ['relationship_survey' as const] }
    expect(decide({ policy, contact: { ...contact, consentedTo: ['relationship_survey'] } })).toEqual(allow)
  })

  test('a follow-up comes after the answer', () => {
    const followUp: Touch = { ...invitation, kind: 'follow_up' }
    expect(decide({ touch: followUp, ledger: invited, answered: 'finished' })).toEqual(allow)
  })

  test('an invitation to the same round table happens once', () => {
    const table: Touch = {
      ...invitation,
      kind: 'roundtable_invitation',
      purpose: 'roundtable',
      subject: 'table-1',
    }
    expect(decide({ touch: table, ledger: [past(table, '2026-04-20')] })).toEqual(refuse('already_invited'))
  })

  test('an executive gets half the reminders', () => {
    const ledger = [past(invitation, '2026-04-06'), past(reminder, '2026-04-16')]
    expect(decide({ touch: reminder, ledger })).toEqual(allow)
    expect(decide({ touch: reminder, ledger, contact: { ...contact, executive: true } })).toEqual(
      refuse('too_many_reminders'),
    )
  })
})

describe('gaps', () => {
  test('an individual is surveyed once in 182 days, whatever the survey', () => {
    const ledger = [past(about('wave-1', { ...invitation, purpose: 'product_survey' }), '2025-11-12')]
    expect(addLocalDays('2025-11-12', 182)).toBe('2026-05-13')
    expect(decide({ ledger })).toEqual(refuse('survey_too_soon', local('2026-05-13', '08:00')))
    expect(decide({ ledger, at: local('2026-05-12', '17:59') })).toMatchObject({ reason: 'survey_too_soon' })
    expect(decide({ ledger, at: local('2026-05-13', '08:00') })).toEqual(allow)
  })

  test('90 days lie between any two solicited touches', () => {
    const table: Touch = {
      ...invitation,
      kind: 'roundtable_invitation',
      purpose: 'roundtable',
      subject: 'table-1',
    }
    const ledger = [past(about('wave-2', reminder), '2026-03-02')]
    expect(decide({ touch: table, ledger })).toEqual(refuse('touch_too_soon', local('2026-06-01', '08:00')))
    expect(addLocalDays('2026-03-02', 91)).toBe('2026-06-01')
  })

  test('both are twice as long for an executive', () => {
    const ledger = [past(about('wave-1'), '2025-09-01')]
    expect(decide({ ledger })).toEqual(allow)
    expect(decide({ ledger, contact: { ...contact, executive: true } })).toEqual(
      refuse('survey_too_soon', local('2026-08-31', '08:00')),
    )
  })

  test('what is planned counts as what was sent', () => {
    const ledger = [past(about('table-1', { ...invitation, kind: 'roundtable_invitation' }), '2026-06-15')]
    expect(decide({ ledger })).toEqual(refuse('touch_too_soon', local('2026-09-14', '08:00')))
  })

  test('touches about the same thing need no gap, reminders a short one', () => {
    const ledger = [past(invitation, '2026-05-01')]
    expect(decide({ touch: reminder, ledger })).toEqual(
      refuse('reminder_too_soon', local('2026-05-06', '08:00')),
    )
    expect(decide({ touch: reminder, ledger, at: local('2026-05-06') })).toEqual(allow)
  })

  test('service messages and touches the contact asked for neither keep nor cause gaps', () => {
    const service: Touch = { ...invitation, kind: 'service', subject: 'receipt-9' }
    const callBack: Touch = {
      kind: 'call',
      channel: 'phone',
      purpose: 'case',
      subject: 'case-7',
      requested: true,
    }
    const recent = [past(about('wave-2'), '2026-04-28')]
    expect(decide({ touch: service, ledger: recent })).toEqual(allow)
    expect(decide({ touch: callBack, ledger: recent })).toEqual(allow)
    expect(decide({ ledger: [past(service, '2026-05-04'), past(callBack, '2026-05-04')] })).toEqual(allow)
  })

  test('in Vietnam a second call waits for the next day', () => {
    const call: Touch = { kind: 'call', channel: 'phone', purpose: 'installation_call', subject: 'visit-1' }
    const ledger = [past(call, '2026-05-04')]
    const policy = contactPolicyFor('VN')
    expect(decide({ policy, touch: call, ledger, at: local('2026-05-04', '14:00') })).toEqual(
      refuse('daily_limit', local('2026-05-05', '09:00')),
    )
    expect(decide({ touch: call, ledger, at: local('2026-05-04', '14:00') })).toEqual(allow)
  })

  test('a limit of none a day never passes', () => {
    const policy = { ...defaultContactPolicy, mostPerDay: { email: 0, phone: null, sms: null } }
    expect(decide({ policy })).toEqual(refuse('daily_limit'))
  })
})

describe('hours of the contact’s own zone', () => {
  test.each([
    ['2026-05-04', '07:59', 'quiet_hours', '2026-05-04'],
    ['2026-05-04', '18:00', 'quiet_hours', '2026-05-05'],
    ['2026-05-02', '10:00', 'weekend', '2026-05-04'],
    ['2026-04-30', '10:00', 'holiday', '2026-05-04'],
    ['2026-12-24', '13:00', 'quiet_hours', '2026-12-25'],
  ])('%s %s is refused as %s', (date, time, reason, next) => {
    expect(decide({ at: local(date, time) })).toEqual(refuse(reason, local(next, '08:00')))
  })

  test('calls have their own hours', () => {
    const call: Touch = { kind: 'call', channel: 'phone', purpose: 'installation_call', subject: 'visit-1' }
    expect(decide({ touch: call, at: local('2026-05-04', '08:30') })).toEqual(
      refuse('quiet_hours', local('2026-05-04', '09:00')),
    )
  })

  test('the same instant is day for one contact and night for another', () => {
    const at = new Date('2026-05-04T02:00Z')
    expect(decide({ at })).toEqual(allow)
    expect(decide({ at, contact: { ...contact, zone: 'America/New_York' } })).toEqual(
      refuse('weekend', new Date('2026-05-04T12:00Z')),
    )
  })

  test('an unknown zone is read as the fallback zone', () => {
    const lost = { ...contact, zone: 'Mars/Olympus', fallbackZone: zone }
    expect(decide({ contact: lost })).toEqual(allow)
    expect(decide({ contact: lost, at: local('2026-05-04', '19:00') })).toEqual(
      refuse('quiet_hours', local('2026-05-05', '08:00')),
    )
  })

  test('a service message answers at night', () => {
    expect(decide({ touch: { ...invitation, kind: 'service' }, at: local('2026-05-03', '23:00') })).toEqual(
      allow,
    )
  })

  test('who asks to be surveyed once a year is, and is reminded as usual', () => {
    const ledger = [past(about('wave-2'), '2025-10-06')]
    const yearly = { ...contact, askWish: 'year' as const }
    expect(decide({ ledger })).toEqual(allow)
    expect(decide({ ledger, contact: yearly })).toEqual(
      refuse('asked_less_often', local('2026-10-06', '08:00')),
    )
    expect(decide({ ledger, contact: yearly, at: local('2026-10-06') })).toEqual(allow)
    expect(decide({ ledger, contact: { ...contact, askWish: 'half_year' } })).toEqual(allow)
    const begun = [...ledger, past(invitation, '2026-04-20')]
    expect(decide({ ledger: begun, contact: yearly, touch: reminder })).toEqual(allow)
  })

  test('without any working day there is no earliest instant', () => {
    expect(decide({ calendar: { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] } })).toEqual(refuse('weekend'))
  })
})

describe('laws', () => {
  const touches = fc.record({
    kind: fc.constantFrom('invitation', 'reminder', 'call', 'roundtable_invitation', 'follow_up', 'service'),
    channel: fc.constantFrom('email', 'phone'),
    purpose: fc.constantFrom('relationship_survey', 'roundtable', 'installation_call'),
    subject: fc.constantFrom('s1', 's2', 's3', 's4'),
  }) satisfies fc.Arbitrary<Touch>
  const minute = fc
    .integer({ min: 0, max: 2 * 365 * 1440 })
    .map(n => new Date(Date.UTC(2026, 0, 1) + n * 60_000))
  const contacts = fc.record({
    executive: fc.boolean(),
    zone: fc.constantFrom(zone, 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
    askWish: fc.constantFrom(null, ...ASK_WISHES),
  })
  const ledgers = fc.array(fc.record({ touch: touches, at: minute }), { maxLength: 8 })
  const story = fc.array(fc.record({ touch: touches, hours: fc.integer({ min: 1, max: 24 * 60 }) }), {
    maxLength: 25,
  })

  test('news about an open case waits for hours and days alone', () => {
    const news: Touch = {
      kind: 'follow_up',
      channel: 'email',
      purpose: 'case',
      subject: 'C-1',
      requested: true,
    }
    fc.assert(
      fc.property(minute, ledgers, contacts, fc.boolean(), (at, entries, who, objects) => {
        const ledger = entries.map(entry => ({ ...entry.touch, at: entry.at }))
        const optedOutOf = objects ? (['everything'] as const) : []
        const asked = { ...question, contact: { ...contact, ...who, optedOutOf }, touch: news, at }
        expect(decideTouch({ ...asked, ledger })).toEqual(
          decideTouch({ ...asked, contact: { ...contact, ...who }, ledger: [] }),
        )
      }),
    )
  })

  test('asked again at the earliest instant, the answer is yes', () => {
    fc.assert(
      fc.property(touches, minute, ledgers, contacts, (touch, at, entries, who) => {
        const ledger = entries.map(entry => ({ ...entry.touch, at: entry.at }))
        const asked = {
          ...question,
          policy: contactPolicyFor('VN'),
          contact: { ...contact, ...who },
          touch,
          at,
          ledger,
        }
        const verdict = decideTouch(asked)
        if (verdict.decision === 'allow') return
        expect(verdict.earliest !== undefined).toBe(isPassing(verdict.reason))
        if (!verdict.earliest) return
        expect(verdict.earliest.getTime()).toBeGreaterThan(at.getTime())
        expect(decideTouch({ ...asked, at: verdict.earliest })).toEqual(allow)
      }),
    )
  })

  test('a wish never allows what was refused, and only ever holds back surveys', () => {
    const gaps = fc.constantFrom(0, 30, 182, 400)
    fc.assert(
      fc.property(
        touches,
        minute,
        ledgers,
        contacts,
        gaps,
        (touch, at, entries, { askWish, ...who }, gap) => {
          const asked = {
            ...question,
            policy: { ...defaultContactPolicy, surveyGapDays: gap, solicitedGapDays: Math.min(gap, 30) },
            touch,
            at,
            ledger: entries.map(entry => ({ ...entry.touch, at: entry.at })),
          }
          const without = decideTouch({ ...asked, contact: { ...contact, ...who } })
          const verdict = decideTouch({ ...asked, contact: { ...contact, ...who, askWish } })
          if (without.decision === 'refuse') expect(verdict.decision).toBe('refuse')
          if (JSON.stringify(verdict) === JSON.stringify(without)) return
          expect(touch.kind).toBe('invitation')
          const earliest = (of: typeof verdict) =>
            of.decision === 'allow' ? at.getTime() : (of.earliest?.getTime() ?? Number.POSITIVE_INFINITY)
          expect(earliest(verdict)).toBeGreaterThanOrEqual(earliest(without))
        },
      ),
    )
  })

  test('a programme that follows the decisions never breaks the policy', () => {
    const policy = contactPolicyFor('VN')
    fc.assert(
      fc.property(story, contacts, (steps, who) => {
        const ledger: LedgerTouch[] = []
        let time = Date.UTC(2026, 0, 1)
        for (const { touch, hours } of steps) {
          time += hours * 3_600_000
          const at = new Date(time)
          const asked = { ...question, policy, contact: { ...contact, ...who }, touch, at, ledger }
          if (decideTouch(asked).decision === 'allow') ledger.push({ ...touch, at })
        }
        checkLedger(ledger, who)
      }),
    )
  })

  function checkLedger(ledger: LedgerTouch[], who: { executive: boolean; zone: string }) {
    const factor = who.executive ? 2 : 1
    const solicited = ledger.filter(entry => entry.kind !== 'service')
    const dayOf = (entry: LedgerTouch) => wallTimeIn(entry.at, who.zone).date
    for (const entry of solicited) {
      const { date, time } = wallTimeIn(entry.at, who.zone)
      const [from, until] = entry.channel === 'phone' ? ['09:00', '17:00'] : ['08:00', '18:00']
      expect(isWorkingDay(date, calendar) && time >= from && time < until).toBe(true)
    }
    for (const [index, first] of solicited.entries())
      for (const second of solicited.slice(index + 1)) {
        const days = localDaysBetween(dayOf(first), dayOf(second))
        if (first.subject !== second.subject) expect(days).toBeGreaterThanOrEqual(90 * factor)
        else if (first.kind === second.kind) expect(first.kind.endsWith('invitation')).toBe(false)
        if (first.subject !== second.subject && first.kind === 'invitation' && second.kind === 'invitation')
          expect(days).toBeGreaterThanOrEqual(182 * factor)
        if (first.channel === 'phone' && second.channel === 'phone') expect(days).toBeGreaterThan(0)
      }
  }
})
