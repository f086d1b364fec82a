import type { CallOpening } from '@sixfold/contract/due'
import { nextWorkingTime } from '@sixfold/domain/calendar/working-days'
import type { Context } from '../../../context.ts'
import { openDesk } from '../../contact-policy/touch-decisions/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { DueRow, DueSearch } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'

const KIND = 'installation_call'

/** Calls of a region that are looked at; those of one region open at nearly the same time. */
const LOOKED_AT = 20

/**
 * Where calls wait and none can be made at present, at night, on a weekend or on a holiday: when the first one can, and whose it is.
 * The soonest comes first.
 */
export async function callOpenings(ctx: Context, search: Omit<DueSearch, 'states'>): Promise<CallOpening[]> {
  const regionIds = search.regionIds ?? (await listRegions(ctx)).map(({ _id }) => _id)
  const rows = (
    await Promise.all(regionIds.map(regionId => soonest(ctx, { ...search, regionIds: [regionId] })))
  ).flat()
  if (rows.length === 0) return []
  const contacts = await findContacts(
    ctx,
    rows.flatMap(({ contactId }) => contactId ?? []),
  )
  const [desk, accounts] = await Promise.all([
    openDesk(ctx, [], contacts),
    findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
  ])
  const firsts = new Map<string, CallOpening>()
  for (const { _id: callId, contactId, accountId, regionId, dueAt, reason } of rows) {
    const contact = contacts.get(contactId ?? '')
    if (!contact || contact.erased || dueAt === null) continue
    const isPlanned = dueAt > desk.now
    const zone = contact.zone || desk.fallbackZone
    const opens = nextWorkingTime({
      instant: isPlanned ? dueAt : desk.now,
      zone,
      hours: desk.policyOf(contact, KIND).hours.phone,
      calendar: desk.calendarOf(contact),
    })
    const at = opens?.toISOString()
    const before = firsts.get(regionId)
    // Rows come in the order in which they are called: of those of one instant the first one stays.
    if (at === undefined || (before && before.at <= at)) continue
    firsts.set(regionId, {
      regionId,
      at,
      reason: isPlanned ? reason : 'quiet_hours',
      callId,
      contactName: contact.name,
      accountName: accounts.get(accountId)?.name ?? '',
      zone,
    })
  }
  const now = desk.now.toISOString()
  return [...firsts.values()].filter(({ at }) => at > now).sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** What was ready before the hour closed comes before what is planned. */
async function soonest(ctx: Context, search: Omit<DueSearch, 'states'>): Promise<DueRow[]> {
  const now = ctx.clock.now()
  const [ready, planned] = await Promise.all([
    dueBook.listReadyRows(ctx, KIND, { ...search, states: ['due'] }, { now, limit: LOOKED_AT }),
    dueBook.listPlannedRows(
      ctx,
      KIND,
      { ...search, states: ['due', 'waiting'] },
      { after: now, limit: LOOKED_AT },
    ),
  ])
  return [...ready, ...planned]
}
