import type { StaffMember } from '@sixfold/contract/staff'
import type { PlanTable, SeatedPerson, TablePlan } from '@sixfold/contract/table-plans'
import { judgeTables, planTables } from '@sixfold/domain/roundtables/table-plan'
import type { TableGuest } from '@sixfold/domain/roundtables/table-rules'
import { assignTables } from '@sixfold/domain/seats/seat-arrivals'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { findInstallationsOfAccounts } from '../../customers/installations/service.ts'
import { findProducts } from '../../customers/products/service.ts'
import { rivalsAmong } from '../../evidence/rivalries/service.ts'
import { record } from '../../house/audit/service.ts'
import { openRequirementsOf } from '../../requirements/requirements/service.ts'
import { announceEvent, openEvent } from '../../roundtables/event-records/service.ts'
import type { GuestEvent } from '../guests/service.ts'
import { findGuestsById } from '../guests/service.ts'
import { changeSeats, readSeats } from '../seats/service.ts'
import type { TablePlanRow } from './store.ts'
import { findTablePlan, storeTablePlan } from './store.ts'

/** Each lost race means that somebody else's change was written. */
const MOST_ROUNDS = 20

/** Who sits where, and why; reading names leaves an audit entry. */
export async function readTables(ctx: Context, actor: StaffMember, id: string): Promise<TablePlan> {
  await openEvent(ctx, actor, id, 'roundtable.read')
  await record(ctx, actor, 'roundtable.tables-read', `roundtable:${id}`)
  return describe(ctx, id)
}

/** What the tables are called, by id: the seats know a table by its id alone. */
export async function tableNames(ctx: Context, id: string): Promise<Map<string, string>> {
  const { tables } = await findTablePlan(ctx, id)
  return new Map(tables.map(table => [table.id, table.name]))
}

export interface TableSetting {
  id: string
  revision: number
  tables: PlanTable[]
  hosts: { id: string; name: string }[]
}

export async function saveTables(
  ctx: Context,
  actor: StaffMember,
  { id, revision, tables, hosts }: TableSetting,
): Promise<TablePlan> {
  const event = await changeableEvent(ctx, actor, id)
  requireDistinct(tables, 'tables')
  requireDistinct(hosts, 'hosts')
  const hostIds = hosts.map(host => host.id)
  if ((await findGuestsById(ctx, hostIds)).length > 0) throw new AppError('not_found')
  const before = await findTablePlan(ctx, id)
  if (before.revision !== revision) throw new AppError('revision_conflict')
  const known = new Set(tables.map(table => table.id))
  const placeOf = new Map(before.hosts.map(host => [host.id, host.table]))
  const standing = (table: string | null | undefined) => (table && known.has(table) ? table : null)
  const seated = hosts.map(host => ({ ...host, table: standing(placeOf.get(host.id)) }))
  if (!(await storeTablePlan(ctx, before, { tables, hosts: seated }))) throw new AppError('revision_conflict')
  await leaveTables(ctx, event, known)
  await record(ctx, actor, 'roundtable.tables-set', `roundtable:${id}`, `${tables.length}`)
  return announced(ctx, id)
}

/** Seats everybody anew; who was seated by hand stays, unless all begins afresh. */
export async function proposeTables(
  ctx: Context,
  actor: StaffMember,
  { id, afresh }: { id: string; afresh: boolean },
): Promise<TablePlan> {
  const event = await changeableEvent(ctx, actor, id)
  const room = await enter(ctx, id)
  if (room.plan.tables.length === 0) throw new AppError('wrong_state')
  const byHand = afresh ? {} : handPlaces(room)
  const { places } = planTables({ ...room.task, byHand })
  const tableOf = new Map(places.map(({ guest, table }) => [guest, table]))
  await changePlan(ctx, id, plan => ({
    hosts: plan.hosts.map(host => ({ ...host, table: tableOf.get(host.id) ?? null })),
    byHand: afresh ? [] : plan.byHand,
  }))
  await seat(
    ctx,
    event,
    Object.fromEntries(room.guests.map(({ id: guest }) => [guest, tableOf.get(guest) ?? null])),
  )
  await record(ctx, actor, 'roundtable.tables-proposed', `roundtable:${id}`)
  return announced(ctx, id)
}

/** Seats one person by hand, also where that breaks a rule: the plan then says so. */
export async function placePerson(
  ctx: Context,
  actor: StaffMember,
  { id, personId, table }: { id: string; personId: string; table: string | null },
): Promise<TablePlan> {
  const event = await changeableEvent(ctx, actor, id)
  const room = await enter(ctx, id)
  if (table !== null && !room.plan.tables.some(one => one.id === table)) throw new AppError('not_found')
  if (!room.task.guests.some(one => one.id === personId)) throw new AppError('not_found')
  await changePlan(ctx, id, plan => ({
    hosts: plan.hosts.map(host => (host.id === personId ? { ...host, table } : host)),
    byHand: [...plan.byHand.filter(one => one !== personId), ...(table === null ? [] : [personId])],
  }))
  await seat(ctx, event, { [personId]: table })
  await record(ctx, actor, 'roundtable.table-changed', `roundtable:${id}`, personId)
  return announced(ctx, id)
}

export async function noteInterests(
  ctx: Context,
  actor: StaffMember,
  { id, guestId, productIds }: { id: string; guestId: string; productIds: string[] },
): Promise<TablePlan> {
  await changeableEvent(ctx, actor, id)
  const { guests, products } = await enter(ctx, id)
  const known = new Set(products.map(({ _id }) => _id))
  if (!guests.some(guest => guest.id === guestId)) throw new AppError('not_found')
  if (!productIds.every(one => known.has(one))) throw new AppError('not_found')
  const chosen = [...new Set(productIds)]
  await changePlan(ctx, id, ({ considering }) => ({ considering: { ...considering, [guestId]: chosen } }))
  await record(ctx, actor, 'roundtable.interest-noted', `roundtable:${id}`, guestId)
  return announced(ctx, id)
}

/** The event, if its tables may still be changed by this person. */
async function changeableEvent(ctx: Context, actor: StaffMember, id: string): Promise<GuestEvent> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (event.cancelled || ctx.clock.now() >= event.endsAt) throw new AppError('wrong_state')
  return event
}

function requireDistinct(things: readonly { id: string }[], path: string): void {
  if (new Set(things.map(({ id }) => id)).size < things.length)
    throw new AppError('invalid_input', { fields: [{ path, message: path }] })
}

async function changePlan(
  ctx: Context,
  id: string,
  change: (plan: TablePlanRow) => Partial<Omit<TablePlanRow, '_id' | 'revision'>>,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await findTablePlan(ctx, id)
    if (await storeTablePlan(ctx, before, change(before))) return
  }
  throw new AppError('unavailable', { retryAfterSeconds: 2 })
}

async function seat(ctx: Context, event: GuestEvent, places: Record<string, string | null>): Promise<void> {
  const now = ctx.clock.now()
  await changeSeats(ctx, event, ledger => assignTables(ledger, places, { now }))
}

/** Whoever sat at a table that is gone is not seated. */
async function leaveTables(ctx: Context, event: GuestEvent, known: ReadonlySet<string>): Promise<void> {
  const now = ctx.clock.now()
  await changeSeats(ctx, event, ledger => {
    const gone = ledger.claims.filter(({ table }) => table !== null && !known.has(table))
    return assignTables(ledger, Object.fromEntries(gone.map(({ invitation }) => [invitation, null])), { now })
  })
}

type RoomGuest = TableGuest & { name: string; accountName: string; table: string | null; seats: number }

/** Everybody who will be in the room, with what the rules look at. */
async function enter(ctx: Context, id: string) {
  const [plan, ledger, products] = await Promise.all([
    findTablePlan(ctx, id),
    readSeats(ctx, id),
    findProducts(ctx),
  ])
  const claims = ledger.claims.filter(({ state }) => state === 'confirmed')
  const rows = await findGuestsById(
    ctx,
    claims.map(({ invitation }) => invitation),
  )
  const contactOf = new Map(rows.map(row => [row._id, row.contactId]))
  const contacts = await findContacts(ctx, [...contactOf.values()])
  const accountIds = [...new Set([...contacts.values()].map(({ accountId }) => accountId))]
  const [installed, asked, apart] = await Promise.all([
    findInstallationsOfAccounts(ctx, accountIds),
    openRequirementsOf(ctx, accountIds),
    rivalsAmong(ctx, accountIds),
  ])
  const known = new Set(plan.tables.map(table => table.id))
  const guests = claims.map(({ invitation, seats, table }): RoomGuest => {
    const contact = contacts.get(contactOf.get(invitation) ?? '')
    const accountId = contact?.accountId ?? ''
    const uses = installed.filter(one => one.accountId === accountId).map(({ productId }) => productId)
    const wishes = asked.filter(one => one.accountIds.includes(accountId))
    return {
      id: invitation,
      accountId: accountId || invitation,
      kind: contact?.accountKind ?? 'existing',
      name: contact && !contact.erased ? contact.name : '',
      accountName: contact?.accountName ?? '',
      uses: [...new Set(uses)],
      considers: plan.considering[invitation] ?? [],
      askedAbout: [...new Set(wishes.flatMap(({ factor }) => factor?.key ?? []))],
      seats,
      table: table !== null && known.has(table) ? table : null,
    }
  })
  const hosts = plan.hosts.map(
    (host): RoomGuest => ({
      ...host,
      accountId: `host:${host.id}`,
      accountName: '',
      kind: 'host',
      uses: [],
      considers: [],
      seats: 1,
    }),
  )
  const task = { guests: [...guests, ...hosts], tables: plan.tables, apart }
  return { plan, guests, task, products, accountIds }
}

/** Where people sit whom somebody seated by hand. */
function handPlaces({ plan, task }: Awaited<ReturnType<typeof enter>>): Record<string, string> {
  const people = task.guests.filter(person => person.table && plan.byHand.includes(person.id))
  return Object.fromEntries(people.map(({ id, table }) => [id, table ?? '']))
}

async function describe(ctx: Context, id: string): Promise<TablePlan> {
  const room = await enter(ctx, id)
  const { plan, task, products, accountIds } = room
  const seating = Object.fromEntries(task.guests.flatMap(one => (one.table ? [[one.id, one.table]] : [])))
  const { places, broken } = judgeTables({ ...task, seating, byHand: handPlaces(room) })
  const reasons = new Map(places.map(place => [place.guest, place.reasons]))
  const accounts = await findAccounts(ctx, accountIds)
  return {
    tables: plan.tables,
    people: task.guests.map(
      ({ id: personId, kind, name, accountId, accountName, seats, table, considers }): SeatedPerson => ({
        id: personId,
        kind,
        name,
        accountId: accounts.has(accountId) ? accountId : null,
        accountName,
        seats,
        table,
        considers: [...considers],
        reasons: reasons.get(personId) ?? [],
      }),
    ),
    broken,
    apart: task.apart.map(([a, b]) => [a, b]),
    accounts: [...accounts.values()].map(({ _id, name }) => ({ id: _id, name })),
    products: products.map(({ _id, name }) => ({ id: _id, name })),
    revision: plan.revision,
  }
}

function announced(ctx: Context, id: string): Promise<TablePlan> {
  announceEvent(ctx, id)
  return describe(ctx, id)
}
