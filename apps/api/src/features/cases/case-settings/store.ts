import type { Hours } from '@sixfold/domain/calendar/working-days'
import type { CasePromises } from '@sixfold/domain/cases/case-kinds'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

export interface CaseSettingsRow {
  _id: 'settings'
  promises: CasePromises
  /** When regions work, in their own wall time. */
  hours: Hours
  revision: number
}

export interface CauseRow {
  _id: string
  name: Record<string, string>
  /** Not for new resolutions; those that name it keep it. */
  retired: boolean
  /** A resolution names it, or once did: it can be retired, never deleted. */
  used: boolean
  place: number
}

const settings = defineCollection<CaseSettingsRow>('caseSettings', {
  _id: String,
  promises: {},
  hours: {},
  revision: Number,
})

const causes = defineCollection<CauseRow>(
  'caseCauses',
  { _id: String, name: {}, retired: Boolean, used: Boolean, place: Number },
  [{ fields: { place: 1, _id: 1 } }],
)

export function findSettings(ctx: Context): Promise<CaseSettingsRow | null> {
  return settings(ctx).findById('settings').lean<CaseSettingsRow>().exec()
}

/** False when there are some already. */
export async function insertSettings(ctx: Context, row: CaseSettingsRow): Promise<boolean> {
  try {
    await settings(ctx).create(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** Null when others were kept since. */
export function changeSettings(
  ctx: Context,
  { promises, hours, revision }: Omit<CaseSettingsRow, '_id'>,
): Promise<CaseSettingsRow | null> {
  return settings(ctx)
    .findOneAndUpdate(
      { _id: 'settings', revision },
      { $set: { promises, hours, revision: revision + 1 } },
      { returnDocument: 'after' },
    )
    .lean<CaseSettingsRow>()
    .exec()
}

export function findCauses(ctx: Context): Promise<CauseRow[]> {
  return causes(ctx).find({}).sort({ place: 1, _id: 1 }).lean<CauseRow[]>().exec()
}

/** One that is there already stays as it is. */
export async function insertCause(ctx: Context, row: CauseRow): Promise<void> {
  try {
    await causes(ctx).create(row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

export function changeCause(
  ctx: Context,
  id: string,
  change: Partial<Pick<CauseRow, 'name' | 'retired' | 'place'>>,
): Promise<CauseRow | null> {
  return causes(ctx)
    .findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' })
    .lean<CauseRow>()
    .exec()
}

/** Decides, in one document with {@link deleteUnused}, that a resolution names it; false: it is gone or retired. */
export async function claimCause(ctx: Context, id: string): Promise<boolean> {
  const result = await causes(ctx).updateOne({ _id: id, retired: false }, { $set: { used: true } })
  return result.matchedCount === 1
}

export async function deleteUnused(ctx: Context, id: string): Promise<boolean> {
  const result = await causes(ctx).deleteOne({ _id: id, used: trusted({ $ne: true }) })
  return result.deletedCount === 1
}
