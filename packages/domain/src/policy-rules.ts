import type { Hours } from './calendar/working-days.ts'
import type { Channel, ContactPolicy, TouchPurpose } from './contact-policy.ts'
import { checkedPolicy, contactPolicyFor, defaultContactPolicy } from './contact-policy.ts'

/** Whom a rule is for; what is left out holds for everybody. */
export interface PolicyScope {
  /** ISO 3166, two letters. */
  country?: string
  /** Executives only, or everybody else. */
  role?: 'executive' | 'other'
  /** A segment of accounts, such as `enterprise`. */
  tier?: string
  purpose?: TouchPurpose
}

/** What a rule changes; what is left out stays. */
export interface PolicyChanges {
  surveyGapDays?: number
  solicitedGapDays?: number
  mostReminders?: number
  reminderGapDays?: number
  hours?: Partial<Readonly<Record<Channel, Hours>>>
  mostPerDay?: Partial<Readonly<Record<Channel, number | null>>>
  consentRequired?: boolean
}

/** One rule of an organisation's contact policy. Data: edited on a screen, kept with who changed it. */
export interface PolicyRule {
  id: string
  when: PolicyScope
  set: PolicyChanges
}

/** What rules look at. */
export interface PolicySubject {
  country: string
  executive: boolean
  tier: string
  purpose: TouchPurpose
}

/**
 * The policy for one touch: the base, changed by every rule that fits, the more particular ones last, and never looser than
 * the law of the contact's country.
 *
 * @throws RangeError where the rules together leave no hours for a channel.
 * @example policyFor({ rules: [{ id: 'r', when: { country: 'DE' }, set: { surveyGapDays: 365 } }], subject }).surveyGapDays // 365 in Germany
 */
export function policyFor({
  base = defaultContactPolicy,
  rules,
  subject,
  withLaw = true,
}: {
  base?: ContactPolicy
  rules: readonly PolicyRule[]
  subject: PolicySubject
  /** False only to show what the law adds. */
  withLaw?: boolean
}): ContactPolicy {
  const own = fittingRules(rules, subject).reduce(
    (policy, { set }) => changed(policy, set, subject.purpose),
    base,
  )
  return withLaw ? contactPolicyFor(subject.country, own) : own
}

/** The rules that are for this touch in the order in which they are applied: the most particular one has the last word. */
export function fittingRules(rules: readonly PolicyRule[], subject: PolicySubject): PolicyRule[] {
  return rules
    .filter(({ when }) => fits(when, subject))
    .sort((a, b) => particularity(a.when) - particularity(b.when))
}

/** Why a rule makes no sense, or null; asked before it is kept. */
export type PolicyRuleFault = 'no_change' | 'no_hours' | 'not_a_number'

export function policyRuleFault(
  { when, set }: PolicyRule,
  base: ContactPolicy = defaultContactPolicy,
): PolicyRuleFault | null {
  if (Object.keys(set).length === 0) return 'no_change'
  const subject: PolicySubject = {
    country: when.country ?? '',
    executive: when.role === 'executive',
    tier: when.tier ?? '',
    purpose: when.purpose ?? 'relationship_survey',
  }
  try {
    policyFor({ base, rules: [{ id: '', when, set }], subject })
    return null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return error.message.startsWith('no hours') ? 'no_hours' : 'not_a_number'
  }
}

function fits({ country, role, tier, purpose }: PolicyScope, subject: PolicySubject): boolean {
  return (
    (country === undefined || country.toUpperCase() === subject.country.toUpperCase()) &&
    (role === undefined || (role === 'executive') === subject.executive) &&
    (tier === undefined || tier === subject.tier) &&
    (purpose === undefined || purpose === subject.purpose)
  )
}

function particularity(when: PolicyScope): number {
  return Object.values(when).filter(value => value !== undefined).length
}

function changed(policy: ContactPolicy, set: PolicyChanges, purpose: TouchPurpose): ContactPolicy {
  const consentRequired =
    set.consentRequired === undefined
      ? policy.consentRequired
      : set.consentRequired
        ? [...new Set([...policy.consentRequired, purpose])]
        : policy.consentRequired.filter(one => one !== purpose)
  return checkedPolicy({
    ...policy,
    surveyGapDays: set.surveyGapDays ?? policy.surveyGapDays,
    solicitedGapDays: set.solicitedGapDays ?? policy.solicitedGapDays,
    reminders: {
      most: set.mostReminders ?? policy.reminders.most,
      gapDays: set.reminderGapDays ?? policy.reminders.gapDays,
    },
    hours: { ...policy.hours, ...set.hours },
    mostPerDay: { ...policy.mostPerDay, ...set.mostPerDay },
    consentRequired,
  })
}
