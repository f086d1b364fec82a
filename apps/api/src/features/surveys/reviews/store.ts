import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey } from '../../../db/collection.ts'

/** Advice that somebody did not follow, with the reason: one document each, so that two people never overwrite each other. */
export interface KeptRow {
  /** The survey's id and the finding's key, with a space between. */
  _id: string
  surveyId: string
  key: string
  reason: string
  keptAt: Date
  keptBy: string
}

const kept = defineCollection<KeptRow>(
  'keptFindings',
  { _id: String, surveyId: String, key: String, reason: String, keptAt: Date, keptBy: String },
  [{ fields: { surveyId: 1, _id: 1 } }],
)

type Named = Pick<KeptRow, 'surveyId' | 'key'>
const idOf = ({ surveyId, key }: Named) => `${surveyId} ${key}`

export function listKept(ctx: Context, surveyId: string, limit: number): Promise<KeptRow[]> {
  return kept(ctx).find({ surveyId }).sort({ _id: 1 }).limit(limit).lean<KeptRow[]>().exec()
}

/** Keeps a finding, or gives one that is kept another reason. */
export async function storeKept(ctx: Context, row: Omit<KeptRow, '_id'>): Promise<void> {
  const { surveyId, key, ...values } = row
  const write = () =>
    kept(ctx)
      .updateOne({ _id: idOf(row) }, { $set: values, $setOnInsert: { surveyId, key } }, { upsert: true })
      .exec()
  // Two upserts at once may both insert; the one that lost finds the document the second time.
  await write().catch(error => {
    if (!isDuplicateKey(error)) throw error
    return write()
  })
}

export async function deleteKept(ctx: Context, named: Named): Promise<boolean> {
  return (await kept(ctx).deleteOne({ _id: idOf(named) })).deletedCount === 1
}
