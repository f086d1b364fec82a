import { z } from 'zod'
import { id, staffProcedure } from './common.ts'
import { planChanges } from './event-plans.ts'
import { roundtable } from './roundtables.ts'

const reason = z.string().trim().max(500)

export const eventApprovals = {
  ask: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/approvals',
      tags: ['round tables'],
      summary: 'Ask a second person to agree to a change after the freeze',
    })
    .input(z.strictObject({ id, revision: z.int(), changes: planChanges, note: reason.min(1) }))
    .output(roundtable),
  decide: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/roundtables/{id}/approvals/{approvalId}',
      tags: ['round tables'],
      summary: 'Approve or refuse what a colleague asked for, or withdraw what one asked for oneself',
    })
    .input(
      z.strictObject({
        id,
        approvalId: id,
        revision: z.int(),
        step: z.enum(['approve', 'refuse', 'withdraw']),
        reason,
      }),
    )
    .output(roundtable),
}
