import type { LiveClientEvents, LiveServerEvents } from '@sixfold/contract/live-rooms'
import { io, type Socket } from 'socket.io-client'

export interface ScreenListener {
  connected(connected: boolean): void
  room: LiveServerEvents['room']
  entries: LiveServerEvents['entries']
}

/** Looks at a live room by its code, without taking part; returns how to leave. */
export function joinLiveRoom(namespace: string, code: string, listener: ScreenListener): () => void {
  const socket: Socket<LiveServerEvents, LiveClientEvents> = io(namespace, {
    auth: { code, participant: null },
    reconnectionDelayMax: 5_000,
  })
  socket.on('connect', () => listener.connected(true))
  socket.on('disconnect', () => listener.connected(false))
  socket.on('room', listener.room)
  socket.on('entries', listener.entries)
  return () => void socket.disconnect()
}
