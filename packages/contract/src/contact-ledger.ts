import { ASK_WISHES } from '@sixfold/domain/ask-wish'
import { channels, touchPurposes } from '@sixfold/domain/contact-policy'
import { touchKinds } from '@sixfold/domain/touch-decision'
import { z } from 'zod'
import { id, instant, staffProcedure } from './common.ts'
import { contact } from './customers.ts'

export const touchPurpose = z.enum(touchPurposes)
export const touchKind = z.enum(touchKinds)

/** One line of the contact ledger, or a touch that the contact policy refused. */
export const ledgerLine = z.strictObject({
  at: instant,
  kind: z.string(),
  purpose: z.string(),
  subject: z.string(),
  outcome: z.enum(['sent', 'refused']),
  reason: z.string().nullable(),
  earliest: instant.nullable(),
})
export type LedgerLine = z.infer<typeof ledgerLine>

/** Where something was said, such as `portal`, `mail` or `import`, and when. */
const said = z.strictObject({ source: z.string(), at: instant })

/** A contact's consent to one purpose, with what proves it: the wording that was shown and where the yes is kept. */
export const consent = z.strictObject({
  purpose: touchPurpose,
  wordingVersion: z.string(),
  proof: z.string(),
  source: z.string(),
  at: instant,
  withdrawnAt: instant.nullable(),
})
export type Consent = z.infer<typeof consent>

export const optOutPurpose = z.enum([...touchPurposes, 'everything'])
export type OptOutPurpose = z.infer<typeof optOutPurpose>

/** What a contact said about being contacted: the present state and what was before it. */
export const standing = z.strictObject({
  consents: z.array(consent),
  /** `ended`: the contact wants these touches again. */
  optOuts: z.array(said.extend({ purpose: optOutPurpose, ended: said.nullable() })),
  doNotCall: said.nullable(),
  /** How often at most the contact wants to be surveyed, where it said so. */
  asking: said.extend({ atMostEvery: z.enum(ASK_WISHES) }).nullable(),
})
export type Standing = z.infer<typeof standing>

/** What would be decided about a touch at this moment. */
export const touchOutlook = z.strictObject({
  purpose: touchPurpose,
  kind: touchKind,
  channel: z.enum(channels),
  decision: z.enum(['allow', 'refuse']),
  reason: z.string().nullable(),
  /** Null with a refusal: never, as far as is known now. */
  earliest: instant.nullable(),
})
export type TouchOutlook = z.infer<typeof touchOutlook>

const text = z.string().trim().min(1).max(500)

export const consentInput = z.strictObject({
  id,
  purpose: touchPurpose,
  wordingVersion: text,
  proof: text,
  source: text,
  at: instant,
})

/** Changes of a contact's standing answer with the whole of it. */
function standingChange(path: `/${string}`, summary: string) {
  return staffProcedure().route({
    method: 'POST',
    path: `/contacts/{id}${path}`,
    tags: ['customers'],
    summary,
  })
}

export const contactLedger = {
  read: staffProcedure()
    .route({
      method: 'GET',
      path: '/contacts/{id}/ledger',
      tags: ['customers'],
      summary:
        'Every touch with a contact, sent and refused, and what the contact said about being contacted',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ contact, lines: z.array(ledgerLine), standing })),
  outlook: staffProcedure()
    .route({
      method: 'GET',
      path: '/contacts/{id}/outlook',
      tags: ['customers'],
      summary: 'When a contact may be touched next, for each purpose',
    })
    .input(z.strictObject({ id }))
    .output(
      z.strictObject({
        /** The contact's own, in which hours and days are counted. */
        zone: z.string(),
        /** Nobody at the account is surveyed now; `until` null: until somebody ends it. */
        silenced: z.strictObject({ until: instant.nullable() }).nullable(),
        items: z.array(touchOutlook),
      }),
    ),
  recordConsent: standingChange('/consents', 'Keep a consent of the contact, with its proof')
    .input(consentInput)
    .output(standing),
  withdrawConsent: standingChange('/consents/withdraw', 'The contact takes a consent back')
    .input(z.strictObject({ id, purpose: touchPurpose }))
    .output(standing),
  setDoNotCall: standingChange('/do-not-call', 'Whether the contact may be called')
    .input(z.strictObject({ id, doNotCall: z.boolean(), source: text }))
    .output(standing),
  optOut: standingChange('/opt-outs', 'The contact wants no more touches for a purpose')
    .input(z.strictObject({ id, purpose: optOutPurpose, source: text }))
    .output(standing),
  optIn: standingChange('/opt-outs/end', 'The contact asks to be contacted for a purpose again')
    .input(z.strictObject({ id, purpose: optOutPurpose, source: text }))
    .output(standing),
}
