import type { Hours } from './calendar/working-days.ts'
import { requireThat, requireWhole } from './checks.ts'
import { minutesOfDay } from './wall-time.ts'

export const channels = ['email', 'phone', 'sms'] as const
export type Channel = (typeof channels)[number]

/** What a touch is for; people opt out of, and consent to, each of these. */
export const touchPurposes = [
  'relationship_survey',
  'product_survey',
  'blind_survey',
  'installation_call',
  'roundtable',
  'case',
] as const
export type TouchPurpose = (typeof touchPurposes)[number]

/**
 * Whether a touch of this purpose asks for answers to a survey.
 *
 * @example isSurveyPurpose('blind_survey') // true
 * @example isSurveyPurpose('installation_call') // false
 */
export function isSurveyPurpose(purpose: TouchPurpose): boolean {
  return purpose.endsWith('_survey')
}

/** When and how often contacts may be touched. Data: an organisation edits it by country, role and tier. */
export interface ContactPolicy {
  /** Days from one survey invitation of an individual to the next, whatever the survey. */
  surveyGapDays: number
  /** Days between any two solicited touches about different things. */
  solicitedGapDays: number
  /** Both gaps are this many times longer for an executive, and reminders this many times fewer. */
  executiveFactor: number
  reminders: { most: number; gapDays: number }
  /** Wall time in the contact's own zone, on working days. */
  hours: Readonly<Record<Channel, Hours>>
  /** Touches by one channel on one day of the contact; null: no limit. */
  mostPerDay: Readonly<Record<Channel, number | null>>
  /** Purposes for which nothing is sent without the contact's recorded consent. */
  consentRequired: readonly TouchPurpose[]
}

/** The defaults: half a year between surveys, 90 days between any two touches, office hours. */
export const defaultContactPolicy: ContactPolicy = {
  surveyGapDays: 182,
  solicitedGapDays: 90,
  executiveFactor: 2,
  reminders: { most: 2, gapDays: 5 },
  hours: {
    email: { from: '08:00', until: '18:00' },
    phone: { from: '09:00', until: '17:00' },
    sms: { from: '08:00', until: '18:00' },
  },
  mostPerDay: { email: null, phone: null, sms: null },
  consentRequired: [],
}

/** What Vietnam's Decree 91/2020/NĐ-CP adds: calls 08:00–17:00, SMS 07:00–22:00, one call and three SMS a day. */
const vietnamDecree91: ContactPolicy = {
  surveyGapDays: 0,
  solicitedGapDays: 0,
  executiveFactor: 1,
  reminders: { most: Number.MAX_SAFE_INTEGER, gapDays: 0 },
  hours: {
    email: { from: '00:00', until: '23:59' },
    phone: { from: '08:00', until: '17:00' },
    sms: { from: '07:00', until: '22:00' },
  },
  mostPerDay: { email: null, phone: 1, sms: 3 },
  consentRequired: [],
}

const lawOf: Readonly<Record<string, ContactPolicy>> = { VN: vietnamDecree91 }

/** Countries (ISO 3166) whose law the product itself keeps, whatever the settings. */
export const countriesWithLaw: readonly string[] = Object.keys(lawOf)

/**
 * The policy to start from in a country (ISO 3166, two letters): `base` or the country's law, whichever is stricter.
 *
 * @example contactPolicyFor('VN').mostPerDay.phone // 1
 * @example contactPolicyFor('DE') // the default policy
 */
export function contactPolicyFor(country: string, base: ContactPolicy = defaultContactPolicy): ContactPolicy {
  const law = lawOf[country.toUpperCase()]
  return law ? stricterPolicy(base, law) : checkedPolicy(base)
}

/**
 * The policy that allows a touch only where both do: longer gaps, common hours, lower limits, every consent.
 *
 * @throws RangeError where the hours of the two have nothing in common.
 * @example stricterPolicy(a, b).surveyGapDays // Math.max(a.surveyGapDays, b.surveyGapDays)
 */
export function stricterPolicy(a: ContactPolicy, b: ContactPolicy): ContactPolicy {
  return checkedPolicy({
    surveyGapDays: Math.max(a.surveyGapDays, b.surveyGapDays),
    solicitedGapDays: Math.max(a.solicitedGapDays, b.solicitedGapDays),
    executiveFactor: Math.max(a.executiveFactor, b.executiveFactor),
    reminders: {
      most: Math.min(a.reminders.most, b.reminders.most),
      gapDays: Math.max(a.reminders.gapDays, b.reminders.gapDays),
    },
    hours: byChannel(channel => ({
      from: later(a.hours[channel].from, b.hours[channel].from),
      until: earlier(a.hours[channel].until, b.hours[channel].until),
    })),
    mostPerDay: byChannel(channel => lower(a.mostPerDay[channel], b.mostPerDay[channel])),
    consentRequired: [...new Set([...a.consentRequired, ...b.consentRequired])],
  })
}

/**
 * The policy itself, once it is known to make sense.
 *
 * @throws RangeError naming what is wrong: a gap that is no whole number of days, hours that end before they begin.
 */
export function checkedPolicy(policy: ContactPolicy): ContactPolicy {
  requireWhole('surveyGapDays', policy.surveyGapDays)
  requireWhole('solicitedGapDays', policy.solicitedGapDays)
  requireWhole('reminders.most', policy.reminders.most)
  requireWhole('reminders.gapDays', policy.reminders.gapDays)
  requireThat(
    policy.executiveFactor >= 1,
    `executiveFactor must be at least 1, not ${policy.executiveFactor}`,
  )
  for (const channel of channels) {
    const { from, until } = policy.hours[channel]
    requireThat(
      minutesOfDay(from) < minutesOfDay(until),
      `no hours are left for ${channel}: ${from} to ${until}`,
    )
    const most = policy.mostPerDay[channel]
    if (most !== null) requireWhole(`mostPerDay.${channel}`, most)
  }
  return policy
}

const byChannel = <T>(pick: (channel: Channel) => T): Record<Channel, T> => ({
  email: pick('email'),
  phone: pick('phone'),
  sms: pick('sms'),
})
const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
const lower = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
