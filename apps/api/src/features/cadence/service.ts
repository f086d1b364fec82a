import type { StaffMember } from '@sixfold/contract/staff'
import { cadenceDates, MOST_DATES } from '@sixfold/domain/cadence'
import { cadenceStanding, LEAD_DAYS } from '@sixfold/domain/cadence-lamp'
import { addLocalDays } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../context.ts'
import { listRegions } from '../organisation/service.ts'
import { readCalendars } from '../region-calendars/service.ts'
import { describeRoundtables, findEventDates, findRoundtables } from '../roundtables/service.ts'

/** The year of the regions that the caller may see: events, due dates, holidays, and how each region stands. */
export async function readYear(ctx: Context, actor: StaffMember, year: number) {
  const regions = (await listRegions(ctx)).filter(({ _id }) =>
    can(actor, 'roundtable.read', { regionId: _id }),
  )
  const ids = regions.map(({ _id }) => _id)
  const [rows, events] = await Promise.all([
    findRoundtables(ctx, ids, { from: `${year}-01-01`, to: `${year}-12-31` }),
    findEventDates(ctx, ids),
  ])
  const calendarOf = await readCalendars(ctx)
  const lanes = []
  for (const { _id: regionId, everyMonths, anchor, zone } of regions) {
    const today = wallTimeIn(ctx.clock.now(), zone).date
    const series = cadenceDates({ anchor, everyMonths, count: MOST_DATES })
    const horizon = addLocalDays(today, LEAD_DAYS + 31 * everyMonths)
    const { lamp, open } = cadenceStanding({
      dueDates: series.filter(date => date <= horizon),
      eventDates: events.filter(event => event.regionId === regionId).map(({ date }) => date),
      today,
    })
    const inYear = (date: string) => date.startsWith(`${year}-`)
    const { holidays } = await calendarOf(regionId)
    lanes.push({
      regionId,
      everyMonths,
      dueDates: series.filter(inYear),
      lamp,
      openDates: open,
      holidays: holidays.filter(({ date }) => inYear(date)).map(({ date, name }) => ({ date, name })),
    })
  }
  return { items: await describeRoundtables(ctx, rows), lanes }
}
