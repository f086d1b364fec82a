import type { CountedEvidence } from '@sixfold/domain/evidence/evidence-map'
import type { EvidenceSourceReader } from '../../../sources/evidence-source.ts'
import type { RequirementRow } from '../requirement-records/service.ts'
import { findRequirements } from '../requirement-records/service.ts'

const WALK = 500

/** What was said at round tables and became a requirement. What surveys, cases and calls said is counted there. */
export const requestEvidence: EvidenceSourceReader = async (ctx, { from, to, regionIds }) => {
  const heard: CountedEvidence[] = []
  for (let after: RequirementRow | null = null; ; ) {
    const rows: RequirementRow[] = await findRequirements(
      ctx,
      { regionIds },
      { order: 'latest', after, limit: WALK },
    )
    for (const { factor, sources } of rows)
      for (const { kind, at, regionId, accountId } of sources) {
        if (kind !== 'round_table' || at < from || at >= to) continue
        if (regionId === null || !regionIds.includes(regionId)) continue
        heard.push({ source: 'round_table', regionId, accountId, factor: factor?.key ?? null, count: 1 })
      }
    after = rows.length < WALK ? null : (rows.at(-1) ?? null)
    if (after === null) return heard
  }
}
