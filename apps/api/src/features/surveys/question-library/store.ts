import type { Question } from '@sixfold/domain/survey/question'
import { foldText, searchWords } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export interface EntryRow {
  _id: string
  name: string
  /** Folded name: what the list is sorted by, and what no two entries share. */
  sortName: string
  question: Question
  /** Folded words by which it is found. */
  words: string[]
  savedAt: Date
  savedBy: string
}

const entries = defineCollection<EntryRow>(
  'libraryQuestions',
  {
    _id: String,
    name: String,
    sortName: String,
    question: {},
    words: [String],
    savedAt: Date,
    savedBy: String,
  },
  [{ fields: { sortName: 1 }, unique: true }, { fields: { words: 1 } }],
)

export interface NewEntry extends Pick<EntryRow, 'name' | 'question' | 'savedAt' | 'savedBy'> {
  /** Texts by which it is found beside its name. */
  texts: readonly string[]
}

/** Null when an entry has this name. */
export async function insertEntry(ctx: Context, { texts, ...entry }: NewEntry): Promise<EntryRow | null> {
  const row = { _id: newId(), ...entry, ...named(entry.name, texts) }
  try {
    await entries(ctx).create(row)
    return row
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return null
  }
}

/** `taken`: another entry has this name. Null: there is no such entry. */
export async function renameEntry(
  ctx: Context,
  id: string,
  { name, texts }: Pick<NewEntry, 'name' | 'texts'>,
): Promise<EntryRow | 'taken' | null> {
  try {
    return await entries(ctx)
      .findOneAndUpdate({ _id: id }, { $set: { name, ...named(name, texts) } }, { returnDocument: 'after' })
      .lean<EntryRow>()
      .exec()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return 'taken'
  }
}

export function findEntry(ctx: Context, id: string): Promise<EntryRow | null> {
  return entries(ctx).findById(id).lean<EntryRow>().exec()
}

export async function deleteEntry(ctx: Context, id: string): Promise<boolean> {
  return (await entries(ctx).deleteOne({ _id: id })).deletedCount === 1
}

/** By name; `after` is the sort name of the last one that was read. */
export function listEntries(
  ctx: Context,
  { search, after, limit }: { search: string | undefined; after: string | null; limit: number },
): Promise<EntryRow[]> {
  const words = searchWords(search ?? '')
  return entries(ctx)
    .find({
      ...(words.length > 0 ? { $and: words.map(word => ({ words: beginsWith(word) })) } : {}),
      ...(after === null ? {} : { sortName: trusted({ $gt: after }) }),
    })
    .sort({ sortName: 1 })
    .limit(limit)
    .lean<EntryRow[]>()
    .exec()
}

/** Words hold letters and digits alone, so nothing in them is a pattern. */
const beginsWith = (word: string) => new RegExp(`^${word}`)

function named(name: string, texts: readonly string[]) {
  return { sortName: foldText(name).slice(0, 200), words: searchWords(name, ...texts) }
}
