import type { Hold, QuotaLedger } from '@sixfold/domain/quotas/quota-ledger'
import type { Context } from '../../../context.ts'
import { defineCollection, readOne, trusted } from '../../../db/collection.ts'

/** The places of one wave's open links; the id is the wave's. */
export interface QuotaRow extends QuotaLedger {
  _id: string
  /** Rises with every change of the limits: a place is taken by the limits that were seen, or not at all. */
  plan: number
  holds: Readonly<Record<string, Hold & { at: Date }>>
}

const quotas = defineCollection<QuotaRow>('waveQuotas', {
  _id: String,
  plan: Number,
  limits: {},
  taken: {},
  holds: {},
})

/** Begins to count; what is counted already stays as it is. */
export async function openQuotas(ctx: Context, waveId: string): Promise<void> {
  await quotas(ctx).updateOne(
    { _id: waveId },
    { $setOnInsert: { plan: 1, limits: {}, taken: {}, holds: {} } },
    { upsert: true },
  )
}

export function findQuotas(ctx: Context, waveId: string): Promise<QuotaRow | null> {
  return readOne(quotas(ctx), { _id: waveId })
}

/** Writes limits over those of `plan`; false when somebody else was first. */
export async function storeLimits(
  ctx: Context,
  { _id, plan }: Pick<QuotaRow, '_id' | 'plan'>,
  limits: QuotaRow['limits'],
): Promise<boolean> {
  // Each group with a limit gets a count, so that the condition on it can hold.
  const counted = Object.fromEntries(Object.keys(limits).map(group => [`taken.${group}`, 0]))
  const result = await quotas(ctx).updateOne(
    { _id, plan },
    { $set: { limits }, $inc: { plan: 1, ...counted } },
  )
  return result.matchedCount === 1
}

/** `holdPlaces` as one write: true when there was a place in every group, and none held for the response. */
export async function takePlaces(
  ctx: Context,
  { _id, plan, limits }: QuotaRow,
  response: string,
  { name, groups }: Hold,
): Promise<boolean> {
  const limited = groups.filter(group => Object.hasOwn(limits, group))
  const result = await quotas(ctx).updateOne(
    {
      _id,
      plan,
      [`holds.${response}`]: trusted({ $exists: false }),
      ...Object.fromEntries(limited.map(group => [`taken.${group}`, trusted({ $lt: limits[group] })])),
    },
    {
      $inc: Object.fromEntries(groups.map(group => [`taken.${group}`, 1])),
      $set: { [`holds.${response}`]: { name, groups: [...groups], at: ctx.clock.now() } },
    },
  )
  return result.matchedCount === 1
}

/** `confirmHold` as one write. */
export async function keepPlaces(
  ctx: Context,
  waveId: string,
  response: string,
  name: string,
): Promise<void> {
  await quotas(ctx).updateOne(
    { _id: waveId, [`holds.${response}.name`]: name },
    { $unset: { [`holds.${response}`]: 1 } },
  )
}

/** `releaseHold` as one write. */
export async function givePlacesBack(
  ctx: Context,
  waveId: string,
  response: string,
  { name, groups }: Hold,
): Promise<void> {
  await quotas(ctx).updateOne(
    { _id: waveId, [`holds.${response}.name`]: name },
    {
      $inc: Object.fromEntries(groups.map(group => [`taken.${group}`, -1])),
      $unset: { [`holds.${response}`]: 1 },
    },
  )
}
