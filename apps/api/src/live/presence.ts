import type { Presence } from '@sixfold/contract/socket'
import { PRESENCE_REPEAT_MS, presence } from '@sixfold/contract/socket'
import type { LiveSocket } from './live-socket.ts'
import { roomOf } from './live-socket.ts'

/**
 * Shows a connection to those who follow the same topic, and says when it ends. Nothing is remembered beyond the
 * connection itself: the process that holds it repeats its presence, so that it reaches the browsers of every
 * process, and ends everywhere when that process dies.
 */
export function carryPresence(socket: LiveSocket): void {
  const shown = new Map<string, Presence>()
  const show = (here: Presence) => {
    const { id: staffId, name } = socket.data.actor
    socket.to(roomOf(here.topic)).emit('presence:here', { ...here, tab: socket.id, staffId, name })
  }
  const leave = (room: string) => {
    const here = shown.get(room)
    if (!shown.delete(room) || !here) return
    socket.to(room).emit('presence:left', { topic: here.topic, tab: socket.id })
  }
  const repeat = setInterval(() => {
    for (const here of shown.values()) show({ ...here, asks: false })
  }, PRESENCE_REPEAT_MS)

  socket.on('present', input => {
    const parsed = presence.safeParse(input)
    if (!parsed.success || !socket.rooms.has(roomOf(parsed.data.topic))) return
    shown.set(roomOf(parsed.data.topic), parsed.data)
    show(parsed.data)
  })
  socket.on('unfollow', () => {
    for (const room of [...shown.keys()]) if (!socket.rooms.has(room)) leave(room)
  })
  socket.on('disconnecting', () => {
    clearInterval(repeat)
    for (const room of [...shown.keys()]) leave(room)
  })
}
