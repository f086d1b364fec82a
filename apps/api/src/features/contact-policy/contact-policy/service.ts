import type { KeptPolicy, PolicyDraft } from '@sixfold/contract/contact-policy'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import type { ContactPolicy, TouchPurpose } from '@sixfold/domain/contact-policy'
import { defaultContactPolicy } from '@sixfold/domain/contact-policy'
import { can } from '@sixfold/domain/permissions'
import { policyFaults } from '@sixfold/domain/policy-check'
import type { PolicySubject } from '@sixfold/domain/policy-rules'
import { policyFor } from '@sixfold/domain/policy-rules'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { CalendarOf } from '../region-calendars/service.ts'
import { readCalendars } from '../region-calendars/service.ts'
import type { ContactPolicyRow } from './store.ts'
import { findBefore, findLatest, insertPolicy } from './store.ts'
import { policyWords } from './words.ts'

/** Whom rules look at. */
export interface RuledContact {
  /** Empty: that of the region. */
  country: string
  regionId: string
  executive: boolean
  /** The segment of the account. */
  segment: string
}

/** What decides about touches besides the contact's own ledger. Everything that decides reads it here. */
export interface ContactRules {
  policyOf: (contact: RuledContact, purpose: TouchPurpose) => ContactPolicy
  /** What rules see of a contact. */
  subjectOf: (contact: RuledContact, purpose: TouchPurpose) => PolicySubject
  calendarOf: CalendarOf
}

/** The rules that hold now; `draft`: as they would be. */
export async function contactRules(ctx: Context, draft?: PolicyDraft): Promise<ContactRules> {
  const [{ base, rules }, regions, calendarOf] = await Promise.all([
    draft ?? readPolicy(ctx),
    listRegions(ctx),
    readCalendars(ctx),
  ])
  const countryOfRegion = new Map(regions.map(({ _id, country }) => [_id, country]))
  const subjectOf = (contact: RuledContact, purpose: TouchPurpose): PolicySubject => ({
    country: contact.country || countryOfRegion.get(contact.regionId) || '',
    executive: contact.executive,
    tier: contact.segment,
    purpose,
  })
  // Ten thousand contacts of a wave differ by a handful of subjects.
  const known = new Map<string, ContactPolicy>()
  return {
    calendarOf,
    subjectOf,
    policyOf(contact, purpose) {
      const subject = subjectOf(contact, purpose)
      const key = JSON.stringify(subject)
      const policy = known.get(key) ?? policyFor({ base, rules, subject })
      known.set(key, policy)
      return policy
    },
  }
}

export async function getPolicy(ctx: Context, actor: StaffMember): Promise<KeptPolicy> {
  if (!can(actor, 'policy.read', WHOLE_HOUSE)) throw new AppError('not_found')
  return readPolicy(ctx)
}

/** Keeps a changed policy, unless another one was kept since the caller looked, or it makes no sense somewhere. */
export async function savePolicy(
  ctx: Context,
  actor: StaffMember,
  { revision, base, rules }: PolicyDraft & { revision: number },
  language: UiLanguage,
): Promise<KeptPolicy> {
  if (!can(actor, 'policy.edit', WHOLE_HOUSE)) throw new AppError('not_found')
  refuseFaults({ base, rules }, language)
  const current = await readPolicy(ctx)
  const row = { revision: revision + 1, base, rules, savedAt: ctx.clock.now(), savedBy: actor.name }
  if (current.revision !== revision || !(await insertPolicy(ctx, row)))
    throw new AppError('revision_conflict', { data: { current: await readPolicy(ctx) } })
  await record(ctx, actor, 'contact-policy.save', `contact-policy:${row.revision}`, `${rules.length} rules`)
  return toPolicy(row)
}

const PAGE = 20

/** Policies as they were kept, the latest first, so that each stands beside the one that it changed. */
export async function readHistory(
  ctx: Context,
  actor: StaffMember,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<{ items: KeptPolicy[]; next: number | null }> {
  if (!can(actor, 'policy.read', WHOLE_HOUSE)) throw new AppError('not_found')
  const rows = await findBefore(ctx, before, PAGE)
  const oldest = rows.at(-1)?.revision ?? 0
  return { items: rows.map(toPolicy), next: oldest > 1 ? oldest : null }
}

/** @throws AppError invalid_input with a message for each fault. */
export function refuseFaults(draft: PolicyDraft, language: UiLanguage): void {
  const say = policyWords(language)
  const fields = policyFaults(draft).map(({ ruleId, fault, country }) => {
    const at = draft.rules.findIndex(({ id }) => id === ruleId)
    return {
      path: ruleId === null ? 'base' : `rules.${at}`,
      message: say(country === null || fault !== 'no_hours' ? fault : 'no_hours_by_law', {
        country: country ?? '',
      }),
    }
  })
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}

const WHOLE_HOUSE = { regionId: null }

async function readPolicy(ctx: Context): Promise<KeptPolicy> {
  const row = await findLatest(ctx)
  return row
    ? toPolicy(row)
    : {
        revision: 0,
        base: { ...defaultContactPolicy, consentRequired: [...defaultContactPolicy.consentRequired] },
        rules: [],
        savedAt: null,
        savedBy: '',
      }
}

function toPolicy({ revision, base, rules, savedAt, savedBy }: Omit<ContactPolicyRow, '_id'>): KeptPolicy {
  return { revision, base, rules, savedAt: savedAt.toISOString(), savedBy }
}
