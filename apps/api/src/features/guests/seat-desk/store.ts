import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

/** Somebody who came without an invitation. `_id` stands in the seat ledger as the invitation. */
export interface WalkInRow {
  _id: string
  roundtableId: string
  name: string
  accountName: string
  createdAt: Date
}

const walkIns = defineCollection<WalkInRow>(
  'walkIns',
  { _id: String, roundtableId: String, name: String, accountName: String, createdAt: Date },
  [{ fields: { roundtableId: 1 } }],
)

/** Told twice, it is the same person; false: the key names somebody of another event. */
export async function keepWalkIn(ctx: Context, row: Omit<WalkInRow, 'createdAt'>): Promise<boolean> {
  const { _id, ...fields } = row
  const createdAt = ctx.clock.now()
  const kept = await walkIns(ctx)
    .findOneAndUpdate(
      { _id },
      { $setOnInsert: { ...fields, createdAt } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean<WalkInRow>()
    .orFail()
  return kept.roundtableId === row.roundtableId
}

/** Forgets somebody who was not let in. */
export async function dropWalkIn(ctx: Context, _id: string): Promise<void> {
  await walkIns(ctx).deleteOne({ _id })
}

/** Takes the names of those who walked in before an instant; their seats stay counted. */
export async function clearWalkInsBefore(ctx: Context, before: Date): Promise<void> {
  await walkIns(ctx).updateMany(
    { createdAt: trusted({ $lt: before }), name: trusted({ $ne: '' }) },
    { $set: { name: '', accountName: '' } },
  )
}

export function findWalkIns(ctx: Context, roundtableId: string): Promise<WalkInRow[]> {
  return walkIns(ctx).find({ roundtableId }).sort({ createdAt: 1 }).lean<WalkInRow[]>().exec()
}

/** Takes the names of those who walked in and whom a person may be recognised by; the seat stays counted. */
export async function eraseFromWalkIns(ctx: Context, isAbout: (text: string) => boolean): Promise<void> {
  const rows = await walkIns(ctx)
    .find({ name: trusted({ $ne: '' }) })
    .select('name')
    .lean<Pick<WalkInRow, '_id' | 'name'>[]>()
  const ids = rows.filter(({ name }) => isAbout(name)).map(({ _id }) => _id)
  if (ids.length > 0)
    await walkIns(ctx).updateMany({ _id: trusted({ $in: ids }) }, { $set: { name: '', accountName: '' } })
}
