import { quarterName } from '@sixfold/contract/evidence'
import { orpc } from '@sixfold/ui/api-client'
import { z } from 'zod'

/** What the address of the page says. */
export const evidenceFilter = z.object({ quarter: quarterName.optional().catch(undefined) })
export type EvidenceFilter = z.infer<typeof evidenceFilter>

/** While answers are counted the page looks again. */
const COUNTING_MS = 3000

export const evidenceQuery = ({ quarter }: EvidenceFilter) =>
  orpc.evidence.map.queryOptions({
    input: quarter ? { quarter } : {},
    refetchInterval: ({ state }) => (state.data?.counting ? COUNTING_MS : false),
  })
