import type { Context } from '../context.ts'
import { jobHandlers } from '../features/features.ts'
import { startWorker } from '../jobs/worker.ts'

/** The past, lived through once more: services see the simulated time, and letters arrive here instead of leaving. */
export interface Simulation {
  ctx: Context
  /** Goes on to an instant, never back, and does all jobs that fall due on the way. */
  goTo(instant: Date): Promise<void>
  /** The personal links in the letters to an address since the last call, by their first path part: `r` or `e`. */
  takeLinks(kind: 'r' | 'e'): { to: string; token: string }[]
}

const STEP_MS = 3 * 3600_000

export function simulate(real: Context, start: Date): Simulation {
  let now = start
  let letters: { to: string; text: string }[] = []
  const ctx: Context = {
    ...real,
    clock: { now: () => now },
    mail: {
      configured: true,
      send: async ({ to, text }) => {
        letters.push({ to, text })
      },
      close: () => undefined,
    },
  }
  const worker = startWorker(ctx, jobHandlers, { poll: false })
  return {
    ctx,
    async goTo(instant) {
      while (now < instant) {
        now = new Date(Math.min(now.getTime() + STEP_MS, instant.getTime()))
        // Several at a time, as a running server does: one durable commit then serves several jobs.
        await Promise.all(Array.from({ length: 8 }, () => worker.runDue()))
      }
    },
    takeLinks(kind) {
      const pattern = new RegExp(`/${kind}/([A-Za-z0-9_-]{20,})`)
      const links = letters.flatMap(({ to, text }) => {
        const token = pattern.exec(text)?.[1]
        return token ? [{ to, token }] : []
      })
      letters = letters.filter(({ text }) => !pattern.test(text))
      return links
    },
  }
}
