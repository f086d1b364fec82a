import { GUEST_KINDS } from '@sixfold/domain/roundtables/guest-mix'
import { z } from 'zod'
import { id, localDate, localText, staffProcedure } from './common.ts'

const share = z.number().min(0).max(1)

const whole = (shares: Record<string, number>) => Object.values(shares).reduce((sum, one) => sum + one, 0)

/** Shares that the list of guests aims at, 0..1: of kinds together 1, of segments together at most 1. */
export const mixTarget = z.strictObject({
  kinds: z
    .strictObject({ existing: share, prospect: share, former: share })
    .refine(kinds => Math.abs(whole(kinds) - 1) < 1e-6),
  segments: z.record(z.string().min(1).max(80), share).refine(segments => whole(segments) < 1 + 1e-6),
})

const mixPart = z.strictObject({
  key: z.string(),
  count: z.int(),
  share: z.number().nullable(),
  aim: z.number().nullable(),
  missing: z.int().nullable(),
})

export const guestMix = z.strictObject({
  total: z.int(),
  kinds: z.array(mixPart),
  segments: z.array(mixPart),
})

const factorName = z.strictObject({ key: z.string(), name: localText, index: z.int() })

export const suggestionReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('low_factor'), factor: factorName }),
  z.strictObject({ kind: z.literal('low_segment'), factor: factorName, segment: z.string() }),
  z.strictObject({ kind: z.literal('open_requirement'), receipts: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('never_invited') }),
  z.strictObject({ kind: z.literal('invited_long_ago'), on: localDate }),
  z.strictObject({ kind: z.literal('prospect_for'), product: z.string() }),
  z.strictObject({ kind: z.literal('uses_product'), product: z.string() }),
  z.strictObject({ kind: z.literal('fills_mix'), part: z.enum(['kind', 'segment']) }),
])
export type ShownReason = z.infer<typeof suggestionReason>
export const reasonKinds = suggestionReason.options.map(({ shape }) => shape.kind.value)

export const candidate = z.strictObject({
  contactId: id,
  name: z.string(),
  role: z.string(),
  zone: z.string(),
  accountId: id,
  accountName: z.string(),
  kind: z.enum(GUEST_KINDS),
  segment: z.string(),
  /** The strongest first. */
  reasons: z.array(suggestionReason),
})
export type GuestCandidate = z.infer<typeof candidate>

export const guestChoice = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/roundtables/{id}/guest-choice',
      tags: ['round tables'],
      summary: 'Who would be a good guest and why, and how the guests stand against the aims of the mix',
    })
    .input(
      z.strictObject({
        id,
        search: z.string().trim().max(120).optional(),
        kind: z.enum(GUEST_KINDS).optional(),
        segment: z.string().max(80).optional(),
        /** Only those of whom this can be said. */
        reason: z.enum(reasonKinds).optional(),
        limit: z.coerce.number().int().min(1).max(200).optional(),
      }),
    )
    .output(
      z.strictObject({
        /** Who is no guest yet, the best first. */
        items: z.array(candidate),
        total: z.int(),
        /** Of everybody who could be invited, whatever the filters say. */
        reasonCounts: z.record(z.string(), z.int()),
        segments: z.array(z.string()),
        target: mixTarget,
        /** Of those who were invited and have not declined. */
        guests: z.array(z.strictObject({ kind: z.enum(GUEST_KINDS), segment: z.string(), seats: z.int() })),
        mix: guestMix,
        minimumCell: z.int(),
        revision: z.int(),
      }),
    ),
  setMix: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/roundtables/{id}/mix',
      tags: ['round tables'],
      summary: 'Say which mix of guests an event aims at',
    })
    .input(z.strictObject({ id, revision: z.int(), target: mixTarget }))
    .output(z.strictObject({ target: mixTarget, revision: z.int() })),
}
