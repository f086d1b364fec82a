import type { CadenceRule } from '@sixfold/domain/roundtables/cadence-rule'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'
import { writeAt } from '../../../db/write-at.ts'

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
export function storeRules(ctx: Context, row: CadenceRulesRow): Promise<boolean> {
  return writeAt(rules(ctx), row)
}
