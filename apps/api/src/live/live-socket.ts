import type { ClientEvents, ServerEvents, Topic } from '@sixfold/contract/socket'
import type { Server, Socket } from 'socket.io'
import type { StaffSession } from '../auth/actor.ts'

type NoEvents = Record<string, never>
export type LiveServer = Server<ClientEvents, ServerEvents, NoEvents, StaffSession>
export type LiveSocket = Socket<ClientEvents, ServerEvents, NoEvents, StaffSession>

/** The room of everybody who follows a topic. */
export function roomOf(topic: Topic): string {
  return `${topic.kind}:${topic.id}`
}
