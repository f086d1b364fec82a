import type { Hours } from './calendar/working-days.ts'
import type { Channel, ContactPolicy, TouchPurpose } from './contact-policy.ts'
import { channels } from './contact-policy.ts'
import type { PolicyRule, PolicySubject } from './policy-rules.ts'
import { fittingRules, policyFor } from './policy-rules.ts'
import type { TouchRefusal } from './touch-decision.ts'

/** One thing that a policy says. */
export type PolicyField =
  | 'surveyGapDays'
  | 'solicitedGapDays'
  | 'executiveFactor'
  | 'mostReminders'
  | 'reminderGapDays'
  | 'consentRequired'
  | `hours.${Channel}`
  | `mostPerDay.${Channel}`

/** Who had the last word: the base, a rule, or the law of the contact's country. */
export type PolicyOrigin =
  | { from: 'base' }
  | { from: 'rule'; ruleId: string }
  | { from: 'law'; country: string }

/**
 * The policy for one touch with, for each thing it says, who decided that.
 *
 * @example policyWithOrigins({ base, rules: [], subject: { ...subject, country: 'VN' } }).origins['hours.sms']
 *   // { from: 'base' }, as 08:00–18:00 is stricter than Vietnam's 07:00–22:00
 */
export function policyWithOrigins(question: {
  base: ContactPolicy
  rules: readonly PolicyRule[]
  subject: PolicySubject
}): { policy: ContactPolicy; origins: Record<PolicyField, PolicyOrigin> } {
  const { base, rules, subject } = question
  const policy = policyFor(question)
  const origins = new Map<PolicyField, PolicyOrigin>(policyFields.map(field => [field, { from: 'base' }]))
  for (const { id, set } of fittingRules(rules, subject))
    for (const field of fieldsOf(set)) origins.set(field, { from: 'rule', ruleId: id })
  const own = policyFor({ base, rules, subject, withLaw: false })
  for (const field of policyFields)
    if (!isSame(policyValue(own, field, subject.purpose), policyValue(policy, field, subject.purpose)))
      origins.set(field, { from: 'law', country: subject.country.toUpperCase() })
  return { policy, origins: Object.fromEntries(origins) as Record<PolicyField, PolicyOrigin> }
}

/**
 * What in a policy a refusal comes from; null where it comes from elsewhere, such as an opt-out or the calendar.
 *
 * @example fieldBehind('daily_limit', 'phone') // 'mostPerDay.phone'
 */
export function fieldBehind(reason: TouchRefusal, channel: Channel): PolicyField | null {
  if (reason === 'survey_too_soon') return 'surveyGapDays'
  if (reason === 'touch_too_soon') return 'solicitedGapDays'
  if (reason === 'reminder_too_soon') return 'reminderGapDays'
  if (reason === 'too_many_reminders') return 'mostReminders'
  if (reason === 'no_consent') return 'consentRequired'
  if (reason === 'daily_limit') return `mostPerDay.${channel}`
  return reason === 'quiet_hours' ? `hours.${channel}` : null
}

export const policyFields: readonly PolicyField[] = [
  'surveyGapDays',
  'solicitedGapDays',
  'executiveFactor',
  'mostReminders',
  'reminderGapDays',
  'consentRequired',
  ...channels.map(channel => `hours.${channel}` as const),
  ...channels.map(channel => `mostPerDay.${channel}` as const),
]

function fieldsOf({ hours = {}, mostPerDay = {}, ...plain }: PolicyRule['set']): PolicyField[] {
  return [
    ...(Object.keys(plain) as (keyof typeof plain)[]),
    ...(Object.keys(hours) as Channel[]).map(channel => `hours.${channel}` as const),
    ...(Object.keys(mostPerDay) as Channel[]).map(channel => `mostPerDay.${channel}` as const),
  ]
}

/**
 * What a policy says about one thing, for the purpose of the touch.
 *
 * @example policyValue(defaultContactPolicy, 'hours.phone', 'case') // { from: '09:00', until: '17:00' }
 */
export function policyValue(
  policy: ContactPolicy,
  field: PolicyField,
  purpose: TouchPurpose,
): number | boolean | null | Hours {
  if (field === 'mostReminders') return policy.reminders.most
  if (field === 'reminderGapDays') return policy.reminders.gapDays
  if (field === 'consentRequired') return policy.consentRequired.includes(purpose)
  for (const channel of channels) {
    if (field === `hours.${channel}`) return policy.hours[channel]
    if (field === `mostPerDay.${channel}`) return policy.mostPerDay[channel]
  }
  return policy[field as 'surveyGapDays' | 'solicitedGapDays' | 'executiveFactor']
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
