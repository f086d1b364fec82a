import { z } from 'zod'
import { id, instant, key, localTime, staffProcedure } from './common.ts'
import { touchOutlook, touchPurpose } from './contact-ledger.ts'

const days = z.int().min(0).max(3650)
const times = z.int().min(0).max(1000)
const hours = z.strictObject({ from: localTime, until: localTime })
const limit = times.nullable()
const forChannels = <T extends z.ZodType>(of: T) => z.strictObject({ email: of, phone: of, sms: of })

/** The policy that holds where no rule says otherwise. */
export const policyBase = z.strictObject({
  surveyGapDays: days,
  solicitedGapDays: days,
  executiveFactor: z.number().min(1).max(10),
  reminders: z.strictObject({ most: times, gapDays: days }),
  hours: forChannels(hours),
  mostPerDay: forChannels(limit),
  consentRequired: z.array(touchPurpose).max(20),
})

export const policyRule = z.strictObject({
  id: key,
  when: z.strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .exactOptional(),
    role: z.enum(['executive', 'other']).exactOptional(),
    tier: z.string().trim().min(1).max(120).exactOptional(),
    purpose: touchPurpose.exactOptional(),
  }),
  set: z.strictObject({
    surveyGapDays: days.exactOptional(),
    solicitedGapDays: days.exactOptional(),
    mostReminders: times.exactOptional(),
    reminderGapDays: days.exactOptional(),
    hours: z
      .strictObject({
        email: hours.exactOptional(),
        phone: hours.exactOptional(),
        sms: hours.exactOptional(),
      })
      .exactOptional(),
    mostPerDay: z
      .strictObject({
        email: limit.exactOptional(),
        phone: limit.exactOptional(),
        sms: limit.exactOptional(),
      })
      .exactOptional(),
    consentRequired: z.boolean().exactOptional(),
  }),
})

const policyContent = { base: policyBase, rules: z.array(policyRule).max(100) }
export const policyDraft = z.strictObject(policyContent)
export type PolicyDraft = z.infer<typeof policyDraft>

/** A contact policy as it was kept. Revision 0 is what an installation starts with. */
export const keptPolicy = z.strictObject({
  revision: z.int(),
  ...policyContent,
  savedAt: instant.nullable(),
  savedBy: z.string(),
})
export type KeptPolicy = z.infer<typeof keptPolicy>

/** The `data` of a policy's `revision_conflict`. */
export const policyConflictData = z.strictObject({ current: keptPolicy })

/** Who had the last word on one thing of a policy. */
export const policyOrigin = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('base') }),
  z.strictObject({ from: z.literal('rule'), ruleId: z.string() }),
  z.strictObject({ from: z.literal('law'), country: z.string() }),
])

export const contactPolicy = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/contact-policy',
      tags: ['courtesy'],
      summary: 'The contact policy: what holds for everybody, and the rules for some',
    })
    .output(keptPolicy),
  save: staffProcedure('revision_conflict')
    .route({
      method: 'PUT',
      path: '/contact-policy',
      tags: ['courtesy'],
      summary: 'Keep a changed contact policy',
    })
    .input(
      z.strictObject({
        /** Of the policy that the caller saw. */
        revision: z.int().min(0),
        ...policyContent,
      }),
    )
    .output(keptPolicy),
  history: staffProcedure()
    .route({
      method: 'GET',
      path: '/contact-policy/history',
      tags: ['courtesy'],
      summary: 'Contact policies as they were kept, the latest first, with who kept them',
    })
    .input(z.strictObject({ before: z.coerce.number().int().min(1).optional() }))
    .output(z.strictObject({ items: z.array(keptPolicy), next: z.int().nullable() })),
  tryOut: staffProcedure()
    .route({
      method: 'POST',
      path: '/contact-policy/try-out',
      tags: ['courtesy'],
      summary: 'What would be decided now about touching a contact, and what decides it; nothing is written',
    })
    .input(
      z.strictObject({
        contactId: id,
        purpose: touchPurpose,
        /** A policy that is not kept yet; absent: the one that holds. */
        draft: policyDraft.optional(),
      }),
    )
    .output(
      touchOutlook.extend({
        contactName: z.string(),
        zone: z.string(),
        /** What in the policy refuses; null: nothing does, or it is not the policy, such as an opt-out or a holiday. */
        field: z.string().nullable(),
        origin: policyOrigin.nullable(),
        /** The policy for this touch, and who decided each thing in it. */
        policy: policyBase,
        origins: z.record(z.string(), policyOrigin),
      }),
    ),
}
