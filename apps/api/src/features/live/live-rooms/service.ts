import { randomBytes } from 'node:crypto'
import { LIVE_LIMITS } from '@sixfold/contract/live-limits'
import type {
  LiveEntry,
  LiveItemInput,
  LiveItemView,
  LiveOwn,
  LiveRoom,
  LiveRoomView,
} from '@sixfold/contract/live-rooms'
import type { StaffMember } from '@sixfold/contract/staff'
import { LIVE_CODE_LENGTH, liveCode, readLiveCode, shownLiveCode } from '@sixfold/domain/live-room/live-code'
import type { LiveAnswer, LiveItem } from '@sixfold/domain/live-room/live-item'
import type { LiveQuestionState } from '@sixfold/domain/live-room/live-question'
import { isOnScreen } from '@sixfold/domain/live-room/live-question'
import { NO_ANSWERS, shownTally } from '@sixfold/domain/live-room/live-tally'
import { addDays } from 'date-fns/addDays'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { findGuestEvent, openEvent } from '../../roundtables/event-records/service.ts'
import { lastTime, topicNow } from '../live-background/service.ts'
import type { ShownEntry } from '../live-entries/service.ts'
import {
  entriesOf,
  moderateEntry,
  requireEntry,
  silenceAsker,
  takeStatement,
  voteFor,
  votesOf,
} from '../live-entries/service.ts'
import { answersOf, foldedTally, forgetFolds, keepAnswer } from '../live-votes/service.ts'
import type { RoomRow } from './store.ts'
import { findRoom, findRoomByCode, forgetRoom, insertRoom, recentRoom, replaceRoom } from './store.ts'

export type { RoomRow } from './store.ts'

/** The room as its moderator sees it; null before it was first opened. */
export async function readRoom(ctx: Context, actor: StaffMember, id: string): Promise<LiveRoom | null> {
  await openEvent(ctx, actor, id, 'roundtable.read')
  const room = await findRoom(ctx, id)
  return room && describeRoom(ctx, room)
}

async function describeRoom(ctx: Context, room: RoomRow): Promise<LiveRoom> {
  const [items, entries] = await Promise.all([
    Promise.all(room.items.map(item => describeItem(ctx, item))),
    entriesOf(ctx, room._id),
  ])
  const code = shownLiveCode(room.code)
  return {
    roundtableId: room._id,
    code,
    address: `${ctx.config.publicUrl}/live/${code}`,
    open: room.open,
    moderated: room.moderated,
    currentItemId: room.currentItemId,
    items,
    entries: entries.map(entry => ({ ...toEntry(entry), requirement: entry.requirement })),
    people: ctx.live.peopleIn(room._id),
  }
}

async function describeItem(
  ctx: Context,
  { id, input, open, revealed, before = null }: RoomRow['items'][number],
): Promise<LiveItemView> {
  const item = answerable(input)
  const tally = item ? shownTally(await foldedTally(ctx, id, item), revealed) : NO_ANSWERS
  const counted = { answers: tally.answers, counts: { ...tally.counts } }
  return { id, input, open, revealed, tally: counted, before: revealed ? before : null }
}

/** What is counted of an item; null: an idea board, whose ideas are counted by themselves. */
function answerable(input: LiveItemInput): LiveItem | null {
  switch (input.kind) {
    case 'poll':
      return { kind: 'poll', options: input.options, most: input.most }
    case 'rating':
      return { kind: 'rating', low: input.low, high: input.high }
    case 'words':
      return { kind: 'words', most: input.most }
    case 'ideas':
      return null
  }
}

const toEntry = ({ _id, itemId, text, name, state, votes, topic = null }: ShownEntry): LiveEntry => ({
  id: _id,
  itemId,
  text,
  name,
  state,
  votes,
  topic,
})

const CODE_TRIES = 5

/** Opens the room; the first time it gets its code. */
export async function openRoom(ctx: Context, actor: StaffMember, id: string): Promise<LiveRoom> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (event.cancelled) throw new AppError('wrong_state')
  for (let tries = 0; !(await findRoom(ctx, id)); tries += 1) {
    if (tries === CODE_TRIES) throw new Error('no free code was found')
    await insertRoom(ctx, {
      _id: id,
      title: event.title,
      code: liveCode(randomBytes(LIVE_CODE_LENGTH)),
      open: true,
      moderated: true,
      currentItemId: null,
      items: [],
      revision: 0,
    })
  }
  return changeRoom(ctx, actor, id, 'opened', () => ({ open: true, title: event.title }))
}

/** Nothing more is taken; what was said stays. */
export function closeRoom(ctx: Context, actor: StaffMember, id: string): Promise<LiveRoom> {
  return changeRoom(ctx, actor, id, 'closed', () => ({ open: false }))
}

export function setModerated(
  ctx: Context,
  actor: StaffMember,
  { id, moderated }: { id: string; moderated: boolean },
): Promise<LiveRoom> {
  return changeRoom(ctx, actor, id, moderated ? 'moderated' : 'unmoderated', () => ({ moderated }))
}

export function addItem(
  ctx: Context,
  actor: StaffMember,
  { id, item }: { id: string; item: LiveItemInput },
): Promise<LiveRoom> {
  const itemId = newId()
  return changeRoom(ctx, actor, id, null, ({ items }) => {
    if (items.length >= LIVE_LIMITS.items) throw new AppError('wrong_state')
    return { items: [...items, { id: itemId, input: item, open: false, revealed: false }] }
  })
}

/** An item that somebody answered stays. */
export async function removeItem(
  ctx: Context,
  actor: StaffMember,
  { id, itemId }: { id: string; itemId: string },
): Promise<LiveRoom> {
  const { items, entries } = await readForChange(ctx, actor, id)
  const item = items.find(item => item.id === itemId)
  if (!item) throw new AppError('not_found')
  if (item.tally.answers > 0 || entries.some(entry => entry.itemId === itemId))
    throw new AppError('wrong_state')
  return changeRoom(ctx, actor, id, null, room => ({
    items: room.items.filter(item => item.id !== itemId),
    currentItemId: room.currentItemId === itemId ? null : room.currentItemId,
  }))
}

async function readForChange(ctx: Context, actor: StaffMember, id: string): Promise<LiveRoom> {
  await openEvent(ctx, actor, id, 'roundtable.plan')
  const room = await findRoom(ctx, id)
  if (!room) throw new AppError('not_found')
  return describeRoom(ctx, room)
}

export interface ItemChange {
  id: string
  itemId: string
  current?: boolean | undefined
  open?: boolean | undefined
  revealed?: boolean | undefined
}

/** What the screen shows, whether it takes answers, and whether its results are seen. */
export async function setItem(ctx: Context, actor: StaffMember, change: ItemChange): Promise<LiveRoom> {
  const { id, itemId, current, open, revealed } = change
  await openEvent(ctx, actor, id, 'roundtable.plan')
  const asked = revealed && (await findRoom(ctx, id))?.items.find(item => item.id === itemId)
  const before = asked && { before: await lastTime(ctx, id, asked.input, one => findRoom(ctx, one)) }
  return changeRoom(ctx, actor, id, null, room => {
    if (!room.items.some(item => item.id === itemId)) throw new AppError('not_found')
    const left = room.currentItemId === itemId ? null : room.currentItemId
    return {
      currentItemId: current === undefined ? room.currentItemId : current ? itemId : left,
      items: room.items.map(item =>
        item.id === itemId
          ? { ...item, open: open ?? item.open, revealed: revealed ?? item.revealed, ...before }
          : item,
      ),
    }
  })
}

const RACES = 5

async function changeRoom(
  ctx: Context,
  actor: StaffMember,
  id: string,
  audited: string | null,
  change: (room: RoomRow) => Partial<Omit<RoomRow, '_id' | 'revision'>>,
): Promise<LiveRoom> {
  await openEvent(ctx, actor, id, 'roundtable.plan')
  for (let race = 0; race < RACES; race += 1) {
    const room = await findRoom(ctx, id)
    if (!room) throw new AppError('not_found')
    const changed = await replaceRoom(ctx, room, change(room))
    if (!changed) continue
    forgetRoom(ctx, id)
    if (audited) await record(ctx, actor, `live_room.${audited}`, `roundtable:${id}`)
    ctx.live.changedRoom(id)
    return describeRoom(ctx, changed)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 1 })
}

export async function moderate(
  ctx: Context,
  actor: StaffMember,
  { id, entryId, state }: { id: string; entryId: string; state: LiveQuestionState },
): Promise<LiveRoom> {
  await readForChange(ctx, actor, id)
  await moderateEntry(ctx, { roundtableId: id, entryId, state })
  ctx.live.changedRoom(id)
  return readForChange(ctx, actor, id)
}

export async function silenceOf(
  ctx: Context,
  actor: StaffMember,
  { id, entryId }: { id: string; entryId: string },
): Promise<LiveRoom> {
  await readForChange(ctx, actor, id)
  await silenceAsker(ctx, { roundtableId: id, entryId })
  await record(ctx, actor, 'live_room.silenced', `roundtable:${id}`, entryId)
  ctx.live.changedRoom(id)
  return readForChange(ctx, actor, id)
}

export async function requirementOf(
  ctx: Context,
  actor: StaffMember,
  { id, entryId }: { id: string; entryId: string },
): Promise<LiveRoom> {
  await readForChange(ctx, actor, id)
  await requireEntry(ctx, actor, { roundtableId: id, entryId })
  return readForChange(ctx, actor, id)
}

/** A code leads to its room for so many days after the event; then what was said there is staff's alone. */
const CODE_DAYS = 7

/** The room that a typed code leads to. */
export async function roomOfCode(ctx: Context, typed: string): Promise<RoomRow> {
  const code = readLiveCode(typed)
  const room = code === null ? null : await findRoomByCode(ctx, code)
  const event = room && (await findGuestEvent(ctx, room._id))
  if (!room || !event || ctx.clock.now() >= addDays(event.endsAt, CODE_DAYS)) throw new AppError('not_found')
  return room
}

/** What everybody in the room sees, but the questions. */
export async function viewOf(ctx: Context, id: string, people: number): Promise<LiveRoomView | null> {
  const room = await recentRoom(ctx, id)
  if (!room) return null
  const item = room.items.find(({ id }) => id === room.currentItemId)
  return {
    title: { ...room.title },
    open: room.open,
    moderated: room.moderated,
    people,
    item: item ? await describeItem(ctx, item) : null,
  }
}

/** A room that went quiet is counted anew at the next look. */
export async function settleRoom(ctx: Context, id: string): Promise<void> {
  forgetRoom(ctx, id)
  const items = (await recentRoom(ctx, id))?.items ?? []
  forgetFolds(
    ctx,
    items.map(({ id }) => id),
  )
}

/** What everybody in the room sees of what was said. */
export async function shownEntries(ctx: Context, id: string): Promise<LiveEntry[]> {
  return (await entriesOf(ctx, id)).filter(({ state }) => isOnScreen(state)).map(toEntry)
}

export async function ownOf(ctx: Context, id: string, participant: string): Promise<LiveOwn> {
  const [{ answers, numbers }, votes, entries] = await Promise.all([
    answersOf(ctx, id, participant),
    votesOf(ctx, id, participant),
    entriesOf(ctx, id),
  ])
  return {
    answers: answers as LiveOwn['answers'],
    numbers,
    votes,
    said: entries
      .filter(entry => entry.participant === participant)
      .map(({ _id, key, itemId, text, state }) => ({
        id: _id,
        key,
        itemId,
        text,
        waiting: state === 'waiting',
      })),
  }
}

export interface Joined {
  roundtableId: string
  participant: string
}

/** Takes an answer, as long as its item takes answers. */
export async function answerItem(
  ctx: Context,
  { roundtableId, participant }: Joined,
  { itemId, answer, number }: { itemId: string; answer: LiveAnswer; number: number },
): Promise<void> {
  const item = (await openRoomRow(ctx, roundtableId)).items.find(({ id }) => id === itemId)
  const counted = item && answerable(item.input)
  if (!item || !counted) throw new AppError('not_found')
  if (!item.open) throw new AppError('wrong_state')
  await keepAnswer(ctx, counted, { roundtableId, itemId, participant, answer, number })
}

export async function voteForEntry(
  ctx: Context,
  { roundtableId, participant }: Joined,
  { entryId, wanted }: { entryId: string; wanted: boolean },
): Promise<void> {
  await openRoomRow(ctx, roundtableId)
  await voteFor(ctx, { id: entryId, roundtableId, voter: participant }, wanted)
}

export async function say(
  ctx: Context,
  { roundtableId, participant }: Joined,
  said: { key: string; itemId: string | null; text: string; name: string },
): Promise<void> {
  const { items, moderated } = await openRoomRow(ctx, roundtableId)
  if (said.itemId !== null) {
    const board = items.find(({ id, input }) => id === said.itemId && input.kind === 'ideas')
    if (!board) throw new AppError('not_found')
    if (!board.open) throw new AppError('wrong_state')
  }
  const topic = await topicNow(ctx, roundtableId)
  await takeStatement(ctx, { ...said, roundtableId, participant, moderated, topic })
}

async function openRoomRow(ctx: Context, id: string): Promise<RoomRow> {
  const room = await recentRoom(ctx, id)
  if (!room) throw new AppError('not_found')
  if (!room.open) throw new AppError('wrong_state')
  return room
}
