import type { DueEnding, DueThing, DueView } from '@sixfold/contract/due'
import type { StaffMember } from '@sixfold/contract/staff'
import type { DueState } from '@sixfold/domain/due/due-step'
import type { DueKind } from '@sixfold/domain/due/due-window'
import { addLocalDays, localDaysBetween } from '@sixfold/domain/local-date'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import { MOST_OF_A_SOURCE } from '@sixfold/domain/my-day/due-item'
import { can } from '@sixfold/domain/permissions'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { findAccounts, regionsToSearch } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { callerSearch, openCallDesks } from '../call-desks/service.ts'
import { callOpenings } from '../call-openings/service.ts'
import type { DuePlace, DueRow, DueSearch } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'

export interface DueQuery {
  kind: DueKind
  view?: DueView | undefined
  of?: 'me' | 'nobody' | 'all' | undefined
  regionId?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

const statesOf: Record<DueView, readonly DueState[]> = {
  now: ['due'],
  later: ['waiting'],
  lapsed: ['lapsed'],
  done: ['done'],
}
const views = Object.keys(statesOf) as DueView[]

/** What is due in the regions that the caller may see: what closes first comes first, of what has ended the latest. */
export async function listDue(ctx: Context, actor: StaffMember, query: DueQuery) {
  const { kind, view = 'now', limit = 50 } = query
  const search = await searchOf(ctx, actor, query)
  const after = placeOf(query.cursor)
  const latest = view === 'lapsed' || view === 'done'
  const rows = await dueBook.listDueRows(
    ctx,
    kind,
    { ...search, states: statesOf[view] },
    { after, limit, latest },
  )
  await record(ctx, actor, 'due.read', kind, `${rows.length}`)
  const last = rows.length === limit ? rows.at(-1) : undefined
  const openings =
    kind === 'installation_call' && view === 'now' && !after ? await callOpenings(ctx, search) : undefined
  const counts = await Promise.all(
    after ? [] : views.map(one => dueBook.countDueRows(ctx, kind, { ...search, states: statesOf[one] })),
  )
  return {
    items: await describeDue(ctx, kind, rows),
    next: last ? `${last.closesOn}.${last._id}` : null,
    ...(openings ? { openings } : {}),
    ...(after
      ? {}
      : {
          counts: {
            now: counts[0] ?? 0,
            later: counts[1] ?? 0,
            lapsed: counts[2] ?? 0,
            done: counts[3] ?? 0,
          },
        }),
  }
}

/** The caller's calls that may be made now, for My day: each is due by the end of the last day of its window. */
export async function callsDueFor(ctx: Context, actor: StaffMember): Promise<DueItem[]> {
  if (!can(actor, 'call.make')) return []
  const kind = 'installation_call'
  const search = { ...(await searchOf(ctx, actor, { kind, of: 'me' })), states: statesOf.now }
  const rows = await dueBook.listDueRows(ctx, kind, search, { after: null, limit: MOST_OF_A_SOURCE })
  const accounts = await findAccounts(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  const [calls, regions, { zone }] = await Promise.all([
    describeDue(ctx, kind, rows),
    listRegions(ctx),
    readOrganisation(ctx),
  ])
  const zones = new Map(regions.map(region => [region._id, region.zone]))
  return calls.map(call => ({
    kind: 'call',
    topic: 'installation_call',
    id: call.id,
    title: call.productName,
    accountId: call.accountId,
    accountName: call.accountName,
    contactName: call.contact?.name ?? '',
    regionId: call.regionId,
    dueAt: resolveWallTime({ date: call.closesOn, time: DAY_ENDS, zone: zones.get(call.regionId) ?? zone })
      .instant,
    stake: 'lapses',
    severe: false,
    revenue: accounts.get(call.accountId)?.annualRevenue ?? null,
    path: `/desk/calls/${call.id}`,
  }))
}

/** The call to go on with after this one: the first of the caller's own, else of all that they may make. */
export async function nextCallOf(ctx: Context, actor: StaffMember, id: string): Promise<string | null> {
  const kind = 'installation_call'
  for (const whose of ['me', 'all'] as const) {
    const search = { ...(await searchOf(ctx, actor, { kind, of: whose })), states: statesOf.now }
    const rows = await dueBook.listDueRows(ctx, kind, search, { after: null, limit: MOST_LOOKED_AT })
    const now = ctx.clock.now()
    const next = rows.find(({ _id, begun, dueAt }) => _id !== id && !begun && (!dueAt || dueAt <= now))
    if (next) return next._id
  }
  return null
}

/** Of a list whose first calls go on or wait for their hour. */
const MOST_LOOKED_AT = 30

const DAY_ENDS = '23:59'

interface ReportQuery {
  kind: DueKind
  regionId?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

/** How things whose windows closed in these months ended, by month, region and reason. */
export async function readEndings(
  ctx: Context,
  actor: StaffMember,
  { kind, from, until, ...query }: ReportQuery,
): Promise<{ items: DueEnding[] }> {
  const states: DueState[] = ['done', 'lapsed', 'cancelled']
  const counts = await dueBook.countEnded(ctx, kind, {
    regionIds: regionsToSearch(actor, query.regionId),
    states,
    from,
    until,
  })
  return { items: counts.sort((a, b) => (a.month === b.month ? b.n - a.n : a.month < b.month ? 1 : -1)) }
}

/** Rows read from the database at once while an export is written. */
const PAGE = 500

/** Every lapsed thing of these months, the latest first. */
export async function exportLapsed(
  ctx: Context,
  actor: StaffMember,
  { kind, from, until, ...query }: ReportQuery,
): Promise<File> {
  const search: DueSearch = {
    regionIds: regionsToSearch(actor, query.regionId),
    states: ['lapsed'],
    from,
    until,
  }
  const regions = new Map((await listRegions(ctx)).map(({ _id, name }) => [_id, name]))
  const lines = [csvLine(columns)]
  for (let after: DuePlace | null = null; ; ) {
    const rows: DueRow[] = await dueBook.listDueRows(ctx, kind, search, { after, limit: PAGE, latest: true })
    for (const {
      regionId,
      accountName,
      contact,
      productName,
      since,
      opensOn,
      closesOn,
      ...one
    } of await describeDue(ctx, kind, rows))
      lines.push(
        csvLine([
          closesOn.slice(0, 7),
          regions.get(regionId),
          accountName,
          contact?.name,
          productName,
          since,
          opensOn,
          closesOn,
          one.reason,
          one.tries,
          one.ownerName,
        ]),
      )
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = { closesOn: last.closesOn, id: last._id }
  }
  await record(ctx, actor, 'due.exported', kind, `${lines.length - 1} lapsed`)
  return new File([`\uFEFF${lines.join('\n')}\n`], `lapsed-${fileNames[kind]}.csv`, {
    type: 'text/csv;charset=utf-8',
  })
}

const fileNames: Record<DueKind, string> = { installation_call: 'calls', product_survey: 'product-surveys' }
const columns = [
  'month',
  'region',
  'account',
  'contact',
  'product',
  'since',
  'opened',
  'closed',
  'reason',
  'tries',
  'owner',
]

/** Rows as people see them. */
export async function describeDue(ctx: Context, kind: DueKind, rows: readonly DueRow[]): Promise<DueThing[]> {
  const [accounts, contacts, products, members, regions, { zone }, callersOf] = await Promise.all([
    findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
    findContacts(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
    findProductsById(ctx, [...new Set(rows.map(({ productId }) => productId))]),
    findMembers(ctx),
    listRegions(ctx),
    readOrganisation(ctx),
    openCallDesks(ctx),
  ])
  const productNames = new Map(products.map(({ _id, name }) => [_id, name]))
  const memberNames = new Map(members.map(({ id, name }) => [id, name]))
  const zones = new Map(regions.map(region => [region._id, region.zone]))
  const now = ctx.clock.now()
  return rows.map(row => {
    const found = row.contactId === null ? undefined : contacts.get(row.contactId)
    const today = wallTimeIn(now, zones.get(row.regionId) ?? zone).date
    return {
      id: row._id,
      kind,
      state: row.state,
      reason: row.reason,
      accountId: row.accountId,
      accountName: accounts.get(row.accountId)?.name ?? '',
      regionId: row.regionId,
      contact:
        found && !found.erased
          ? { id: found.id, name: found.name, role: found.role, phone: found.phone, zone: found.zone }
          : null,
      productName: productNames.get(row.productId) ?? '',
      since: row.since,
      opensOn: row.opensOn,
      closesOn: row.closesOn,
      daysLeft: Math.max(0, localDaysBetween(today, addLocalDays(row.closesOn, 1))),
      dueAt: row.dueAt?.toISOString() ?? null,
      ownerId: row.ownerId,
      ownerName: memberNames.get(row.ownerId ?? '') ?? '',
      tries: row.tries,
      language: row.language ?? null,
      callBackAt: row.callBackAt?.toISOString() ?? null,
      callers: callersOf(row.regionId, row.language ?? null).flatMap(id => memberNames.get(id) ?? []),
      begun: row.begun && { at: row.begun.at.toISOString(), by: row.begun.by, byName: row.begun.byName },
      settledAt: row.settledAt?.toISOString() ?? null,
    }
  })
}

/** Calls go by desk and else by account, surveys by account alone. */
async function searchOf(
  ctx: Context,
  actor: StaffMember,
  { kind, regionId, of = 'all' }: Pick<DueQuery, 'kind' | 'regionId' | 'of'>,
): Promise<Pick<DueSearch, 'regionIds' | 'ownerId' | 'caller'>> {
  const regionIds = regionsToSearch(actor, regionId)
  if (of === 'all') return { regionIds }
  const memberId = of === 'me' ? actor.id : null
  if (kind === 'product_survey') return { regionIds, ownerId: memberId }
  return { regionIds, caller: await callerSearch(ctx, memberId) }
}

function placeOf(cursor: string | undefined): DuePlace | null {
  const [, closesOn, id] = /^(\d{4}-\d\d-\d\d)\.(.+)$/.exec(cursor ?? '') ?? []
  return closesOn && id ? { closesOn, id } : null
}
