import { setImmediate as breathe } from 'node:timers/promises'
import type { DuplicateKind } from '@sixfold/contract/duplicates'
import type { AccountTraits, ComparedAccount } from '@sixfold/domain/customers/duplicates/account-duplicates'
import { likelyAccountPairs, traitsOfAccount } from '@sixfold/domain/customers/duplicates/account-duplicates'
import type { ContactTraits } from '@sixfold/domain/customers/duplicates/contact-duplicates'
import { likelyContactPairs, traitsOfContact } from '@sixfold/domain/customers/duplicates/contact-duplicates'
import type { LikelyPair } from '@sixfold/domain/customers/duplicates/likeness'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { JobHandlers } from '../../jobs/worker.ts'
import { walkAccounts } from '../accounts/service.ts'
import { walkAllContacts } from '../contacts/service.ts'
import { carryOutMerge, MERGE_JOB, SEARCH_JOB } from './service.ts'
import { forgetPairs, storePairs, storeSearch } from './store.ts'

/** Records that are read together. */
const PART = 1000
/** More than anybody looks through; the likeliest are kept. */
const MOST_KEPT = 5_000

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
  const regions = new Map<string, string>()
  const { contacts, people } = await readContacts(ctx, regions)
  await keep(ctx, 'contacts', await gather(likelyContactPairs(contacts)), regions, searchedAt)
  const accounts = await readAccounts(ctx, people, regions)
  await keep(ctx, 'accounts', await gather(likelyAccountPairs(accounts)), regions, searchedAt)
  await forgetPairs(ctx, searchedAt)
  await storeSearch(ctx, { running: false, finishedAt: ctx.clock.now() })
}

type Person = ComparedAccount['people'][number]

/** Fewer tell enough of an account. */
const PEOPLE_OF_ACCOUNT = 20

async function readContacts(ctx: Context, regions: Map<string, string>) {
  const contacts: ContactTraits[] = []
  const people = new Map<string, Person[]>()
  for (let after: string | null = null; ; ) {
    const rows = await walkAllContacts(ctx, { after, limit: PART })
    for (const { _id: id, accountId, regionId, name, email, phone, country } of rows) {
      contacts.push(traitsOfContact({ id, accountId, name, email, phone, country }))
      regions.set(id, regionId)
      const others = people.get(accountId) ?? []
      if (others.length < PEOPLE_OF_ACCOUNT) people.set(accountId, [...others, { email, phone, country }])
    }
    after = rows.at(-1)?._id ?? null
    if (rows.length < PART) return { contacts, people }
  }
}

async function readAccounts(
  ctx: Context,
  people: ReadonlyMap<string, Person[]>,
  regions: Map<string, string>,
): Promise<AccountTraits[]> {
  const accounts: AccountTraits[] = []
  for (let after: string | null = null; ; ) {
    const rows = await walkAccounts(ctx, { after, limit: PART })
    for (const { _id: id, name, website, regionId } of rows) {
      accounts.push(traitsOfAccount({ id, name, website, people: people.get(id) ?? [] }))
      regions.set(id, regionId)
    }
    after = rows.at(-1)?._id ?? null
    if (rows.length < PART) return accounts
  }
}

/** The likeliest pairs of a search, which gives way to other work now and then. */
async function gather(search: Generator<LikelyPair | null>): Promise<LikelyPair[]> {
  let kept: LikelyPair[] = []
  for (const pair of search) {
    if (pair === null) await breathe()
    else kept.push(pair)
    if (kept.length >= 4 * MOST_KEPT) kept = likeliest(kept)
  }
  return likeliest(kept)
}

const likeliest = (pairs: LikelyPair[]) => pairs.sort((a, b) => b.score - a.score).slice(0, MOST_KEPT)

async function keep(
  ctx: Context,
  kind: DuplicateKind,
  pairs: readonly LikelyPair[],
  regions: ReadonlyMap<string, string>,
  searchedAt: Date,
): Promise<void> {
  for (let at = 0; at < pairs.length; at += PART)
    await storePairs(
      ctx,
      kind,
      pairs.slice(at, at + PART).map(pair => ({
        ...pair,
        regionA: regions.get(pair.a) ?? '',
        regionB: regions.get(pair.b) ?? '',
      })),
      searchedAt,
    )
}
