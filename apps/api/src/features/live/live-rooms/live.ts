import { createHash } from 'node:crypto'
import { LIVE_NAMESPACE } from '@sixfold/contract/live-limits'
import type { LiveAcknowledgement, LiveClientEvents, LiveServerEvents } from '@sixfold/contract/live-rooms'
import { liveAnswerInput, liveJoin, liveSayInput, liveVoteInput } from '@sixfold/contract/live-rooms'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Namespace, Server, Socket } from 'socket.io'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { toErrorBody } from '../../../http/error-body.ts'
import { fieldFaults } from '../../../http/field-faults.ts'
import {
  limitLiveAction,
  limitLiveJoin,
  limitLiveStatement,
  noteWrongLiveCode,
} from '../../../http/limits.ts'
import type { LiveRooms } from '../../../live/live.ts'
import type { Joined } from './service.ts'
import {
  answerItem,
  ownOf,
  roomOfCode,
  say,
  settleRoom,
  shownEntries,
  viewOf,
  voteForEntry,
} from './service.ts'

interface Seat {
  roundtableId: string
  /** Null: a screen, which only looks. */
  participant: string | null
  address: string
}

type NoEvents = Record<string, never>
type RoomSocket = Socket<LiveClientEvents, LiveServerEvents, NoEvents, Seat>
type Rooms = Namespace<LiveClientEvents, LiveServerEvents, NoEvents, Seat>

/** What changed, and has to be shown again; `wishes`: only how many want an entry. */
type Part = 'room' | 'entries' | 'wishes' | 'people'

/** Between two pushes to one room; 500 votes in between are one push. */
const PUSH_MS = 100
/** Pushes of several processes may overtake each other: the last word comes once more, after all of them. */
const SETTLED_MS = 1_000
const PEOPLE_MS = 1_000
/** Counts that run go to the screens each time; five hundred phones hear of them less often. */
const PHONES_MS = 500

const screensOf = (id: string) => `${id}:screens`
const phonesOf = (id: string) => `${id}:phones`

/** The rooms of anonymous joiners: what is shown comes from the database each time, or is counted from it: nothing here can be lost. */
export function openLiveRooms(io: Server, ctx: Context): LiveRooms {
  const rooms = io.of(LIVE_NAMESPACE) as unknown as Rooms
  const pushers = new Map<string, Pusher>()
  let closed = false
  const pusherOf = (id: string) => {
    const found = pushers.get(id) ?? createPusher(ctx, rooms, id, () => pushers.delete(id))
    pushers.set(id, found)
    return found
  }
  rooms.use((socket, next) => void admit(ctx, socket).then(next))
  rooms.on('connection', socket => {
    const { roundtableId: id, participant } = socket.data
    void socket.join(participant === null ? [id, screensOf(id)] : [id, phonesOf(id)])
    pusherOf(id).changed('people')
    socket.on('disconnect', () => {
      if (!closed) pusherOf(id).changed('people')
    })
    const inTurn = oneAfterAnother()
    void inTurn(() => greet(ctx, socket, pusherOf(id).people())).catch(() => socket.disconnect(true))
    if (participant === null) return
    const joined = { roundtableId: id, participant }
    takeEvents(ctx, socket, { joined, inTurn, changed: part => pusherOf(id).changed(part) })
  })
  return {
    changedRoom(id) {
      pusherOf(id).changed('room', 'entries')
    },
    peopleIn: id => pushers.get(id)?.people() ?? 0,
    close() {
      closed = true
      for (const pusher of pushers.values()) pusher.stop()
    },
  }
}

/**
 * The room behind a code. An address that named too many wrong ones hears of none any more, so that nobody searches for
 * rooms; only who took part before comes back through it.
 *
 * @param participant What the phone calls itself; null: a screen.
 */
export async function enterRoom(
  ctx: Context,
  address: string,
  { code, participant }: { code: string; participant: string | null },
): Promise<{ _id: string; code: string }> {
  const isKnown = async () => {
    const room = await roomOfCode(ctx, code).catch(() => null)
    if (!room || participant === null) return false
    const { answers, votes, said } = await ownOf(ctx, room._id, markOf(room._id, participant))
    return Object.keys(answers).length + votes.length + said.length > 0
  }
  await limitLiveJoin(address, { isKnown })
  try {
    return await roomOfCode(ctx, code)
  } catch (error) {
    await noteWrongLiveCode(address)
    throw error
  }
}

/** Undefined lets the connection in. */
async function admit(ctx: Context, socket: RoomSocket): Promise<Error | undefined> {
  try {
    const address = addressOf(ctx, socket)
    const parsed = liveJoin.safeParse(socket.handshake.auth)
    if (!parsed.success) throw new AppError('invalid_input')
    const { _id } = await enterRoom(ctx, address, parsed.data)
    const { participant } = parsed.data
    socket.data = {
      roundtableId: _id,
      address,
      participant: participant === null ? null : markOf(_id, participant),
    }
    return undefined
  } catch (error) {
    const body = toErrorBody(ctx.log, error, settingOf(socket))
    return Object.assign(new Error(body.code), { data: body })
  }
}

/** What a phone calls itself is its secret; kept is a mark of it that differs from event to event. */
export function markOf(roundtableId: string, participant: string): string {
  return createHash('sha256').update(`${roundtableId} ${participant}`).digest('base64url').slice(0, 22)
}

/** As `TRUST_PROXY` says: so many proxies at the end of the list are ours. */
function addressOf(ctx: Context, { handshake }: RoomSocket): string {
  const forwarded = String(handshake.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
  const { trustProxy } = ctx.config
  const chain = [...forwarded, handshake.address]
  return chain[Math.max(0, chain.length - 1 - trustProxy)] ?? handshake.address
}

const settingOf = (socket: RoomSocket) => ({
  requestId: socket.id,
  language: uiLanguageFor(socket.handshake.headers['accept-language']),
})

/** Everything at once, so that a phone that was away knows where the room is and what of its own arrived. */
async function greet(ctx: Context, socket: RoomSocket, people: number): Promise<void> {
  const { roundtableId, participant } = socket.data
  const [view, entries, own] = await Promise.all([
    viewOf(ctx, roundtableId, people),
    shownEntries(ctx, roundtableId),
    participant === null ? null : ownOf(ctx, roundtableId, participant),
  ])
  if (own) socket.emit('own', own)
  socket.emit('entries', entries)
  if (view) socket.emit('room', view)
}

/** What one phone says happens in its turn: what it is told to be its own then holds everything acknowledged before. */
function oneAfterAnother() {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work, work)
    last = done
    return done
  }
}

interface Taking {
  joined: Joined
  inTurn: ReturnType<typeof oneAfterAnother>
  changed(part: Part): void
}

function takeEvents(ctx: Context, socket: RoomSocket, { joined, inTurn, changed }: Taking): void {
  const { address } = socket.data
  const tellOwn = async () => socket.emit('own', await ownOf(ctx, joined.roundtableId, joined.participant))
  const take = <Input>(
    schema: z.ZodType<Input>,
    part: Part,
    act: (input: Input) => Promise<void>,
  ): ((input: unknown, acknowledge: unknown) => Promise<void>) => {
    const takeOne = async (input: unknown): Promise<LiveAcknowledgement> => {
      const setting = settingOf(socket)
      try {
        await limitLiveAction(joined.participant, address)
        const parsed = schema.safeParse(input)
        if (!parsed.success)
          throw new AppError('invalid_input', {
            fields: fieldFaults(parsed.error.issues, setting.language, input),
          })
        await act(parsed.data)
        changed(part)
        return { ok: true }
      } catch (thrown) {
        const error = toErrorBody(ctx.log, thrown, setting)
        // What stands is another answer than the phone shows.
        if (error.code === 'revision_conflict') await tellOwn().catch(() => socket.disconnect(true))
        return { ok: false, error }
      }
    }
    return async (input, acknowledge) => {
      if (typeof acknowledge === 'function') acknowledge(await inTurn(() => takeOne(input)))
    }
  }
  socket.on(
    'answer',
    take(liveAnswerInput, 'room', input => answerItem(ctx, joined, input)),
  )
  socket.on(
    'vote',
    take(liveVoteInput, 'wishes', input => voteForEntry(ctx, joined, input)),
  )
  socket.on(
    'say',
    take(liveSayInput, 'entries', async input => {
      await limitLiveStatement(joined.participant, address)
      await say(ctx, joined, input)
      await tellOwn()
    }),
  )
}

interface Pusher {
  changed(...parts: Part[]): void
  people(): number
  stop(): void
}

/** Gathers what changes in one room and shows it at most ten times a second; ends by itself once the room is quiet. */
function createPusher(ctx: Context, rooms: Rooms, id: string, ended: () => void): Pusher {
  const dirty = new Set<Part>()
  const owed = new Set<Part>()
  let people = 0
  let counted = 0
  let toldPhones = 0
  let toldStaff = 0
  let timer: NodeJS.Timeout | null = null
  let settle: NodeJS.Timeout | null = null
  let pushing = false

  /** With several processes those who look may hang on another one. */
  const isSeen = () => ctx.config.redisUrl !== null || rooms.adapter.rooms.has(id)

  async function count(): Promise<void> {
    const sockets = await rooms.in(id).fetchSockets()
    people = new Set(sockets.flatMap(({ data }) => data.participant ?? [])).size
    counted = Date.now()
  }

  async function show(parts: ReadonlySet<Part>): Promise<void> {
    const entries = parts.has('entries') || parts.has('wishes') ? await shownEntries(ctx, id) : null
    const view = await viewOf(ctx, id, people)
    if (entries) rooms.to(screensOf(id)).emit('entries', entries)
    if (view) rooms.to(screensOf(id)).emit('room', view)
    for (const part of parts) owed.add(part)
    // What is asked and what was said comes at once; only running counts wait, at most until the room has settled.
    if (!parts.has('entries') && Date.now() - toldPhones < PHONES_MS) return
    toldPhones = Date.now()
    if (owed.has('entries') || owed.has('wishes'))
      rooms.to(phonesOf(id)).emit('entries', entries ?? (await shownEntries(ctx, id)))
    if (view) rooms.to(phonesOf(id)).emit('room', view)
    owed.clear()
  }

  async function push(): Promise<void> {
    timer = null
    pushing = true
    const parts = new Set(dirty)
    dirty.clear()
    try {
      if (parts.has('people') && Date.now() - counted > PEOPLE_MS) await count()
      if (isSeen()) await show(parts)
      if (parts.has('entries') || Date.now() - toldStaff >= PHONES_MS) {
        toldStaff = Date.now()
        ctx.live.announce({ kind: 'roundtable', id }, 'live:changed', { roundtableId: id })
      }
    } catch (error) {
      ctx.log.error({ err: error }, 'a live room could not be shown')
      for (const part of parts) dirty.add(part)
    }
    pushing = false
    if (dirty.size > 0) plan()
  }

  function plan(): void {
    if (!pushing) timer ??= setTimeout(() => void push(), PUSH_MS)
  }

  function settleLater(): void {
    if (settle) clearTimeout(settle)
    settle = setTimeout(() => void settled(), SETTLED_MS)
  }

  async function settled(): Promise<void> {
    settle = null
    if (isSeen())
      await settleRoom(ctx, id).catch(error =>
        ctx.log.error({ err: error }, 'a live room could not be counted'),
      )
    for (const part of ['room', 'entries', 'people'] as const) dirty.add(part)
    plan()
    if (people === 0) ended()
  }

  return {
    changed(...parts) {
      for (const part of parts) dirty.add(part)
      plan()
      settleLater()
    },
    people: () => people,
    stop() {
      if (timer) clearTimeout(timer)
      if (settle) clearTimeout(settle)
    },
  }
}
