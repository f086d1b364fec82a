import { optedOutOf } from '@sixfold/domain/contact-standing'
import type { ImportColumn, ImportKind } from '@sixfold/domain/customers/import-columns'
import { importColumns } from '@sixfold/domain/customers/import-columns'
import { reasonText } from '@sixfold/domain/deals/deal-words'
import type { Cell } from '@sixfold/domain/text/csv-safe'
import { csvLine } from '@sixfold/domain/text/csv-safe'
import { findMembers } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { walk } from '../../../db/walk.ts'
import { readLedgersOf } from '../../contact-policy/contact-ledger/service.ts'
import { findCompetitors } from '../../evidence/competitors/service.ts'
import { walkDeals } from '../../evidence/deal-records/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { AccountRow } from '../accounts/service.ts'
import { findAccounts, walkAccounts } from '../accounts/service.ts'
import type { ContactRow } from '../contacts/service.ts'
import { findContactRows, walkAllContacts } from '../contacts/service.ts'
import type { InstallationRow } from '../installations/service.ts'
import { walkInstallations } from '../installations/service.ts'
import { findProducts } from '../products/service.ts'

/** What of a file an export fills in; a person can have several consents, so they are not part of one line. */
type Cells = Partial<Record<ImportColumn, Cell>>

/** The columns of an export: those of an import, without consents. */
export function exportColumns(kind: ImportKind): ImportColumn[] {
  return importColumns[kind].filter(column => !column.startsWith('consent_'))
}

/**
 * All that is stored of a kind, as lines of CSV in parts, the headings first: an import reads it back. For the command line,
 * with the rights of somebody for all regions.
 */
export async function* exportLines(ctx: Context, kind: ImportKind): AsyncGenerator<string[]> {
  const columns = exportColumns(kind)
  yield [csvLine(columns)]
  let count = 0
  for await (const part of parts(ctx, kind)) {
    count += part.length
    yield part.map(cells => csvLine(columns.map(column => cells[column])))
  }
  await record(ctx, null, 'customers.exported', kind, `${count} by command-line`)
}

function parts(ctx: Context, kind: ImportKind): AsyncGenerator<Cells[]> {
  return {
    accounts: accountParts,
    contacts: contactParts,
    installations: installationParts,
    deals: dealParts,
  }[kind](ctx)
}

async function* accountParts(ctx: Context): AsyncGenerator<Cells[]> {
  const cellsOf = await accountCells(ctx)
  for await (const rows of walk(ctx, walkAccounts)) yield rows.map(cellsOf)
}

async function* contactParts(ctx: Context): AsyncGenerator<Cells[]> {
  const cellsOf = await accountCells(ctx)
  for await (const rows of walk(ctx, walkAllContacts)) {
    const accounts = await findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    )
    const standings = await readLedgersOf(
      ctx,
      rows.map(({ _id }) => _id),
    )
    yield rows.map(row => {
      const account = accounts.get(row.accountId)
      const standing = standings.get(row._id)
      return {
        ...(account ? cellsOf(account) : {}),
        ...contactCells(row),
        opt_out: standing ? optedOutOf(standing).join(', ') : '',
        do_not_call: standing?.doNotCall ? 'yes' : '',
      }
    })
  }
}

async function* installationParts(ctx: Context): AsyncGenerator<Cells[]> {
  const products = new Map((await findProducts(ctx)).map(product => [product._id, product]))
  for await (const rows of walk(ctx, walkInstallations)) {
    const accounts = await findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    )
    const contacts = await findContactRows(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    )
    yield rows.map((row: InstallationRow) => ({
      installation_id: row.externalId,
      account_id: accounts.get(row.accountId)?.externalId,
      product_id: products.get(row.productId)?.externalId,
      product_name: products.get(row.productId)?.name,
      contact_id: contacts.get(row.contactId ?? '')?.externalId,
      purchased_on: row.purchasedOn,
      installed_on: row.installedOn,
    }))
  }
}

async function* dealParts(ctx: Context): AsyncGenerator<Cells[]> {
  const [members, products, competitors] = await Promise.all([
    findMembers(ctx),
    findProducts(ctx),
    findCompetitors(ctx),
  ])
  const emails = new Map(members.map(({ id, email }) => [id, email]))
  const productIds = new Map(products.map(({ _id, externalId }) => [_id, externalId]))
  const competitorsById = new Map(competitors.map(one => [one._id, one]))
  for await (const rows of walk(ctx, walkDeals)) {
    const accounts = await findAccounts(
      ctx,
      rows.map(({ accountId }) => accountId),
    )
    const contacts = await findContactRows(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    )
    yield rows.map(row => {
      const competitor = competitorsById.get(row.competitorId ?? '')
      return {
        deal_id: row.externalId,
        account_id: accounts.get(row.accountId)?.externalId,
        deal_name: row.name,
        result: row.result,
        decided_on: row.decidedOn,
        stage: row.stage,
        deal_value: amount(row.value),
        product_id: productIds.get(row.productId ?? ''),
        competitor: competitor?.name,
        competitor_product: competitor?.products.find(({ id }) => id === row.rivalProductId)?.name,
        contact_id: contacts.get(row.contactId ?? '')?.externalId,
        seller: emails.get(row.sellerId ?? ''),
        seller_reasons: reasonText(row.seller?.reasons ?? []),
        seller_change_factor: row.seller?.changeFactor,
        seller_change: row.seller?.change,
        buyer_reasons: reasonText(row.buyer?.reasons ?? []),
        buyer_change_factor: row.buyer?.changeFactor,
        buyer_change: row.buyer?.change,
      }
    })
  }
}

async function accountCells(ctx: Context): Promise<(row: AccountRow) => Cells> {
  const [regions, members] = await Promise.all([listRegions(ctx), findMembers(ctx)])
  const regionOf = new Map(regions.map(region => [region._id, region]))
  const emails = new Map(members.map(({ id, email }) => [id, email]))
  return row => {
    const region = regionOf.get(row.regionId)
    return {
      account_id: row.externalId,
      account_name: row.name,
      account_kind: row.kind,
      region: region?.name,
      segment: row.segment,
      annual_revenue: amount(row.annualRevenue),
      size: row.size,
      fiscal_year_ends: row.fiscalYearEnds,
      website: row.website,
      owner: emails.get(row.ownerId ?? ''),
      country: region?.country,
      zone: region?.zone,
    }
  }
}

/** Never three decimals: an import could take them for thousands. */
const amount = (value: number | null) =>
  value === null || Number.isInteger(value) ? value : Number(value.toFixed(2))

function contactCells(row: ContactRow): Cells {
  return {
    contact_id: row.externalId,
    contact_name: row.name,
    email: row.email,
    phone: row.phone,
    role: row.role,
    seniority: row.seniority,
    languages: row.languages.join(', '),
    country: row.country,
    zone: row.zone,
  }
}
