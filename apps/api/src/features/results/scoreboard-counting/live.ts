import type { Context } from '../../../context.ts'
import { enqueue } from '../../../jobs/worker.ts'

/** From the first answer until the board follows; answers of that time are folded together. */
const TOGETHER_MS = 250
/** When the durable job looks after it: by then the fold in this process has long been done, or the process is gone. */
const SAFETY_MS = 60_000

/** What this process is about to fold. */
interface Folding {
  timers: Map<string, NodeJS.Timeout>
  /** The end of each wave's fold: the next one waits for it. */
  running: Map<string, Promise<void>>
  /** The safety job that stands for each wave. */
  safe: Map<string, string>
}

const foldings = new WeakMap<Context, Folding>()

type Fold = (ctx: Context, waveId: string) => Promise<unknown>

/** Folds a wave in a moment, in this process, and leaves a durable job in case it does not live so long. Never fails. */
export async function foldLater(ctx: Context, waveId: string, fold: Fold): Promise<void> {
  const folding = foldings.get(ctx) ?? { timers: new Map(), running: new Map(), safe: new Map() }
  foldings.set(ctx, folding)
  if (!folding.timers.has(waveId)) {
    const timer = setTimeout(() => foldNow(ctx, folding, waveId, fold), TOGETHER_MS)
    timer.unref()
    folding.timers.set(waveId, timer)
  }
  const minute = Math.floor(ctx.clock.now().getTime() / SAFETY_MS)
  const key = `scoreboard:${waveId}:${minute}`
  if (folding.safe.get(waveId) === key) return
  folding.safe.set(waveId, key)
  const runAt = new Date((minute + 1) * SAFETY_MS)
  try {
    await enqueue(ctx, { kind: 'scoreboard.fold', key, payload: { waveId }, runAt })
  } catch (error) {
    folding.safe.delete(waveId)
    ctx.log.warn({ err: error, waveId }, 'a fold has no safety job')
  }
}

function foldNow(ctx: Context, folding: Folding, waveId: string, fold: Fold): void {
  folding.timers.delete(waveId)
  const earlier = folding.running.get(waveId) ?? Promise.resolve()
  const run = earlier.then(async () => {
    try {
      await fold(ctx, waveId)
    } catch (error) {
      ctx.log.warn({ err: error, waveId }, 'a fold failed; its job will repeat it')
    }
    if (folding.running.get(waveId) === run) folding.running.delete(waveId)
  })
  folding.running.set(waveId, run)
}
