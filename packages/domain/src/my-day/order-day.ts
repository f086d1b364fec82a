import { requireInstant } from '../checks.ts'
import { localDayNumber } from '../wall-time.ts'
import { clockOf } from '../zone-clock.ts'
import type { DueItem } from './due-item.ts'
import { STAKES } from './due-item.ts'

export const DAY_GROUPS = ['late', 'today', 'soon', 'later'] as const
export type DayGroup = (typeof DAY_GROUPS)[number]

/** Why something stands where it does, the weightiest reason first. */
export const DAY_REASONS = [
  'late',
  'window_closes',
  'promised',
  'colleague',
  'severe',
  'large_account',
] as const
export type DayReason = (typeof DAY_REASONS)[number]

export interface PlacedItem extends DueItem {
  group: DayGroup
  /** Days until it is due on the reader's calendar, below 0 since then; null: it is due on no day. */
  days: number | null
  reasons: DayReason[]
}

const SOON_DAYS = 7
/** The largest fifth of the accounts on a list is worth naming, and only where there are enough to compare. */
const LARGEST_PART = 5
const FEWEST_ACCOUNTS = 5

/**
 * The order of somebody's day: what is late, then today's, the week's, and the rest; within each what cannot be had again
 * comes before what was promised, a colleague who waits, and own work; then what is severe, what is due first, and the
 * larger account. What is due on no day waits for a colleague today, and else is for later.
 *
 * @param zone The reader's: today is theirs.
 * @throws RangeError for no instant.
 * @example orderDay([caseOfToday, lateTask], { now, zone })[0] // { ...lateTask, group: 'late', days: -2, reasons: ['late'] }
 */
export function orderDay(
  items: readonly DueItem[],
  { now, zone }: { now: Date; zone: string },
): PlacedItem[] {
  requireInstant('now', now)
  const { clock } = clockOf(zone)
  const today = localDayNumber(now, clock)
  const isLarge = largestOf(items)
  return items
    .map(item => {
      const days = item.dueAt && localDayNumber(item.dueAt, clock) - today
      const isLate = item.dueAt !== null && item.dueAt <= now
      const group = isLate ? 'late' : groupOf(item, days)
      return { ...item, group, days, reasons: reasonsFor(item, { group, isLarge: isLarge(item) }) }
    })
    .sort(byUrgency)
}

function groupOf({ stake }: DueItem, days: number | null): DayGroup {
  if (days === null) return stake === 'colleague' ? 'today' : 'later'
  if (days <= 0) return 'today'
  return days <= SOON_DAYS ? 'soon' : 'later'
}

function reasonsFor(
  { stake, severe }: DueItem,
  { group, isLarge }: { group: DayGroup; isLarge: boolean },
): DayReason[] {
  const holds: Record<DayReason, boolean> = {
    late: group === 'late',
    window_closes: stake === 'lapses',
    promised: stake === 'promised',
    colleague: stake === 'colleague',
    severe,
    large_account: isLarge,
  }
  return DAY_REASONS.filter(reason => holds[reason])
}

function largestOf(items: readonly DueItem[]): (item: DueItem) => boolean {
  const revenues = new Map(
    items.flatMap(({ accountId, revenue }) => (accountId && revenue ? [[accountId, revenue]] : [])),
  )
  if (revenues.size < FEWEST_ACCOUNTS) return () => false
  const sorted = [...revenues.values()].sort((a, b) => b - a)
  const least = sorted[Math.floor(sorted.length / LARGEST_PART) - 1] ?? Number.POSITIVE_INFINITY
  return ({ accountId, revenue }) => accountId !== null && revenue !== null && revenue >= least
}

function byUrgency(a: PlacedItem, b: PlacedItem): number {
  return (
    DAY_GROUPS.indexOf(a.group) - DAY_GROUPS.indexOf(b.group) ||
    STAKES.indexOf(a.stake) - STAKES.indexOf(b.stake) ||
    Number(b.severe) - Number(a.severe) ||
    timeOf(a) - timeOf(b) ||
    (b.revenue ?? 0) - (a.revenue ?? 0) ||
    compare(`${a.kind} ${a.id}`, `${b.kind} ${b.id}`)
  )
}

/** What is due on no day comes last; far away enough, and still a number to subtract. */
const timeOf = ({ dueAt }: DueItem): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
