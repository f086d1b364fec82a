import type { WorkingPlan } from '../calendar/working-clock.ts'
import type { CaseClock, ClockReading } from './case-clock.ts'
import { goOn, readClock, startClock, stopClock } from './case-clock.ts'
import type { CasePromise } from './case-kinds.ts'
import type { CaseState } from './case-state.ts'

/** The two promises of a case: to take it up, and to resolve it. */
export interface CaseClocks {
  acknowledge: CaseClock
  resolve: CaseClock
}

const MINUTE = 60_000

/** @example startClocks(at, { acknowledge: 60, resolve: 540 }).resolve.promised // 32_400_000 */
export function startClocks(at: Date, { acknowledge, resolve }: CasePromise): CaseClocks {
  return {
    acknowledge: startClock(at, acknowledge * MINUTE),
    resolve: startClock(at, resolve * MINUTE),
  }
}

/**
 * The clocks after a case came into a state. The first stops for good once anything is done about the case; the second
 * runs while it is with us: not while we wait for the customer, and not once it is resolved.
 */
export function followState(clocks: CaseClocks, state: CaseState, at: Date, plan: WorkingPlan): CaseClocks {
  const withUs = state === 'open' || state === 'in_work'
  return {
    acknowledge: state === 'open' ? clocks.acknowledge : stopClock(clocks.acknowledge, at, plan),
    resolve: withUs ? goOn(clocks.resolve, at) : stopClock(clocks.resolve, at, plan),
  }
}

/** Another promise for a case under way: what was spent stays spent. */
export function promiseAnew(clocks: CaseClocks, { acknowledge, resolve }: CasePromise): CaseClocks {
  return {
    acknowledge: { ...clocks.acknowledge, promised: acknowledge * MINUTE },
    resolve: { ...clocks.resolve, promised: resolve * MINUTE },
  }
}

export interface ClocksReading {
  acknowledge: ClockReading
  resolve: ClockReading
  /** The promise that runs out first; null: none runs. */
  dueAt: Date | null
}

export function readClocks(clocks: CaseClocks, now: Date, plan: WorkingPlan): ClocksReading {
  const acknowledge = readClock(clocks.acknowledge, now, plan)
  const resolve = readClock(clocks.resolve, now, plan)
  const dues = [acknowledge.dueAt, resolve.dueAt].filter(due => due !== null)
  return { acknowledge, resolve, dueAt: dues.length === 0 ? null : new Date(Math.min(...dues.map(Number))) }
}
