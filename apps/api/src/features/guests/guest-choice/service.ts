import type { GuestCandidate, ShownReason } from '@sixfold/contract/guest-choice'
import type { StaffMember } from '@sixfold/contract/staff'
import { segmentKey } from '@sixfold/domain/customers/segment-key'
import { addLocalDays } from '@sixfold/domain/local-date'
import type { GuestKind, MixTarget } from '@sixfold/domain/roundtables/guest-mix'
import { defaultMixTarget, guestMix } from '@sixfold/domain/roundtables/guest-mix'
import type { Candidate, SuggestionReason } from '@sixfold/domain/roundtables/guest-suggestions'
import { suggestGuests } from '@sixfold/domain/roundtables/guest-suggestions'
import { lowAccounts, lowSegments } from '@sixfold/domain/roundtables/weak-factors'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import { searchWords } from '@sixfold/domain/text/fold'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts, findContactsOfRegions } from '../../customers/contacts/service.ts'
import { findInstallationsOfAccounts } from '../../customers/installations/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { openRequirementsOfRegion } from '../../requirements/requirements/service.ts'
import { introducedProducts } from '../../roundtables/agenda-records/service.ts'
import type { LastHeard } from '../../roundtables/event-answers/service.ts'
import { factorNamed, lastHeard } from '../../roundtables/event-answers/service.ts'
import { announceEvent, findEventDates, openEvent } from '../../roundtables/event-records/service.ts'
import type { GuestEvent } from '../guests/service.ts'
import { findGuests } from '../guests/service.ts'
import { readSeats } from '../seats/service.ts'
import { findMix, storeMix } from './store.ts'

export interface ChoiceQuery {
  id: string
  search?: string | undefined
  kind?: GuestKind | undefined
  segment?: string | undefined
  reason?: SuggestionReason['kind'] | undefined
  limit?: number | undefined
}

/** Who would be a good guest and why, and how the guests stand against the aims. Reading names leaves an audit entry. */
export async function readChoice(ctx: Context, actor: StaffMember, query: ChoiceQuery) {
  const event = await openEvent(ctx, actor, query.id, 'roundtable.plan')
  const [{ target, revision }, people, guests, { minimumCell }] = await Promise.all([
    targetOf(ctx, event.id),
    peopleOf(ctx, event.regionId),
    guestsOf(ctx, event),
    readOrganisation(ctx),
  ])
  const mix = guestMix(guests.counted, target)
  const free = people.filter(({ id }) => !guests.contactIds.has(id))
  const heard = await lastHeard(ctx, event.regionId)
  const introduced = await introducedProducts(ctx, event.id)
  const candidates = await weighable(ctx, event, free, { heard, minimumCell, introduced })
  const suggestions = suggestGuests({
    candidates,
    mix,
    introduced,
    longAgo: addLocalDays(wallTimeIn(event.startsAt, event.zone).date, -LONG_AGO_DAYS),
  })
  const byId = new Map(free.map(contact => [contact.id, contact]))
  const reasonCounts: Record<string, number> = {}
  for (const { reasons } of suggestions)
    for (const { kind } of reasons) reasonCounts[kind] = (reasonCounts[kind] ?? 0) + 1
  const found = suggestions.flatMap(({ contactId, reasons }) => {
    const contact = byId.get(contactId)
    return contact && fits(contact, reasons, query) ? [{ contact, reasons }] : []
  })
  const shown = found.slice(0, query.limit ?? 50)
  const names = await productNames(ctx, introduced)
  await record(ctx, actor, 'guests.suggested', `roundtable:${event.id}`, `${shown.length}`)
  return {
    items: shown.map(({ contact, reasons }) => toCandidate(contact, reasons, heard, names)),
    total: found.length,
    reasonCounts,
    segments: [...new Set(people.map(({ segment }) => segment))].filter(Boolean).sort(),
    target,
    guests: guests.counted,
    mix,
    minimumCell,
    revision,
  }
}

const LONG_AGO_DAYS = 365

export async function setMix(
  ctx: Context,
  actor: StaffMember,
  { id, revision, target }: { id: string; revision: number; target: MixTarget },
): Promise<{ target: MixTarget; revision: number }> {
  await openEvent(ctx, actor, id, 'roundtable.plan')
  const segments = Object.entries(target.segments).map(([segment, share]) => ({ segment, share }))
  if (!(await storeMix(ctx, { _id: id, kinds: { ...target.kinds }, segments, revision })))
    throw new AppError('revision_conflict')
  await record(ctx, actor, 'roundtable.mix-set', `roundtable:${id}`)
  announceEvent(ctx, id)
  return targetOf(ctx, id)
}

async function targetOf(ctx: Context, id: string): Promise<{ target: MixTarget; revision: number }> {
  const row = await findMix(ctx, id)
  if (!row) return { target: defaultMixTarget, revision: 0 }
  const segments = Object.fromEntries(row.segments.map(({ segment, share }) => [segment, share]))
  return { target: { kinds: { ...row.kinds }, segments }, revision: row.revision }
}

const WALK = 2000

async function peopleOf(ctx: Context, regionId: string): Promise<KnownContact[]> {
  const people: KnownContact[] = []
  for (let after: string | null = null; ; ) {
    const walked: KnownContact[] = await findContactsOfRegions(ctx, [regionId], { after, limit: WALK })
    people.push(...walked)
    after = walked.length < WALK ? null : (walked.at(-1)?.id ?? null)
    if (after === null) return people
  }
}

/** Who is a guest already, and those of them who may still come, with the sizes of their parties. */
async function guestsOf(ctx: Context, event: GuestEvent) {
  const [rows, ledger] = await Promise.all([findGuests(ctx, event.id), readSeats(ctx, event.id)])
  const standing = rows.filter(({ state }) => state !== 'refused')
  const contacts = await findContacts(
    ctx,
    standing.map(({ contactId }) => contactId),
  )
  const now = ctx.clock.now()
  const counted = standing.flatMap(row => {
    const contact = contacts.get(row.contactId)
    const held = standingOf(ledger, row._id, now)
    if (!contact || (row.answer === 'decline' && held.state === 'none')) return []
    const seats = held.state === 'none' ? 1 : held.seats
    return [{ kind: contact.accountKind, segment: contact.segment, seats }]
  })
  return { contactIds: new Set(standing.map(({ contactId }) => contactId)), counted }
}

/** What speaks for each of them, as far as it may be known (laws 5 and 6). */
async function weighable(
  ctx: Context,
  event: GuestEvent,
  people: readonly KnownContact[],
  { heard, minimumCell, introduced }: { heard: LastHeard | null; minimumCell: number; introduced: string[] },
): Promise<Candidate[]> {
  const accountIds = [...new Set(people.map(({ accountId }) => accountId))]
  const [requirements, installations, lastInvited] = await Promise.all([
    openRequirementsOfRegion(ctx, event.regionId),
    introduced.length === 0 ? [] : findInstallationsOfAccounts(ctx, accountIds),
    lastInvitations(ctx, event),
  ])
  const lowOf = lowAccounts(heard?.responses ?? [], { minimum: minimumCell })
  const lowIn = lowSegments(heard?.responses ?? [], { minimum: minimumCell })
  const products = Map.groupBy(installations, ({ accountId }) => accountId)
  return people.map(contact => ({
    contactId: contact.id,
    accountId: contact.accountId,
    kind: contact.accountKind,
    segment: contact.segment,
    lowFactors: lowOf.get(contact.accountId) ?? [],
    segmentFactors: lowIn.get(segmentKey(contact.segment) ?? '') ?? [],
    requirements: requirements
      .filter(({ accountIds: own }) => own.includes(contact.accountId))
      .map(({ receipt, contactIds }) => ({ receipt, own: contactIds.includes(contact.id) }))
      .sort((a, b) => Number(b.own) - Number(a.own)),
    lastInvitedOn: lastInvited.get(contact.id) ?? null,
    products: (products.get(contact.accountId) ?? []).map(({ productId }) => productId),
  }))
}

/** The day of the last event of the region that each contact was written to about, this one left out. */
async function lastInvitations(ctx: Context, event: GuestEvent): Promise<Map<string, string>> {
  const dates = await findEventDates(ctx, [event.regionId])
  const last = new Map<string, string>()
  for (const { _id, date } of dates) {
    if (_id === event.id) continue
    for (const { contactId, state } of await findGuests(ctx, _id))
      if (state === 'invited' && date > (last.get(contactId) ?? '')) last.set(contactId, date)
  }
  return last
}

function fits(
  contact: KnownContact,
  reasons: readonly SuggestionReason[],
  { search, kind, segment, reason }: ChoiceQuery,
): boolean {
  if (kind && contact.accountKind !== kind) return false
  if (segment !== undefined && contact.segment !== segment) return false
  if (reason && !reasons.some(one => one.kind === reason)) return false
  return !search || isFound(search, [contact.name, contact.accountName, contact.email, contact.role])
}

/** Every word of the search begins a word of the person. */
function isFound(search: string, texts: readonly string[]): boolean {
  const words = searchWords(...texts)
  return searchWords(search).every(wanted => words.some(word => word.startsWith(wanted)))
}

function toCandidate(
  contact: KnownContact,
  reasons: readonly SuggestionReason[],
  heard: LastHeard | null,
  products: ReadonlyMap<string, string>,
): GuestCandidate {
  const factor = (key: string) => factorNamed(heard?.wave.model ?? null, key)
  const shown = (reason: SuggestionReason): ShownReason => {
    switch (reason.kind) {
      case 'low_factor':
        return { kind: reason.kind, factor: factor(reason.factor) }
      case 'low_segment':
        return { kind: reason.kind, factor: factor(reason.factor), segment: reason.segment }
      case 'prospect_for':
      case 'uses_product':
        return { kind: reason.kind, product: products.get(reason.productId) ?? '' }
      default:
        return reason
    }
  }
  return {
    contactId: contact.id,
    name: contact.name,
    role: contact.role,
    zone: contact.zone,
    accountId: contact.accountId,
    accountName: contact.accountName,
    kind: contact.accountKind,
    segment: contact.segment,
    reasons: reasons.map(shown),
  }
}

async function productNames(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await findProductsById(ctx, ids)).map(({ _id, name }) => [_id, name]))
}
