import type { ClientEvents, Presence, ServerEvents, Topic } from '@sixfold/contract/socket'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { io, type Socket } from 'socket.io-client'

type LiveSocket = Socket<ServerEvents, ClientEvents>

let shared: LiveSocket | undefined

/** The browser's one connection; opened when the first part follows something. */
function connection(): LiveSocket {
  shared ??= openConnection()
  return shared
}

const AFTER_CUT_MS = 1_000

function openConnection(): LiveSocket {
  const socket: LiveSocket = io({
    transports: ['websocket', 'polling'],
    reconnectionDelayMax: 10_000,
    withCredentials: true,
  })
  socket.on('connect_error', () => {
    // Still active means that the network failed, not that the server refused: a proxy may stop WebSockets.
    if (socket.active) socket.io.opts.transports = ['polling', 'websocket']
  })
  // The server cuts a connection when its person's rights change; what still may be followed is asked for anew.
  socket.on('disconnect', reason => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), AFTER_CUT_MS)
  })
  return socket
}

export type LiveState = 'connected' | 'connecting'

function subscribeToState(onChange: () => void): () => void {
  const socket = connection()
  socket.on('connect', onChange)
  socket.on('disconnect', onChange)
  return () => {
    socket.off('connect', onChange)
    socket.off('disconnect', onChange)
  }
}

/** Whether changes arrive by themselves just now. While `connecting`, what is shown may be old. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribeToState, () => (connection().connected ? 'connected' : 'connecting'))
}

const followers = new Map<string, number>()
const keyOf = (topic: Topic) => `${topic.kind}:${topic.id}`

/** Follows a topic on the server as long as any part of the page wants it, and again after each reconnection. */
function follow(topic: Topic, answered: (mayFollow: boolean) => void): () => void {
  const socket = connection()
  const key = keyOf(topic)
  const ask = () => {
    socket.emit('follow', topic, result => answered(result.ok))
  }
  followers.set(key, (followers.get(key) ?? 0) + 1)
  socket.on('connect', ask)
  if (socket.connected) ask()
  return () => {
    socket.off('connect', ask)
    const left = (followers.get(key) ?? 1) - 1
    if (left > 0) {
      followers.set(key, left)
      return
    }
    followers.delete(key)
    if (socket.connected) socket.emit('unfollow', topic)
  }
}

/**
 * Follows a topic while the part is shown. `onMissed` runs once it is followed again after a reconnection, when changes
 * may have passed unseen: invalidate the queries there. `onFollowed` runs each time it is followed, the first included.
 * Returns `refused` when the server does not let this person follow it.
 *
 * @example
 * useFollow({ kind: 'wave', id }, refreshScoreboard)
 * useLiveEvent('scoreboard:changed', change => change.waveId === id && refreshScoreboard())
 */
export function useFollow(
  topic: Topic | undefined,
  onMissed: () => void,
  onFollowed?: () => void,
): { refused: boolean } {
  const [refused, setRefused] = useState(false)
  const heard = useRef({ onMissed, onFollowed })
  heard.current = { onMissed, onFollowed }
  const kind = topic?.kind
  const id = topic?.id

  useEffect(() => {
    if (kind === undefined || id === undefined) return
    let before = false
    return follow({ kind, id }, mayFollow => {
      setRefused(!mayFollow)
      if (!mayFollow) return
      if (before) heard.current.onMissed()
      heard.current.onFollowed?.()
      before = true
    })
  }, [kind, id])

  return { refused }
}

/** Hears one kind of event while the part is shown. */
export function useLiveEvent<Event extends keyof ServerEvents>(
  event: Event,
  heard: ServerEvents[Event],
): void {
  const latest = useRef(heard)
  latest.current = heard
  useEffect(() => {
    // The typed socket cannot follow a generic event name; the parameters of this hook are what is checked.
    const socket = connection() as Socket
    const name: string = event
    const listener = (...values: Parameters<ServerEvents[Event]>) => {
      const call = latest.current as (...values: Parameters<ServerEvents[Event]>) => void
      call(...values)
    }
    socket.on(name, listener)
    return () => {
      socket.off(name, listener)
    }
  }, [event])
}

/** Shows this browser to the others that follow the topic, until it is left or the connection ends. */
export function showPresence(presence: Presence): void {
  const socket = connection()
  // Without a connection there is nobody to show it to, and an old place sent later would be wrong.
  if (socket.connected) socket.emit('present', presence)
}
