import type { DealSide } from '@sixfold/domain/deals/deal'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** What one side of a deal answers to a survey version. `_id` names deal and side, so neither stands in the other's. */
export interface InterviewRow {
  _id: string
  dealId: string
  side: DealSide
  /** The customer who is asked; null: a colleague, or somebody who was erased. */
  contactId: string | null
  surveyId: string
  version: number
  language: string
  state: 'begun' | 'held'
  answers: RevisedAnswers
  by: string
  begunAt: Date
  heldAt: Date | null
  revision: number
}

const interviews = defineCollection<InterviewRow>(
  'dealInterviews',
  {
    _id: String,
    dealId: String,
    side: String,
    contactId: String,
    surveyId: String,
    version: Number,
    language: String,
    state: String,
    answers: {},
    by: String,
    begunAt: Date,
    heldAt: Date,
    revision: Number,
  },
  [{ fields: { dealId: 1 } }, { fields: { contactId: 1 } }],
)

const idOf = (dealId: string, side: DealSide) => `${dealId}:${side}`

/** Stores an interview; of two begun at once the first stands. */
export async function insertInterview(
  ctx: Context,
  row: Omit<InterviewRow, '_id' | 'revision'>,
): Promise<InterviewRow> {
  const full = { _id: idOf(row.dealId, row.side), ...row, revision: 1 }
  try {
    await interviews(ctx).create(full)
    return full
  } catch (error) {
    const first = isDuplicateKey(error) ? await findInterview(ctx, row.dealId, row.side) : null
    if (!first) throw error
    return first
  }
}

export function findInterview(ctx: Context, dealId: string, side: DealSide): Promise<InterviewRow | null> {
  return interviews(ctx).findById(idOf(dealId, side)).lean<InterviewRow>().exec()
}

/** Without what was answered. */
export function findInterviewsOf(
  ctx: Context,
  dealIds: readonly string[],
): Promise<Pick<InterviewRow, '_id' | 'dealId' | 'side' | 'state'>[]> {
  return interviews(ctx)
    .find({ dealId: trusted({ $in: [...dealIds] }) })
    .select('dealId side state')
    .lean<Pick<InterviewRow, '_id' | 'dealId' | 'side' | 'state'>[]>()
    .exec()
}

/** What people themselves said, latest first. */
export function findInterviewsWith(ctx: Context, contactIds: readonly string[]): Promise<InterviewRow[]> {
  return interviews(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .sort({ begunAt: -1 })
    .lean<InterviewRow[]>()
    .exec()
}

/** Changes an interview that is not over, on the revision that was seen; null when somebody else was first. */
export function updateInterview(
  ctx: Context,
  { _id, revision }: Pick<InterviewRow, '_id' | 'revision'>,
  change: Partial<Pick<InterviewRow, 'answers' | 'state' | 'heldAt'>>,
): Promise<InterviewRow | null> {
  return interviews(ctx)
    .findOneAndUpdate(
      { _id, revision, state: 'begun' },
      { $set: { ...change, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<InterviewRow>()
    .exec()
}

export async function handOverInterviews(
  ctx: Context,
  contactId: string,
  to: { contactId: string },
): Promise<void> {
  await interviews(ctx).updateMany({ contactId }, { $set: to })
}

/** What a person said in an interview goes with the person. */
export async function deleteInterviewsOf(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await interviews(ctx).deleteMany({ contactId: trusted({ $in: [...contactIds] }) })
}
