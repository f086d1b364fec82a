import type { WorkingCalendar } from '@sixfold/domain/calendar/working-days'
import type { Channel, ContactPolicy, TouchPurpose } from '@sixfold/domain/contact-policy'
import type { ContactStanding } from '@sixfold/domain/contact-standing'
import { consentedTo, optedOutOf } from '@sixfold/domain/contact-standing'
import type {
  LedgerTouch,
  Touch,
  TouchDecision,
  TouchKind,
  TouchQuestion,
} from '@sixfold/domain/touch-decision'
import { decideTouch } from '@sixfold/domain/touch-decision'
import type { Context } from '../../../context.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { readSilences } from '../account-silences/service.ts'
import type { ContactRules } from '../contact-policy/service.ts'
import { contactRules } from '../contact-policy/service.ts'

export interface TouchRequest {
  /** Names this touch for ever: asking again for one that was allowed answers "allow" and writes nothing. */
  touchId: string
  contactId: string
  kind: TouchKind
  purpose: TouchPurpose
  /** What people read in the ledger, such as the name of a wave; without wave and round table it also names the subject. */
  subject: string
  waveId?: string
  roundtableId?: string
  /** What a call is about. */
  installationId?: string
  channel?: Channel
  /** The contact asked for it. */
  requested?: boolean
}

/** What a decision reads in a contact's ledger. */
export interface DecidingLedger extends ContactStanding {
  touches: readonly LedgerTouch[]
  answers: readonly { subject: string; outcome: 'finished' | 'declined' }[]
  deadMailbox: { address: string } | null
}

/** Everything that decisions need besides the ledgers, read once for many of them. */
export interface Desk {
  now: Date
  fallbackZone: string
  contacts: ReadonlyMap<string, KnownContact>
  policyOf: (contact: KnownContact, purpose: TouchPurpose) => ContactPolicy
  calendarOf: (contact: KnownContact) => WorkingCalendar
  silenceOf: (contact: KnownContact) => { until: Date | null } | null
}

/** `given`: contacts that were read already. `rules`: a policy that is only tried out. */
export async function openDesk(
  ctx: Context,
  requests: readonly TouchRequest[],
  given?: ReadonlyMap<string, KnownContact>,
  rules?: ContactRules,
): Promise<Desk> {
  const [contacts, { policyOf, calendarOf }, { zone: fallbackZone }] = await Promise.all([
    given ??
      findContacts(
        ctx,
        requests.map(({ contactId }) => contactId),
      ),
    rules ?? contactRules(ctx),
    readOrganisation(ctx),
  ])
  const known = [...contacts.values()]
  const silences = await readSilences(
    ctx,
    known.map(({ accountId }) => accountId),
  )
  const calendars = new Map<string, WorkingCalendar>()
  for (const { regionId, country } of known) {
    const place = `${regionId} ${country}`
    if (!calendars.has(place)) calendars.set(place, await calendarOf(regionId, country))
  }
  return {
    now: ctx.clock.now(),
    fallbackZone,
    contacts,
    policyOf,
    calendarOf({ regionId, country }) {
      const found = calendars.get(`${regionId} ${country}`)
      if (!found) throw new Error('a contact came in after the calendars were read')
      return found
    },
    silenceOf: ({ accountId }) => silences.get(accountId) ?? null,
  }
}

/** `gapsKept`: the touch was allowed before, and only waits to leave. */
export function decide(
  desk: Desk,
  request: TouchRequest,
  ledger: DecidingLedger,
  { gapsKept = false }: { gapsKept?: boolean } = {},
): TouchDecision {
  const contact = desk.contacts.get(request.contactId)
  if (!contact) return { decision: 'refuse', reason: 'erased' }
  const touch = touchOf(request)
  const answer = ledger.answers.find(({ subject }) => subject === touch.subject)
  return decideTouch({
    policy: desk.policyOf(contact, request.purpose),
    calendar: desk.calendarOf(contact),
    contact: touchedContact(desk, contact, ledger),
    touch,
    answered: answer?.outcome,
    ledger: ledger.touches,
    at: desk.now,
    gapsKept,
  })
}

/** What the contact policy needs to know of somebody. */
export function touchedContact(
  desk: Desk,
  contact: KnownContact,
  ledger: DecidingLedger,
): TouchQuestion['contact'] {
  const mailboxIsDead = ledger.deadMailbox !== null && ledger.deadMailbox.address === contact.email
  return {
    zone: contact.zone,
    fallbackZone: desk.fallbackZone,
    executive: contact.executive,
    erased: contact.erased,
    reachableBy: contact.reachableBy.filter(channel => channel !== 'email' || !mailboxIsDead),
    optedOutOf: optedOutOf(ledger),
    doNotCall: ledger.doNotCall !== null,
    consentedTo: consentedTo(ledger),
    askWish: ledger.asking?.atMostEvery ?? null,
    silenced: desk.silenceOf(contact),
  }
}

export function touchOf(request: TouchRequest): Touch {
  const { kind, purpose, requested } = request
  const channel = request.channel ?? (kind === 'call' ? 'phone' : 'email')
  return { kind, channel, purpose, subject: subjectOf(request), ...(requested ? { requested } : {}) }
}

export const waveSubject = (waveId: string) => `wave:${waveId}`

export const installationSubject = (installationId: string) => `installation:${installationId}`

function subjectOf({ waveId, roundtableId, installationId, subject }: TouchRequest): string {
  if (waveId !== undefined) return waveSubject(waveId)
  if (installationId !== undefined) return installationSubject(installationId)
  return roundtableId === undefined ? subject : `roundtable:${roundtableId}`
}
