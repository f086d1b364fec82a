import { parentPort } from 'node:worker_threads'
import type { AccountTraits } from '@sixfold/domain/customers/duplicates/account-duplicates'
import { likelyAccountPairs, traitsOfAccount } from '@sixfold/domain/customers/duplicates/account-duplicates'
import type { ComparedContact, ContactTraits } from '@sixfold/domain/customers/duplicates/contact-duplicates'
import { likelyContactPairs, traitsOfContact } from '@sixfold/domain/customers/duplicates/contact-duplicates'
import type { LikelyPair } from '@sixfold/domain/customers/duplicates/likeness'
import type { FoundPair, SearchMessage, SearchResult } from './search.ts'

// The thread of a search: its memory is given back with it, and nobody waits while it compares.

/** More than anybody looks through; the likeliest are kept. */
const MOST_KEPT = 5_000
/** Fewer people tell enough of an account. */
const PEOPLE_OF_ACCOUNT = 20

const contacts: ContactTraits[] = []
const accounts: AccountTraits[] = []
const people = new Map<string, Pick<ComparedContact, 'email' | 'phone' | 'country'>[]>()
const regions = new Map<string, string>()

parentPort?.on('message', (message: SearchMessage) => {
  if (message.kind === 'contacts') for (const row of message.rows) addContact(row)
  else if (message.kind === 'accounts') for (const row of message.rows) addAccount(row)
  else {
    const result: SearchResult = {
      contacts: likeliest(likelyContactPairs(contacts)),
      accounts: likeliest(likelyAccountPairs(accounts)),
    }
    parentPort?.postMessage(result)
    parentPort?.close()
  }
})

function addContact({ regionId, ...contact }: ComparedContact & { regionId: string }): void {
  const { id, accountId, email, phone, country } = contact
  regions.set(id, regionId)
  contacts.push(traitsOfContact(contact))
  const others = people.get(accountId)
  if (!others) people.set(accountId, [{ email, phone, country }])
  else if (others.length < PEOPLE_OF_ACCOUNT) others.push({ email, phone, country })
}

/** Accounts come after all contacts. */
function addAccount({
  id,
  name,
  website,
  regionId,
}: Extract<SearchMessage, { kind: 'accounts' }>['rows'][number]) {
  regions.set(id, regionId)
  accounts.push(traitsOfAccount({ id, name, website, people: people.get(id) ?? [] }))
}

function likeliest(pairs: Generator<LikelyPair | null>): FoundPair[] {
  let kept: LikelyPair[] = []
  const best = () => kept.sort((a, b) => b.score - a.score).slice(0, MOST_KEPT)
  for (const pair of pairs) {
    if (pair) kept.push(pair)
    if (kept.length >= 4 * MOST_KEPT) kept = best()
  }
  return best().map(pair => ({
    ...pair,
    regionA: regions.get(pair.a) ?? '',
    regionB: regions.get(pair.b) ?? '',
  }))
}
