import type { LiveItemInput, LiveItemView } from '@sixfold/contract/live-rooms'
import type { LocalText } from '@sixfold/domain/local-text'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, readOne } from '../../../db/collection.ts'

interface ItemRow {
  id: string
  input: LiveItemInput
  open: boolean
  revealed: boolean
  /** As of the moment it was last revealed. */
  before?: LiveItemView['before']
}

/** `_id` is the round table's id. */
export interface RoomRow {
  _id: string
  code: string
  /** As the event was called when the room was last opened. */
  title: LocalText
  open: boolean
  moderated: boolean
  currentItemId: string | null
  items: ItemRow[]
  revision: number
}

const rooms = defineCollection<RoomRow>(
  'liveRooms',
  {
    _id: String,
    code: String,
    title: {},
    open: Boolean,
    moderated: Boolean,
    currentItemId: String,
    items: {},
    revision: Number,
  },
  [{ fields: { code: 1 }, unique: true }],
)

export function findRoom(ctx: Context, id: string): Promise<RoomRow | null> {
  return readOne(rooms(ctx), { _id: id })
}

/** How long a change in another process may go unseen by the phones of this one. */
const RECENT_MS = 500

const recent = new WeakMap<Context['db'], Map<string, { until: number; room: Promise<RoomRow | null> }>>()

/** The room as it stood a moment ago: five hundred phones that answer at once are one read. */
export function recentRoom(ctx: Context, id: string): Promise<RoomRow | null> {
  const known = recent.get(ctx.db) ?? new Map()
  recent.set(ctx.db, known)
  const found = known.get(id)
  if (found && found.until > performance.now()) return found.room
  const room = findRoom(ctx, id)
  known.set(id, { until: performance.now() + RECENT_MS, room })
  room.catch(() => known.delete(id))
  return room
}

/** After a change here, which is seen at once. */
export function forgetRoom({ db }: Context, id: string): void {
  recent.get(db)?.delete(id)
}

export function findRoomByCode(ctx: Context, code: string): Promise<RoomRow | null> {
  return readOne(rooms(ctx), { code })
}

/** False: the room is there already, or its code is another's. */
export async function insertRoom(ctx: Context, row: RoomRow): Promise<boolean> {
  try {
    await rooms(ctx).create(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** Writes the next revision; null: somebody else was faster. */
export function replaceRoom(
  ctx: Context,
  { _id, revision }: RoomRow,
  change: Partial<Omit<RoomRow, '_id' | 'revision'>>,
): Promise<RoomRow | null> {
  return rooms(ctx)
    .findOneAndUpdate({ _id, revision }, { $set: change, $inc: { revision: 1 } }, { returnDocument: 'after' })
    .lean<RoomRow>()
    .exec()
}
