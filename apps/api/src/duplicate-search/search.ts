import { Worker } from 'node:worker_threads'
import type { ComparedContact } from '@sixfold/domain/customers/duplicates/contact-duplicates'
import type { LikelyPair } from '@sixfold/domain/customers/duplicates/likeness'

export interface SearchedAccount {
  id: string
  name: string
  website: string
  regionId: string
}
export type SearchedContact = ComparedContact & { regionId: string }

export type SearchMessage =
  | { kind: 'contacts'; rows: SearchedContact[] }
  | { kind: 'accounts'; rows: SearchedAccount[] }
  | { kind: 'compare' }

export interface FoundPair extends LikelyPair {
  regionA: string
  regionB: string
}

/** The likeliest pairs of each kind. */
export interface SearchResult {
  contacts: FoundPair[]
  accounts: FoundPair[]
}

export interface DuplicateSearch {
  /** Contacts first, then accounts: what is known of an account's people tells of it, too. */
  add(message: Exclude<SearchMessage, { kind: 'compare' }>): void
  /** Compares what was added. */
  compare(): Promise<SearchResult>
  close(): Promise<void>
}

/** Starts a search in a thread of its own. */
export function startSearch(): DuplicateSearch {
  const thread = new Worker(new URL('./thread.ts', import.meta.url))
  const result = new Promise<SearchResult>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the search for duplicates ended without a result')))
  })
  // Whoever waits for the result hears of it; nobody else needs to.
  result.catch(() => undefined)
  const post = (message: SearchMessage) => thread.postMessage(message)
  return {
    add: post,
    compare() {
      post({ kind: 'compare' })
      return result
    },
    async close() {
      await thread.terminate()
    },
  }
}
