import type { ContactPolicy } from '../contact-policy.ts'
import type { LocalDate } from '../local-date.ts'
import {
  decideTouch,
  type LedgerTouch,
  type Touch,
  type TouchDecision,
  type TouchQuestion,
  type TouchRefusal,
} from '../touch-decision.ts'
import { resolveWallTime, wallTimeIn } from '../wall-time.ts'
import { type DueKind, type DueWindow, dueWindow } from './due-window.ts'

/** A purchase or an installation that a contact may be asked about. */
export interface DueThing {
  /** Names the subject of the touch; one thing is asked about once. */
  id: string
  kind: DueKind
  /** The day of purchase or installation. */
  since: LocalDate
  /** Not before this day although the window is open, such as after a call that nobody answered. */
  notBefore?: LocalDate | null
}

export interface DuePlan extends DueWindow {
  id: string
  kind: DueKind
  /** `due`: may happen at `at`. `waiting`: not before `at`, later than now. `lapsed`: no instant of the window is left, for `reason`. */
  state: 'due' | 'waiting' | 'lapsed'
  at: Date | null
  reason: PlanReason | null
}

/** `another_first`: only something else that is due to the same person stands in the way. */
export type PlanReason = TouchRefusal | 'another_first'

/** What decides about one contact. Rules differ by purpose, so each kind has its policy. */
export interface DueSetting extends Pick<TouchQuestion, 'contact' | 'calendar' | 'ledger'> {
  policies: Readonly<Record<DueKind, ContactPolicy>>
}

/**
 * Plans what one contact is due to be asked, earliest end of window first, so that the narrow window of a call is not used up
 * by a survey that could wait. Each plan counts for the next as if it had happened: never two inside one cool-down.
 * Run again whenever something changed: a plan is no promise, only what has been sent is in the ledger.
 *
 * @example planDue({ things: [{ id: 'i1', kind: 'installation_call', since: '2026-01-05' }], now, policies, contact, calendar, ledger: [] })
 */
export function planDue({
  things,
  now,
  ...setting
}: DueSetting & { things: readonly DueThing[]; now: Date }): DuePlan[] {
  const { contact, calendar, policies, ledger } = setting
  const today = wallTimeIn(now, contact.zone, contact.fallbackZone).date
  const windows = things
    .map(thing => ({ ...thing, ...dueWindow({ ...thing, calendar }) }))
    .sort((a, b) => (a.closes === b.closes ? (a.id < b.id ? -1 : 1) : a.closes < b.closes ? -1 : 1))
  const planned: LedgerTouch[] = []
  return windows.map(window => {
    const touch = touchFor(window)
    const { kind, opens, notBefore } = window
    const first = notBefore && notBefore > opens ? notBefore : opens
    const start = first > today ? startOfDay(first, contact) : now
    const ask = (entries: readonly LedgerTouch[]) =>
      decideTouch({ policy: policies[kind], contact, calendar, ledger: entries, touch, at: start })
    const answer = ask([...ledger, ...planned])
    const reason = answer.decision === 'allow' ? null : reasonOf(answer.reason, () => ask(ledger))
    const at = answer.decision === 'allow' ? start : (answer.earliest ?? null)
    const { id, closes } = window
    if (!at || wallTimeIn(at, contact.zone, contact.fallbackZone).date > closes)
      return { id, kind, opens, closes, state: 'lapsed', at: null, reason }
    planned.push({ ...touch, at })
    const isDue = at.getTime() === now.getTime()
    return { id, kind, opens, closes, state: isDue ? 'due' : 'waiting', at, reason: isDue ? null : reason }
  })
}

function reasonOf(reason: TouchRefusal, alone: () => TouchDecision): PlanReason {
  if (!isGap(reason)) return reason
  const answer = alone()
  return answer.decision === 'refuse' && answer.reason === reason ? reason : 'another_first'
}

const isGap = (reason: TouchRefusal) =>
  reason === 'touch_too_soon' || reason === 'survey_too_soon' || reason === 'asked_less_often'

/** The touch by which a thing is asked about. */
export function touchFor({ id, kind }: Pick<DueThing, 'id' | 'kind'>): Touch {
  return kind === 'installation_call'
    ? { kind: 'call', channel: 'phone', purpose: 'installation_call', subject: id }
    : { kind: 'invitation', channel: 'email', purpose: 'product_survey', subject: id }
}

function startOfDay(date: LocalDate, { zone, fallbackZone }: DueSetting['contact']): Date {
  return resolveWallTime({ date, time: '00:00', zone, fallbackZone }).instant
}
