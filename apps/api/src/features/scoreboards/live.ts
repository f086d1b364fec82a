import type { Context } from '../../context.ts'
import { enqueue } from '../../jobs/worker.ts'

/** From the first answer until the board follows; answers of that time are folded together. */
const TOGETHER_MS = 150
/** When the durable job looks after it: by then the fold in this process has long been done, or the process is gone. */
const SAFETY_MS = 60_000

type Fold = (ctx: Context, waveId: string) => Promise<unknown>

interface Folding {
  fold: Fold
  timers: Map<string, NodeJS.Timeout>
  /** The end of each wave's fold: the next one waits for it. */
  running: Map<string, Promise<unknown>>
  /** The safety job that stands for each wave. */
  safe: Map<string, string>
}

const foldings = new WeakMap<Context, Folding>()

/** Lets this process fold by itself; without it only the durable job does. */
export function startFolding(ctx: Context, fold: Fold): void {
  foldings.set(ctx, { fold, timers: new Map(), running: new Map(), safe: new Map() })
}

/** Folds a wave in a moment, in this process, and leaves a durable job in case it does not live so long. */
export async function foldLater(ctx: Context, waveId: string): Promise<void> {
  const folding = foldings.get(ctx)
  const minute = Math.floor(ctx.clock.now().getTime() / SAFETY_MS)
  const key = `scoreboard:${waveId}:${minute}`
  if (folding && !folding.timers.has(waveId)) {
    const timer = setTimeout(() => foldNow(ctx, folding, waveId), TOGETHER_MS)
    timer.unref()
    folding.timers.set(waveId, timer)
  }
  if (folding?.safe.get(waveId) === key) return
  const runAt = new Date((minute + 1) * SAFETY_MS)
  await enqueue(ctx, { kind: 'scoreboard.fold', key, payload: { waveId }, runAt })
  folding?.safe.set(waveId, key)
}

function foldNow(ctx: Context, folding: Folding, waveId: string): void {
  folding.timers.delete(waveId)
  const earlier = folding.running.get(waveId) ?? Promise.resolve()
  const run = earlier
    .then(() => folding.fold(ctx, waveId))
    .catch(error => ctx.log.warn({ err: error, waveId }, 'a fold failed; its job will repeat it'))
  folding.running.set(waveId, run)
}
