import type { StaffMember } from '@sixfold/contract/staff'
import type { CalendarEntry } from '@sixfold/domain/calendar/region-calendar'
import { addLocalDays } from '@sixfold/domain/local-date'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { findMembers } from '../auth/members.ts'
import type { Context } from '../context.ts'
import {
  readCalendar,
  readCalendars,
  saveCalendar,
} from '../features/contact-policy/region-calendars/service.ts'
import type { RegionRow } from '../features/house/organisation/service.ts'
import { readRegionRules, saveRules } from '../features/roundtables/cadence-rules/service.ts'
import { askApproval } from '../features/roundtables/event-approvals/service.ts'
import { changePlan } from '../features/roundtables/event-plans/service.ts'
import type { RoundtableRow } from '../features/roundtables/event-records/service.ts'
import { findRoundtables } from '../features/roundtables/event-records/service.ts'
import { addSpeaker } from '../features/roundtables/speaker-times/service.ts'
import type { PlannedEvent } from './events.ts'
import { hybridSeating } from './hybrid.ts'

/**
 * Conferences by region: one was held a month ago, one is planned, one is due soon without a date. `from`: months from now to
 * the day that the yearly rule counts from; `held`: days from now to the event.
 */
const conferences = [
  { region: 'North', from: -9, held: 86, hybrid: true },
  { region: 'South', from: -13, held: -31, hybrid: false },
  { region: 'Central Europe', from: 2, held: null, hybrid: false },
] as const

const CONFERENCE_PLANNED_DAYS_BEFORE = 110
const CONFERENCE_GUESTS = 56
const CONFERENCE_SEATS = 60
/** Fewer than want to come: some wait, some take part from elsewhere. */
const HYBRID_SEATS = 20

/** The conferences that were held or are planned. */
export function planConferences(now: Date, regions: readonly RegionRow[]): PlannedEvent[] {
  return conferences.flatMap(({ region: name, held, hybrid }) => {
    const region = regions.find(one => one.name === name)
    if (!region || held === null) return []
    const day = wednesday(addDays(now, held))
    const planAt = addDays(day, -CONFERENCE_PLANNED_DAYS_BEFORE)
    return [
      {
        region,
        kind: 'conference' as const,
        date: dayOf(day),
        guests: CONFERENCE_GUESTS,
        ...(hybrid ? { seats: HYBRID_SEATS, seating: hybridSeating } : { seats: CONFERENCE_SEATS }),
        planAt,
        answerAt: addDays(planAt, 4),
      },
    ]
  })
}

/** Who speaks; the last is away for a week soon. */
const speakers = [
  { name: 'Nguyễn Minh Châu', about: 'Head of delivery', zone: 'Asia/Ho_Chi_Minh', away: null },
  { name: 'Đặng Quốc Bảo', about: 'Technical director', zone: 'Asia/Ho_Chi_Minh', away: null },
  { name: 'Jens Albrecht', about: 'Drives and spare parts', zone: 'Europe/Berlin', away: null },
  { name: 'Lim Hui Min', about: 'Support, Singapore', zone: 'Asia/Singapore', away: { in: 20, days: 5 } },
] as const

/**
 * The year as it stands today: rules, quiet weeks, speakers, and two things to decide: a day that became a half day after guests
 * were invited, and a change after the freeze that waits for a second person.
 */
export async function arrangeYear(
  ctx: Context,
  admin: StaffMember,
  regions: readonly RegionRow[],
): Promise<void> {
  const now = ctx.clock.now()
  for (const { region: name, from } of conferences) {
    const id = regions.find(region => region.name === name)?._id
    if (id === undefined) continue
    const { roundTable, revision } = await readRegionRules(ctx, admin, id)
    const conference = { anchor: dayOf(addMonths(now, from)), everyMonths: 12, on: null }
    await saveRules(ctx, admin, { id, revision, roundTable, conference })
  }
  const [north, south] = await Promise.all(
    ['North', 'South'].map(async name => {
      const region = regions.find(one => one.name === name)
      return region ? nextRoundTable(ctx, region) : null
    }),
  )
  await bringSpeakers(ctx, admin, [north ?? null, south ?? null])
  for (const region of regions) await keepQuiet(ctx, admin, region, region.name === 'North' ? north : null)
  if (south) await askAfterFreeze(ctx, admin, south)
}

async function nextRoundTable(ctx: Context, region: RegionRow): Promise<RoundtableRow | null> {
  const today = dayOf(ctx.clock.now())
  const rows = await findRoundtables(ctx, [region._id], { from: today, to: addLocalDays(today, 80) })
  return rows.find(({ kind, state }) => kind === 'round_table' && state === 'planned') ?? null
}

async function bringSpeakers(ctx: Context, admin: StaffMember, events: readonly (RoundtableRow | null)[]) {
  const today = dayOf(ctx.clock.now())
  const ids: string[] = []
  for (const { away, ...speaker } of speakers) {
    const from = away && addLocalDays(today, away.in)
    const days = away && from ? [{ from, until: addLocalDays(from, away.days - 1), title: 'Leave' }] : []
    ids.push((await addSpeaker(ctx, admin, { ...speaker, away: days, active: true })).id)
  }
  for (const [index, event] of events.entries())
    if (event)
      await changePlan(ctx, admin, {
        id: event._id,
        revision: event.revision,
        changes: { speakerIds: index === 0 ? ids.slice(0, 2) : ids.slice(1, 3) },
      })
}

/** What the region leaves its customers alone for, and the half day that was announced after guests were invited. */
async function keepQuiet(
  ctx: Context,
  admin: StaffMember,
  region: RegionRow,
  event: RoundtableRow | null | undefined,
): Promise<void> {
  const { revision } = await readCalendar(ctx, admin, { id: region._id })
  const { holidays } = await (await readCalendars(ctx))(region._id)
  const year = ctx.clock.now().getUTCFullYear()
  const entries = [year - 1, year, year + 1].flatMap(one =>
    quietWeeks(
      region.country,
      one,
      holidays.filter(({ date }) => date.startsWith(`${one}-`)),
    ),
  )
  if (event)
    entries.push({
      from: event.date,
      until: event.date,
      kind: 'half',
      name: 'Tổng kết cuối năm',
      source: 'Regional office, this week',
    })
  await saveCalendar(ctx, admin, { id: region._id, revision, entries }, admin.language)
}

function quietWeeks(
  country: string,
  year: number,
  holidays: readonly { date: string; name: string }[],
): CalendarEntry[] {
  const quiet = (from: string, until: string, name: string): CalendarEntry => ({
    from,
    until,
    kind: 'quiet',
    name,
    source: 'Regional office',
  })
  if (country === 'DE') return [quiet(`${year}-08-10`, `${year}-08-21`, 'Betriebsferien')]
  if (country === 'SG') return [quiet(`${year}-12-21`, `${year}-12-31`, 'Year-end closing')]
  const tet = holidays.filter(({ name }) => name.includes('Tết Nguyên')).map(({ date }) => date)
  const [first, last] = [tet[0], tet.at(-1)]
  return [
    ...(first && last ? [quiet(addLocalDays(first, -7), addLocalDays(last, 4), 'Tết')] : []),
    quiet(`${year}-06-24`, `${year}-06-30`, 'Kiểm kê giữa năm'),
  ]
}

/** The room fell through after the freeze: the region's own colleague asks, somebody else has to agree. */
async function askAfterFreeze(ctx: Context, admin: StaffMember, { _id: id, regionId }: RoundtableRow) {
  const colleague = (await findMembers(ctx)).find(
    ({ role, regions }) => role === 'regional' && regions !== 'all' && regions.includes(regionId),
  )
  const row = (
    await findRoundtables(ctx, [regionId], { from: dayOf(ctx.clock.now()), to: '9999-12-31' })
  ).find(one => one._id === id)
  if (!colleague || !row) return
  const freezeOn = addLocalDays(dayOf(ctx.clock.now()), -1)
  const { revision } = await changePlan(ctx, admin, { id, revision: row.revision, changes: { freezeOn } })
  await askApproval(ctx, colleague, {
    id,
    revision,
    changes: { venue: 'White Palace, TP. Hồ Chí Minh' },
    note: 'Gem Center đổi lịch phòng; White Palace còn trống đúng buổi sáng đó, cùng giá.',
  })
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)

function wednesday(day: Date): Date {
  return addDays(day, (3 - day.getUTCDay() + 7) % 7)
}
