import type { ErrorCode } from '@sixfold/contract/errors'
import { LIVE_NAMESPACE } from '@sixfold/contract/live-limits'
import type {
  LiveClientEvents,
  LiveEntry,
  LiveOwn,
  LiveRoomView,
  LiveServerEvents,
} from '@sixfold/contract/live-rooms'
import type { LivePage } from '@sixfold/contract/portal'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import type { Delivery, Outgoing } from './outgoing.ts'
import { createOutgoing } from './outgoing.ts'

const PATIENCE_MS = 8_000

export interface LiveRoomState {
  connected: boolean
  view: LiveRoomView
  entries: readonly LiveEntry[]
  own: LiveOwn
  /** Keys of what was not acknowledged yet. */
  waiting: ReadonlySet<string>
  refused: ReadonlyMap<string, ErrorCode>
}

/** The room as this phone sees it, and what it says there. */
export function useLiveRoom({ code, participant, view }: Pick<LivePage, 'code' | 'participant' | 'view'>) {
  const storeKey = `live:${code}:${participant}`
  const [state, setState] = useState<LiveRoomState>(() => {
    const kept = keptOnDevice(storeKey)
    return {
      connected: true,
      view,
      entries: [],
      own: ownOnItsWay(kept),
      waiting: new Set(kept.map(([key]) => key)),
      refused: new Map(),
    }
  })
  const update = useCallback(
    (change: Partial<LiveRoomState>) => setState(before => ({ ...before, ...change })),
    [],
  )

  const numbers = useRef<LiveOwn['numbers']>({})
  const { socket, outgoing } = useMemo(() => {
    const socket: Socket<LiveServerEvents, LiveClientEvents> = io(LIVE_NAMESPACE, {
      auth: { code, participant },
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      // An attempt that began while the line was gone may hang; the next one must not wait for it.
      timeout: PATIENCE_MS,
      // What waits is kept by ourselves, so that it is neither lost with the page nor sent twice.
      retries: 0,
    })
    const outgoing = createOutgoing({
      send: next => deliver(socket, next),
      keep: waiting => keepOnDevice(storeKey, waiting),
      kept: keptOnDevice(storeKey),
      onChange: waiting => update({ waiting }),
      onRefused: (key, reason) =>
        setState(before => ({ ...before, refused: new Map(before.refused).set(key, reason) })),
      later: (work, milliseconds) => setTimeout(work, milliseconds),
    })
    return { socket, outgoing }
  }, [code, participant, storeKey, update])

  useEffect(() => {
    socket.on('connect', () => {
      update({ connected: true, waiting: outgoing.waiting() })
      outgoing.sendAll()
    })
    socket.on('disconnect', () => update({ connected: false }))
    socket.on('connect_error', () => {
      update({ connected: false })
      // A refusal of the server ends the attempts of the library; the room may be back in a moment.
      if (!socket.active) setTimeout(() => socket.connect(), PATIENCE_MS)
    })
    socket.on('room', view => update({ view }))
    socket.on('entries', entries => update({ entries }))
    socket.on('own', own => {
      numbers.current = own.numbers
      setState(before => ({
        ...before,
        own: withUnkept(own, before.own, outgoing.waiting(), before.refused),
      }))
    })
    // A phone knows at once that its line is gone; the library would notice after most of a minute.
    const lineLost = () => socket.io.engine?.close()
    // And at once that it is back, in the middle of whatever pause the library takes.
    const lineBack = () => {
      if (!socket.connected) socket.disconnect().connect()
    }
    window.addEventListener('offline', lineLost)
    window.addEventListener('online', lineBack)
    socket.connect()
    return () => {
      window.removeEventListener('offline', lineLost)
      window.removeEventListener('online', lineBack)
      socket.disconnect()
    }
  }, [socket, outgoing, update])

  const last = useRef(0)
  const put = (key: string, next: Outgoing) => {
    setState(before => {
      const refused = new Map(before.refused)
      refused.delete(key)
      return { ...before, refused }
    })
    outgoing.put(key, next)
  }
  return {
    state,
    answer(itemId: string, answer: number | string[]) {
      // Above what is kept, too: a clock that was ahead once must not make later answers older.
      last.current = Math.max(last.current + 1, Date.now(), (numbers.current[itemId] ?? 0) + 1)
      setState(before => ({
        ...before,
        own: { ...before.own, answers: { ...before.own.answers, [itemId]: answer } },
      }))
      put(`answer:${itemId}`, { event: 'answer', input: { itemId, answer, number: last.current } })
    },
    vote(entryId: string, wanted: boolean) {
      setState(before => {
        const others = before.own.votes.filter(id => id !== entryId)
        return { ...before, own: { ...before.own, votes: wanted ? [...others, entryId] : others } }
      })
      put(`vote:${entryId}`, { event: 'vote', input: { entryId, wanted } })
    },
    say(text: string, name: string, itemId: string | null) {
      const key = newKey()
      const said = { id: key, key, itemId, text, waiting: true }
      setState(before => ({ ...before, own: { ...before.own, said: [...before.own.said, said] } }))
      put(`say:${key}`, { event: 'say', input: { key, itemId, text, name } })
    },
  }
}

/** What a page before this one said and could not send. */
export function ownOnItsWay(kept: readonly (readonly [string, Outgoing])[]): LiveOwn {
  const own: LiveOwn = { answers: {}, numbers: {}, votes: [], said: [] }
  for (const [, { event, input }] of kept) {
    const said = input as Partial<Record<string, unknown>>
    if (event === 'answer') own.answers[String(said.itemId)] = said.answer as number | string[]
    else if (event === 'vote' && said.wanted) own.votes.push(String(said.entryId))
    else if (event === 'say') {
      const [key, itemId] = [String(said.key), said.itemId as string | null]
      own.said.push({ id: key, key, itemId, text: String(said.text), waiting: true })
    }
  }
  return own
}

/** What the server knows, over it what is on its way, and the words that it did not take: nobody else has them. */
export function withUnkept(
  own: LiveOwn,
  before: LiveOwn,
  waiting: ReadonlySet<string>,
  refused: ReadonlyMap<string, ErrorCode>,
): LiveOwn {
  const answers = { ...own.answers }
  for (const [id, answer] of Object.entries(before.answers))
    if (waiting.has(`answer:${id}`)) answers[id] = answer
  const votes = new Set(own.votes)
  for (const id of new Set([...before.votes, ...own.votes]))
    if (waiting.has(`vote:${id}`)) before.votes.includes(id) ? votes.add(id) : votes.delete(id)
  const known = new Set(own.said.map(({ key }) => key))
  const unkept = before.said.filter(
    ({ key }) => !known.has(key) && (waiting.has(`say:${key}`) || refused.has(`say:${key}`)),
  )
  return { answers, numbers: own.numbers, votes: [...votes], said: [...own.said, ...unkept] }
}

async function deliver(
  socket: Socket<LiveServerEvents, LiveClientEvents>,
  { event, input }: Outgoing,
): Promise<Delivery> {
  if (!socket.connected) throw new Error('not connected')
  const untyped = socket as unknown as Socket
  const result: { ok: true } | { ok: false; error: { code: ErrorCode } } = await untyped
    .timeout(PATIENCE_MS)
    .emitWithAck(event, input)
  return result.ok ? result : { ok: false, code: result.error.code }
}

/** A UUID, also where the page came without https, as on a test machine in a hall. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

function keptOnDevice(key: string): [string, Outgoing][] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as [string, Outgoing][]
  } catch {
    return []
  }
}

function keepOnDevice(key: string, waiting: readonly (readonly [string, Outgoing])[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(waiting))
  } catch {
    // Private windows may keep nothing; what waits then lives as long as the page.
  }
}
