import { foldText } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId } from '../../../db/collection.ts'

/** What comments are sorted under. */
export interface CommentTagRow {
  _id: string
  name: string
  /** The name folded: no two tags have one. */
  folded: string
  /** Phrases, divided by commas or lines; empty: only by hand. */
  rule: string
  revision: number
}

const tags = defineCollection<CommentTagRow>(
  'commentTags',
  { _id: String, name: String, folded: String, rule: String, revision: Number },
  [{ fields: { folded: 1 }, unique: true }],
)

/** By name. */
export function findTags(ctx: Context): Promise<CommentTagRow[]> {
  return tags(ctx).find({}).sort({ folded: 1 }).lean<CommentTagRow[]>().exec()
}

export function findTag(ctx: Context, id: string): Promise<CommentTagRow | null> {
  return tags(ctx).findById(id).lean<CommentTagRow>().exec()
}

/** Null: the name is taken. */
export async function insertTag(
  ctx: Context,
  { name, rule }: Pick<CommentTagRow, 'name' | 'rule'>,
): Promise<CommentTagRow | null> {
  const row: CommentTagRow = { _id: newId(), name, folded: foldText(name), rule, revision: 1 }
  try {
    await tags(ctx).create(row)
    return row
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Writes on the revision that was seen; `gone` when it is another one by now. */
export async function updateTag(
  ctx: Context,
  { _id, revision, name, rule }: Pick<CommentTagRow, '_id' | 'revision' | 'name' | 'rule'>,
): Promise<CommentTagRow | 'taken' | 'gone'> {
  try {
    const row = await tags(ctx)
      .findOneAndUpdate(
        { _id, revision },
        { $set: { name, rule, folded: foldText(name), revision: revision + 1 } },
        { returnDocument: 'after' },
      )
      .lean<CommentTagRow>()
      .exec()
    return row ?? 'gone'
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken'
    throw error
  }
}

export async function deleteTag(ctx: Context, id: string): Promise<boolean> {
  return (await tags(ctx).deleteOne({ _id: id })).deletedCount === 1
}
