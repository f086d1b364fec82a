import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'
import { writeAt } from '../../../db/write-at.ts'

/** What staff noted about an event when it was over. */
export interface AfterwardsRow {
  /** The round table's id. */
  _id: string
  currency: string
  costs: { what: string; amount: number }[]
  /** Whether those who came are asked how it was. */
  ask: boolean
  revision: number
}

const afterwards = defineCollection<AfterwardsRow>('afterwards', {
  _id: String,
  currency: String,
  costs: [{}],
  ask: Boolean,
  revision: Number,
})

export function findAfterwards(ctx: Context, id: string): Promise<AfterwardsRow | null> {
  return afterwards(ctx).findById(id).lean<AfterwardsRow>().exec()
}

/** Writes on the revision that the caller saw; false when somebody else was first. */
export function storeAfterwards(ctx: Context, row: AfterwardsRow): Promise<boolean> {
  return writeAt(afterwards(ctx), row)
}
