import type { RequirementSource } from '@sixfold/domain/requirements/sources'
import type { Context } from '../../../context.ts'
import type { RequirementRow } from './store.ts'
import { changeRequirement, findBehind, findRequirement } from './store.ts'

export type {
  FactorRef,
  RequirementChange,
  RequirementRow,
  RequirementSearch,
} from './store.ts'
export {
  changeRequirement,
  countRequirements,
  findBehind,
  findRequirement,
  findRequirements,
  findRequirementsById,
  insertRequirement,
  pointRequirement,
} from './store.ts'

/** What these people said that became requirements, each statement once, with the receipt it stands under. */
export async function statementsOf(
  ctx: Context,
  contactIds: readonly string[],
): Promise<(RequirementSource & { number: number })[]> {
  const rows = await findBehind(ctx, { contactIds })
  // Of merged requirements the statements stand in both: the one that lives on says the number.
  const merged = rows.toSorted((a, b) => Number(a.mergedInto === null) - Number(b.mergedInto === null))
  const own = merged.flatMap(({ number, sources }) =>
    sources
      .filter(({ contactId }) => contactId !== null && contactIds.includes(contactId))
      .map(source => [source.key, { ...source, number }] as const),
  )
  return [...new Map(own).values()].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Takes the statements of an account along into another region. */
export async function moveRequirements(ctx: Context, accountId: string, regionId: string): Promise<void> {
  await eachSource(ctx, await findBehind(ctx, { accountId }), source =>
    source.accountId === accountId ? { ...source, regionId } : source,
  )
}

/** Puts the statements of an account, or of a contact, to another. */
export async function handOverRequirements(
  ctx: Context,
  of: { accountId: string } | { contactId: string },
  to: { accountId: string; regionId: string } | { contactId: string },
): Promise<void> {
  const isOf = (source: RequirementSource) =>
    'accountId' in of ? source.accountId === of.accountId : source.contactId === of.contactId
  const rows = await findBehind(ctx, 'accountId' in of ? of : { contactIds: [of.contactId] })
  await eachSource(ctx, rows, source => (isOf(source) ? { ...source, ...to } : source))
}

/** After people are erased: that somebody of the account asked for it stays, without the words and without the person. */
export async function eraseFromRequirements(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await eachSource(ctx, await findBehind(ctx, { contactIds }), source =>
    source.contactId !== null && contactIds.includes(source.contactId)
      ? { ...source, contactId: null, said: '', mayQuote: false }
      : source,
  )
}

async function eachSource(
  ctx: Context,
  rows: readonly RequirementRow[],
  change: (source: RequirementSource) => RequirementSource,
): Promise<void> {
  for (let row of rows)
    while (!(await changeRequirement(ctx, row, { sources: row.sources.map(change) }))) {
      const again = await findRequirement(ctx, row._id)
      if (!again) break
      row = again
    }
}
