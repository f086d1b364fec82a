import type { ImportRegion } from '@sixfold/domain/customers/import-file'
import type { ImportedRow } from '@sixfold/domain/customers/import-row'
import { takeOver } from '@sixfold/domain/customers/take-over'
import { foldText } from '@sixfold/domain/text/fold'
import type { Context } from '../../../context.ts'
import type { ImportCounts, ImportOrder } from '../../../csv/importer.ts'
import { untilWritten } from '../../../csv/importer.ts'
import type { AccountChange, AccountFields, AccountRow, NewAccount } from '../accounts/service.ts'
import { findAccountsByExternalId, storeImportedAccounts } from '../accounts/service.ts'
import { carryAlong } from '../customers/service.ts'

/** What an import knows and has done so far, over all its parts. */
export interface AccountTally {
  counts: ImportCounts
  /** External ids that were counted: accounts stand in many rows. */
  accounts: Set<string>
  /** By folded name. */
  regions: ReadonlyMap<string, ImportRegion & { _id: string }>
  /** Ids of members of staff by address. */
  owners: ReadonlyMap<string, string>
}

/** Makes and changes the accounts of some rows; answers what is stored of them then, by external id. */
export async function writeImportedAccounts(
  ctx: Context,
  order: ImportOrder,
  rows: readonly ImportedRow[],
  tally: AccountTally,
): Promise<Map<string, AccountRow>> {
  const said = saidOfAccounts(rows, tally)
  let before: Map<string, AccountRow> | undefined
  let changes: AccountChange[] = []
  let made: NewAccount[] = []
  await untilWritten(async () => {
    const stored = await storedAccounts(ctx, said)
    before ??= stored
    ;({ made, changes } = plan(order, said, stored))
    // Before the account, whose old region is what tells a repetition after a crash that there is something to move.
    for (const { row, fields } of changes)
      if (fields.regionId !== undefined && fields.regionId !== row.regionId)
        await carryAlong(ctx, row._id, fields.regionId)
    return storeImportedAccounts(ctx, made, changes, order._id)
  })
  count(order, said, before ?? new Map(), changes, tally)
  return made.length + changes.length > 0 ? storedAccounts(ctx, said) : (before ?? new Map())
}

type SaidOfAccounts = ReadonlyMap<string, Partial<AccountFields>>

/** What the rows say together: the first that says something about a field counts. */
function saidOfAccounts(rows: readonly ImportedRow[], { regions, owners }: AccountTally): SaidOfAccounts {
  const said = new Map<string, Partial<AccountFields>>()
  for (const { account } of rows) {
    const { externalId, region, owner, ...fields } = account
    const regionId = region === undefined ? undefined : regions.get(foldText(region))?._id
    const ownerId = owner === undefined ? undefined : owners.get(owner)
    said.set(externalId, {
      ...fields,
      ...(regionId ? { regionId } : {}),
      ...(ownerId ? { ownerId } : {}),
      ...said.get(externalId),
    })
  }
  return said
}

async function storedAccounts(ctx: Context, said: SaidOfAccounts): Promise<Map<string, AccountRow>> {
  const rows = await findAccountsByExternalId(ctx, [...said.keys()])
  return new Map(rows.map(row => [row.externalId, row]))
}

function plan(order: ImportOrder, said: SaidOfAccounts, stored: ReadonlyMap<string, AccountRow>) {
  const from = { source: `import:${order._id}`, at: order.startedAt }
  const made: NewAccount[] = []
  const changes: AccountChange[] = []
  for (const [externalId, fields] of said) {
    const row = stored.get(externalId)
    // What was merged into another record is that record's business.
    if (row?.mergedInto) continue
    const taken = takeOver<AccountFields>(
      { fields: row ?? blank, provenance: row?.provenance ?? {}, marks: row?.marks ?? [] },
      fields,
      from,
    )
    const { provenance, marks } = taken
    const { name, regionId } = fields
    if (!row) {
      if (name !== undefined && regionId !== undefined)
        made.push({ externalId, fields: { ...fields, name, regionId }, provenance })
    } else if (hasChanged(taken, row.marks)) changes.push({ row, fields: taken.fields, provenance, marks })
  }
  return { made, changes }
}

/** A new account has none of these: whatever a file says of them is new. */
const blank = {} as AccountFields

/** Whether there is anything to write. */
export function hasChanged(
  taken: { fields: object; provenance: object; marks: readonly object[] },
  marksBefore: readonly object[],
): boolean {
  return (
    Object.keys(taken.fields).length > 0 ||
    Object.keys(taken.provenance).length > 0 ||
    JSON.stringify(taken.marks) !== JSON.stringify(marksBefore)
  )
}

function count(
  order: ImportOrder,
  said: SaidOfAccounts,
  before: ReadonlyMap<string, AccountRow>,
  changes: readonly AccountChange[],
  { counts, accounts }: AccountTally,
): void {
  const marks = new Map(changes.map(({ row, marks: now }) => [row.externalId, now]))
  for (const externalId of said.keys()) {
    if (accounts.has(externalId)) continue
    accounts.add(externalId)
    const account = before.get(externalId)
    if (!account || account.createdBy === order._id) counts.accountsCreated += 1
    else counts.accountsUpdated += 1
    if ((marks.get(externalId) ?? account?.marks ?? []).length > 0) counts.marked += 1
  }
}
