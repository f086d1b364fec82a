import type { NoticeContent, SurveyNoticeContent } from '@sixfold/contract/privacy-notices'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** A notice as it was kept. It never changes, because responses name the one that they were given under. */
export interface NoticeRow<Content> {
  /** Whose it is, and the revision. */
  _id: string
  /** The house, or the id of a survey. */
  of: string
  revision: number
  content: Content
  savedAt: Date
  savedBy: string
}

const notices = defineCollection<NoticeRow<object>>(
  'privacyNotices',
  { _id: String, of: String, revision: Number, content: {}, savedAt: Date, savedBy: String },
  [{ fields: { of: 1, revision: -1 }, unique: true }],
)

const HOUSE = 'house'

function latest<Content>(ctx: Context, of: string): Promise<NoticeRow<Content> | null> {
  return notices(ctx).findOne({ of }).sort({ revision: -1 }).lean<NoticeRow<Content>>().exec()
}

export const findHouseNotice = (ctx: Context) => latest<NoticeContent>(ctx, HOUSE)
export const findSurveyNotice = (ctx: Context, surveyId: string) => latest<SurveyNoticeContent>(ctx, surveyId)

/** Notices of the house, the latest first. */
export function findHouseNotices(ctx: Context, limit: number): Promise<NoticeRow<NoticeContent>[]> {
  return notices(ctx)
    .find({ of: HOUSE })
    .sort({ revision: -1 })
    .limit(limit)
    .lean<NoticeRow<NoticeContent>[]>()
    .exec()
}

/** For how many months answers keep a name, as every notice of the house or a survey said. */
export function findMonths(
  ctx: Context,
  surveyId: string,
): Promise<Pick<NoticeRow<Pick<NoticeContent, 'retentionMonths'>>, 'of' | 'revision' | 'content'>[]> {
  return notices(ctx)
    .find({ of: trusted({ $in: [HOUSE, surveyId] }) })
    .select('of revision content.retentionMonths')
    .lean<NoticeRow<Pick<NoticeContent, 'retentionMonths'>>[]>()
    .exec()
}

/** Null when somebody else has kept this revision: of two that follow one notice the key lets in one. */
export async function insertNotice<Content extends object>(
  ctx: Context,
  row: Omit<NoticeRow<Content>, '_id' | 'of'>,
  surveyId?: string,
): Promise<NoticeRow<Content> | null> {
  const of = surveyId ?? HOUSE
  const kept = { _id: `${of}:${row.revision}`, of, ...row }
  try {
    await notices(ctx).create(kept)
    return kept
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}
