import type { DuplicateKind, DuplicatePair } from '@sixfold/contract/duplicates'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { record } from '../../house/audit/service.ts'
import { readRecord } from '../contact-records/service.ts'
import { readAccount } from '../customers/service.ts'
import { mergeAccounts, mergeContacts } from '../record-merges/service.ts'
import type { MergeOrder, PairRow, SearchRow } from './store.ts'
import {
  announceSearch,
  changePair,
  countPairs,
  findPair,
  forgetPairsOf,
  listPairs,
  readSearch,
} from './store.ts'

export { erasePairsOf } from './store.ts'

export const SEARCH_JOB = 'duplicates.search'
export const MERGE_JOB = 'duplicates.merge'

const SHOWN = 10

/** Pairs of the regions that the caller may see, the likeliest first. */
export async function listDuplicates(
  ctx: Context,
  actor: StaffMember,
  { kind, after }: { kind: DuplicateKind; after?: string | undefined },
) {
  const regionIds = regionsOf(actor)
  const place = after === undefined ? null : await findPair(ctx, after)
  const rows = await listPairs(ctx, { kind, regionIds, after: place }, SHOWN)
  const items: DuplicatePair[] = []
  for (const row of rows) {
    const shown = await withRecords(ctx, actor, row)
    if (shown) items.push(shown)
  }
  const [accounts, contacts, search] = await Promise.all([
    countPairs(ctx, 'accounts', regionIds),
    countPairs(ctx, 'contacts', regionIds),
    readSearch(ctx),
  ])
  return {
    items,
    next: rows.length === SHOWN ? (rows.at(-1)?._id ?? null) : null,
    total: { accounts, contacts },
    search: toSearch(search),
  }
}

/** Looks for duplicates now. Asking again within a minute asks for the same search. */
export async function askForSearch(ctx: Context, actor: StaffMember) {
  regionsOf(actor)
  await searchSoon(ctx, `asked:${ctx.clock.now().toISOString().slice(0, 16)}`)
  return toSearch(await readSearch(ctx))
}

/** Looks for duplicates once the job is taken up; once for each `reason`. */
export async function searchSoon(ctx: Context, reason: string): Promise<void> {
  const before = await readSearch(ctx)
  if (await enqueue(ctx, { kind: SEARCH_JOB, key: `${SEARCH_JOB}:${reason}` }))
    await announceSearch(ctx, before)
}

/** The two are not the same: they are never proposed again. */
export async function keepApart(ctx: Context, actor: StaffMember, id: string): Promise<{ id: string }> {
  await editablePair(ctx, actor, id)
  const decided = { state: 'apart', decidedBy: actor.id, decidedAt: ctx.clock.now() } as const
  if (!(await changePair(ctx, id, 'open', decided))) throw new AppError('wrong_state')
  await record(ctx, actor, 'duplicates.kept-apart', id)
  return { id }
}

export interface MergeInput {
  id: string
  keep: string
  revisions: Record<string, number>
  take: string[]
}

/** Makes one record of two. What was decided is stored first, so that a crash cannot leave the work half done. */
export async function mergePair(
  ctx: Context,
  actor: StaffMember,
  { id, keep, revisions, take }: MergeInput,
): Promise<{ id: string }> {
  const pair = await editablePair(ctx, actor, id)
  const drop = keep === pair.a ? pair.b : pair.a
  const [keepRevision, dropRevision] = [revisions[keep], revisions[drop]]
  if ((keep !== pair.a && keep !== pair.b) || keepRevision === undefined || dropRevision === undefined)
    throw new AppError('invalid_input')
  const at = ctx.clock.now()
  const merge = {
    keep,
    drop,
    revisions: { keep: keepRevision, drop: dropRevision },
    take,
    by: actor.id,
    at,
  }
  const decided = { state: 'merging', merge, decidedBy: actor.id, decidedAt: at } as const
  if (!(await changePair(ctx, id, 'open', decided))) throw new AppError('wrong_state')
  await enqueue(ctx, {
    kind: MERGE_JOB,
    key: `${MERGE_JOB}:${id}:${at.toISOString()}`,
    payload: { pairId: id },
  })
  if (!(await carryOutMerge(ctx, id))) throw new AppError('wrong_state')
  return { id: keep }
}

/** Does what was decided about a pair; false when one of the two was changed before anything was done. Safe to repeat. */
export async function carryOutMerge(ctx: Context, id: string): Promise<boolean> {
  const pair = await findPair(ctx, id)
  if (pair?.state === 'merged') return true
  if (pair?.state !== 'merging' || !pair.merge) return false
  const merged = await (pair.kind === 'accounts' ? mergeAccounts : mergeContacts)(ctx, pair.merge)
  if (!merged) {
    await changePair(ctx, id, 'merging', { state: 'open', merge: null })
    return false
  }
  await forgetPairsOf(ctx, pair.merge.drop)
  if (await changePair(ctx, id, 'merging', { state: 'merged' })) await recordMerge(ctx, pair.kind, pair.merge)
  return true
}

async function recordMerge(
  ctx: Context,
  kind: DuplicateKind,
  { keep, drop, take, by }: MergeOrder,
): Promise<void> {
  const subject = `${kind === 'accounts' ? 'account' : 'contact'}:${keep}`
  const detail = take.length > 0 ? `${drop}: ${take.join(', ')}` : drop
  await record(ctx, await findMember(ctx, by), `${kind}.merged`, subject, detail)
}

async function withRecords(ctx: Context, actor: StaffMember, row: PairRow): Promise<DuplicatePair | null> {
  const { _id: id, score, reasons, a, b } = row
  try {
    if (row.kind === 'contacts') {
      const records = [await readRecord(ctx, actor, a), await readRecord(ctx, actor, b)]
      return { kind: row.kind, id, score, reasons, records }
    }
    const records = [await readAccount(ctx, actor, a), await readAccount(ctx, actor, b)]
    return { kind: row.kind, id, score, reasons, records }
  } catch (error) {
    // Erased, or moved to a region of others, since the search.
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

/** Both records must be in regions where the caller may change customers. */
async function editablePair(ctx: Context, actor: StaffMember, id: string): Promise<PairRow> {
  const pair = await findPair(ctx, id)
  const regions = pair ? [pair.regionA, pair.regionB] : []
  if (!pair || !regions.every(regionId => can(actor, 'customers.edit', { regionId })))
    throw new AppError('not_found')
  return pair
}

function regionsOf(actor: StaffMember): string[] | null {
  if (!can(actor, 'customers.edit')) throw new AppError('not_found')
  return actor.regions === 'all' ? null : actor.regions
}

const toSearch = ({ running, finishedAt }: SearchRow) => ({
  running,
  finishedAt: finishedAt?.toISOString() ?? null,
})
