import type { Context } from '../context.ts'
import { jobHandlers } from '../features/features.ts'
import { lettersAfter } from '../features/house/outbox/service.ts'
import { nextRunAt } from '../jobs/store.ts'
import { startWorker } from '../jobs/worker.ts'

/** The past, lived through once more: services see the simulated time, and letters stay in the outbox. */
export interface Simulation {
  ctx: Context
  /** Goes on to an instant, never back, and does all jobs that fall due on the way. */
  goTo(instant: Date): Promise<void>
  /** The personal links in the invitations of a kind that came since the last call. */
  takeLinks(kind: LetterKind): Promise<{ to: string; token: string }[]>
}

type LetterKind = 'survey-invitation' | 'roundtable-invitation' | 'date-poll-invitation' | 'event-follow-up'

const WORKERS = 16

export function simulate(real: Context, start: Date): Simulation {
  let now = start
  const read: Record<LetterKind, string> = {
    'survey-invitation': '',
    'roundtable-invitation': '',
    'date-poll-invitation': '',
    'event-follow-up': '',
  }
  const ctx: Context = {
    ...real,
    clock: { now: () => now },
    mail: { configured: false, send: async () => undefined, close: () => undefined },
  }
  // Nobody looks at the reminders of events that are over, and each would be a letter to write.
  const handlers = { ...jobHandlers, 'event.remind': async () => undefined }
  const worker = startWorker(ctx, handlers, { poll: false })
  return {
    ctx,
    async goTo(instant) {
      for (let next = await nextRunAt(ctx); next && next <= instant; next = await nextRunAt(ctx)) {
        if (next > now) now = next
        // Several at a time, as a running server does: one durable commit then serves several jobs.
        await Promise.all(Array.from({ length: WORKERS }, () => worker.runDue()))
      }
      if (instant > now) now = instant
    },
    async takeLinks(kind) {
      const links: { to: string; token: string }[] = []
      for (;;) {
        const letters = await lettersAfter(ctx, kind, read[kind])
        for (const { to, text } of letters) {
          const token = /\/[rep]\/([A-Za-z0-9_-]{20,})/.exec(text)?.[1]
          if (token) links.push({ to, token })
        }
        const last = letters.at(-1)
        if (!last) return links
        read[kind] = last.id
      }
    },
  }
}
