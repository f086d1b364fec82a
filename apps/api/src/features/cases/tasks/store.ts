import type { DataRequestKind } from '@sixfold/domain/data-requests/states'
import type { TaskKind, TaskOutcome } from '@sixfold/domain/tasks'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export type TaskState = 'open' | 'done'

export interface TaskRow {
  _id: string
  /** Two tasks with one key are one task. */
  key: string
  kind: TaskKind
  state: TaskState
  /** Null: an action that is about no account. */
  accountId: string | null
  contactId: string | null
  waveId: string | null
  waveName: string
  /** Its account's region, kept in step with it. */
  regionId: string
  ownerId: string | null
  address: string
  asked: number | null
  /** Absent on tasks from before there were such things. */
  aboutId?: string | null
  /** Of an action: what `aboutId` names, and what is to be done. */
  aboutKind?: 'round_table' | 'requirement'
  text?: string
  /** What a data request asks; absent of other kinds. */
  requestKind?: DataRequestKind | null
  openedAt: Date
  dueAt: Date
  outcome: TaskOutcome | null
  note: string
  closedAt: Date | null
  /** The id and the name, then, of who closed it. */
  closedBy: string | null
  closedByName: string
}

const tasks = defineCollection<TaskRow>(
  'tasks',
  {
    _id: String,
    key: String,
    kind: String,
    state: String,
    accountId: String,
    contactId: String,
    waveId: String,
    waveName: String,
    regionId: String,
    ownerId: String,
    address: String,
    asked: Number,
    aboutId: String,
    aboutKind: String,
    text: String,
    requestKind: String,
    openedAt: Date,
    dueAt: Date,
    outcome: String,
    note: String,
    closedAt: Date,
    closedBy: String,
    closedByName: String,
  },
  [
    { fields: { key: 1 }, unique: true },
    { fields: { ownerId: 1, state: 1, dueAt: 1, _id: 1 } },
    { fields: { accountId: 1, state: 1, dueAt: 1, _id: 1 } },
    { fields: { contactId: 1, kind: 1 } },
    { fields: { aboutId: 1 }, partialFilterExpression: { aboutId: { $exists: true } } },
    { fields: { state: 1, dueAt: 1, _id: 1 } },
    { fields: { state: 1, closedAt: -1, _id: -1 } },
    { fields: { accountId: 1, closedAt: -1, _id: -1 }, partialFilterExpression: { state: 'done' } },
  ],
)

export type NewTask = Omit<
  TaskRow,
  '_id' | 'state' | 'openedAt' | 'outcome' | 'note' | 'closedAt' | 'closedBy' | 'closedByName'
>

/** Stores a task unless one with its key exists; says whether it is new. */
export async function insertTask(ctx: Context, task: NewTask): Promise<boolean> {
  try {
    await tasks(ctx).create({
      _id: newId(),
      ...task,
      state: 'open',
      openedAt: ctx.clock.now(),
      outcome: null,
      note: '',
      closedAt: null,
      closedBy: null,
      closedByName: '',
    })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findTask(ctx: Context, id: string): Promise<TaskRow | null> {
  return tasks(ctx).findById(id).lean<TaskRow>().exec()
}

/** All tasks of a kind about these contacts, done or not. */
export function findTasksAbout(
  ctx: Context,
  contactIds: readonly string[],
  kind: TaskKind,
): Promise<TaskRow[]> {
  return tasks(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }), kind })
    .sort({ openedAt: -1, _id: -1 })
    .lean<TaskRow[]>()
    .exec()
}

/** Tasks of a kind, done or not, in the order in which they were opened. */
export function findTasksSince(
  ctx: Context,
  kind: TaskKind,
  { after, limit }: { after: string | null; limit: number },
): Promise<TaskRow[]> {
  return tasks(ctx)
    .find({ kind, ...(after ? { _id: trusted({ $gt: after }) } : {}) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<TaskRow[]>()
    .exec()
}

/** What was agreed on about a thing, the earliest due first. */
export function findActions(
  ctx: Context,
  about: { aboutKind: 'round_table' | 'requirement'; aboutId: string },
): Promise<TaskRow[]> {
  return tasks(ctx)
    .find({ ...about, kind: 'action' })
    .sort({ dueAt: 1, _id: 1 })
    .lean<TaskRow[]>()
    .exec()
}

export function findByKey(ctx: Context, key: string): Promise<TaskRow | null> {
  return tasks(ctx).findOne({ key }).lean<TaskRow>().exec()
}

/** Whether there was ever such a task, done or not. */
export async function taskExists(ctx: Context, key: string): Promise<boolean> {
  return (await tasks(ctx).exists({ key })) !== null
}

export async function findOpenKeys(ctx: Context, keys: readonly string[]): Promise<Set<string>> {
  const rows = await tasks(ctx)
    .find({ key: trusted({ $in: [...keys] }), state: 'open' })
    .select('key')
    .lean<{ key: string }[]>()
  return new Set(rows.map(({ key }) => key))
}

export interface TaskSearch {
  /** Null: nobody's; absent: anybody's. */
  ownerId?: string | null
  state: TaskState
  kind?: TaskKind | undefined
  accountId?: string | undefined
  /** Null: of all regions. */
  regionIds: readonly string[] | null
}

/** Where a list goes on: after this instant and id. */
export interface TaskPlace {
  at: Date
  id: string
}

/** Open tasks by what is due first, done ones by what was closed last. */
export function findTasks(
  ctx: Context,
  search: TaskSearch,
  { after, limit }: { after: TaskPlace | null; limit: number },
): Promise<TaskRow[]> {
  const rows =
    search.state === 'open'
      ? tasks(ctx)
          .find({ ...filterOf(search), ...(after ? dueAfter(after) : {}) })
          .sort({ dueAt: 1, _id: 1 })
      : tasks(ctx)
          .find({ ...filterOf(search), ...(after ? closedBefore(after) : {}) })
          .sort({ closedAt: -1, _id: -1 })
  return rows.limit(limit).lean<TaskRow[]>().exec()
}

function dueAfter({ at, id }: TaskPlace) {
  return { $or: [{ dueAt: trusted({ $gt: at }) }, { dueAt: at, _id: trusted({ $gt: id }) }] }
}

function closedBefore({ at, id }: TaskPlace) {
  return { $or: [{ closedAt: trusted({ $lt: at }) }, { closedAt: at, _id: trusted({ $lt: id }) }] }
}

/** What of these kinds was done about an account, the latest first. */
export function findDoneOf(
  ctx: Context,
  accountId: string,
  { kinds, notAfter, limit }: { kinds: readonly TaskKind[]; notAfter: Date | null; limit: number },
): Promise<TaskRow[]> {
  return tasks(ctx)
    .find({
      accountId,
      state: 'done',
      kind: trusted({ $in: [...kinds] }),
      ...(notAfter ? { closedAt: trusted({ $lte: notAfter }) } : {}),
    })
    .sort({ closedAt: -1, _id: -1 })
    .limit(limit)
    .lean<TaskRow[]>()
    .exec()
}

export function countTasks(ctx: Context, search: TaskSearch): Promise<number> {
  return tasks(ctx).countDocuments(filterOf(search)).exec()
}

function filterOf({ ownerId, state, kind, accountId, regionIds }: TaskSearch) {
  return {
    state,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(kind === undefined ? {} : { kind }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(regionIds === null ? {} : { regionId: trusted({ $in: [...regionIds] }) }),
  }
}

/** Changes a task that is in this state; null when it is not. */
export function changeTask(
  ctx: Context,
  id: string,
  state: TaskState,
  change: Partial<TaskRow>,
): Promise<TaskRow | null> {
  return tasks(ctx)
    .findOneAndUpdate({ _id: id, state }, { $set: change }, { returnDocument: 'after' })
    .lean<TaskRow>()
    .exec()
}

/** Ends an open task by its key, by itself: what it was about is settled. */
export async function endByKey(ctx: Context, key: string, outcome: TaskOutcome): Promise<void> {
  const closedAt = ctx.clock.now()
  await tasks(ctx).updateOne({ key, state: 'open' }, { $set: { state: 'done', outcome, closedAt } })
}

/** What was to be done about people who were erased is done, and names nobody any more. */
export async function eraseFromTasks(ctx: Context, contactIds: readonly string[]): Promise<void> {
  const about = { contactId: trusted({ $in: [...contactIds] }) }
  await tasks(ctx).updateMany(
    { ...about, state: 'open' },
    { $set: { state: 'done', outcome: 'other', closedAt: ctx.clock.now() } },
  )
  await tasks(ctx).updateMany(about, { $set: { contactId: null, address: '', note: '' } })
}

/** Takes the tasks of an account along into another region. */
export async function moveTasks(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await tasks(ctx).updateMany({ accountId, regionId: trusted({ $ne: regionId }) }, { $set: { regionId } })
}

/** Puts the tasks of an account, or of a contact, to another. */
export async function handOverTasks(
  ctx: Context,
  of: { accountId: string } | { contactId: string },
  to: { accountId: string; regionId: string } | { contactId: string },
): Promise<void> {
  await tasks(ctx).updateMany(of, { $set: to })
}
