const DAY_MS = 86_400_000
const SOON_DAYS = 3

export const DUE_GROUPS = ['overdue', 'soon', 'later'] as const
export type DueGroup = (typeof DUE_GROUPS)[number]

/**
 * Where a task stands in the list, by when it is due.
 *
 * @example dueGroup('2026-11-25T10:00:00Z', '2026-11-23T08:00:00Z') // 'soon'
 */
export function dueGroup(dueAt: string, now: string): DueGroup {
  const left = Date.parse(dueAt) - Date.parse(now)
  if (left < 0) return 'overdue'
  return left < SOON_DAYS * DAY_MS ? 'soon' : 'later'
}
