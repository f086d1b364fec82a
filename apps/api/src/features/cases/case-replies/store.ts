import type { LocalText } from '@sixfold/domain/local-text'
import type { ApprovalState } from '@sixfold/domain/roundtables/freeze'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

export interface CaseReplyRow {
  /** The case's id. */
  _id: string
  /** Of its case when it was proposed. */
  regionId: string
  said: LocalText
  did: LocalText
  state: ApprovalState
  proposedById: string
  proposedBy: string
  proposedAt: Date
  decidedBy: string
  decidedAt: Date | null
  reason: string
  revision: number
}

const replies = defineCollection<CaseReplyRow>(
  'caseReplies',
  {
    _id: String,
    regionId: String,
    said: {},
    did: {},
    state: String,
    proposedById: String,
    proposedBy: String,
    proposedAt: Date,
    decidedBy: String,
    decidedAt: Date,
    reason: String,
    revision: Number,
  },
  [{ fields: { state: 1, regionId: 1, proposedAt: -1 } }],
)

export function findReplies(ctx: Context, caseIds: readonly string[]): Promise<CaseReplyRow[]> {
  return replies(ctx)
    .find({ _id: trusted({ $in: [...caseIds] }) })
    .lean<CaseReplyRow[]>()
    .exec()
}

/** The latest first. */
export function listReplies(
  ctx: Context,
  { state, regionIds, limit }: { state: ApprovalState; regionIds: readonly string[] | null; limit: number },
): Promise<CaseReplyRow[]> {
  return replies(ctx)
    .find({ state, ...(regionIds ? { regionId: trusted({ $in: [...regionIds] }) } : {}) })
    .sort({ proposedAt: -1, _id: -1 })
    .limit(limit)
    .lean<CaseReplyRow[]>()
    .exec()
}

/** Writes over what stands at `revision`, 0 where there is nothing yet; null: somebody was first. */
export async function storeReply(
  ctx: Context,
  revision: number,
  row: Omit<CaseReplyRow, 'revision'>,
): Promise<CaseReplyRow | null> {
  const { _id, ...fields } = row
  const next = revision + 1
  if (revision > 0)
    return replies(ctx)
      .findOneAndUpdate(
        { _id, revision },
        { $set: { ...fields, revision: next } },
        { returnDocument: 'after' },
      )
      .lean<CaseReplyRow>()
      .exec()
  try {
    await replies(ctx).create({ ...row, revision: next })
    return { ...row, revision: next }
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}
