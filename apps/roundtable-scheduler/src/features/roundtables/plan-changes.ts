import type { planInput } from '@sixfold/contract/event-plans'
import type { z } from 'zod'

export type Plan = z.output<typeof planInput>

/** Of an event its region and its kind stay as they are. */
export type PlanChanges = Partial<Omit<Plan, 'regionId' | 'kind'>>

/**
 * What of a plan is different from what is stored.
 *
 * @example planChanges({ ...plan, capacity: 12 }, plan) // { capacity: 12 }
 */
export function planChanges(plan: Plan, stored: Plan): PlanChanges {
  const { regionId: _region, kind: _kind, ...values } = plan
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(stored[field as keyof Plan]),
    ),
  )
}
