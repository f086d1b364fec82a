import type { StaffMember } from '@sixfold/contract/staff'
import { addLocalDays, localDaysBetween } from '@sixfold/domain/local-date'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { nearestDate, ruleStanding, unansweredDates } from '@sixfold/domain/roundtables/cadence-rule'
import type { BusyTime, DateQuestion } from '@sixfold/domain/roundtables/date-proposals'
import { judgeDate, proposeDates } from '@sixfold/domain/roundtables/date-proposals'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { previewTouches } from '../../contact-policy/contact-ledger/service.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { findGuests } from '../../guests/guests/service.ts'
import type { RegionRow } from '../../house/organisation/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { readRules, ruleOf } from '../cadence-rules/service.ts'
import { findLastRoundtables, findRoundtables, visibleEvent } from '../event-records/service.ts'
import { readSpeakerTimes } from '../speaker-times/service.ts'
import { knownSpeakers } from '../speakers/service.ts'

/** Three weeks before and after the due day. */
const REACH_DAYS = 21
/** Guests should have four weeks, and those of a conference two months. */
const NOTICE_DAYS: Readonly<Record<EventKind, number>> = { round_table: 28, conference: 56 }
const SHOWN = 5
/** A day within so many days of a due date is meant for it. */
const NEAR_DAYS = 45
/** Who came to the last two events is who will be asked again. */
const LAST_EVENTS = 2
const MOST_GUESTS = 200

export interface DateWish {
  regionId: string
  kind: EventKind
  startTime: string
  endTime: string
  zone: string
  speakerIds: string[]
  date: string | null
  eventId: string | null
}

/** Dates for an event with what speaks for and against each. Nothing is written, nothing is decided. */
export async function readProposals(ctx: Context, actor: StaffMember, wish: DateWish) {
  const { regionId, kind, date, eventId } = wish
  const region = (await listRegions(ctx)).find(({ _id }) => _id === regionId)
  if (!region || !can(actor, 'roundtable.plan', { regionId })) throw new AppError('not_found')
  if (eventId !== null) await visibleEvent(ctx, actor, eventId, 'roundtable.plan')
  const today = wallTimeIn(ctx.clock.now(), region.zone).date
  const events = await eventsAround(ctx, actor, region, { today, eventId })
  const due = await dueDate(ctx, region, { kind, date, today, eventDates: events.ownDates(kind) })
  const [guests, busy, calendarOf, { zone: fallbackZone }] = await Promise.all([
    guestsToAsk(ctx, region, { kind, eventId, today }),
    busyTimes(ctx, actor, wish),
    readCalendars(ctx),
    readOrganisation(ctx),
  ])
  const question: DateQuestion = {
    due: due ?? date ?? addLocalDays(today, NOTICE_DAYS[kind] + REACH_DAYS),
    today,
    reach: REACH_DAYS,
    startTime: wish.startTime,
    endTime: wish.endTime,
    zone: wish.zone,
    fallbackZone,
    calendar: await calendarOf(regionId),
    noticeDays: NOTICE_DAYS[kind],
    events: events.all,
    busy,
    accounts: guests.accounts,
    guests: guests.asked,
  }
  const possible = isPossible(question)
  return {
    due,
    chosen: possible && date !== null && date > today ? judgeDate(date, question) : null,
    proposals: possible ? proposeDates(question).slice(0, SHOWN) : [],
    guests: { count: guests.asked.length, of: guests.of },
  }
}

/** The form says what is wrong with its hours; until then there is nothing to propose. */
const isPossible = ({ startTime, endTime }: DateQuestion) => startTime < endTime

async function dueDate(
  ctx: Context,
  region: RegionRow,
  { kind, date, ...now }: { kind: EventKind; date: string | null; today: string; eventDates: string[] },
): Promise<string | null> {
  const rule = ruleOf((await readRules(ctx))(region), kind)
  const dates = unansweredDates(kind, rule, now)
  const open = ruleStanding(kind, rule, now).open.at(-1) ?? dates[0] ?? null
  const nearest = date === null ? null : nearestDate(date, dates)
  // A day that is near no date is still meant for the one that waits.
  return nearest && Math.abs(localDaysBetween(nearest, date ?? nearest)) <= NEAR_DAYS ? nearest : open
}

/** What is planned already: of the own region by title, of another one by its name. */
async function eventsAround(
  ctx: Context,
  actor: StaffMember,
  region: RegionRow,
  { today, eventId }: { today: string; eventId: string | null },
) {
  const regions = await listRegions(ctx)
  const ids = regions.map(({ _id }) => _id)
  const rows = await findRoundtables(ctx, ids, {
    from: addLocalDays(today, -1100),
    to: addLocalDays(today, 1100),
  })
  const standing = rows.filter(({ _id, state }) => state === 'planned' && _id !== eventId)
  const nameOf = new Map(regions.map(({ _id, name }) => [_id, name]))
  const other = actor.language === 'en' ? 'vi' : 'en'
  return {
    all: standing
      .filter(({ date }) => date >= today)
      .map(({ date, title, regionId }) => ({
        date,
        title: textIn(title, actor.language, other),
        ...(regionId === region._id ? {} : { region: nameOf.get(regionId) ?? '' }),
      })),
    ownDates: (kind: EventKind) =>
      standing
        .filter(row => row.regionId === region._id && (row.kind ?? 'round_table') === kind)
        .map(({ date }) => date),
  }
}

/** Who would be asked: the event's own guests, else those of the region's last events of the kind. */
async function guestsToAsk(
  ctx: Context,
  region: RegionRow,
  { kind, eventId, today }: { kind: EventKind; eventId: string | null; today: string },
) {
  const own = eventId === null ? [] : await findGuests(ctx, eventId)
  const last = own.length > 0 ? [] : await lastGuests(ctx, region._id, kind)
  const of =
    own.length > 0 ? ('event' as const) : last.length > 0 ? ('last_events' as const) : ('nobody' as const)
  const asked =
    own.length > 0
      ? own.map(({ _id, contactId }) => ({ touchId: `roundtable-guest:${_id}`, contactId }))
      : last
  const contacts = await findContacts(
    ctx,
    asked.map(({ contactId }) => contactId),
  )
  const requests = asked
    .filter(({ contactId }) => contacts.has(contactId))
    .slice(0, MOST_GUESTS)
    .map(one => ({
      ...one,
      kind: 'roundtable_invitation' as const,
      purpose: 'roundtable' as const,
      subject: 'preview',
    }))
  const decisions = await previewTouches(ctx, requests, contacts)
  const earliestOf = (touchId: string) => {
    const decision = decisions.get(touchId)
    if (decision?.decision === 'allow') return today
    const earliest = decision?.earliest
    return earliest ? wallTimeIn(earliest, region.zone).date : null
  }
  const accounts = await findAccounts(
    ctx,
    [...contacts.values()].map(({ accountId }) => accountId),
  )
  return {
    of,
    asked: requests.map(({ touchId, contactId }) => ({
      name: contacts.get(contactId)?.name ?? '',
      invitableFrom: earliestOf(touchId),
    })),
    accounts: [...accounts.values()].map(({ name, fiscalYearEnds = null }) => ({ name, fiscalYearEnds })),
  }
}

async function lastGuests(ctx: Context, regionId: string, kind: EventKind) {
  const rows = await findLastRoundtables(ctx, regionId, 2 * LAST_EVENTS + 2)
  const events = rows.filter(row => (row.kind ?? 'round_table') === kind).slice(0, LAST_EVENTS)
  const guests = (await Promise.all(events.map(({ _id }) => findGuests(ctx, _id)))).flat()
  const contactIds = new Set(
    guests.filter(({ state }) => state === 'invited').map(({ contactId }) => contactId),
  )
  return [...contactIds].map(contactId => ({ touchId: `preview:${contactId}`, contactId }))
}

async function busyTimes(
  ctx: Context,
  actor: StaffMember,
  { speakerIds, eventId }: DateWish,
): Promise<BusyTime[]> {
  if (speakerIds.length === 0) return []
  const speakers = await knownSpeakers(ctx, speakerIds)
  const times = await readSpeakerTimes(ctx, actor, speakers)
  return times
    .filter(time => time.eventId === null || time.eventId !== eventId)
    .map(({ speakerId, title, from, until }) => ({
      speaker: speakers.get(speakerId)?.name ?? '',
      title,
      from,
      until,
    }))
}
