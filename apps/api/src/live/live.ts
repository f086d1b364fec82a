import type { Server as HttpServer } from 'node:http'
import type { Acknowledgement, ClientEvents, ServerEvents, Topic } from '@sixfold/contract/socket'
import { topic as topicSchema } from '@sixfold/contract/socket'
import type { StaffMember } from '@sixfold/contract/staff'
import { Server } from 'socket.io'
import { readActor } from '../auth/actor.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { toErrorBody } from '../http/error-body.ts'

type LiveServer = Server<
  ClientEvents,
  ServerEvents,
  Record<string, never>,
  { actor: StaffMember; requestId: string }
>

/** Tells every browser that follows a topic what changed. */
export interface Live {
  announce<Event extends keyof ServerEvents>(
    topic: Topic,
    event: Event,
    ...payload: Parameters<ServerEvents[Event]>
  ): void
  close(): Promise<void>
}

/** Decides whether a person may follow a topic; a feature gives one for each of its topics. */
export type MayFollow = (ctx: Context, actor: StaffMember, id: string) => Promise<boolean>
export type TopicRules = Partial<Record<Topic['kind'], MayFollow>>

/** Before the server listens, and in processes without staff, there is nobody to tell. */
export const nobodyListens: Live = { announce: () => undefined, close: async () => undefined }

/** Opens the socket server on the HTTP server. Only signed-in staff connect. */
export function openLive(httpServer: HttpServer, ctx: Context, rules: TopicRules): Live {
  const io: LiveServer = new Server(httpServer, { serveClient: false, maxHttpBufferSize: 100_000 })

  io.use(async (socket, next) => {
    try {
      const actor = await readActor(ctx.auth, new Headers({ cookie: socket.handshake.headers.cookie ?? '' }))
      if (!actor) return next(new Error('unauthenticated'))
      socket.data.actor = actor
      socket.data.requestId = socket.id
      next()
    } catch {
      next(new Error('unavailable'))
    }
  })

  io.on('connection', socket => {
    ctx.metrics.sockets.inc()
    socket.on('disconnect', () => ctx.metrics.sockets.dec())
    socket.on('follow', async (input, acknowledge) => {
      if (typeof acknowledge !== 'function') return
      acknowledge(await follow(ctx, rules, socket, input))
    })
    socket.on('unfollow', input => {
      const parsed = topicSchema.safeParse(input)
      if (parsed.success) void socket.leave(roomOf(parsed.data))
    })
  })

  return {
    announce: (topic, event, ...payload) => void io.to(roomOf(topic)).emit(event, ...payload),
    close: () => io.close(),
  }
}

interface Follower {
  data: { actor: StaffMember; requestId: string }
  join(room: string): Promise<void> | void
}

async function follow(
  ctx: Context,
  rules: TopicRules,
  socket: Follower,
  input: unknown,
): Promise<Acknowledgement> {
  try {
    const parsed = topicSchema.safeParse(input)
    if (!parsed.success) throw new AppError('invalid_input')
    const mayFollow = rules[parsed.data.kind]
    if (!mayFollow || !(await mayFollow(ctx, socket.data.actor, parsed.data.id)))
      throw new AppError('not_found')
    await socket.join(roomOf(parsed.data))
    return { ok: true }
  } catch (error) {
    const language = socket.data.actor.language
    return { ok: false, error: toErrorBody(ctx.log, error, { requestId: socket.data.requestId, language }) }
  }
}

function roomOf(topic: Topic): string {
  return `${topic.kind}:${topic.id}`
}
