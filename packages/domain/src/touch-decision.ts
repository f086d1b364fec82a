import { type AskWish, daysByWish } from './ask-wish.ts'
import { type DayKind, kindOfDay, nextWorkingTime, type WorkingCalendar } from './calendar/working-days.ts'
import { requireInstant } from './checks.ts'
import type { Channel, ContactPolicy, TouchPurpose } from './contact-policy.ts'
import { isSurveyPurpose } from './contact-policy.ts'
import { localDayNumber, startOfLocalDay } from './wall-time.ts'
import { clockOf, type ZoneClock } from './zone-clock.ts'

/** `service` is what the contact set off (a receipt, a calendar update, a privacy answer): it solicits nothing. */
export const touchKinds = [
  'invitation',
  'reminder',
  'call',
  'roundtable_invitation',
  'follow_up',
  'service',
] as const
export type TouchKind = (typeof touchKinds)[number]

export interface Touch {
  kind: TouchKind
  channel: Channel
  purpose: TouchPurpose
  /** The wave, round table or case that the touch is about; touches about the same thing need no gap between them. */
  subject: string
  /** The contact asked for this touch (a complaint, a call back): no gap is kept, hours are. */
  requested?: boolean
}

/** An entry of the contact ledger: sent, or planned for an instant still to come. */
export interface LedgerTouch extends Touch {
  at: Date
}

/** What the policy needs to know of a contact. */
interface TouchedContact {
  zone: string
  /** The organisation's default zone, for a contact whose zone is unknown. */
  fallbackZone?: string
  executive: boolean
  erased: boolean
  reachableBy: readonly Channel[]
  optedOutOf: readonly (TouchPurpose | 'everything')[]
  /** On a national do-not-call list, or said so. */
  doNotCall: boolean
  consentedTo: readonly TouchPurpose[]
  /** How often at most the contact wants to be asked; absent: as the policy says. */
  askWish?: AskWish | null
  /** The account is silenced for surveys, until an instant or until further notice (null); absent: it is not. */
  silenced?: { until: Date | null } | null
}

/** Reasons that no waiting cures. */
type LastingRefusal =
  | 'erased'
  | 'no_address'
  | 'opted_out'
  | 'do_not_call'
  | 'no_consent'
  | 'already_finished'
  | 'already_declined'
  | 'already_invited'
  | 'not_invited'
  | 'too_many_reminders'

/** Reasons that pass with time. */
export type PassingRefusal =
  | 'account_silenced'
  | 'survey_too_soon'
  | 'asked_less_often'
  | 'touch_too_soon'
  | 'reminder_too_soon'
  | 'daily_limit'
  | 'holiday'
  | 'quiet_day'
  | 'weekend'
  | 'quiet_hours'

export type TouchRefusal = LastingRefusal | PassingRefusal

export type TouchDecision =
  | { decision: 'allow' }
  /** `earliest`: the first instant at which the same touch would be allowed, as far as is known now; absent: never. */
  | { decision: 'refuse'; reason: TouchRefusal; earliest?: Date }

export interface TouchQuestion {
  policy: ContactPolicy
  contact: TouchedContact
  touch: Touch
  /** What the contact has already answered to this subject, if anything. */
  answered?: 'finished' | 'declined' | undefined
  /** Every touch of the contact that was sent or is planned, in any order. */
  ledger: readonly LedgerTouch[]
  calendar: WorkingCalendar
  at: Date
  /** The touch was allowed before and waits to leave: the gaps to others were kept then, all else is asked again. */
  gapsKept?: boolean
}

/**
 * Whether a touch may happen at an instant; the one decision that every touch passes.
 *
 * - Lasting reasons come first: no waiting helps against an opt-out.
 * - Gaps count calendar days of the contact's own zone, in both directions: what is planned counts as what was sent.
 *   A gap of 90 days is kept when the second touch is on the 90th day after the first.
 * - A `service` message is refused only to the erased and the unreachable.
 *
 * @example decideTouch({ policy, contact, touch, ledger: [], calendar, at: mondayMorning }) // { decision: 'allow' }
 * @example decideTouch({ policy, contact, touch, ledger: [], calendar, at: sunday })
 *   // { decision: 'refuse', reason: 'weekend', earliest: Monday 08:00 in the contact's zone }
 * @example decideTouch({ policy, contact: { ...contact, optedOutOf: ['everything'] }, touch, ledger: [], calendar, at })
 *   // { decision: 'refuse', reason: 'opted_out' }
 */
export function decideTouch(question: TouchQuestion): TouchDecision {
  requireInstant('at', question.at)
  const lasting = lastingRefusal(question)
  if (lasting) return { decision: 'refuse', reason: lasting }
  const { clock } = clockOf(question.contact.zone, question.contact.fallbackZone)
  const first = passingRefusal(question, clock, question.at)
  if (!first) return { decision: 'allow' }
  const earliest = firstAllowed(question, clock, first)
  return { decision: 'refuse', reason: first.reason, ...(earliest && { earliest }) }
}

/**
 * Whether a refusal passes with time, so that the touch can be planned for later.
 *
 * @example isPassing('quiet_hours') // true
 */
export function isPassing(reason: TouchRefusal): reason is PassingRefusal {
  return passing[reason]
}

/**
 * Whether a text is the name of a reason of the contact policy.
 *
 * @example isTouchRefusal('wave_closed') // false
 */
export function isTouchRefusal(text: string): text is TouchRefusal {
  return Object.hasOwn(passing, text)
}

const passing: Record<TouchRefusal, boolean> = {
  erased: false,
  no_address: false,
  opted_out: false,
  do_not_call: false,
  no_consent: false,
  already_finished: false,
  already_declined: false,
  already_invited: false,
  not_invited: false,
  too_many_reminders: false,
  account_silenced: true,
  survey_too_soon: true,
  asked_less_often: true,
  touch_too_soon: true,
  reminder_too_soon: true,
  daily_limit: true,
  holiday: true,
  quiet_day: true,
  weekend: true,
  quiet_hours: true,
}

function lastingRefusal({ policy, contact, touch, answered, ledger }: TouchQuestion): LastingRefusal | null {
  if (contact.erased) return 'erased'
  // Who asks to be called agrees to that call and says on which number, whatever was said before.
  if (touch.kind === 'call' && touch.requested) return null
  if (!contact.reachableBy.includes(touch.channel)) return 'no_address'
  if (touch.kind === 'service') return null
  // News about one's own open case was asked for with the case; it goes only where the contact can be reached.
  if (touch.purpose === 'case' && touch.requested) return null
  if (contact.optedOutOf.includes('everything') || contact.optedOutOf.includes(touch.purpose))
    return 'opted_out'
  if (touch.channel === 'phone' && contact.doNotCall) return 'do_not_call'
  if (policy.consentRequired.includes(touch.purpose) && !contact.consentedTo.includes(touch.purpose))
    return 'no_consent'
  // A follow-up is about what was answered: it comes after the answer by its nature.
  if (answered === 'finished' && touch.kind !== 'follow_up') return 'already_finished'
  if (answered === 'declined' && !touch.requested) return 'already_declined'
  if (!isInvitation(touch.kind) && touch.kind !== 'reminder') return null
  const about = ledger.filter(entry => entry.subject === touch.subject)
  const wasInvited = about.some(entry => isInvitation(entry.kind))
  if (isInvitation(touch.kind)) return wasInvited ? 'already_invited' : null
  if (!wasInvited) return 'not_invited'
  const reminders = about.filter(entry => entry.kind === 'reminder').length
  return reminders >= Math.floor(policy.reminders.most / factorOf(policy, contact))
    ? 'too_many_reminders'
    : null
}

interface Passing {
  reason: PassingRefusal
  /** Later than the instant asked about; null: never. */
  notBefore: Date | null
}

function passingRefusal(question: TouchQuestion, clock: ZoneClock, at: Date): Passing | null {
  if (question.touch.kind === 'service') return null
  const day = localDayNumber(at, clock)
  return (
    silenceRefusal(question, at) ??
    spacingRefusal(question, clock, day) ??
    dailyRefusal(question, clock, day) ??
    hoursRefusal(question, clock, at)
  )
}

/** A silence is about surveys that we begin or repeat; calls, cases and round tables go on. */
function silenceRefusal({ contact: { silenced }, touch }: TouchQuestion, at: Date): Passing | null {
  if (!silenced || !isSurveyPurpose(touch.purpose)) return null
  if (touch.requested || (touch.kind !== 'invitation' && touch.kind !== 'reminder')) return null
  if (silenced.until && silenced.until <= at) return null
  return { reason: 'account_silenced', notBefore: silenced.until }
}

function spacingRefusal(question: TouchQuestion, clock: ZoneClock, day: number): Passing | null {
  const { policy, contact, touch, ledger } = question
  if (touch.requested || question.gapsKept || ledger.length === 0) return null
  const factor = factorOf(policy, contact)
  const refusal = (reason: PassingRefusal, days: number, counts: Counts) => {
    const last = lastNear(question, clock, day, days, counts)
    return last === null ? null : { reason, notBefore: startOfLocalDay(last + Math.ceil(days), clock) }
  }
  return (
    (touch.kind === 'invitation'
      ? (refusal('survey_too_soon', policy.surveyGapDays * factor, isAnotherSurvey) ??
        refusal('asked_less_often', daysByWish(contact.askWish ?? null), isAnotherSurvey))
      : null) ??
    refusal('touch_too_soon', policy.solicitedGapDays * factor, isAboutSomethingElse) ??
    (touch.kind === 'reminder'
      ? refusal('reminder_too_soon', policy.reminders.gapDays * factor, isAboutTheSame)
      : null)
  )
}

type Counts = (entry: LedgerTouch, touch: Touch) => boolean

const isAboutTheSame: Counts = (entry, touch) => entry.subject === touch.subject
const isAboutSomethingElse: Counts = (entry, touch) => entry.subject !== touch.subject
const isAnotherSurvey: Counts = (entry, touch) =>
  entry.kind === 'invitation' && entry.subject !== touch.subject

/** The last day of a solicited touch that `counts` and lies nearer than so many days; null: none does. */
function lastNear(
  { touch, ledger }: TouchQuestion,
  clock: ZoneClock,
  day: number,
  days: number,
  counts: Counts,
): number | null {
  let last: number | null = null
  for (const entry of ledger) {
    if (!isSolicited(entry) || !counts(entry, touch)) continue
    const other = localDayNumber(entry.at, clock)
    if (Math.abs(other - day) < days && (last === null || other > last)) last = other
  }
  return last
}

function dailyRefusal(
  { policy, touch, ledger }: TouchQuestion,
  clock: ZoneClock,
  day: number,
): Passing | null {
  const most = policy.mostPerDay[touch.channel]
  if (most === null) return null
  const today = ledger.filter(
    entry =>
      entry.kind !== 'service' && entry.channel === touch.channel && localDayNumber(entry.at, clock) === day,
  )
  if (today.length < most) return null
  return { reason: 'daily_limit', notBefore: most === 0 ? null : startOfLocalDay(day + 1, clock) }
}

function hoursRefusal(
  { policy, touch, calendar }: TouchQuestion,
  clock: ZoneClock,
  at: Date,
): Passing | null {
  const hours = policy.hours[touch.channel]
  const notBefore = nextWorkingTime({ instant: at, zone: clock.zone, hours, calendar })
  if (notBefore?.getTime() === at.getTime()) return null
  const { kind } = kindOfDay(localDayNumber(at, clock), calendar)
  return { reason: closedBecause[kind], notBefore }
}

const closedBecause: Record<DayKind['kind'], PassingRefusal> = {
  holiday: 'holiday',
  quiet: 'quiet_day',
  weekend: 'weekend',
  half: 'quiet_hours',
  working: 'quiet_hours',
}

/** Walks from one obstacle to the next; each step moves forward, so an allowed instant is the first one. */
function firstAllowed(question: TouchQuestion, clock: ZoneClock, first: Passing): Date | null {
  let at = first.notBefore
  // Each entry of the ledger can stand in the way once for its gap and once for its day.
  for (let steps = 0; at && steps < 10 + 6 * question.ledger.length; steps += 1) {
    const obstacle = passingRefusal(question, clock, at)
    if (!obstacle) return at
    at = obstacle.notBefore
  }
  return null
}

const isInvitation = (kind: TouchKind) => kind === 'invitation' || kind === 'roundtable_invitation'
const isSolicited = (touch: Touch) => touch.kind !== 'service' && !touch.requested
const factorOf = (policy: ContactPolicy, contact: TouchedContact) =>
  contact.executive ? policy.executiveFactor : 1
