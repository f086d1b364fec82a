import { SOURCE_KINDS } from '@sixfold/domain/requirements/sources'
import { REQUIREMENT_STATUSES } from '@sixfold/domain/requirements/status'
import { z } from 'zod'
import { cursorInput, id, instant, key, listOf, localDate, localText, staffProcedure } from './common.ts'

export const requirementStatus = z.enum(REQUIREMENT_STATUSES)
export const sourceKind = z.enum(SOURCE_KINDS)

/** What it is about; the version is that of the factor model whose names it had when it was heard. */
export const factorRef = z.strictObject({
  model: z.strictObject({ key, version: z.int().min(1) }),
  key,
})

const sentence = z.string().trim().min(1).max(2000)
const quotation = z.string().trim().max(4000)
const replyText = z.strictObject({ said: localText, did: localText })

export const requirementSource = z.strictObject({
  key: z.string(),
  kind: sourceKind,
  /** The round table, wave, case or call, and its name. */
  aboutId: id.nullable(),
  aboutName: localText,
  contactId: id.nullable(),
  contactName: z.string(),
  accountId: id.nullable(),
  accountName: z.string(),
  regionId: id.nullable(),
  said: z.string(),
  mayQuote: z.boolean(),
  at: instant,
  /** The requirement that it was noted with, when that one was merged into this one. */
  cameWith: z.string().nullable(),
})

/** What those who raised it read: written by staff, and shown only once it is released. */
export const requirementReply = z.strictObject({
  ...replyText.shape,
  /** Null: a draft, which nobody outside reads. */
  releasedAt: instant.nullable(),
  releasedBy: z.string(),
  /** The status that is told, as it was when it was released. */
  status: requirementStatus,
})

export const requirementHead = z.strictObject({
  id,
  /** What people quote: `R-88`. */
  receipt: z.string(),
  text: z.string(),
  factor: z.strictObject({ key: z.string(), name: localText, index: z.int() }).nullable(),
  productId: id.nullable(),
  productName: z.string(),
  status: requirementStatus,
  /** Of the regions that the caller may see. */
  regionIds: z.array(id),
  ownerId: id.nullable(),
  ownerName: z.string(),
  due: localDate.nullable(),
  /** Who stands behind it, of what the caller may see: customer companies, their revenue a year, statements. */
  weight: z.strictObject({ accounts: z.int(), revenue: z.number(), statements: z.int() }),
  /** Statements from regions of others. */
  statementsElsewhere: z.int(),
  released: z.boolean(),
  mergedInto: z.strictObject({ id, receipt: z.string() }).nullable(),
  createdAt: instant,
  revision: z.int(),
})
export type RequirementHead = z.infer<typeof requirementHead>

export const requirement = z.strictObject({
  ...requirementHead.shape,
  factorRef: factorRef.nullable(),
  /** Why it was declined. */
  reason: z.string(),
  sources: z.array(requirementSource),
  mergedFrom: z.array(z.strictObject({ id, receipt: z.string(), text: z.string() })),
  reply: requirementReply.nullable(),
  history: z.array(
    z.strictObject({ status: requirementStatus, reason: z.string(), at: instant, by: z.string() }),
  ),
  /** Whether the caller may change it. */
  editable: z.boolean(),
})
export type Requirement = z.infer<typeof requirement>

/** A statement as it is noted. Where it has no contact and no account, it belongs to `regionId`, else to the whole house. */
export const noteSource = z.strictObject({
  kind: sourceKind,
  aboutId: id.nullable().optional(),
  contactId: id.nullable().optional(),
  accountId: id.nullable().optional(),
  regionId: id.nullable().optional(),
  said: quotation.optional(),
  mayQuote: z.boolean().optional(),
})

export const noteInput = z.strictObject({
  text: sentence,
  factor: factorRef.nullable().optional(),
  productId: id.nullable().optional(),
  ownerId: id.nullable().optional(),
  due: localDate.nullable().optional(),
  source: noteSource,
})

const at = { id, revision: z.int() }

export const requirements = {
  list: staffProcedure()
    .route({
      method: 'GET',
      path: '/requirements',
      tags: ['requirements'],
      summary: 'What customers of the regions that the caller may see asked for',
    })
    .input(
      z.strictObject({
        status: requirementStatus.optional(),
        /** All that is still to do. */
        open: z.stringbool().optional(),
        regionId: id.optional(),
        accountId: id.optional(),
        factor: key.optional(),
        productId: id.optional(),
        /** Noted at, or with, this round table, wave, case or call. */
        aboutId: id.optional(),
        mine: z.stringbool().optional(),
        search: z.string().trim().max(120).optional(),
        /** By how many customer companies stand behind it, or the latest first. */
        order: z.enum(['weight', 'latest']).optional(),
        ...cursorInput,
      }),
    )
    .output(listOf(requirementHead)),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/requirements/{id}',
      tags: ['requirements'],
      summary: 'A requirement with every statement behind it',
    })
    .input(z.strictObject({ id }))
    .output(requirement),
  note: staffProcedure()
    .route({
      method: 'POST',
      path: '/requirements',
      tags: ['requirements'],
      summary: 'Note what a customer asked for',
    })
    .input(noteInput)
    .output(requirement),
  addSource: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/requirements/{id}/sources',
      tags: ['requirements'],
      summary: 'Note that somebody else asked for it too',
    })
    .input(z.strictObject({ id, source: noteSource }))
    .output(requirement),
  change: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PATCH',
      path: '/requirements/{id}',
      tags: ['requirements'],
      summary: 'Change its sentence, factor, product, owner or day',
    })
    .input(
      z.strictObject({
        ...at,
        changes: z.strictObject({
          text: sentence.optional(),
          factor: factorRef.nullable().optional(),
          productId: id.nullable().optional(),
          ownerId: id.nullable().optional(),
          due: localDate.nullable().optional(),
        }),
      }),
    )
    .output(requirement),
  setStatus: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'POST',
      path: '/requirements/{id}/status',
      tags: ['requirements'],
      summary: 'Say what becomes of it; declining needs a reason',
    })
    .input(
      z.strictObject({ ...at, status: requirementStatus, reason: z.string().trim().max(2000).optional() }),
    )
    .output(requirement),
  reply: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PUT',
      path: '/requirements/{id}/reply',
      tags: ['requirements'],
      summary: 'Write what those who raised it read, and release it or take it back',
    })
    .input(z.strictObject({ ...at, ...replyText.shape, release: z.boolean() }))
    .output(requirement),
  allowQuote: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/requirements/{id}/sources/consent',
      tags: ['requirements'],
      summary: 'Note whether a statement may be quoted',
    })
    .input(z.strictObject({ id, key: z.string().min(1).max(200), mayQuote: z.boolean() }))
    .output(requirement),
  openCase: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/requirements/{id}/sources/case',
      tags: ['requirements'],
      summary: 'Open a case about what a customer said at a round table; asked twice it is the same case',
    })
    .input(z.strictObject({ id, key: z.string().min(1).max(200) }))
    .output(z.strictObject({ id, receipt: z.string() })),
  alike: staffProcedure()
    .route({
      method: 'GET',
      path: '/requirements/{id}/alike',
      tags: ['requirements'],
      summary: 'Requirements that may be the same, the most alike first',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(requirementHead) })),
  merge: staffProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/requirements/{id}/merge',
      tags: ['requirements'],
      summary: 'Make one of two: the earlier stays with the statements of both',
    })
    .input(z.strictObject({ id, otherId: id }))
    .output(requirement),
}
