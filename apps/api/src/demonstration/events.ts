import type { StaffMember } from '@sixfold/contract/staff'
import { cadenceDates } from '@sixfold/domain/cadence'
import type { RandomSource } from '@sixfold/domain/random'
import { sampleWithoutReplacement } from '@sixfold/domain/random'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import type { Seating } from '@sixfold/domain/seats/seating'
import { addDays, addMonths } from 'date-fns'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { previewTouches } from '../features/contact-policy/contact-ledger/service.ts'
import { findContactsOfRegions } from '../features/customers/contacts/service.ts'
import { inviteToRoundtable } from '../features/guests/event-invitations/service.ts'
import { answerInvitation } from '../features/guests/rsvp/service.ts'
import type { RegionRow } from '../features/house/organisation/service.ts'
import { planRoundtable } from '../features/roundtables/event-plans/service.ts'
import type { Simulation } from './simulated-context.ts'

const PLANNED_DAYS_BEFORE = 45
const GUESTS = 20
const SEATS = 18

/** What happens to one round table on the way to its day. */
export interface PlannedEvent {
  region: RegionRow
  /** A round table unless it says otherwise. */
  kind?: EventKind
  date: string
  guests?: number
  seats?: number
  seating?: Seating
  planAt: Date
  answerAt: Date
}

/** How long before now each region met first: two meet again within weeks, one is at risk, the last one is overdue. */
const anchors = [
  { months: -14, days: 2 },
  { months: -14, days: -5 },
  { months: -15, days: -12 },
  { months: -13, days: 0 },
]

/** The first round table of a region, a little over a year ago. */
export function anchorOf(now: Date, regionIndex: number): string {
  const { months, days } = anchors[regionIndex % anchors.length] ?? { months: -13, days: 0 }
  return addDays(addMonths(now, months), days).toISOString().slice(0, 10)
}

/**
 * The round tables of a region from its anchor to the near future, on its cadence moved to the next Thursday.
 * The last region has let its latest date pass, and the one before has none for the next, so that the year shows both.
 */
export function planEvents(now: Date, regions: readonly RegionRow[]): PlannedEvent[] {
  const horizon = addDays(now, 75).toISOString()
  return regions.flatMap((region, index) => {
    const dates = cadenceDates({ anchor: region.anchor, everyMonths: region.everyMonths, count: 12 }).filter(
      date => date < horizon,
    )
    const until = [addDays(now, -100), now][regions.length - 1 - index]?.toISOString()
    const kept = until === undefined ? dates : dates.filter(date => date < until)
    return kept.map(due => {
      const day = thursday(new Date(`${due}T03:00:00Z`))
      return {
        region,
        date: day.toISOString().slice(0, 10),
        planAt: addDays(day, -PLANNED_DAYS_BEFORE),
        answerAt: addDays(day, -PLANNED_DAYS_BEFORE + 3),
      }
    })
  })
}

/** Plans the event and invites guests of its region. */
export async function planAndInvite(
  { ctx }: Simulation,
  actor: StaffMember,
  random: RandomSource,
  event: PlannedEvent,
): Promise<void> {
  const { region, date, kind = 'round_table', guests: wanted = GUESTS, seats = SEATS, seating } = event
  const roundtable = await planRoundtable(ctx, actor, {
    regionId: region._id,
    kind,
    title:
      kind === 'conference'
        ? { en: `Customer conference ${region.name}`, vi: `Hội nghị khách hàng ${placeIn(region)}` }
        : { en: `Round table ${region.name}`, vi: `Tọa đàm khách hàng ${placeIn(region)}` },
    description: {
      en: 'Your experience of the last months, what we did about it, and what comes next. Lunch is included.',
      vi: 'Trải nghiệm của anh/chị trong những tháng qua, những gì chúng tôi đã làm và việc sắp tới. Có dùng bữa trưa.',
    },
    date,
    startTime: '08:30',
    endTime: '12:00',
    zone: region.zone,
    venue: venues[region.name] ?? region.name,
    capacity: seats,
    ...(seating && { seating }),
    answerBy: addDays(new Date(`${date}T00:00:00Z`), -7)
      .toISOString()
      .slice(0, 10),
  })
  const free = await invitableContacts(ctx, region)
  const guests = sampleWithoutReplacement(free, Math.min(wanted, free.length), random)
  if (guests.length > 0) await inviteToRoundtable(ctx, actor, { id: roundtable.id, contactIds: guests })
}

/** The contacts of a region whom the contact policy allows to be invited now or within days. */
export async function invitableContacts(ctx: Context, region: RegionRow): Promise<string[]> {
  const contacts = await findContactsOfRegions(ctx, [region._id], { after: null, limit: 1000 })
  const requests = contacts.map(({ id }) => ({
    touchId: id,
    contactId: id,
    kind: 'roundtable_invitation' as const,
    purpose: 'roundtable' as const,
    subject: 'preview',
  }))
  const decisions = await previewTouches(ctx, requests)
  const soon = addDays(ctx.clock.now(), 3)
  return contacts.flatMap(({ id }) => {
    const decision = decisions.get(id)
    const free =
      decision?.decision === 'allow' || (decision?.earliest !== undefined && decision.earliest < soon)
    return free ? [id] : []
  })
}

/** Most of those who got a letter answer it, most of them come. */
export async function answerLetters({ ctx, takeLinks }: Simulation, random: RandomSource): Promise<void> {
  for (const { token } of await takeLinks('roundtable-invitation')) {
    const chance = random.next()
    if (chance < 0.85) await answerOne(ctx, token, chance < 0.65 ? 'accept' : 'decline')
  }
}

// Some letters leave late and come too late to be answered.
async function answerOne(ctx: Context, token: string, answer: 'accept' | 'decline'): Promise<void> {
  try {
    await answerInvitation(ctx, { token, answer })
  } catch (error) {
    if (!(error instanceof AppError) || !tooLate.has(error.code)) throw error
  }
}

const tooLate: ReadonlySet<string> = new Set(['link_expired', 'event_started', 'event_closed'])

/** A region's name is one for all languages; a title names the place as Vietnamese guests do. */
export const placeIn = ({ name }: Pick<RegionRow, 'name'>): string => places[name] ?? name

const places: Record<string, string> = {
  North: 'miền Bắc',
  South: 'miền Nam',
  'Central Europe': 'Trung Âu',
}

const venues: Record<string, string> = {
  North: 'Khách sạn Melia, Hà Nội',
  South: 'Gem Center, TP. Hồ Chí Minh',
  Singapore: 'Suntec Singapore, Level 3',
  'Central Europe': 'Haus der Industrie, München',
}

function thursday(day: Date): Date {
  return addDays(day, (4 - day.getUTCDay() + 7) % 7)
}
