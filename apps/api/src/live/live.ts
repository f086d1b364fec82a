import type { Server as HttpServer } from 'node:http'
import type { Acknowledgement, ServerEvents, Topic } from '@sixfold/contract/socket'
import { topic as topicSchema } from '@sixfold/contract/socket'
import type { StaffMember } from '@sixfold/contract/staff'
import { uiLanguageFor } from '@sixfold/contract/words'
import { Server } from 'socket.io'
import { readSession } from '../auth/actor.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { isOwnOrigin } from '../http/app.ts'
import { toErrorBody } from '../http/error-body.ts'
import { fieldFaults } from '../http/field-faults.ts'
import type { LiveServer, LiveSocket } from './live-socket.ts'
import { roomOf } from './live-socket.ts'
import { carryPresence } from './presence.ts'
import { joinProcesses } from './processes.ts'

/** Tells every browser that follows a topic what changed. */
export interface Live {
  announce<Event extends keyof ServerEvents>(
    topic: Topic,
    event: Event,
    ...payload: Parameters<ServerEvents[Event]>
  ): void
  /** Cuts what hangs on one session, after signing out. */
  endSession(sessionId: string): void
  /** Cuts everything of a person, after a change of what they may see. */
  endMember(staffId: string): void
  /** Shows a live room anew to everybody who joined it. */
  changedRoom(roundtableId: string): void
  /** How many joined a live room, as this process knows. */
  peopleIn(roundtableId: string): number
  close(): Promise<void>
}

/** The live rooms of anonymous joiners, on the same server in a namespace of their own. */
export interface LiveRooms {
  changedRoom(roundtableId: string): void
  peopleIn(roundtableId: string): number
  close(): void
}

export interface LiveOptions {
  rules: TopicRules
  /** False where a process serves customers alone: staff do not connect there. */
  staff: boolean
  openRooms: ((io: Server, ctx: Context) => LiveRooms) | undefined
}

/** Decides whether a person may follow a topic; a feature gives one for each of its topics. */
export type MayFollow = (ctx: Context, actor: StaffMember, id: string) => Promise<boolean>
export type TopicRules = Partial<Record<Topic['kind'], MayFollow>>

/** Before the server listens, and in processes without staff, there is nobody to tell. */
export const nobodyListens: Live = {
  announce: () => undefined,
  endSession: () => undefined,
  endMember: () => undefined,
  changedRoom: () => undefined,
  peopleIn: () => 0,
  close: async () => undefined,
}

/** How often a connection's session is looked up again: one that ran out elsewhere loses it by then. */
const RECHECK_MS = 60_000

/** Opens the socket server on the HTTP server: for signed-in staff, and for live rooms; from our own pages alone. */
export async function openLive(
  httpServer: HttpServer,
  ctx: Context,
  { rules, staff, openRooms }: LiveOptions,
): Promise<Live> {
  const io: LiveServer = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: 100_000,
    allowRequest: ({ headers: { origin, host } }, decide) =>
      decide(null, isOwnOrigin(origin, host, ctx.config.publicUrl)),
  })
  const leaveProcesses = await joinProcesses(io, ctx)
  const rooms = openRooms?.(io as unknown as Server, ctx)
  io.use((socket, next) => void admit(ctx, socket, staff).then(next))
  io.on('connection', socket => {
    ctx.metrics.sockets.inc()
    const recheck = setInterval(() => void stillSignedIn(ctx, socket), RECHECK_MS)
    void socket.join([`session:${socket.data.id}`, `staff:${socket.data.actor.id}`])
    socket.on('disconnect', () => {
      clearInterval(recheck)
      ctx.metrics.sockets.dec()
    })
    socket.on('follow', async (input, acknowledge) => {
      if (typeof acknowledge === 'function') acknowledge(await follow(ctx, rules, socket, input))
    })
    socket.on('unfollow', input => {
      const parsed = topicSchema.safeParse(input)
      if (parsed.success) void socket.leave(roomOf(parsed.data))
    })
    carryPresence(socket)
  })

  return {
    announce: (topic, event, ...payload) => void io.to(roomOf(topic)).emit(event, ...payload),
    endSession: id => io.in(`session:${id}`).disconnectSockets(true),
    endMember: id => io.in(`staff:${id}`).disconnectSockets(true),
    changedRoom: id => rooms?.changedRoom(id),
    peopleIn: id => rooms?.peopleIn(id) ?? 0,
    async close() {
      rooms?.close()
      await io.close()
      await leaveProcesses()
    },
  }
}

/** Undefined lets the connection in; else the refusal, with the one error shape as its `data`. */
async function admit(ctx: Context, socket: LiveSocket, staff: boolean): Promise<Error | undefined> {
  try {
    const session = staff && (await readSession(ctx.auth, socket.handshake.headers.cookie))
    if (!session) throw new AppError('unauthenticated')
    socket.data = session
    return undefined
  } catch (error) {
    const language = uiLanguageFor(socket.handshake.headers['accept-language'])
    const body = toErrorBody(ctx.log, error, { requestId: socket.id, language })
    return Object.assign(new Error(body.code), { data: body })
  }
}

async function follow(
  ctx: Context,
  rules: TopicRules,
  socket: LiveSocket,
  input: unknown,
): Promise<Acknowledgement> {
  const { actor } = socket.data
  try {
    const parsed = topicSchema.safeParse(input)
    if (!parsed.success)
      throw new AppError('invalid_input', { fields: fieldFaults(parsed.error.issues, actor.language, input) })
    const mayFollow = rules[parsed.data.kind]
    if (!mayFollow || !(await mayFollow(ctx, actor, parsed.data.id))) throw new AppError('not_found')
    await socket.join(roomOf(parsed.data))
    return { ok: true }
  } catch (error) {
    return {
      ok: false,
      error: toErrorBody(ctx.log, error, { requestId: socket.id, language: actor.language }),
    }
  }
}

/** A database that is away for a moment ends nobody's connection. */
async function stillSignedIn(ctx: Context, socket: LiveSocket): Promise<void> {
  const session = await readSession(ctx.auth, socket.handshake.headers.cookie).catch(() => socket.data)
  if (session) socket.data = session
  else socket.disconnect(true)
}
