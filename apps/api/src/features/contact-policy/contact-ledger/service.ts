import type { Standing } from '@sixfold/contract/contact-ledger'
import type { Contact } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import type { ContactPolicy, TouchPurpose } from '@sixfold/domain/contact-policy'
import type { ContactStanding, Said } from '@sixfold/domain/contact-standing'
import { unitedWish } from '@sixfold/domain/contact-standing'
import type { TouchDecision, TouchQuestion } from '@sixfold/domain/touch-decision'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { readContact } from '../../customers/contacts/service.ts'
import type { Desk, TouchRequest } from '../touch-decisions/service.ts'
import { decide, openDesk, touchedContact, touchOf, waveSubject } from '../touch-decisions/service.ts'
import type { LedgerEntry, LedgerRow, RefusalEntry } from './store.ts'
import { emptyLedger, readLedgers, readOwnLedgers, storeLedgers } from './store.ts'

export type { TouchRequest } from '../touch-decisions/service.ts'
export { deleteLedgers, readLedgers as readLedgersOf, readOwnLedgers } from './store.ts'

/** Writers of one ledger that lose try again; each round somebody wins. */
const MOST_ROUNDS = 500
const REFUSALS_KEPT = 100

/**
 * Asks the contact policy whether a touch may happen now, and writes the answer into the contact's ledger before
 * anything leaves (law 3).
 */
export async function requestTouch(ctx: Context, request: TouchRequest): Promise<TouchDecision> {
  const decisions = await requestTouches(ctx, [request])
  const decision = decisions.get(request.touchId)
  if (!decision) throw new Error(`no decision about the touch ${request.touchId}`)
  return decision
}

/** The same for many contacts at once, by touch id. Each ledger is decided by itself, in one conditional update. */
export async function requestTouches(
  ctx: Context,
  requests: readonly TouchRequest[],
): Promise<Map<string, TouchDecision>> {
  const desk = await openDesk(ctx, requests)
  const decisions = new Map<string, TouchDecision>()
  let open = [...requests]
  for (let round = 0; open.length > 0; round += 1) {
    if (round === MOST_ROUNDS) throw new AppError('unavailable', { retryAfterSeconds: 5 })
    const contactIds = [...new Set(open.map(({ contactId }) => contactId))]
    const ledgers = await readLedgers(ctx, contactIds)
    const written = new Map<string, LedgerRow>()
    for (const request of open) {
      const ledger = ledgers.get(request.contactId)
      if (!ledger || written.has(request.contactId)) continue
      const settled = settledDecision(ledger, request)
      const decision = settled ?? decide(desk, request, ledger)
      const noted =
        settled || !desk.contacts.has(request.contactId)
          ? ledger
          : note(ledger, entryOf(request, desk.now), decision)
      // A decision counts once it is read back from the ledger: what was only written may have lost.
      if (noted === ledger) decisions.set(request.touchId, decision)
      else written.set(request.contactId, noted)
    }
    await storeLedgers(ctx, [...written.values()])
    open = open.filter(({ touchId }) => !decisions.has(touchId))
  }
  return decisions
}

/** What would be decided now, by touch id; writes nothing. Quick for ten thousand contacts. */
export async function previewTouches(
  ctx: Context,
  requests: readonly TouchRequest[],
  contacts?: ReadonlyMap<string, KnownContact>,
): Promise<Map<string, TouchDecision>> {
  const desk = await openDesk(ctx, requests, contacts)
  const ledgers = await readLedgers(
    ctx,
    requests.map(({ contactId }) => contactId),
  )
  const untouched = new Map<string, TouchDecision>()
  const decisions = new Map<string, TouchDecision>()
  for (const request of requests) {
    const ledger = ledgers.get(request.contactId)
    const contact = desk.contacts.get(request.contactId)
    if (!ledger) continue
    // People nobody ever touched differ in few things: one decision serves all who are alike in them.
    const alike = ledger.revision === 0 && contact ? likeness(desk, contact, request) : null
    const known = alike === null ? undefined : untouched.get(alike)
    const decision = known ?? settledDecision(ledger, request) ?? decide(desk, request, ledger)
    if (alike !== null) untouched.set(alike, decision)
    decisions.set(request.touchId, decision)
  }
  return decisions
}

/**
 * Whether a touch that was allowed may still happen now: hours, wishes and answers may have changed while its mail waited.
 * The gaps to other touches were kept when it was allowed.
 */
export async function mayStillLeave(ctx: Context, request: TouchRequest): Promise<TouchDecision> {
  const desk = await openDesk(ctx, [request])
  const ledger = (await readLedgers(ctx, [request.contactId])).get(request.contactId)
  if (!ledger) return { decision: 'refuse', reason: 'erased' }
  const touches = ledger.touches.filter(({ touchId }) => touchId !== request.touchId)
  return decide(desk, request, { ...ledger, touches }, { gapsKept: true })
}

export async function previewTouch(ctx: Context, request: TouchRequest): Promise<TouchDecision> {
  const decision = (await previewTouches(ctx, [request])).get(request.touchId)
  if (!decision) throw new Error(`no decision about the touch ${request.touchId}`)
  return decision
}

/** What decides about each of these contacts, by id: for plans that look further ahead than the next touch. */
export async function decidingSettings(
  ctx: Context,
  contacts: ReadonlyMap<string, KnownContact>,
): Promise<Map<string, DecidingSetting>> {
  const desk = await openDesk(ctx, [], contacts)
  const ledgers = await readLedgers(ctx, [...contacts.keys()])
  return new Map(
    [...contacts].map(([id, contact]) => {
      const ledger = ledgers.get(id) ?? emptyLedger(id)
      return [
        id,
        {
          policyOf: purpose => desk.policyOf(contact, purpose),
          calendar: desk.calendarOf(contact),
          contact: touchedContact(desk, contact, ledger),
          ledger: ledger.touches,
        },
      ]
    }),
  )
}

/** The same that a decision reads, of one contact. */
export interface DecidingSetting extends Pick<TouchQuestion, 'contact' | 'calendar' | 'ledger'> {
  policyOf: (purpose: TouchPurpose) => ContactPolicy
}

/** A contact who is done with a wave. */
export interface AnsweredWave {
  contactId: string
  waveId: string
  at: Date
}

/** Notes who has answered which wave, for many contacts at once. Repeating it changes nothing. */
export function noteAnswered(ctx: Context, answered: readonly AnsweredWave[]): Promise<void> {
  const byContact = Map.groupBy(answered, ({ contactId }) => contactId)
  return changeLedgers(ctx, [...byContact.keys()], (ledger, contactId) => {
    const known = new Set(ledger.answers.map(({ subject }) => subject))
    const fresh = (byContact.get(contactId) ?? []).filter(({ waveId }) => !known.has(waveSubject(waveId)))
    if (fresh.length === 0) return ledger
    const noted = fresh.map(({ waveId, at }) => ({
      subject: waveSubject(waveId),
      outcome: 'finished' as const,
      at,
    }))
    return { ...ledger, answers: [...ledger.answers, ...noted] }
  })
}

/** Notes that mail to an address of a contact comes back for good; until the contact has another one nothing is sent. */
export function noteDeadMailbox(
  ctx: Context,
  contactId: string,
  dead: { address: string; source: string },
): Promise<void> {
  return changeLedgers(ctx, [contactId], ledger =>
    ledger.deadMailbox?.address === dead.address
      ? ledger
      : { ...ledger, deadMailbox: { ...dead, at: ctx.clock.now() } },
  )
}

/** Every touch with a contact, allowed and refused, the latest first. */
export async function readLedger(ctx: Context, actor: StaffMember, contactId: string) {
  const contact: Contact = await readContact(ctx, actor, contactId)
  const ledger = (await readLedgers(ctx, [contactId])).get(contactId)
  const sent = (ledger?.touches ?? []).map(entry => ({ ...toLine(entry), outcome: 'sent' as const }))
  const refused = (ledger?.refusals ?? []).map(entry => ({
    ...toLine(entry),
    outcome: 'refused' as const,
    reason: entry.reason,
    earliest: entry.earliest?.toISOString() ?? null,
  }))
  return {
    contact,
    lines: [...sent, ...refused].sort((a, b) => (a.at < b.at ? 1 : -1)),
    standing: toStanding(ledger ?? emptyLedger(contactId)),
  }
}

/** A contact's ledger for who decides about more than one touch; an empty one for who was never touched. */
export async function readLedgerOf(ctx: Context, contactId: string): Promise<LedgerRow> {
  return (await readLedgers(ctx, [contactId])).get(contactId) ?? emptyLedger(contactId)
}

/** What a contact said about being contacted, as it goes over the wire. */
export function toStanding({ consents, optOuts, doNotCall, asking }: ContactStanding): Standing {
  const said = ({ source, at }: Said) => ({ source, at: at.toISOString() })
  return {
    consents: consents.map(({ purpose, wordingVersion, proof, withdrawnAt, ...given }) => ({
      purpose,
      wordingVersion,
      proof,
      ...said(given),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    optOuts: optOuts.map(({ purpose, ended, ...given }) => ({
      purpose,
      ...said(given),
      ended: ended && said(ended),
    })),
    doNotCall: doNotCall && said(doNotCall),
    asking: asking ? { ...said(asking), atMostEvery: asking.atMostEvery } : null,
  }
}

/** Everything about an untouched contact that a decision depends on. */
function likeness(desk: Desk, contact: KnownContact, request: TouchRequest): string {
  const { country, zone, regionId, executive, segment, erased, reachableBy } = contact
  const { kind, purpose, channel, requested } = request
  const silence = desk.silenceOf(contact)
  return JSON.stringify([
    [country, zone, regionId, executive, segment, erased, reachableBy, silence],
    [kind, purpose, channel, requested],
  ])
}

function settledDecision(ledger: LedgerRow, { touchId }: TouchRequest): TouchDecision | null {
  return ledger.touches.some(entry => entry.touchId === touchId) ? { decision: 'allow' } : null
}

/** The ledger with the decision in it; the very same ledger when it says so already. */
function note(ledger: LedgerRow, entry: LedgerEntry, decision: TouchDecision): LedgerRow {
  if (decision.decision === 'allow') return { ...ledger, touches: [...ledger.touches, entry] }
  const refusal: RefusalEntry = { ...entry, reason: decision.reason, earliest: decision.earliest ?? null }
  const same = ledger.refusals.some(
    one =>
      one.touchId === refusal.touchId &&
      one.reason === refusal.reason &&
      one.earliest?.getTime() === refusal.earliest?.getTime(),
  )
  if (same) return ledger
  const others = ledger.refusals.filter(one => one.touchId !== refusal.touchId)
  return { ...ledger, refusals: [...others, refusal].slice(-REFUSALS_KEPT) }
}

/**
 * Changes each ledger by one conditional update; `change` returns the same ledger when nothing is left to do. It is told whose
 * ledger was asked for, which after a merger need not be the ledger's own id.
 */
export async function changeLedgers(
  ctx: Context,
  contactIds: readonly string[],
  change: (ledger: LedgerRow, contactId: string) => LedgerRow,
): Promise<void> {
  let open = contactIds
  for (let round = 0; open.length > 0; round += 1) {
    if (round === MOST_ROUNDS) throw new AppError('unavailable', { retryAfterSeconds: 5 })
    const read = await readLedgers(ctx, open)
    const changed = new Map<string, LedgerRow>()
    for (const [contactId, ledger] of read) {
      const before = changed.get(ledger._id) ?? ledger
      const after = change(before, contactId)
      if (after !== before) changed.set(ledger._id, after)
    }
    if (await storeLedgers(ctx, [...changed.values()])) return
    open = open.filter(id => changed.has(read.get(id)?._id ?? id))
  }
}

/**
 * Makes the ledger of one contact speak for another, too: every touch, answer, wish and consent of both stands in it, so that
 * the contact policy sees them all. The other ledger becomes a pointer. Safe to repeat.
 */
export async function mergeLedgers(ctx: Context, from: string, into: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const left = (await readOwnLedgers(ctx, [from])).get(from) ?? emptyLedger(from)
    if (left.mergedInto === into) return
    await changeLedgers(ctx, [into], ledger => unitedLedger(ledger, left))
    // Only if nobody wrote to it since it was copied: else what was written is copied as well.
    if (await storeLedgers(ctx, [{ ...left, mergedInto: into }])) return
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

function unitedLedger(ledger: LedgerRow, other: LedgerRow): LedgerRow {
  const united = {
    ...ledger,
    touches: union(ledger.touches, other.touches, ({ touchId }) => touchId),
    refusals: union(ledger.refusals, other.refusals, ({ touchId }) => touchId),
    answers: union(ledger.answers, other.answers, ({ subject }) => subject),
    consents: union(ledger.consents, other.consents, ({ at, ...one }) => JSON.stringify([at.getTime(), one])),
    optOuts: union(ledger.optOuts, other.optOuts, ({ at, ...one }) => JSON.stringify([at.getTime(), one])),
    doNotCall: ledger.doNotCall ?? other.doNotCall,
    asking: unitedWish(ledger, other),
    deadMailbox: ledger.deadMailbox ?? other.deadMailbox,
  }
  return JSON.stringify(united) === JSON.stringify(ledger) ? ledger : united
}

/** What stands in either list, each once, in the order of time. */
function union<T extends { at: Date }>(a: readonly T[], b: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set(a.map(keyOf))
  const others = b.filter(one => !known.has(keyOf(one)))
  return others.length === 0 ? [...a] : [...a, ...others].sort((x, y) => x.at.getTime() - y.at.getTime())
}

function entryOf(request: TouchRequest, at: Date): LedgerEntry {
  return { touchId: request.touchId, title: request.subject, at, ...touchOf(request) }
}

function toLine({ at, kind, purpose, title }: LedgerEntry) {
  return { at: at.toISOString(), kind, purpose, subject: title, reason: null, earliest: null }
}
