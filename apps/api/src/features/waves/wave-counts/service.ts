import { setImmediate as breathe } from 'node:timers/promises'
import type { Coverage, CoveredAccount } from '@sixfold/domain/waves/coverage'
import { coverageOf } from '@sixfold/domain/waves/coverage'
import type { Context } from '../../../context.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import type { InvitationCount, InvitationMark } from '../invitations/service.ts'
import { announceWave, countInvitations, walkInvitations } from '../invitations/service.ts'
import type { CountsRow } from './store.ts'
import { findCounts, storeCounts } from './store.ts'

/** A wave whose invitations are counted. */
export interface CountedWave {
  id: string
  /** People who are asked: many are counted aside, few at once. */
  people: number
  /** Nothing changes any more after this. */
  closedAt: Date | null
}

/** Counting so many is noticed by who waits for it. */
const MANY = 2000
const WALK = 2000
const ACCOUNTS_AT_ONCE = 1000
/** A count of many is taken anew when it is older than this and somebody looks. */
const FRESH_MS = 10_000
/** What is answered in the last moment is noted a little after the end. */
const SETTLED_MS = 120_000

/**
 * How many invitations of each wave are in which state, by region. Of a wave with few it is exact. Of one with many it is what was counted
 * last, at most some seconds before somebody looked; it is counted anew aside, and whoever follows the wave is told when something changed.
 */
export async function countsOf(
  ctx: Context,
  waves: readonly CountedWave[],
): Promise<Map<string, CountsRow['counts']>> {
  const large = waves.filter(({ people }) => people > MANY)
  const small = waves.filter(({ people }) => people <= MANY).map(({ id }) => id)
  const [stored, counted] = await Promise.all([
    large.length === 0
      ? new Map<string, CountsRow>()
      : findCounts(
          ctx,
          large.map(({ id }) => id),
        ),
    countInvitations(ctx, small),
  ])
  const found = new Map<string, InvitationCount[]>(Map.groupBy(counted, ({ waveId }) => waveId))
  const counts = new Map<string, CountsRow['counts']>(found)
  for (const wave of large) {
    const row = stored.get(wave.id)
    counts.set(wave.id, row?.counts ?? (await recount(ctx, wave.id)).counts)
    if (row && !isSettled(wave, row)) recountAside(ctx, wave.id, row)
  }
  return counts
}

/** Accounts and revenue that were asked and that answered, by region, with the time of counting. */
export async function heardBy(ctx: Context, wave: CountedWave): Promise<{ heard: Coverage[]; at: Date }> {
  if (wave.people <= MANY) return recounted(ctx, wave.id)
  const row = (await findCounts(ctx, [wave.id])).get(wave.id)
  if (!row) return recount(ctx, wave.id)
  if (!isSettled(wave, row)) recountAside(ctx, wave.id, row)
  return row
}

function isSettled({ closedAt }: CountedWave, { at }: CountsRow): boolean {
  return closedAt !== null && at.getTime() > closedAt.getTime() + SETTLED_MS
}

const pending = new WeakMap<Context['db'], Set<string>>()

/** Counts once what was counted is no longer fresh; many who look at once cause one count. */
function recountAside(ctx: Context, waveId: string, before: CountsRow): void {
  const waiting = pending.get(ctx.db) ?? new Set()
  pending.set(ctx.db, waiting)
  if (waiting.has(waveId)) return
  waiting.add(waveId)
  const age = ctx.clock.now().getTime() - before.at.getTime()
  const timer = setTimeout(
    () => {
      recount(ctx, waveId)
        .then(now => {
          if (JSON.stringify(now.counts) !== JSON.stringify(before.counts)) announceWave(ctx, waveId)
        })
        .catch(error => ctx.log.warn({ err: error, wave: waveId }, 'a wave could not be counted'))
        .finally(() => waiting.delete(waveId))
    },
    Math.min(FRESH_MS, Math.max(0, FRESH_MS - age)),
  )
  // Nobody waits for a count when the process ends.
  timer.unref()
}

async function recount(ctx: Context, waveId: string): Promise<CountsRow> {
  const row = { _id: waveId, ...(await recounted(ctx, waveId)) }
  await storeCounts(ctx, row)
  return row
}

async function recounted(ctx: Context, waveId: string): Promise<Omit<CountsRow, '_id'>> {
  const at = ctx.clock.now()
  const counts = new Map<string, CountsRow['counts'][number]>()
  const accounts = new Map<string, { asked: boolean; answered: boolean }>()
  for (let after: string | null = null; ; ) {
    const marks: InvitationMark[] = await walkInvitations(ctx, waveId, { after, limit: WALK })
    for (const { accountId, regionId, state } of marks) {
      const key = `${regionId} ${state}`
      const count = counts.get(key) ?? { regionId, state, n: 0 }
      counts.set(key, count)
      count.n += 1
      const account = accounts.get(accountId) ?? { asked: false, answered: false }
      accounts.set(accountId, account)
      if (state !== 'planned' && state !== 'refused') account.asked = true
      if (state === 'finished') account.answered = true
    }
    after = marks.at(-1)?._id ?? null
    if (marks.length < WALK) break
    await breathe()
  }
  const inOrder = [...counts.keys()].sort().flatMap(key => counts.get(key) ?? [])
  return { at, counts: inOrder, heard: coverageOf(await known(ctx, accounts)) }
}

async function known(
  ctx: Context,
  heard: ReadonlyMap<string, { asked: boolean; answered: boolean }>,
): Promise<CoveredAccount[]> {
  const ids = [...heard].filter(([, { asked }]) => asked).map(([id]) => id)
  const found: CoveredAccount[] = []
  for (let start = 0; start < ids.length; start += ACCOUNTS_AT_ONCE)
    for (const [id, { regionId, annualRevenue }] of await findAccounts(
      ctx,
      ids.slice(start, start + ACCOUNTS_AT_ONCE),
    ))
      found.push({ regionId, annualRevenue, asked: true, answered: heard.get(id)?.answered ?? false })
  return found
}
