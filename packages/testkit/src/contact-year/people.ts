import type { CalendarEntry } from '@sixfold/domain/calendar/region-calendar'
import { regionCalendar } from '@sixfold/domain/calendar/region-calendar'
import type { Holiday, WorkingCalendar } from '@sixfold/domain/calendar/working-days'
import type { Channel, TouchPurpose } from '@sixfold/domain/contact-policy'
import { touchPurposes } from '@sixfold/domain/contact-policy'
import type { PolicyRule } from '@sixfold/domain/policy-rules'
import type { RandomSource } from '@sixfold/domain/random'

export const countries = ['VN', 'DE', 'US'] as const
export type Country = (typeof countries)[number]

export const zoneOf: Readonly<Record<Country, string>> = {
  VN: 'Asia/Ho_Chi_Minh',
  DE: 'Europe/Berlin',
  US: 'America/New_York',
}

/** Days off of 2026 and the first days of 2027, as a person would write them down. */
export const daysOff: Readonly<Record<Country, readonly string[]>> = {
  VN: [
    '01-01',
    '02-16',
    '02-17',
    '02-18',
    '02-19',
    '02-20',
    '04-27',
    '04-30',
    '05-01',
    '09-01',
    '09-02',
    '11-24',
  ].map(day => `2026-${day}`),
  DE: ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '12-25'].map(day => `2026-${day}`),
  US: ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '11-26', '12-25'].map(
    day => `2026-${day}`,
  ),
}

const span = (from: string, until: string, kind: CalendarEntry['kind']): CalendarEntry => ({
  from,
  until,
  kind,
  name: kind,
  source: 'ours',
})

/** What the regions set themselves. */
export const ownDays: Readonly<Record<Country, readonly CalendarEntry[]>> = {
  VN: [span('2026-02-09', '2026-02-13', 'quiet'), span('2026-08-22', '2026-08-22', 'working')],
  DE: [span('2026-12-24', '2026-12-24', 'half'), span('2026-12-28', '2026-12-31', 'holiday')],
  US: [span('2026-11-27', '2026-11-27', 'holiday'), span('2026-07-06', '2026-07-08', 'quiet')],
}

export function calendarOf(country: Country): WorkingCalendar {
  const holidays = daysOff[country].map((date): Holiday => ({ date, name: 'holiday' }))
  return regionCalendar({ country, holidays, entries: ownDays[country], own: true })
}

export interface Person {
  country: Country
  executive: boolean
  tier: string
  reachableBy: readonly Channel[]
  doNotCall: boolean
  consentedTo: readonly TouchPurpose[]
  /** Opts out of this at this instant; null: never. */
  optsOut: { purpose: TouchPurpose | 'everything'; at: number } | null
  /** Surveys at the account are silenced between two instants; null: never. */
  silenced: { from: number; until: number } | null
}

const DAY = 86_400_000
export const NEW_YEAR = Date.UTC(2026, 0, 1)

export function somebody(random: RandomSource): Person {
  const chance = (share: number) => random.next() < share
  const instant = () => NEW_YEAR + random.below(365) * DAY + random.below(DAY)
  const from = instant()
  const reachableBy: Channel[] = chance(0.03) ? [] : ['email']
  if (chance(0.8)) reachableBy.push('phone', 'sms')
  return {
    country: countries[random.below(countries.length)] ?? 'VN',
    executive: chance(0.1),
    tier: chance(0.3) ? 'enterprise' : 'small',
    reachableBy,
    doNotCall: chance(0.05),
    consentedTo: touchPurposes.filter(() => chance(0.5)),
    optsOut: chance(0.1)
      ? { purpose: chance(0.5) ? 'everything' : (touchPurposes[random.below(6)] ?? 'case'), at: instant() }
      : null,
    silenced: chance(0.05) ? { from, until: from + random.below(60) * DAY } : null,
  }
}

/** What an organisation might set, loosely enough that the law and the calendar still have work to do. */
export function someRules(random: RandomSource): PolicyRule[] {
  const days = (least: number, most: number) => least + random.below(most - least)
  return [
    {
      id: 'late',
      when: {},
      set: { hours: { phone: { from: '07:30', until: '19:00' } }, mostPerDay: { phone: 3 } },
    },
    {
      id: 'tier',
      when: { tier: 'enterprise' },
      set: { solicitedGapDays: days(20, 60), reminderGapDays: days(3, 9) },
    },
    { id: 'german', when: { country: 'DE', purpose: 'product_survey' }, set: { consentRequired: true } },
    { id: 'table', when: { purpose: 'roundtable' }, set: { solicitedGapDays: days(10, 30) } },
    {
      id: 'boss',
      when: { role: 'executive', country: 'US' },
      set: { surveyGapDays: days(190, 250), mostReminders: 1 },
    },
    { id: 'case', when: { purpose: 'case' }, set: { solicitedGapDays: 0, mostPerDay: { email: 1 } } },
  ]
}
