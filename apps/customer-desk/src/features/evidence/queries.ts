import { quarterName } from '@sixfold/contract/evidence'
import { orpc } from '@sixfold/ui/api-client'
import { z } from 'zod'

/** What the address of the page says. */
export const evidenceFilter = z.object({ quarter: quarterName.optional().catch(undefined) })
export type EvidenceFilter = z.infer<typeof evidenceFilter>

export const evidenceQuery = ({ quarter }: EvidenceFilter) =>
  orpc.evidence.map.queryOptions({ input: quarter ? { quarter } : {} })
