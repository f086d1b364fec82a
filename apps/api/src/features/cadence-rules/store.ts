import type { CadenceRule } from '@sixfold/domain/roundtables/cadence-rule'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey } from '../../db/collection.ts'

/** What a region's events are due by, whole in one document. */
export interface CadenceRulesRow {
  /** The region's id. */
  _id: string
  roundTable: CadenceRule
  conference: CadenceRule | null
  /** Rises by one with every save; a save names the one it was made on. */
  revision: number
  savedAt: Date
  savedBy: string
}

const rules = defineCollection<CadenceRulesRow>('cadenceRules', {
  _id: String,
  roundTable: {},
  conference: {},
  revision: Number,
  savedAt: Date,
  savedBy: String,
})

/** The rules that somebody saved, by region. */
export async function findRules(ctx: Context): Promise<Map<string, CadenceRulesRow>> {
  const rows = await rules(ctx).find({}).lean<CadenceRulesRow[]>()
  return new Map(rows.map(row => [row._id, row]))
}

/** Writes the rules if they still stand at `revision`, 0 for none; false when somebody else was first. */
export async function storeRules(
  ctx: Context,
  { _id, revision, ...content }: CadenceRulesRow,
): Promise<boolean> {
  try {
    const { matchedCount, upsertedCount } = await rules(ctx).updateOne(
      { _id, revision },
      { $set: { ...content, revision: revision + 1 } },
      { upsert: revision === 0 },
    )
    return matchedCount + upsertedCount === 1
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return false
  }
}
