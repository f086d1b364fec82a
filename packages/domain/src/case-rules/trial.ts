import type { FoundScore } from './case-rule.ts'

/** One case that a rule would have opened. */
export interface WouldOpen {
  /** Of the response, or the task that stood for it. */
  sourceId: string
  accountId: string
  contactId: string | null
  regionId: string
  /** Of the wave, `2026-Q3`, or of the day it happened on. */
  quarter: string
  /** Null: of a bounce or a silence. */
  found: FoundScore | null
  at: string
}

/** What a rule would have done, as far as it was tried. */
export interface TrialResult {
  /** Things looked at. */
  looked: number
  cases: number
  byQuarter: Record<string, number>
  byRegion: Record<string, number>
  byFactor: Record<string, number>
  /** The latest of them, to be read by a person. */
  samples: WouldOpen[]
}

export const MOST_SAMPLES = 20

export const emptyTrial: TrialResult = {
  looked: 0,
  cases: 0,
  byQuarter: {},
  byRegion: {},
  byFactor: {},
  samples: [],
}

/**
 * Adds what was found in one part of the past; never mutates. In any batches the result is the same.
 *
 * @example addToTrial(emptyTrial, 1000, []).looked // 1000
 */
export function addToTrial(before: TrialResult, looked: number, found: readonly WouldOpen[]): TrialResult {
  return {
    looked: before.looked + looked,
    cases: before.cases + found.length,
    byQuarter: counted(before.byQuarter, found, ({ quarter }) => quarter),
    byRegion: counted(before.byRegion, found, ({ regionId }) => regionId),
    byFactor: counted(before.byFactor, found, one => one.found?.factor),
    samples: latest([...before.samples, ...found]),
  }
}

function latest(all: WouldOpen[]): WouldOpen[] {
  const order = (a: WouldOpen, b: WouldOpen) =>
    a.at === b.at ? (a.sourceId < b.sourceId ? -1 : 1) : a.at < b.at ? 1 : -1
  return all.sort(order).slice(0, MOST_SAMPLES)
}

function counted(
  before: Readonly<Record<string, number>>,
  found: readonly WouldOpen[],
  keyOf: (one: WouldOpen) => string | undefined,
): Record<string, number> {
  const counts = new Map(Object.entries(before))
  for (const one of found) {
    const key = keyOf(one)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
