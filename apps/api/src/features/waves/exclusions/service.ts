import type { Exclusion } from '@sixfold/contract/programmes'
import type { StaffMember } from '@sixfold/contract/staff'
import type { Context } from '../../../context.ts'
import { findAccounts, findAccountsByExternalId } from '../../customers/accounts/service.ts'
import { findContacts, findContactsByExternalId } from '../../customers/contacts/service.ts'
import type { ExclusionRow } from './store.ts'
import {
  countExclusions,
  deleteExclusion,
  findExcludedIds,
  insertExclusions,
  listExclusions,
} from './store.ts'

export { eraseFromExclusions } from './store.ts'

/** Whom a programme never asks. */
export interface Excluded {
  accounts: ReadonlySet<string>
  contacts: ReadonlySet<string>
}

export async function excludedOf(ctx: Context, programmeId: string | null): Promise<Excluded> {
  const rows = programmeId === null ? [] : await findExcludedIds(ctx, programmeId)
  const of = (kind: ExclusionRow['kind']) =>
    new Set(rows.filter(row => row.kind === kind).map(({ subjectId }) => subjectId))
  return { accounts: of('account'), contacts: of('contact') }
}

export interface ExclusionOrder {
  programmeId: string
  kind: ExclusionRow['kind']
  externalIds: readonly string[]
  reason: string
  /** Regions whose customers the caller may name; null: all. */
  regionIds: readonly string[] | null
}

/** Puts accounts or contacts on a programme's list by their external ids; says which of them nobody knows. */
export async function exclude(
  ctx: Context,
  actor: StaffMember,
  { programmeId, kind, externalIds, reason, regionIds }: ExclusionOrder,
): Promise<{ added: number; unknown: string[] }> {
  const wanted = [...new Set(externalIds)]
  const found =
    kind === 'account'
      ? await findAccountsByExternalId(ctx, wanted)
      : await findContactsByExternalId(ctx, wanted)
  // A customer of a region that the caller may not see is as unknown as none.
  const known = found.filter(({ regionId }) => regionIds === null || regionIds.includes(regionId))
  const subject = new Map(known.map(({ externalId, _id }) => [externalId, _id]))
  const added = await insertExclusions(
    ctx,
    [...subject.values()].map(subjectId => ({
      programmeId,
      kind,
      subjectId,
      reason,
      at: ctx.clock.now(),
      by: actor.name,
    })),
  )
  return { added, unknown: wanted.filter(externalId => !subject.has(externalId)) }
}

/** A page of the list, with what is on record of each; of regions that the caller may not see without a name. */
export async function readExclusions(
  ctx: Context,
  programmeId: string,
  page: { after: string | null; limit: number; regionIds: readonly string[] | null },
): Promise<{ items: Exclusion[]; next: string | null }> {
  const rows = await listExclusions(ctx, programmeId, page)
  const idsOf = (kind: ExclusionRow['kind']) =>
    rows.filter(row => row.kind === kind).map(({ subjectId }) => subjectId)
  const [accounts, contacts] = await Promise.all([
    findAccounts(ctx, idsOf('account')),
    findContacts(ctx, idsOf('contact')),
  ])
  const items = rows.map(({ _id: id, kind, subjectId, reason, at, by }) => {
    const account = accounts.get(subjectId)
    const contact = contacts.get(subjectId)
    const known = account ?? (contact?.erased ? undefined : contact)
    const shown = known && (page.regionIds === null || page.regionIds.includes(known.regionId))
    return {
      id,
      kind,
      name: shown ? known.name : '',
      externalId: shown ? known.externalId : '',
      reason,
      at: at.toISOString(),
      by,
    }
  })
  return { items, next: rows.length === page.limit ? (rows.at(-1)?._id ?? null) : null }
}

export const exclusionBook = { countExclusions, deleteExclusion }
