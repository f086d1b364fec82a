import type { TouchOutlook } from '@sixfold/contract/contact-ledger'
import type { PolicyDraft } from '@sixfold/contract/contact-policy'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import { touchPurposes } from '@sixfold/domain/contact-policy'
import { can } from '@sixfold/domain/permissions'
import { fieldBehind, policyWithOrigins } from '@sixfold/domain/policy-origins'
import type { TouchDecision, TouchKind } from '@sixfold/domain/touch-decision'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { countOpenCases } from '../../cases/cases/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { readLedgerOf } from '../contact-ledger/service.ts'
import { contactRules, getPolicy, refuseFaults } from '../contact-policy/service.ts'
import type { TouchRequest } from '../touch-decisions/service.ts'
import { decide, openDesk, touchOf } from '../touch-decisions/service.ts'

/** When a contact may be touched next, for each purpose; nothing is written. */
export async function readOutlook(ctx: Context, actor: StaffMember, contactId: string) {
  const contact = await contactFor(ctx, actor, contactId)
  await record(ctx, actor, 'contact.read', `contact:${contactId}`)
  const waits = (await countOpenCases(ctx, contactId)) > 0
  const requests = touchPurposes.map(purpose => ({
    ...firstTouch(contactId, purpose),
    // Whoever complained was promised news.
    ...(purpose === 'case' && waits ? { requested: true } : {}),
  }))
  const [desk, ledger] = await Promise.all([
    openDesk(ctx, requests, new Map([[contactId, contact]])),
    readLedgerOf(ctx, contactId),
  ])
  const silence = desk.silenceOf(contact)
  return {
    zone: contact.zone,
    silenced: silence && { until: silence.until?.toISOString() ?? null },
    items: requests.map(request => toOutlook(request, decide(desk, request, ledger))),
  }
}

/** What a policy, kept or only drafted, would decide now about a contact, and who in it decides. */
export async function tryOut(
  ctx: Context,
  actor: StaffMember,
  input: { contactId: string; purpose: TouchPurpose; draft?: PolicyDraft | undefined },
  language: UiLanguage,
) {
  const { contactId, purpose } = input
  const kept = await getPolicy(ctx, actor)
  const contact = await contactFor(ctx, actor, contactId)
  if (input.draft) refuseFaults(input.draft, language)
  await record(ctx, actor, 'contact.read', `contact:${contactId}`)
  const { base, rules } = input.draft ?? kept
  const ruling = await contactRules(ctx, { base, rules })
  const request = firstTouch(contactId, purpose)
  const [desk, ledger] = await Promise.all([
    openDesk(ctx, [request], new Map([[contactId, contact]]), ruling),
    readLedgerOf(ctx, contactId),
  ])
  const decision = decide(desk, request, ledger)
  const outlook = toOutlook(request, decision)
  const { policy, origins } = policyWithOrigins({ base, rules, subject: ruling.subjectOf(contact, purpose) })
  const field = decision.decision === 'refuse' ? fieldBehind(decision.reason, outlook.channel) : null
  return {
    ...outlook,
    contactName: contact.name,
    zone: contact.zone,
    field,
    origin: field && origins[field],
    policy: { ...policy, consentRequired: [...policy.consentRequired] },
    origins,
  }
}

/** How a contact is first touched for a purpose. */
const kindFor: Record<TouchPurpose, TouchKind> = {
  relationship_survey: 'invitation',
  product_survey: 'invitation',
  blind_survey: 'invitation',
  installation_call: 'call',
  roundtable: 'roundtable_invitation',
  case: 'follow_up',
}

function firstTouch(contactId: string, purpose: TouchPurpose): TouchRequest {
  const subject = `outlook:${purpose}`
  return { touchId: subject, contactId, kind: kindFor[purpose], purpose, subject }
}

function toOutlook(request: TouchRequest, decision: TouchDecision): TouchOutlook {
  const refused = decision.decision === 'refuse' ? decision : null
  return {
    purpose: request.purpose,
    kind: request.kind,
    channel: touchOf(request).channel,
    decision: decision.decision,
    reason: refused?.reason ?? null,
    earliest: refused?.earliest?.toISOString() ?? null,
  }
}

async function contactFor(ctx: Context, actor: StaffMember, id: string): Promise<KnownContact> {
  const contact = await findContact(ctx, id)
  if (!contact || contact.erased || !can(actor, 'customers.read', contact)) throw new AppError('not_found')
  return contact
}
