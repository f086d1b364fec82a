const counts = new WeakMap<object, Map<string, number>>()

/** 1, 2, 3 … of each kind, for each owner from 1: files that share a process do not see each other's counts. */
export function nextNumber(owner: object, kind: string): number {
  const count = counts.get(owner) ?? new Map<string, number>()
  counts.set(owner, count)
  const next = (count.get(kind) ?? 0) + 1
  count.set(kind, next)
  return next
}
