import { countryOfZone } from '@sixfold/domain/customers/country-zones'
import type { FileCheck, ImportRegion, StoredCustomers } from '@sixfold/domain/customers/import-file'
import { checkRow, startCheck } from '@sixfold/domain/customers/import-file'
import type { ImportedRow } from '@sixfold/domain/customers/import-row'
import { readRow } from '@sixfold/domain/customers/import-row'
import { foldText } from '@sixfold/domain/text/fold'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import type {
  ImportCheck,
  ImportColumns,
  Importer,
  ImportOrder,
  ImportWriter,
} from '../../../csv/importer.ts'
import { noCounts } from '../../../csv/importer.ts'
import { ensureRegion, listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { findAccountsByExternalId, keptAccounts } from '../accounts/service.ts'
import { findContactsByEmail, findContactsByExternalId } from '../contacts/service.ts'
import { writeImportedAccounts } from '../import-accounts/service.ts'
import { writeImportedContacts } from '../import-contacts/service.ts'

const EVERY_MONTHS = 3

/** Files of accounts, and of contacts with their accounts. */
export const customerImporter: Importer = { openCheck, openWriter }

async function openCheck(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportCheck> {
  const [regions, { zone }, owners] = await Promise.all([
    listRegions(ctx),
    readOrganisation(ctx),
    ownersByEmail(ctx),
  ])
  const own = regions.filter(({ _id }) => order.regionIds === null || order.regionIds.includes(_id))
  const home = { country: countryOfZone(zone) ?? '', zone }
  const rules = startCheck({ createRegions: order.createRegions, home, regions: own })
  const regionNames = new Map(own.map(({ _id, name }) => [_id, name]))
  return {
    async check(rows) {
      const read = rows.map(({ line, cells }) => ({ line, ...readRow(columns, cells) }))
      const stored = await storedFor(
        ctx,
        order,
        regionNames,
        read.flatMap(({ row }) => row ?? []),
      )
      return read.map(({ row, line, faults }) =>
        row ? checkRow(rules, row, line, { ...stored, owners }) : faults,
      )
    },
    async makeMissing() {
      for (const region of rules.newRegions.values()) await createRegion(ctx, region)
      return { regionsCreated: namesOf(rules), productsCreated: [] }
    },
  }
}

async function openWriter(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportWriter> {
  const [regions, owners] = await Promise.all([listRegions(ctx), ownersByEmail(ctx)])
  const counts = { ...noCounts }
  const tally = {
    counts,
    accounts: new Set<string>(),
    regions: new Map(regions.map(region => [foldText(region.name), region])),
    owners,
  }
  const regionOf = new Map(regions.map(region => [region._id, region]))
  return {
    counts,
    async write(rows) {
      const read = rows.flatMap(({ cells }) => readRow(columns, cells).row ?? [])
      const written = await writeImportedAccounts(ctx, order, read, tally)
      const accountOf = await keptAccounts(ctx, [...written.values()])
      await writeImportedContacts(ctx, order, read, { counts, accountOf, regionOf })
    },
  }
}

/** What is stored of the accounts, contacts and addresses of some rows. */
async function storedFor(
  ctx: Context,
  { regionIds }: ImportOrder,
  regionNames: ReadonlyMap<string, string>,
  rows: readonly ImportedRow[],
): Promise<Omit<StoredCustomers, 'owners'>> {
  const contactsOf = rows.flatMap(({ contact }) => contact ?? [])
  const [accounts, contacts, holders] = await Promise.all([
    findAccountsByExternalId(
      ctx,
      rows.map(({ account }) => account.externalId),
    ),
    findContactsByExternalId(
      ctx,
      contactsOf.map(({ externalId }) => externalId),
    ),
    findContactsByEmail(
      ctx,
      contactsOf.map(({ email }) => email),
    ),
  ])
  const kept = await keptAccounts(ctx, accounts)
  const isForeign = (regionId: string) => regionIds !== null && !regionIds.includes(regionId)
  return {
    accounts: new Map(
      [...kept].map(([externalId, { regionId }]) => [
        externalId,
        { foreign: isForeign(regionId), region: regionNames.get(regionId) ?? '' },
      ]),
    ),
    contacts: new Map(
      contacts.map(({ externalId, regionId }) => [externalId, { foreign: isForeign(regionId) }]),
    ),
    emails: new Map(holders.map(({ email, externalId }) => [email, externalId])),
  }
}

async function ownersByEmail(ctx: Context): Promise<Map<string, string>> {
  return new Map((await findMembers(ctx)).map(({ email, id }) => [email, id]))
}

const namesOf = ({ newRegions }: FileCheck) => [...newRegions.values()].map(({ name }) => name)

function createRegion(ctx: Context, { name, country, zone }: ImportRegion) {
  const anchor = ctx.clock.now().toISOString().slice(0, 10)
  return ensureRegion(ctx, { name, country, zone, everyMonths: EVERY_MONTHS, anchor })
}
