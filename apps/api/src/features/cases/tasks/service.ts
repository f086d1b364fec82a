import type { StaffMember } from '@sixfold/contract/staff'
import type { Task } from '@sixfold/contract/tasks'
import type { DataRequestKind } from '@sixfold/domain/data-requests/states'
import type { DueItem } from '@sixfold/domain/my-day/due-item'
import { MOST_OF_A_SOURCE } from '@sixfold/domain/my-day/due-item'
import { can } from '@sixfold/domain/permissions'
import type { TaskKind, TaskOutcome } from '@sixfold/domain/tasks'
import { endsByHand, fitsTask } from '@sixfold/domain/tasks'
import { findMember, findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { AccountRow } from '../../customers/accounts/service.ts'
import { findAccounts, ownersToSearch, ownRegions } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import type { TaskPlace, TaskRow, TaskState } from './store.ts'
import { changeTask, countTasks, findActions, findByKey, findTask, findTasks, insertTask } from './store.ts'

/** After two records became one. */
/** Which of these keys name a task that is still to do. */
export {
  endByKey as endTask,
  eraseFromTasks,
  findDoneOf,
  findOpenKeys as openTaskKeys,
  findTasksAbout,
  findTasksSince,
  handOverTasks,
  moveTasks,
  taskExists,
} from './store.ts'

export interface TaskOrder {
  /** The same key is the same task: ordering it again opens nothing, also once it is done. */
  key: string
  kind: TaskKind
  accountId: string
  contactId?: string
  wave?: { id: string; name: string }
  dueAt: Date
  address?: string
  asked?: number
  /** What it is about, where that has a record of its own. */
  aboutId?: string
  /** What a data request asks. */
  requestKind?: DataRequestKind
}

/** Opens a task for whoever looks after the account; says whether it is new. */
export async function openTask(ctx: Context, order: TaskOrder): Promise<boolean> {
  const account = (await findAccounts(ctx, [order.accountId])).get(order.accountId)
  if (!account) return false
  return insertTask(ctx, {
    key: order.key,
    kind: order.kind,
    accountId: account._id,
    contactId: order.contactId ?? null,
    waveId: order.wave?.id ?? null,
    waveName: order.wave?.name ?? '',
    regionId: account.regionId,
    ownerId: account.ownerId ?? null,
    address: order.address ?? '',
    asked: order.asked ?? null,
    aboutId: order.aboutId ?? null,
    ...(order.requestKind ? { requestKind: order.requestKind } : {}),
    dueAt: order.dueAt,
  })
}

/** What somebody agreed to do. It may be about no account at all. */
export interface ActionOrder {
  key: string
  text: string
  aboutKind: 'round_table' | 'requirement'
  aboutId: string
  regionId: string
  ownerId: string | null
  dueAt: Date
}

/** Opens an action; ordered again by the same key it is the same. The caller knows that the owner may work in the region. */
export async function openAction(ctx: Context, actor: StaffMember, order: ActionOrder): Promise<Task> {
  const fresh = await insertTask(ctx, {
    ...order,
    kind: 'action',
    accountId: null,
    contactId: null,
    waveId: null,
    waveName: '',
    address: '',
    asked: null,
  })
  const row = await findByKey(ctx, order.key)
  if (!row) throw new AppError('not_found')
  if (fresh)
    await record(ctx, actor, 'action.noted', `task:${row._id}`, `${order.aboutKind}:${order.aboutId}`)
  const [item] = await describe(ctx, actor, [row])
  if (!item) throw new AppError('not_found')
  return item
}

/** What was agreed on about a thing, as far as the caller may read tasks. Who calls it knows that they may read the thing. */
export async function actionsAbout(
  ctx: Context,
  actor: StaffMember,
  about: Pick<ActionOrder, 'aboutKind' | 'aboutId'>,
): Promise<Task[]> {
  return can(actor, 'task.read') ? describe(ctx, actor, await findActions(ctx, about)) : []
}

export interface TaskQuery {
  of?: 'me' | 'nobody' | 'all' | undefined
  state?: TaskState | undefined
  kind?: TaskKind | undefined
  regionId?: string | undefined
  accountId?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** Tasks of the regions that the caller may see. Reading names of contacts leaves an audit entry. */
export async function listTasks(ctx: Context, actor: StaffMember, query: TaskQuery) {
  if (!can(actor, 'task.read')) throw new AppError('not_found')
  const { of = 'me', state = 'open', kind, accountId, limit = 50 } = query
  const regionIds = ownRegions(actor, query.regionId)
  const search = { ...ownersToSearch(actor, of), state, kind, accountId, regionIds }
  const after = query.cursor === undefined ? null : placeOf(query.cursor)
  const rows = await findTasks(ctx, search, { after, limit })
  const items = await describe(ctx, actor, rows)
  if (rows.length > 0) await record(ctx, actor, 'tasks.read', 'tasks', `${items.length}`)
  const last = rows.at(-1)
  const next = last && rows.length === limit ? cursorOf(last) : null
  return { items, next, ...(after ? {} : { total: await countTasks(ctx, search) }) }
}

export async function countOwnTasks(ctx: Context, actor: StaffMember): Promise<{ mine: number }> {
  if (!can(actor, 'task.read')) return { mine: 0 }
  const regionIds = ownRegions(actor, undefined)
  return { mine: await countTasks(ctx, { ownerId: actor.id, state: 'open', regionIds }) }
}

/** The caller's open tasks for My day. */
export async function tasksDueFor(ctx: Context, actor: StaffMember): Promise<DueItem[]> {
  if (!can(actor, 'task.read')) return []
  const search = { ownerId: actor.id, state: 'open', regionIds: ownRegions(actor, undefined) } as const
  const rows = await findTasks(ctx, search, { after: null, limit: MOST_OF_A_SOURCE })
  const accounts = await findAccounts(
    ctx,
    rows.flatMap(({ accountId }) => accountId ?? []),
  )
  return (await describe(ctx, actor, rows)).map(task => ({
    kind: 'task',
    topic: task.kind,
    id: task.id,
    title: task.text,
    accountId: task.accountId,
    accountName: task.accountName,
    contactName: task.contactName,
    regionId: task.regionId,
    dueAt: new Date(task.dueAt),
    stake: ANSWERED_TO_CUSTOMERS.has(task.kind) ? 'promised' : 'own',
    severe: false,
    revenue: task.accountId === null ? null : (accounts.get(task.accountId)?.annualRevenue ?? null),
    path: '/desk/tasks',
  }))
}

/** A customer waits for these. */
const ANSWERED_TO_CUSTOMERS: ReadonlySet<TaskKind> = new Set([
  'call_request',
  'data_request',
  'roundtable_wish',
])

export async function closeTask(
  ctx: Context,
  actor: StaffMember,
  { id, outcome, note = '' }: { id: string; outcome: TaskOutcome; note?: string | undefined },
): Promise<Task> {
  const task = await taskFor(ctx, actor, id)
  if (!endsByHand(task.kind) || !fitsTask(task.kind, outcome)) throw new AppError('wrong_state')
  const closed = await changeTask(ctx, id, 'open', {
    state: 'done',
    outcome,
    note,
    closedAt: ctx.clock.now(),
    closedBy: actor.id,
    closedByName: actor.name,
  })
  // A second press says what the first one did.
  const before = closed ? null : await findTask(ctx, id)
  if (before?.closedBy === actor.id && before.outcome === outcome && before.note === note)
    return shown(ctx, actor, before)
  return noted(ctx, actor, 'task.closed', closed, outcome)
}

export async function reopenTask(ctx: Context, actor: StaffMember, id: string): Promise<Task> {
  const task = await taskFor(ctx, actor, id)
  if (!endsByHand(task.kind)) throw new AppError('wrong_state')
  const reopened = await changeTask(ctx, id, 'done', {
    state: 'open',
    outcome: null,
    note: '',
    closedAt: null,
    closedBy: null,
    closedByName: '',
  })
  return noted(ctx, actor, 'task.reopened', reopened)
}

/** A colleague who may not work in the region is as unknown as one who does not exist. */
export async function assignTask(
  ctx: Context,
  actor: StaffMember,
  { id, ownerId }: { id: string; ownerId: string | null },
): Promise<Task> {
  const { regionId } = await taskFor(ctx, actor, id)
  const owner = ownerId === null ? null : await findMember(ctx, ownerId)
  if (ownerId !== null && !(owner && can(owner, 'task.work', { regionId }))) throw new AppError('not_found')
  return noted(ctx, actor, 'task.assigned', await changeTask(ctx, id, 'open', { ownerId }), owner?.name)
}

async function noted(
  ctx: Context,
  actor: StaffMember,
  action: string,
  task: TaskRow | null,
  detail = '',
): Promise<Task> {
  if (!task) throw new AppError('wrong_state')
  await record(ctx, actor, action, `task:${task._id}`, detail)
  return shown(ctx, actor, task)
}

async function shown(ctx: Context, actor: StaffMember, task: TaskRow): Promise<Task> {
  const [item] = await describe(ctx, actor, [task])
  if (!item) throw new AppError('not_found')
  return item
}

/** A task that the caller may work on, or `not_found`; the account may have moved to another region since. */
async function taskFor(ctx: Context, actor: StaffMember, id: string): Promise<TaskRow> {
  const task = await findTask(ctx, id)
  if (!task) throw new AppError('not_found')
  const { accountId } = task
  const account = accountId === null ? task : (await findAccounts(ctx, [accountId])).get(accountId)
  if (!account || !mayWork(actor, task, account)) throw new AppError('not_found')
  return task
}

function mayWork(actor: StaffMember, task: TaskRow, account: Pick<AccountRow, 'regionId'>): boolean {
  return can(actor, 'task.work', task) && can(actor, 'task.work', account)
}

async function describe(ctx: Context, actor: StaffMember, rows: readonly TaskRow[]): Promise<Task[]> {
  if (rows.length === 0) return []
  const [accounts, contacts, members] = await Promise.all([
    findAccounts(
      ctx,
      rows.flatMap(({ accountId }) => accountId ?? []),
    ),
    findContacts(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
    findMembers(ctx),
  ])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return rows.flatMap(row => {
    const account = row.accountId === null ? null : accounts.get(row.accountId)
    if (account === undefined || !can(actor, 'task.read', account ?? row)) return []
    const contact = row.contactId === null ? undefined : contacts.get(row.contactId)
    const known = contact !== undefined && !contact.erased
    return [
      {
        id: row._id,
        kind: row.kind,
        state: row.state,
        accountId: row.accountId,
        accountName: account?.name ?? '',
        contactId: known ? contact.id : null,
        contactName: known ? contact.name : '',
        waveId: row.waveId,
        waveName: row.waveName,
        regionId: row.regionId,
        ownerId: row.ownerId,
        ownerName: row.ownerId === null ? '' : (names.get(row.ownerId) ?? ''),
        address: known ? row.address : '',
        asked: row.asked,
        aboutId: row.aboutId ?? null,
        aboutKind: row.aboutKind ?? null,
        text: row.text ?? '',
        requestKind: row.requestKind ?? null,
        openedAt: row.openedAt.toISOString(),
        dueAt: row.dueAt.toISOString(),
        outcome: row.outcome,
        note: row.note,
        closedAt: row.closedAt?.toISOString() ?? null,
        closedBy: row.closedByName,
      },
    ]
  })
}

function cursorOf({ _id, state, dueAt, closedAt }: TaskRow): string {
  const at = state === 'open' ? dueAt : (closedAt ?? dueAt)
  return `${at.toISOString()}_${_id}`
}

function placeOf(cursor: string): TaskPlace {
  const [at = '', id = ''] = cursor.split('_')
  if (Number.isNaN(Date.parse(at)) || id === '') throw new AppError('invalid_input')
  return { at: new Date(at), id }
}
