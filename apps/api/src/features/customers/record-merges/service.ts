import { marksOfContact, renewedMarks } from '@sixfold/domain/customers/marks'
import { mergedFields } from '@sixfold/domain/customers/merge-records'
import type { Context } from '../../../context.ts'
import { handOverCallRequests } from '../../calls/call-requests/service.ts'
import { handOverDue } from '../../calls/due-records/service.ts'
import { handOverCases } from '../../cases/cases/service.ts'
import { handOverTasks } from '../../cases/tasks/service.ts'
import { handOverSilences } from '../../contact-policy/account-silences/service.ts'
import { mergeLedgers } from '../../contact-policy/contact-ledger/service.ts'
import { copyOptedOut } from '../../contact-policy/contact-standing/service.ts'
import { handOverDeals } from '../../evidence/deal-records/service.ts'
import { handOverRivals } from '../../evidence/rivalries/service.ts'
import { handOverRequests } from '../../privacy/data-requests/service.ts'
import { handOverLinks } from '../../privacy/personal-links/service.ts'
import { handOverRequirements } from '../../requirements/requirement-records/service.ts'
import type { AccountFields } from '../accounts/service.ts'
import { findAccounts, pointAccount, updateAccount } from '../accounts/service.ts'
import type { ContactFields } from '../contacts/service.ts'
import { findContactRows, handOverContacts, pointContact, updateContact } from '../contacts/service.ts'
import { handOverInstallations, handOverQuestions } from '../installations/service.ts'

/** What becomes of two records: one stays and takes fields of the other, which then points to it. */
export interface RecordMerge {
  keep: string
  drop: string
  /** At which revisions somebody looked at them. */
  revisions: { keep: number; drop: number }
  take: readonly string[]
  /** When somebody decided so: what they chose counts as verified then. */
  at: Date
}

const accountFields = [
  'name',
  'kind',
  'segment',
  'annualRevenue',
  'size',
  'fiscalYearEnds',
  'ownerId',
  'website',
] as const satisfies readonly (keyof AccountFields)[]
const contactFields = [
  'name',
  'email',
  'phone',
  'role',
  'seniority',
  'languages',
  'channels',
  'country',
  'zone',
] as const satisfies readonly (keyof ContactFields)[]

/**
 * Each step may be repeated. The record that stays goes first, at the revision that was looked at: false, and nothing is done,
 * when somebody wrote one of the two since.
 */
export async function mergeAccounts(ctx: Context, merge: RecordMerge): Promise<boolean> {
  const { keep, drop } = merge
  const rows = await findAccounts(ctx, [keep, drop])
  const [kept, dropped] = [rows.get(keep), rows.get(drop)]
  if (!kept || !dropped || kept.mergedInto) return false
  if (!kept.mergedFrom?.includes(drop)) {
    if (!areAsSeen(merge, kept, dropped)) return false
    const { fields, provenance } = mergedFields(kept, dropped, { fields: accountFields, ...merge })
    const marks = renewedMarks([...kept.marks, ...dropped.marks], []).filter(
      ({ field }) => !(field in fields),
    )
    const mergedFrom = [...(kept.mergedFrom ?? []), ...(dropped.mergedFrom ?? []), drop]
    if (!(await updateAccount(ctx, kept, { ...fields, provenance, marks, mergedFrom }))) return false
  }
  const to = { accountId: keep, regionId: kept.regionId }
  await pointAccount(ctx, drop, keep)
  await handOverContacts(ctx, drop, to)
  await handOverInstallations(ctx, drop, to)
  await handOverSilences(ctx, drop, keep)
  await handOverRivals(ctx, drop, keep)
  await handOverDue(ctx, { accountId: drop }, to)
  await handOverTasks(ctx, { accountId: drop }, to)
  await handOverRequests(ctx, { accountId: drop }, to)
  await handOverCases(ctx, { accountId: drop }, to)
  await handOverRequirements(ctx, { accountId: drop }, to)
  await handOverDeals(ctx, { accountId: drop }, to)
  return true
}

/** The same for contacts: the ledger of the one that stays speaks for both, with every wish of either. */
export async function mergeContacts(ctx: Context, merge: RecordMerge): Promise<boolean> {
  const { keep, drop } = merge
  const rows = await findContactRows(ctx, [keep, drop])
  const [kept, dropped] = [rows.get(keep), rows.get(drop)]
  if (!kept || !dropped || kept.mergedInto || kept.erased || dropped.erased) return false
  if (!kept.mergedFrom?.includes(drop)) {
    if (!areAsSeen(merge, kept, dropped)) return false
    const { fields, provenance } = mergedFields(kept, dropped, { fields: contactFields, ...merge })
    const contradictions = renewedMarks([...kept.marks, ...dropped.marks], [])
    const marks = [
      ...contradictions.filter(({ field }) => !(field in fields)),
      ...marksOfContact({ ...kept, ...fields, provenance }),
    ]
    const mergedFrom = [...(kept.mergedFrom ?? []), ...(dropped.mergedFrom ?? []), drop]
    if (!(await updateContact(ctx, kept, { ...fields, provenance, marks, mergedFrom }))) return false
  }
  // The ledger first: from the moment that letters to one reach the other, the policy knows of every touch with either.
  await mergeLedgers(ctx, drop, keep)
  await pointContact(ctx, drop, keep)
  await handOverQuestions(ctx, drop, keep)
  await handOverTasks(ctx, { contactId: drop }, { contactId: keep })
  await handOverCallRequests(ctx, drop, keep)
  await handOverDue(ctx, { contactId: drop }, { contactId: keep })
  await handOverRequests(ctx, { contactId: drop }, { contactId: keep })
  await handOverCases(ctx, { contactId: drop }, { contactId: keep })
  await handOverRequirements(ctx, { contactId: drop }, { contactId: keep })
  await handOverDeals(ctx, { contactId: drop }, { contactId: keep })
  await handOverLinks(ctx, drop, keep)
  await copyOptedOut(ctx, keep)
  return true
}

function areAsSeen(
  { revisions }: RecordMerge,
  kept: { revision: number },
  dropped: { revision: number; mergedInto?: string },
): boolean {
  return kept.revision === revisions.keep && dropped.revision === revisions.drop && !dropped.mergedInto
}
