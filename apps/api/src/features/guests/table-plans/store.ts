import type { PlanTable } from '@sixfold/contract/table-plans'
import type { Context } from '../../../context.ts'
import { defineCollection } from '../../../db/collection.ts'
import { writeAt } from '../../../db/write-at.ts'

/** The tables of a round table and its hosts; where guests sit stands in the seat ledger alone. `_id`: the round table's. */
export interface TablePlanRow {
  _id: string
  tables: PlanTable[]
  hosts: { id: string; name: string; table: string | null }[]
  /** Products that guests consider, by guest. */
  considering: Record<string, string[]>
  /** Guests and hosts whom somebody seated by hand. */
  byHand: string[]
  revision: number
}

const plans = defineCollection<TablePlanRow>('tablePlans', {
  _id: String,
  tables: {},
  hosts: {},
  considering: {},
  byHand: [String],
  revision: Number,
})

/** The plan; one of no tables when nobody made any. */
export async function findTablePlan(ctx: Context, id: string): Promise<TablePlanRow> {
  const row = await plans(ctx).findOne({ _id: id }).lean<TablePlanRow>()
  return row ?? { _id: id, tables: [], hosts: [], considering: {}, byHand: [], revision: 0 }
}

/** Writes a plan over the revision it was made on; false when somebody else was faster. */
export function storeTablePlan(
  ctx: Context,
  before: TablePlanRow,
  change: Partial<Omit<TablePlanRow, '_id' | 'revision'>>,
): Promise<boolean> {
  return writeAt(plans(ctx), { ...before, ...change })
}
