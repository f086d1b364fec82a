import type { DuplicateKind } from '@sixfold/contract/duplicates'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { walk } from '../../../db/walk.ts'
import type { DuplicateSearch, FoundPair } from '../../../duplicate-search/search.ts'
import { startSearch } from '../../../duplicate-search/search.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { walkAccounts } from '../accounts/service.ts'
import { walkAllContacts } from '../contacts/service.ts'
import { carryOutMerge, MERGE_JOB, SEARCH_JOB } from './service.ts'
import { forgetPairs, storePairs, storeSearch } from './store.ts'

/** Records that are read, and pairs that are written, together. */
const PART = 1000

export const duplicateJobs: JobHandlers = {
  [SEARCH_JOB]: searchDuplicates,
  [MERGE_JOB]: async (ctx, payload) => {
    await carryOutMerge(ctx, z.object({ pairId: z.string() }).parse(payload).pairId)
  },
}

/** Compares all accounts and all contacts, and keeps the pairs that may be one. Safe to repeat. */
export async function searchDuplicates(ctx: Context): Promise<void> {
  const searchedAt = ctx.clock.now()
  await storeSearch(ctx, { running: true })
  const search = startSearch()
  try {
    await addAll(ctx, search)
    const { contacts, accounts } = await search.compare()
    await keep(ctx, 'contacts', contacts, searchedAt)
    await keep(ctx, 'accounts', accounts, searchedAt)
  } finally {
    await search.close()
  }
  await forgetPairs(ctx, searchedAt)
  await storeSearch(ctx, { running: false, finishedAt: ctx.clock.now() })
}

async function addAll(ctx: Context, search: DuplicateSearch): Promise<void> {
  for await (const rows of walk(ctx, walkAllContacts))
    search.add({
      kind: 'contacts',
      rows: rows.map(({ _id: id, accountId, regionId, name, email, phone, country }) => ({
        id,
        accountId,
        regionId,
        name,
        email,
        phone,
        country,
      })),
    })
  for await (const rows of walk(ctx, walkAccounts))
    search.add({
      kind: 'accounts',
      rows: rows.map(({ _id: id, name, website, regionId }) => ({ id, name, website, regionId })),
    })
}

async function keep(
  ctx: Context,
  kind: DuplicateKind,
  pairs: readonly FoundPair[],
  searchedAt: Date,
): Promise<void> {
  for (let at = 0; at < pairs.length; at += PART)
    await storePairs(ctx, kind, pairs.slice(at, at + PART), searchedAt)
}
