import type { ErrorCode } from '@sixfold/contract/errors'

/** Something that was said here and not yet acknowledged. */
export interface Outgoing {
  event: 'answer' | 'vote' | 'say'
  input: unknown
}

export type Delivery = { ok: true } | { ok: false; code: ErrorCode }

export interface OutgoingOptions {
  /** Throws when no answer came: the connection is gone, or the server. */
  send(outgoing: Outgoing): Promise<Delivery>
  /** Keeps what waits on this device, so that it outlives the page. */
  keep(waiting: readonly (readonly [string, Outgoing])[]): void
  kept: readonly (readonly [string, Outgoing])[]
  onChange(waiting: ReadonlySet<string>): void
  onRefused(key: string, code: ErrorCode): void
  later(work: () => void, milliseconds: number): void
}

/** Refusals that pass: what was said leaves again later. */
const PASSING: readonly ErrorCode[] = ['too_many_requests', 'unavailable', 'internal']
const AGAIN_MS = 3_000

/**
 * What leaves a phone on a bad line. One thing per key: a newer one takes the place of the one before, is sent only after it,
 * and is kept until the server acknowledged it. The server takes each once, so sending again doubles nothing.
 */
export function createOutgoing(options: OutgoingOptions) {
  const waiting = new Map(options.kept)
  const busy = new Set<string>()

  function changed(): void {
    options.keep([...waiting])
    options.onChange(new Set(waiting.keys()))
  }

  async function deliver(key: string): Promise<void> {
    const outgoing = waiting.get(key)
    if (!outgoing || busy.has(key)) return
    busy.add(key)
    const delivery = await options.send(outgoing).catch(() => null)
    busy.delete(key)
    // Without an answer it leaves again, at the latest then: the next connection may have come while it was on its way.
    if (!delivery || (!delivery.ok && PASSING.includes(delivery.code))) {
      options.later(() => void deliver(key), AGAIN_MS)
      return
    }
    if (waiting.get(key) !== outgoing) return deliver(key)
    waiting.delete(key)
    if (!delivery.ok) options.onRefused(key, delivery.code)
    changed()
  }

  return {
    put(key: string, outgoing: Outgoing): void {
      waiting.set(key, outgoing)
      changed()
      void deliver(key)
    },
    /** After each connection. */
    sendAll(): void {
      for (const key of waiting.keys()) void deliver(key)
    },
    waiting: () => new Set(waiting.keys()) as ReadonlySet<string>,
  }
}
