import type { Roundtable } from '@sixfold/contract/roundtables'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DayKind } from '@sixfold/domain/calendar/working-days'
import { dayKind } from '@sixfold/domain/calendar/working-days'
import { dayAlert } from '@sixfold/domain/roundtables/day-alert'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { freeSeats, heldSeats, overBy } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { countGuests, findGuests, toGuests } from '../../guests/guests/service.ts'
import { findLedgers, readSeats } from '../../guests/seats/service.ts'
import { record } from '../../house/audit/service.ts'
import type { ApprovalRow, RoundtableRow } from '../event-records/service.ts'
import { isFrozenNow, planOf, visibleEvent } from '../event-records/service.ts'

export { mayReadRoundtable } from '../event-records/service.ts'

/** An event and its guests; reading their names leaves an audit entry. */
export async function readRoundtable(ctx: Context, actor: StaffMember, id: string) {
  const row = await visibleEvent(ctx, actor, id, 'roundtable.read')
  await record(ctx, actor, 'roundtable.read', `roundtable:${id}`)
  return { roundtable: await describeRoundtable(ctx, row), guests: await readGuests(ctx, id) }
}

export async function describeRoundtable(ctx: Context, row: RoundtableRow): Promise<Roundtable> {
  const [described] = await describeRoundtables(ctx, [row])
  if (!described) throw new Error('an event was lost while it was described')
  return described
}

/** Events as staff see them, with their seats as they are now. */
export async function describeRoundtables(
  ctx: Context,
  rows: readonly RoundtableRow[],
): Promise<Roundtable[]> {
  const ids = rows.map(({ _id }) => _id)
  const [ledgers, counts, calendarOf] = await Promise.all([
    findLedgers(ctx, ids),
    countGuests(ctx, ids),
    readCalendars(ctx),
  ])
  const now = ctx.clock.now()
  const described: Roundtable[] = []
  for (const row of rows) {
    const ledger = ledgers.get(row._id)
    const { invited, declined } = counts.get(row._id) ?? { invited: 0, declined: 0 }
    const day = dayKind(row.date, await calendarOf(row.regionId))
    described.push({
      id: row._id,
      ...planOf(row),
      title: { ...row.title },
      description: { ...row.description },
      state: row.state,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      timeNotice: row.timeNotice,
      holiday: nameOf(day) || null,
      dayKind: day.kind,
      dayAlert: alertOf(row, day, { invited, now }),
      frozen: isFrozenNow(ctx, row),
      approvals: (row.approvals ?? []).map(toApproval),
      seats: {
        ...(ledger ? seatCounts(ledger, now) : noSeats(row)),
        invited,
        declined,
      },
      revision: row.revision,
    })
  }
  return described
}

/** Who was invited, with what they answered and where they wait. */
export async function readGuests(ctx: Context, id: string) {
  const [rows, ledger] = await Promise.all([findGuests(ctx, id), readSeats(ctx, id)])
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  return toGuests(rows, ledger, contacts, ctx.clock.now())
}

const nameOf = (day: DayKind) => ('name' in day ? day.name : '')

/** Only who was invited for a day is told of another one: before that the day is shown as it is. */
function alertOf(row: RoundtableRow, day: DayKind, { invited, now }: { invited: number; now: Date }) {
  const open = row.state === 'planned' && now < row.startsAt && invited > 0
  const alert = open ? dayAlert(row.notedDay, day) : null
  if (!alert) return null
  const { was, is } = alert
  return { was: was.kind, wasName: nameOf(was), is: is.kind, isName: nameOf(is) }
}

function toApproval({ decidedById: _by, askedAt, decidedAt, ...row }: ApprovalRow) {
  return { ...row, askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null }
}

function seatCounts(ledger: SeatLedger, now: Date) {
  return {
    capacity: ledger.capacity,
    taken: heldSeats(ledger, now),
    free: freeSeats(ledger, now),
    overBy: overBy(ledger, now),
    waitlisted: ledger.waitlist.length,
  }
}

/** Between planning an event and opening its ledger a crash may lie; the next start opens it. */
function noSeats({ capacity }: RoundtableRow) {
  return { capacity, taken: 0, free: capacity, overBy: 0, waitlisted: 0 }
}
