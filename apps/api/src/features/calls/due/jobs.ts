import type { DueKind } from '@sixfold/domain/due/due-window'
import { dueKinds, sinceDays } from '@sixfold/domain/due/due-window'
import { addMinutes } from 'date-fns/addMinutes'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue, RunLater } from '../../../jobs/worker.ts'
import { dayOf, findInstallations, findInstallationsSince } from '../../customers/installations/service.ts'
import { organisationExists } from '../../house/organisation/service.ts'
import type { DueRow, LookRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'
import type { Look } from '../due-steps/service.ts'
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
  const { look, stored } = await currentLook(ctx)
  if (look.finished === look.day) return look.next.at
  let at: LookRow =
    stored?.day === look.day
      ? stored
      : { _id: 'look', day: look.day, finished: look.finished, kind: 'installation_call', after: null }
  while (at.kind) {
    const walked: LookRow = await walk(ctx, look, at, at.kind)
    const isFull = walked.kind === at.kind
    at = walked
    if (!isFull) continue
    await dueBook.storeLook(ctx, at)
    return ctx.clock.now()
  }
  const isDone = (await lookAtUnseen(ctx, look)) < STEP
  await dueBook.storeLook(ctx, isDone ? { ...at, finished: look.day } : at)
  return isDone ? look.next.at : ctx.clock.now()
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
  const seen = { today: look.day, next: look.next.on }
  const unseen = new Map<DueKind, DueRow[]>()
  for (const kind of dueKinds)
    unseen.set(kind, await dueBook.findUnseen(ctx, kind, { today: look.day, limit: STEP }))
  const rows = [...unseen.values()].flat()
  // What was bought may belong to another account by now, or not be there any more.
  const installations = await findInstallations(ctx, [...new Set(rows.map(({ _id }) => _id))])
  await lookAtAccounts(
    ctx,
    rows.flatMap(({ _id, accountId }) => [accountId, installations.get(_id)?.accountId ?? accountId]),
    look,
  )
  for (const [kind, own] of unseen)
    await dueBook.noteSeen(
      ctx,
      kind,
      own.map(({ _id }) => _id),
      seen,
    )
  return Math.max(...[...unseen.values()].map(own => own.length))
}
