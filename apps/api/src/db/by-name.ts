import { searchWords } from '@sixfold/domain/text/fold'
import { AppError } from '../errors.ts'
import { trusted } from './collection.ts'

/** What things that lists show by name carry for it. */
export interface Named {
  /** Folded name: what lists are sorted by. */
  sortName: string
  /** Folded words by which it is found. */
  words: string[]
}

/** Where a list goes on: after this name and id. */
export interface ListPlace {
  sortName: string
  id: string
}

export interface Page {
  after: ListPlace | null
  limit: number
}

export const byName = { sortName: 1, _id: 1 } as const

/** How a thing of this name is sorted and found; nothing when the name stays as it is stored. */
export function namedBy(name: string | undefined, ...others: (string | undefined)[]): Named | undefined {
  if (name === undefined) return undefined
  return {
    sortName: searchWords(name).join(' '),
    words: searchWords(name, ...others.filter(text => text !== undefined)),
  }
}

/** Every word of the search begins a word of the thing. */
export function wordsFilter(search: string | undefined) {
  const words = search === undefined ? [] : searchWords(search)
  return words.length > 0 ? { $and: words.map(word => ({ words: beginsWith(word) })) } : {}
}

/** Words hold letters and digits alone, so nothing in them is a pattern. */
const beginsWith = (word: string) => new RegExp(`^${word}`)

export function afterFilter(after: ListPlace | null) {
  if (!after) return {}
  const { sortName, id } = after
  return {
    $or: [{ sortName: trusted({ $gt: sortName }) }, { sortName, _id: trusted({ $gt: id }) }],
  }
}

/** @throws invalid_input where the cursor is none of ours. */
export function pageOf({
  cursor,
  limit = 50,
}: {
  cursor?: string | undefined
  limit?: number | undefined
}): Page {
  if (cursor === undefined) return { after: null, limit }
  const [sortName, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n')
  if (sortName === undefined || id === undefined) throw new AppError('invalid_input')
  return { after: { sortName, id }, limit }
}

/** The cursor of the next page; null after the last. */
export function nextOf(rows: readonly { _id: string; sortName: string }[], limit: number): string | null {
  const last = rows.at(-1)
  if (!last || rows.length < limit) return null
  return Buffer.from(`${last.sortName}\n${last._id}`, 'utf8').toString('base64url')
}
