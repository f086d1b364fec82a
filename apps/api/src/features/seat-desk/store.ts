import type { Context } from '../../context.ts'
import { defineCollection, trusted } from '../../db/collection.ts'

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

/** Told twice, it is the same person. */
export async function keepWalkIn(ctx: Context, row: Omit<WalkInRow, 'createdAt'>): Promise<void> {
  const { _id, ...fields } = row
  const createdAt = ctx.clock.now()
  await walkIns(ctx).updateOne({ _id }, { $setOnInsert: { ...fields, createdAt } }, { upsert: true })
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
