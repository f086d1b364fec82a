import type { Channel, ContactPolicy, TouchPurpose } from '@sixfold/domain/contact-policy'
import { touchPurposes } from '@sixfold/domain/contact-policy'
import type { PolicyRule } from '@sixfold/domain/policy-rules'
import { policyFor } from '@sixfold/domain/policy-rules'
import type { RandomSource } from '@sixfold/domain/random'
import type { LedgerTouch, Touch, TouchDecision, TouchKind } from '@sixfold/domain/touch-decision'
import { decideTouch } from '@sixfold/domain/touch-decision'
import type { Person } from './people.ts'
import { calendarOf, countries, NEW_YEAR, zoneOf } from './people.ts'

const DAY = 86_400_000

export type Answer = { subject: string; outcome: 'finished' | 'declined'; at: number }

/** What came of a year for one person. */
export interface PersonYear {
  sent: LedgerTouch[]
  answers: Answer[]
  refused: Map<string, number>
}

/** Somebody wants to touch a person at an instant; a reminder goes on only while its wave does. */
interface Wish {
  touch: Touch
  at: number
  /** How often it is tried again when the answer is "not yet". */
  retries: number
}

export type Governor = (wish: {
  policy: ContactPolicy
  person: Person
  touch: Touch
  at: Date
  ledger: LedgerTouch[]
  answers: Answer[]
}) => TouchDecision

const calendars = new Map(countries.map(country => [country, calendarOf(country)]))

/** The product's own decision. */
export const governed: Governor = ({ policy, person, touch, at, ledger, answers }) => {
  const time = at.getTime()
  const { silenced, optsOut } = person
  const calendar = calendars.get(person.country)
  if (!calendar) throw new Error('a country without a calendar')
  return decideTouch({
    policy,
    calendar,
    contact: {
      zone: zoneOf[person.country],
      executive: person.executive,
      erased: false,
      reachableBy: person.reachableBy,
      doNotCall: person.doNotCall,
      consentedTo: person.consentedTo,
      optedOutOf: optsOut && optsOut.at <= time ? [optsOut.purpose] : [],
      silenced:
        silenced && silenced.from <= time && time < silenced.until
          ? { until: new Date(silenced.until) }
          : null,
    },
    touch,
    answered: answers.find(({ subject, at }) => subject === touch.subject && at <= time)?.outcome,
    ledger,
    at,
  })
}

/** A year without it: everything that anybody wishes for leaves. */
export const ungoverned: Governor = () => ({ decision: 'allow' })

type Policies = Readonly<Record<TouchPurpose, ContactPolicy>>

/** Policies are worked out once for each kind of person, as the service does. */
export function policiesOf(rules: readonly PolicyRule[]): (person: Person) => Policies {
  const known = new Map<string, Policies>()
  return ({ country, executive, tier }) => {
    const kind = `${country} ${executive} ${tier}`
    const found = known.get(kind)
    if (found) return found
    const policies = Object.fromEntries(
      touchPurposes.map(purpose => [
        purpose,
        policyFor({ rules, subject: { country, executive, tier, purpose } }),
      ]),
    ) as Policies
    known.set(kind, policies)
    return policies
  }
}

/** Lets a year of waves, product and blind surveys, calls, round tables and cases wish for one person. */
export function liveAYear(
  person: Person,
  random: RandomSource,
  policies: Policies,
  governor: Governor,
): PersonYear {
  const year: PersonYear = { sent: [], answers: [], refused: new Map() }
  const wishes = wishesFor(random)
  while (wishes.length > 0) {
    const wish = takeFirst(wishes)
    const { touch } = wish
    const decision = governor({
      policy: policies[touch.purpose],
      person,
      touch,
      at: new Date(wish.at),
      ledger: year.sent,
      answers: year.answers,
    })
    if (decision.decision === 'allow') {
      year.sent.push({ ...touch, at: new Date(wish.at) })
      if (touch.kind === 'invitation' || touch.kind === 'roundtable_invitation')
        follow(wish, wishes, year, random)
    } else {
      year.refused.set(decision.reason, (year.refused.get(decision.reason) ?? 0) + 1)
      const again = decision.earliest?.getTime()
      if (again !== undefined && wish.retries > 0 && again < wish.at + 40 * DAY)
        wishes.push({ ...wish, at: again, retries: wish.retries - 1 })
    }
  }
  return year
}

/** Once invited: two reminders are wished for, and at some point the person may answer or decline. */
function follow({ touch, at }: Wish, wishes: Wish[], { answers }: PersonYear, random: RandomSource): void {
  for (const after of [2 + random.below(6), 8 + random.below(14)])
    wishes.push({
      touch: { ...touch, kind: 'reminder' },
      at: at + after * DAY + random.below(DAY),
      retries: 1,
    })
  const chance = random.next()
  if (chance > 0.6) return
  answers.push({
    subject: touch.subject,
    outcome: chance < 0.4 ? 'finished' : 'declined',
    at: at + random.below(14 * DAY),
  })
}

const QUARTERS = [0, 90, 181, 273]

function wishesFor(random: RandomSource): Wish[] {
  const wishes: Wish[] = []
  const wish = (purpose: TouchPurpose, kind: TouchKind, channel: Channel, subject: string, day: number) =>
    wishes.push({
      touch: { kind, channel, purpose, subject },
      at: NEW_YEAR + day * DAY + random.below(DAY),
      retries: 1,
    })
  for (const [quarter, start] of QUARTERS.entries()) {
    wish('relationship_survey', 'invitation', 'email', `wave:${quarter}`, start + 20 + random.below(10))
    if (random.next() < 0.3)
      wish('roundtable', 'roundtable_invitation', 'email', `table:${quarter}`, start + random.below(90))
  }
  if (random.next() < 0.5) wish('product_survey', 'invitation', 'email', 'product', random.below(365))
  if (random.next() < 0.3) wish('blind_survey', 'invitation', 'email', 'blind', random.below(365))
  if (random.next() < 0.4) {
    const day = random.below(364)
    for (const attempt of [0, 0]) wish('installation_call', 'call', 'phone', 'call', day + attempt)
  }
  if (random.next() < 0.3) wish('case', 'follow_up', 'email', 'case', random.below(365))
  return wishes
}

/** Wishes come true in the order of time. */
function takeFirst(wishes: Wish[]): Wish {
  let first = 0
  for (let i = 1; i < wishes.length; i += 1)
    if ((wishes[i] as Wish).at < (wishes[first] as Wish).at) first = i
  const [taken] = wishes.splice(first, 1)
  if (!taken) throw new Error('no wish is left')
  return taken
}
