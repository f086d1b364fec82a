import type { CalendarFeed } from '@sixfold/contract/calendar-feeds'
import type { StaffMember } from '@sixfold/contract/staff'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { FeedEvent } from '@sixfold/domain/calendar-message/calendar-feed'
import { writeCalendarFeed } from '@sixfold/domain/calendar-message/calendar-feed'
import { can } from '@sixfold/domain/permissions'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import { startOfHour } from 'date-fns/startOfHour'
import { subMonths } from 'date-fns/subMonths'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { record, recordOfCustomer } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import { findEventsOfRegion, findGuestEvent } from '../../roundtables/event-records/service.ts'
import { eventFacts } from '../calendar-notices/service.ts'
import { findGuestsOf } from '../guests/service.ts'
import { findLedgers } from '../seats/service.ts'
import type { FeedRow } from './store.ts'
import { deleteFeed, ensureFeed, findFeed, findFeedByToken, findFeedsOfMember, noteRead } from './store.ts'
import { feedWords } from './words.ts'

export { deleteFeedsOf } from './store.ts'

/** What a calendar shows of the past. */
const MONTHS_BACK = 12

/** The calendars that somebody made, as far as the regions are still theirs. */
export async function listFeeds(ctx: Context, actor: StaffMember) {
  const rows = await findFeedsOfMember(ctx, actor.id)
  const own = rows.filter(({ regionId }) => can(actor, 'roundtable.read', { regionId }))
  return { items: own.map(row => toFeed(ctx, row)) }
}

/** Makes a calendar of a region for one colleague; it ends with the colleague's right to read the region. */
export async function makeFeed(ctx: Context, actor: StaffMember, regionId: string): Promise<CalendarFeed> {
  await requireRegion(ctx, actor, regionId)
  const owner = { staffId: actor.id, regionId }
  if (!(await findFeed(ctx, owner))) await record(ctx, actor, 'calendar-feed.made', `region:${regionId}`)
  return toFeed(ctx, await ensureFeed(ctx, owner, newToken(ctx)))
}

export async function revokeFeed(ctx: Context, actor: StaffMember, regionId: string): Promise<void> {
  await requireRegion(ctx, actor, regionId)
  await deleteFeed(ctx, { staffId: actor.id, regionId })
  await record(ctx, actor, 'calendar-feed.revoked', `region:${regionId}`)
}

/** Whether a contact has a calendar of the own events. */
export async function hasFeed(ctx: Context, contactId: string): Promise<boolean> {
  return (await findFeed(ctx, { contactId })) !== null
}

/**
 * Sends a contact the address of a calendar of the own events. It goes by mail to the address on record: who was forwarded
 * an invitation does not learn of the contact's other events. The same hour sends one mail, however often it is asked for.
 */
export async function mailFeed(ctx: Context, contactId: string): Promise<void> {
  const contact = await findContact(ctx, contactId)
  if (!contact || contact.erased) throw new AppError('link_unknown')
  const row = await ensureFeed(ctx, { contactId }, newToken(ctx))
  const { name: organisation } = await readOrganisation(ctx)
  const key = `calendar-feed:${contactId}:${startOfHour(ctx.clock.now()).getTime()}`
  const touch = {
    touchId: key,
    contactId,
    kind: 'service',
    purpose: 'roundtable',
    subject: feedWords('en')('own', { organisation }),
  } as const
  const decision = await requestTouch(ctx, touch)
  if (decision.decision === 'refuse') return
  await recordOfCustomer(ctx, 'calendar-feed.made', `contact:${contactId}`)
  await sendMail(ctx, {
    kind: 'calendar-feed',
    key,
    to: contact.email,
    language: uiLanguageFor(contact.language),
    values: { name: contact.name, organisation, link: addressOf(ctx, row) },
  })
}

export async function endFeed(ctx: Context, contactId: string): Promise<void> {
  await deleteFeed(ctx, { contactId })
  await recordOfCustomer(ctx, 'calendar-feed.revoked', `contact:${contactId}`)
}

/** The calendar behind an address. One that was revoked, or whose owner may not read it any more, is unknown. */
export async function readFeed(ctx: Context, token: string): Promise<string> {
  const row = await findFeedByToken(ctx, hashToken(token))
  if (!row) throw new AppError('link_unknown')
  const { name: organisation } = await readOrganisation(ctx)
  const { name, events } = row.contactId
    ? await eventsOfContact(ctx, row.contactId, organisation)
    : await eventsOfRegion(ctx, row)
  const now = ctx.clock.now()
  await noteRead(ctx, row._id, now)
  // Within the hour the same events read the same, so that nothing is sent again.
  return writeCalendarFeed({ name, stamp: new Date(Math.floor(now.getTime() / HOUR) * HOUR), events })
}

const HOUR = 3_600_000

async function eventsOfRegion(ctx: Context, { staffId, regionId }: FeedRow) {
  const member = staffId === null ? null : await findMember(ctx, staffId)
  const region = (await listRegions(ctx)).find(({ _id }) => _id === regionId)
  if (!member || !region || !can(member, 'roundtable.read', { regionId: region._id }))
    throw new AppError('link_unknown')
  const events = await findEventsOfRegion(ctx, region._id, subMonths(ctx.clock.now(), MONTHS_BACK))
  const page = (id: string) => `${ctx.config.publicUrl}/scheduler/events/${id}`
  return {
    name: feedWords(member.language)('region', { region: region.name }),
    events: events
      .filter(({ cancelled }) => !cancelled)
      .map((event): FeedEvent => ({ ...eventFacts(event, member.language), page: page(event.id) })),
  }
}

/** Events at which the contact has a seat. */
async function eventsOfContact(ctx: Context, contactId: string, organisation: string) {
  const contact = await findContact(ctx, contactId)
  if (!contact || contact.erased) throw new AppError('link_unknown')
  const guests = await findGuestsOf(ctx, [contactId])
  const ledgers = await findLedgers(
    ctx,
    guests.map(({ roundtableId }) => roundtableId),
  )
  const now = ctx.clock.now()
  const events: FeedEvent[] = []
  for (const guest of guests) {
    const ledger = ledgers.get(guest.roundtableId)
    const standing = ledger && standingOf(ledger, guest._id, now)
    if (standing?.state !== 'confirmed') continue
    const event = await findGuestEvent(ctx, guest.roundtableId)
    if (!event || event.cancelled || event.endsAt < subMonths(now, MONTHS_BACK)) continue
    const sequence = Math.max(event.sequence, guest.told?.sequence ?? 0)
    events.push({ ...eventFacts(event, contact.language, standing.side), sequence })
  }
  return { name: feedWords(uiLanguageFor(contact.language))('own', { organisation }), events }
}

async function requireRegion(ctx: Context, actor: StaffMember, regionId: string): Promise<void> {
  const known = (await listRegions(ctx)).some(({ _id }) => _id === regionId)
  if (!known || !can(actor, 'roundtable.read', { regionId })) throw new AppError('not_found')
}

function newToken(ctx: Context): Pick<FeedRow, 'tokenHash' | 'sealed'> {
  const { token, tokenHash } = newLink()
  return { tokenHash, sealed: ctx.secrets.encrypt(token) }
}

const addressOf = (ctx: Context, { sealed }: FeedRow) =>
  `${ctx.config.publicUrl}/feeds/${ctx.secrets.decrypt(sealed)}.ics`

function toFeed(ctx: Context, row: FeedRow): CalendarFeed {
  return {
    regionId: row.regionId ?? '',
    address: addressOf(ctx, row),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }
}
