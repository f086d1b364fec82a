import type { Channel, TouchPurpose } from '@sixfold/domain/contact-policy'
import type { PolicyRule } from '@sixfold/domain/policy-rules'
import type { LedgerTouch } from '@sixfold/domain/touch-decision'
import type { Country, Person } from './people.ts'
import { daysOff, ownDays } from './people.ts'
import type { PersonYear } from './year.ts'

// An auditor of a year who shares nothing with the governor but the words: offsets from UTC, days off and limits are
// worked out here a second time, in another way.

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Clocks in 2026 as the law of each country sets them; from and until are instants. */
function offset(country: Country, time: number): number {
  if (country === 'VN') return 7 * HOUR
  if (country === 'DE')
    return time >= Date.UTC(2026, 2, 29, 1) && time < Date.UTC(2026, 9, 25, 1) ? 2 * HOUR : HOUR
  return time >= Date.UTC(2026, 2, 8, 7) && time < Date.UTC(2026, 10, 1, 6) ? -4 * HOUR : -5 * HOUR
}

interface Limits {
  survey: number
  solicited: number
  reminders: number
  reminderGap: number
  /** Minutes of the day. */
  hours: Record<Channel, readonly [number, number]>
  perDay: Record<Channel, number>
  consent: boolean
}

const minutes = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1])

/** What holds for a person and a purpose: the defaults, one rule after the other, and Vietnam's decree on top. */
function limitsOf(rules: readonly PolicyRule[], person: Person, purpose: TouchPurpose): Limits {
  const limits: Limits = {
    survey: 182,
    solicited: 90,
    reminders: 2,
    reminderGap: 5,
    hours: { email: [480, 1080], phone: [540, 1020], sms: [480, 1080] },
    perDay: { email: Infinity, phone: Infinity, sms: Infinity },
    consent: false,
  }
  const said = (rule: PolicyRule) => Object.keys(rule.when).length
  for (const weight of [0, 1, 2, 3, 4])
    for (const rule of rules) {
      const { country, role, tier, purpose: only } = rule.when
      if (said(rule) !== weight || (country && country !== person.country) || (tier && tier !== person.tier))
        continue
      if ((role && (role === 'executive') !== person.executive) || (only && only !== purpose)) continue
      limits.survey = rule.set.surveyGapDays ?? limits.survey
      limits.solicited = rule.set.solicitedGapDays ?? limits.solicited
      limits.reminders = rule.set.mostReminders ?? limits.reminders
      limits.reminderGap = rule.set.reminderGapDays ?? limits.reminderGap
      limits.consent = rule.set.consentRequired ?? limits.consent
      for (const channel of ['email', 'phone', 'sms'] as const) {
        const { hours, mostPerDay } = rule.set
        if (hours?.[channel])
          limits.hours[channel] = [minutes(hours[channel].from), minutes(hours[channel].until)]
        if (mostPerDay && channel in mostPerDay) limits.perDay[channel] = mostPerDay[channel] ?? Infinity
      }
    }
  if (person.country === 'VN') {
    const { phone, sms } = limits.hours
    limits.hours.phone = [Math.max(480, phone[0]), Math.min(1020, phone[1])]
    limits.hours.sms = [Math.max(420, sms[0]), Math.min(1320, sms[1])]
    limits.perDay.phone = Math.min(1, limits.perDay.phone)
    limits.perDay.sms = Math.min(3, limits.perDay.sms)
  }
  return limits
}

/** Day numbers since 1970 on which nothing may leave, and weekends that are worked. */
const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / DAY
const closed = new Map<Country, Set<number>>()
const open = new Map<Country, Set<number>>()
const half = new Map<Country, Set<number>>()
for (const country of ['VN', 'DE', 'US'] as const) {
  const of = (kinds: readonly string[]) =>
    ownDays[country]
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ from, until }) =>
        Array.from({ length: dayNumber(until) - dayNumber(from) + 1 }, (_, n) => dayNumber(from) + n),
      )
  closed.set(country, new Set([...daysOff[country].map(dayNumber), ...of(['holiday', 'quiet'])]))
  open.set(country, new Set(of(['working'])))
  half.set(country, new Set(of(['half'])))
}

/** An auditor for people under these rules; it keeps the limits of each kind of person. */
export function auditor(rules: readonly PolicyRule[]): (person: Person, year: PersonYear) => string[] {
  const known = new Map<string, Limits>()
  return (person, { sent, answers }) => {
    const { country, executive, tier } = person
    const breaches: string[] = []
    const factor = executive ? 2 : 1
    const dayOf = (time: number) => Math.floor((time + offset(country, time)) / DAY)
    let surveys = 0
    for (const [at, touch] of sent.entries()) {
      const { channel, purpose, kind, subject } = touch
      const key = `${country} ${executive} ${tier} ${purpose}`
      const limits = known.get(key) ?? limitsOf(rules, person, purpose)
      known.set(key, limits)
      const time = touch.at.getTime()
      const day = dayOf(time)
      const minute = Math.floor(((time + offset(country, time)) % DAY) / 60_000)
      const [from, until] = limits.hours[channel]
      if (minute < from || minute >= (half.get(country)?.has(day) ? Math.min(until, 720) : until))
        breaches.push('hours')
      // Day 0 of 1970 was a Thursday.
      const weekend = [2, 3].includes(day % 7)
      if (weekend && !open.get(country)?.has(day)) breaches.push('weekend')
      if (closed.get(country)?.has(day)) breaches.push('holiday')
      breaches.push(...wishesBroken(person, touch, limits, time))
      const answered = answers.some(one => one.subject === subject && one.at <= time)
      if (answered && kind !== 'follow_up') breaches.push('after the answer')
      let today = 1
      let reminders = 0
      let invitations = 0
      for (const before of sent.slice(0, at)) {
        const apart = day - dayOf(before.at.getTime())
        if (before.subject !== subject && apart < limits.solicited * factor) breaches.push('two touches')
        if (kind === 'invitation' && before.kind === 'invitation' && apart < limits.survey * factor)
          breaches.push('two surveys')
        if (kind === 'reminder' && before.subject === subject && apart < limits.reminderGap * factor)
          breaches.push('reminder too soon')
        if (before.channel === channel && apart === 0) today += 1
        if (before.subject === subject && before.kind === 'reminder') reminders += 1
        if (before.subject === subject && isInvitation(before)) invitations += 1
      }
      if (today > limits.perDay[channel]) breaches.push('too many a day')
      if (kind === 'reminder' && reminders + 1 > Math.floor(limits.reminders / factor))
        breaches.push('too many reminders')
      if (kind === 'reminder' && invitations === 0) breaches.push('reminder to nothing')
      if (isInvitation(touch) && invitations > 0) breaches.push('invited twice')
      if (kind === 'invitation') surveys += 1
    }
    if (surveys > (executive ? 2 : 3)) breaches.push('too many surveys a year')
    return breaches
  }
}

function wishesBroken(
  person: Person,
  { channel, purpose, kind }: LedgerTouch,
  limits: Limits,
  time: number,
): string[] {
  const { optsOut, silenced, reachableBy, doNotCall, consentedTo } = person
  const breaches: string[] = []
  if (optsOut && optsOut.at <= time && [purpose, 'everything'].includes(optsOut.purpose))
    breaches.push('opted out')
  if (!reachableBy.includes(channel)) breaches.push('no address')
  if (doNotCall && channel === 'phone') breaches.push('do not call')
  if (limits.consent && !consentedTo.includes(purpose)) breaches.push('no consent')
  const isSurvey = ['relationship_survey', 'product_survey', 'blind_survey'].includes(purpose)
  const asks = kind === 'invitation' || kind === 'reminder'
  if (silenced && silenced.from <= time && time < silenced.until && isSurvey && asks)
    breaches.push('silenced')
  return breaches
}

const isInvitation = ({ kind }: LedgerTouch) => kind === 'invitation' || kind === 'roundtable_invitation'
