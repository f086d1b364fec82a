import type { WorkingPlan } from '../calendar/working-clock.ts'
import type { CaseClock } from './case-clock.ts'
import { readClock } from './case-clock.ts'
import type { CaseClocks } from './case-clocks.ts'

/**
 * Who hears of a case that takes too long. 1: its owner, when nobody took it up in time or little time is left; 2: the
 * region's colleagues and who watches it, when it is late; 3: administrators too, when it took twice what was promised.
 */
export type EscalationLevel = 0 | 1 | 2 | 3

/** Its owner is reminded once so much of the time to resolve is spent. */
const REMIND_AT = 0.75
const AGAIN = 2

/** The levels whose instant is still to come or has come, by instant; a clock that stands still has none. */
function steps(clocks: CaseClocks, now: Date, plan: WorkingPlan): { level: EscalationLevel; at: Date }[] {
  const when = (clock: CaseClock, share: number) =>
    readClock({ ...clock, promised: Math.round(clock.promised * share) }, now, plan).dueAt
  const found: [EscalationLevel, Date | null][] = [
    [1, when(clocks.acknowledge, 1)],
    [1, when(clocks.resolve, REMIND_AT)],
    [2, when(clocks.resolve, 1)],
    [3, when(clocks.resolve, AGAIN)],
  ]
  return found.flatMap(([level, at]) => (at === null ? [] : { level, at }))
}

/**
 * How far a case has escalated now; one that stands still does not.
 *
 * @example escalationAt(startClocks(at, { acknowledge: 60, resolve: 540 }), twoHoursLater, plan) // 1
 */
export function escalationAt(clocks: CaseClocks, now: Date, plan: WorkingPlan): EscalationLevel {
  let level: EscalationLevel = 0
  for (const step of steps(clocks, now, plan)) if (step.at <= now && step.level > level) level = step.level
  return level
}

/** When it escalates above a level; null: never, as things stand. */
export function nextEscalation(
  clocks: CaseClocks,
  above: EscalationLevel,
  now: Date,
  plan: WorkingPlan,
): Date | null {
  const instants = steps(clocks, now, plan).flatMap(({ level, at }) => (level > above ? Number(at) : []))
  return instants.length === 0 ? null : new Date(Math.min(...instants))
}
