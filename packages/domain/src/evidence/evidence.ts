import type { Quarter } from '../quarter.ts'
import { formatQuarter } from '../quarter.ts'

/** Where something about a customer can be heard. */
export const EVIDENCE_SOURCES = [
  'quarterly',
  'product',
  'blind',
  'call',
  'case',
  'round_table',
  'deal',
  'competitor',
] as const
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number]

/**
 * One thing that was heard. What a source cannot know is null: a blind answer has no account (law 6), a competitor's product
 * none either, and a complaint may be about no single factor.
 */
export interface Evidence {
  source: EvidenceSource
  regionId: string
  accountId: string | null
  product: string | null
  factor: string | null
  quarter: Quarter
}

export type EvidenceJoin = 'accountId' | 'product' | 'factor' | 'quarter' | 'regionId'

export interface JoinedEvidence {
  /** What all of it has in common, a value for each field that was joined by. */
  at: Readonly<Record<string, string>>
  /** How much each source said; sources that are silent are left out. */
  heard: Readonly<Partial<Record<EvidenceSource, number>>>
}

/**
 * Puts together what different sources said of the same account, product, factor or quarter. Evidence that does not know one
 * of the fields is in no group: a blind answer is never put to an account.
 *
 * @example joinEvidence(evidence, ['accountId', 'quarter'])[0]
 *   // { at: { accountId: 'a1', quarter: '2026-Q3' }, heard: { case: 2, quarterly: 1 } }
 */
export function joinEvidence(evidence: readonly Evidence[], by: readonly EvidenceJoin[]): JoinedEvidence[] {
  const groups = new Map<
    string,
    { at: Record<string, string>; heard: Partial<Record<EvidenceSource, number>> }
  >()
  for (const one of evidence) {
    const values = by.map(field => (field === 'quarter' ? formatQuarter(one.quarter) : one[field]))
    if (values.includes(null)) continue
    const key = JSON.stringify(values)
    const group = groups.get(key) ?? {
      at: Object.fromEntries(by.map((field, n) => [field, String(values[n])])),
      heard: {},
    }
    group.heard[one.source] = (group.heard[one.source] ?? 0) + 1
    groups.set(key, group)
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}
