import type { DueKind } from '@sixfold/domain/due/due-window'
import { dueKinds, sinceDays } from '@sixfold/domain/due/due-window'
import { addMinutes } from 'date-fns/addMinutes'
import type { Context } from '../../context.ts'
import type { JobHandlers } from '../../jobs/worker.ts'
import { enqueue, RunLater } from '../../jobs/worker.ts'
import type { LookRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'
import type { Look } from '../due-steps/service.ts'
import { dayOf, findInstallations, findInstallationsSince } from '../installations/service.ts'
import { organisationExists } from '../organisation/service.ts'
import { currentLook, lookAtAccounts } from './service.ts'

/** Things looked at in one step; then other jobs get their turn. */
const STEP = 500
const ASK_AGAIN_MINUTES = 10

export const dueJobs: JobHandlers = {
  'due.look': async ctx => {
    throw new RunLater(await takeStep(ctx))
  },
}

/** Starts the daily look for ever. */
export async function keepLooking(ctx: Context): Promise<void> {
  await enqueue(ctx, { kind: 'due.look', key: 'due.look' })
}

/** Then come the things whose day to be looked at has come. */
const following = { installation_call: 'product_survey', product_survey: null } as const

/**
 * The next step of the daily look: walks what was bought or installed in the days that matter, looks at what is new there or has come to
 * its day, and notes how far it came. Says when to come again.
 */
export async function takeStep(ctx: Context): Promise<Date> {
  if (!(await organisationExists(ctx))) return addMinutes(ctx.clock.now(), ASK_AGAIN_MINUTES)
  const look = await currentLook(ctx)
  if (look.finished === look.day) return look.next.at
  const stored = await dueBook.findLook(ctx)
  const at: LookRow =
    stored?.day === look.day
      ? stored
      : { _id: 'look', day: look.day, finished: look.finished, kind: 'installation_call', after: null }
  if (at.kind) await dueBook.storeLook(ctx, await walk(ctx, look, at, at.kind))
  else {
    const unseen = await lookAtUnseen(ctx, look)
    if (unseen < STEP) await dueBook.storeLook(ctx, { ...at, finished: look.day })
  }
  return ctx.clock.now()
}

async function walk(ctx: Context, look: Look, at: LookRow, kind: DueKind): Promise<LookRow> {
  const days = sinceDays({ kind, today: look.day, lastLook: look.finished })
  const found = await findInstallationsSince(ctx, { kind, ...days, after: at.after, limit: STEP })
  const rows = await dueBook.findDueRows(
    ctx,
    kind,
    found.map(({ id }) => id),
  )
  const fresh = found.filter(installation => rows.get(installation.id)?.since !== installation[dayOf[kind]])
  await lookAtAccounts(
    ctx,
    fresh.map(({ accountId }) => accountId),
    look,
  )
  const last = found.at(-1)
  const since = last?.[dayOf[kind]]
  if (found.length < STEP || !last || !since) return { ...at, kind: following[kind], after: null }
  return { ...at, after: { since, id: last.id } }
}

/** Looks at the next things whose day has come; says how many there were at most of one kind. */
async function lookAtUnseen(ctx: Context, look: Look): Promise<number> {
  let count = 0
  for (const kind of dueKinds) {
    const unseen = await dueBook.findUnseen(ctx, kind, { today: look.day, limit: STEP })
    const ids = unseen.map(({ _id }) => _id)
    // What was bought may belong to another account by now, or not be there any more.
    const installations = await findInstallations(ctx, ids)
    await lookAtAccounts(
      ctx,
      unseen.flatMap(({ _id, accountId }) => [accountId, installations.get(_id)?.accountId ?? accountId]),
      look,
    )
    await dueBook.noteSeen(ctx, kind, ids, { today: look.day, next: look.next.on })
    count = Math.max(count, unseen.length)
  }
  return count
}
