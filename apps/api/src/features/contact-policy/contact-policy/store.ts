import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** A contact policy as it was kept. It never changes: a new one is a new document, so that all of them are the history. */
export interface ContactPolicyRow extends PolicyDraft {
  /** The revision, as text. */
  _id: string
  revision: number
  savedAt: Date
  savedBy: string
}

const policies = defineCollection<ContactPolicyRow>(
  'contactPolicies',
  { _id: String, revision: Number, base: {}, rules: {}, savedAt: Date, savedBy: String },
  [{ fields: { revision: -1 }, unique: true }],
)

/** The policy that holds; null before one was kept. */
export function findLatest(ctx: Context): Promise<ContactPolicyRow | null> {
  return policies(ctx).findOne({}).sort({ revision: -1 }).lean<ContactPolicyRow>().exec()
}

export function findBefore(ctx: Context, revision: number, limit: number): Promise<ContactPolicyRow[]> {
  return policies(ctx)
    .find({ revision: trusted({ $lt: revision }) })
    .sort({ revision: -1 })
    .limit(limit)
    .lean<ContactPolicyRow[]>()
    .exec()
}

/** False when somebody else has kept this revision: of two that follow one policy the key lets in one. */
export async function insertPolicy(ctx: Context, row: Omit<ContactPolicyRow, '_id'>): Promise<boolean> {
  try {
    await policies(ctx).create({ _id: String(row.revision), ...row })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
