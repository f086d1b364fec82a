import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { ruleDates, ruleStanding } from '@sixfold/domain/roundtables/cadence-rule'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { EVENT_KINDS } from '@sixfold/domain/roundtables/event-kind'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import type { RegionRow } from '../../house/organisation/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type { RulesOf } from '../cadence-rules/service.ts'
import { readRules, ruleOf } from '../cadence-rules/service.ts'
import type { OpenDate } from '../decisions/service.ts'
import { decisionSpan, readDecisions } from '../decisions/service.ts'
import { findEventDates, findRoundtables } from '../event-records/service.ts'
import { describeRoundtables } from '../roundtables/service.ts'

/** The year of the regions that the caller may see: events, due dates, days off, how each region stands, what to decide. */
export async function readYear(ctx: Context, actor: StaffMember, year: number) {
  const all = await listRegions(ctx)
  const regions = all.filter(({ _id }) => can(actor, 'roundtable.read', { regionId: _id }))
  const ids = regions.map(({ _id }) => _id)
  const inYear = (date: string) => date.startsWith(`${year}-`)
  const [rows, dates, calendarOf, rulesOf, { zone }] = await Promise.all([
    findRoundtables(ctx, ids, yearSpan(year)),
    findEventDates(ctx),
    readCalendars(ctx),
    readRules(ctx),
    readOrganisation(ctx),
  ])
  const today = wallTimeIn(ctx.clock.now(), zone).date
  const standings = regions.map(region => standingOf(ctx, region, { rulesOf, dates, year }))
  const lanes = []
  for (const { region, kinds } of standings) {
    const { holidays, quiet = [] } = await calendarOf(region._id)
    lanes.push({
      regionId: region._id,
      ...kinds.round_table,
      conference: rulesOf(region).conference && kinds.conference,
      holidays: holidays.filter(({ date }) => inYear(date)).map(({ date, name }) => ({ date, name })),
      quiet: quiet.filter(({ date }) => inYear(date)).map(({ date, name }) => ({ date, name })),
    })
  }
  const upcoming = await findRoundtables(ctx, ids, decisionSpan(today))
  const standing = upcoming.filter(row => row.state === 'planned' && ctx.clock.now() < row.startsAt)
  const decisions = await readDecisions(ctx, actor, {
    today,
    open: standings.flatMap(({ region, kinds }) => openDates(region, kinds, today)),
    events: await describeRoundtables(ctx, standing),
    calendarOf,
  })
  const nameOf = new Map(all.map(({ _id, name }) => [_id, name]))
  return {
    items: await describeRoundtables(ctx, rows),
    lanes,
    elsewhere: dates
      .filter(({ regionId, date }) => !ids.includes(regionId) && inYear(date))
      .map(({ regionId, date, kind }) => ({ date, kind, region: nameOf.get(regionId) ?? '' }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    decisions,
  }
}

interface KindStanding extends ReturnType<typeof kindStanding> {}

/** How a region stands with each kind of event; each counts by itself. */
function standingOf(
  ctx: Context,
  region: RegionRow,
  facts: { rulesOf: RulesOf; dates: Awaited<ReturnType<typeof findEventDates>>; year: number },
) {
  const today = wallTimeIn(ctx.clock.now(), region.zone).date
  const rules = facts.rulesOf(region)
  const of = (kind: EventKind) =>
    kindStanding(kind, ruleOf(rules, kind), {
      year: facts.year,
      today,
      eventDates: facts.dates
        .filter(event => event.regionId === region._id && event.kind === kind)
        .map(({ date }) => date),
    })
  return { region, kinds: { round_table: of('round_table'), conference: of('conference') } }
}

function kindStanding(
  kind: EventKind,
  rule: ReturnType<typeof ruleOf>,
  { year, ...now }: { year: number; today: string; eventDates: string[] },
) {
  const { lamp, open } = ruleStanding(kind, rule, now)
  return {
    everyMonths: rule?.everyMonths ?? 0,
    dueDates: ruleDates(rule, yearSpan(year)),
    lamp,
    openDates: open,
  }
}

/** The latest open date of each kind: an event on it makes up for those before. */
function openDates(region: RegionRow, kinds: Record<EventKind, KindStanding>, today: string): OpenDate[] {
  const { _id: regionId, zone } = region
  return EVENT_KINDS.flatMap(eventKind => {
    const date = kinds[eventKind].openDates.at(-1)
    return date === undefined ? [] : [{ regionId, zone, eventKind, date, overdue: date < today }]
  })
}

function yearSpan(year: number) {
  const text = String(year).padStart(4, '0')
  return { from: `${text}-01-01`, to: `${text}-12-31` }
}
