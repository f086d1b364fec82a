import type { Context } from '../../../context.ts'

/** Milliseconds between two announcements of one wave. */
const GAP = 400

const waiting = new WeakMap<Context['db'], Map<string, NodeJS.Timeout>>()

/** Tells those who follow a wave that it changed: at most a few times a second, and always after the last change. */
export function announceWave(ctx: Context, waveId: string): void {
  const timers = waiting.get(ctx.db) ?? new Map<string, NodeJS.Timeout>()
  waiting.set(ctx.db, timers)
  if (timers.has(waveId)) return
  const timer = setTimeout(() => {
    timers.delete(waveId)
    ctx.live.announce({ kind: 'wave', id: waveId }, 'wave:changed', { waveId })
  }, GAP)
  // Nobody waits for an announcement when the process ends.
  timer.unref()
  timers.set(waveId, timer)
}
