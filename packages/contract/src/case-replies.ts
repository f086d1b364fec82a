import { APPROVAL_STATES } from '@sixfold/domain/roundtables/freeze'
import { z } from 'zod'
import { id, instant, listOf, localText, staffProcedure } from './common.ts'

const sentences = z.strictObject({ said: localText, did: localText })

/** "You said, we did" about a closed case: proposed by one colleague, shown once another agreed. */
export const caseReply = z.strictObject({
  /** The case's. */
  id,
  receipt: z.string(),
  accountName: z.string(),
  regionId: id,
  ...sentences.shape,
  state: z.enum(APPROVAL_STATES),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  /** Why it was refused. */
  reason: z.string(),
  revision: z.int(),
  /** Whether the caller proposed it, and so may only take it back. */
  own: z.boolean(),
  /** Whether the customer reads it now. */
  shown: z.boolean(),
  editable: z.boolean(),
})
export type CaseReply = z.infer<typeof caseReply>

export const caseReplies = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/case-replies',
      tags: ['cases'],
      summary: '“You said, we did” about closed cases: what waits for a second person first',
    })
    .output(listOf(caseReply)),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/cases/{id}/reply',
      tags: ['cases'],
      summary: 'What the customers of a case read about it; null: nobody proposed anything',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ reply: caseReply.nullable() })),
  propose: staffProcedure('wrong_state', 'revision_conflict')
    .route({
      method: 'PUT',
      path: '/cases/{id}/reply',
      tags: ['cases'],
      summary: 'Propose what customers read about a closed case; a second person has to agree',
    })
    .input(z.strictObject({ id, revision: z.int(), ...sentences.shape }))
    .output(caseReply),
  decide: staffProcedure('wrong_state', 'revision_conflict')
    .route({
      method: 'POST',
      path: '/cases/{id}/reply/decision',
      tags: ['cases'],
      summary: 'Approve or refuse what a colleague proposed, or take the own proposal back',
    })
    .input(
      z.strictObject({
        id,
        revision: z.int(),
        step: z.enum(['approve', 'refuse', 'withdraw']),
        reason: z.string().trim().max(500).optional(),
      }),
    )
    .output(caseReply),
}
