import type { StoredInstallations } from '@sixfold/domain/customers/installation-file'
import { checkInstallation, startInstallationCheck } from '@sixfold/domain/customers/installation-file'
import type { ImportedInstallation } from '@sixfold/domain/customers/installation-row'
import { readInstallationRow } from '@sixfold/domain/customers/installation-row'
import { marksOfInstallation } from '@sixfold/domain/customers/marks'
import { takeOver } from '@sixfold/domain/customers/take-over'
import type { Context } from '../../../context.ts'
import type {
  ImportCheck,
  ImportColumns,
  Importer,
  ImportOrder,
  ImportWriter,
} from '../../../csv/importer.ts'
import { noCounts, untilWritten } from '../../../csv/importer.ts'
import { findAccountsByExternalId, keptAccounts } from '../accounts/service.ts'
import { findContactsByExternalId } from '../contacts/service.ts'
import type { InstallationChange, InstallationRow, NewInstallation } from '../installations/service.ts'
import { findInstallationsByExternalId, storeImportedInstallations } from '../installations/service.ts'
import { findProductsByExternalId, writeProducts } from '../products/service.ts'

/** Files of things bought and installed. */
export const installationImporter: Importer = { openCheck, openWriter }

async function openCheck(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportCheck> {
  const rules = startInstallationCheck(order)
  return {
    async check(rows) {
      const read = rows.map(({ line, cells }) => ({ line, ...readInstallationRow(columns, cells) }))
      const stored = await storedFor(
        ctx,
        order,
        read.flatMap(({ row }) => row ?? []),
      )
      return read.map(({ row, line, faults }) => (row ? checkInstallation(rules, row, line, stored) : faults))
    },
    async makeMissing() {
      const made = [...rules.newProducts].map(([externalId, { name }]) => ({ externalId, name }))
      await writeProducts(ctx, made, order._id)
      return { regionsCreated: [], productsCreated: made.map(({ name }) => name) }
    },
  }
}

async function openWriter(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportWriter> {
  const counts = { ...noCounts }
  return {
    counts,
    async write(rows) {
      const said = rows.flatMap(({ cells }) => readInstallationRow(columns, cells).row ?? [])
      const things = await thingsOf(ctx, said)
      let before: Map<string, InstallationRow> | undefined
      await untilWritten(async () => {
        const stored = await storedByExternalId(ctx, said)
        before ??= stored
        const { made, changes } = plan(order, said, stored, things)
        return storeImportedInstallations(ctx, made, changes, order._id)
      })
      const today = ctx.clock.now().toISOString().slice(0, 10)
      for (const { externalId, purchasedOn = null, installedOn = null } of said) {
        const known = (before ?? new Map<string, InstallationRow>()).get(externalId)
        if (!known || known.createdBy === order._id) counts.installationsCreated += 1
        else counts.installationsUpdated += 1
        if (marksOfInstallation({ purchasedOn, installedOn, provenance: {} }, today).length > 0)
          counts.marked += 1
      }
    },
  }
}

/** Ids of what the rows name, by external id. */
interface Things {
  accounts: ReadonlyMap<string, { _id: string; regionId: string }>
  contacts: ReadonlyMap<string, string>
  products: ReadonlyMap<string, string>
}

async function thingsOf(ctx: Context, said: readonly ImportedInstallation[]): Promise<Things> {
  const [accounts, contacts, products] = await Promise.all([
    findAccountsByExternalId(
      ctx,
      said.map(({ accountId }) => accountId),
    ),
    findContactsByExternalId(
      ctx,
      said.flatMap(({ contactId }) => contactId ?? []),
    ),
    findProductsByExternalId(
      ctx,
      said.map(({ productId }) => productId),
    ),
  ])
  return {
    accounts: await keptAccounts(ctx, accounts),
    contacts: new Map(contacts.map(({ externalId, _id, mergedInto }) => [externalId, mergedInto ?? _id])),
    products: new Map(products.map(({ externalId, _id }) => [externalId, _id])),
  }
}

function plan(
  order: ImportOrder,
  said: readonly ImportedInstallation[],
  stored: ReadonlyMap<string, InstallationRow>,
  { accounts, contacts, products }: Things,
) {
  const from = { source: `import:${order._id}`, at: order.startedAt }
  const made: NewInstallation[] = []
  const changes: InstallationChange[] = []
  for (const { externalId, accountId, productId, contactId, purchasedOn, installedOn } of said) {
    const account = accounts.get(accountId)
    const product = products.get(productId)
    const contact = contactId === undefined ? undefined : contacts.get(contactId)
    if (!account || !product) continue
    const row = stored.get(externalId)
    const fields = {
      productId: product,
      ...(contact === undefined ? {} : { contactId: contact }),
      ...(purchasedOn === undefined ? {} : { purchasedOn }),
      ...(installedOn === undefined ? {} : { installedOn }),
    }
    const taken = takeOver(
      { fields: row ?? nothing, provenance: row?.provenance ?? {}, marks: [] },
      fields,
      from,
    )
    const { provenance } = taken
    if (!row)
      made.push({
        externalId,
        fields: { ...fields, accountId: account._id, regionId: account.regionId },
        provenance,
      })
    else if (Object.keys(taken.fields).length + Object.keys(provenance).length > 0)
      changes.push({ row, fields: taken.fields, provenance })
  }
  return { made, changes }
}

const nothing: Pick<InstallationRow, 'productId' | 'contactId' | 'purchasedOn' | 'installedOn'> = {
  productId: '',
  contactId: null,
  purchasedOn: null,
  installedOn: null,
}

async function storedFor(
  ctx: Context,
  { regionIds }: ImportOrder,
  rows: readonly ImportedInstallation[],
): Promise<StoredInstallations> {
  const maySee = (regionId: string) => regionIds === null || regionIds.includes(regionId)
  const [accounts, contacts, products, installations] = await Promise.all([
    findAccountsByExternalId(
      ctx,
      rows.map(({ accountId }) => accountId),
    ),
    findContactsByExternalId(
      ctx,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
    findProductsByExternalId(
      ctx,
      rows.map(({ productId }) => productId),
    ),
    findInstallationsByExternalId(
      ctx,
      rows.map(({ externalId }) => externalId),
    ),
  ])
  const kept = await keptAccounts(ctx, accounts)
  return {
    accounts: new Map(
      [...kept]
        .filter(([, { regionId }]) => maySee(regionId))
        .map(([externalId, { _id }]) => [externalId, _id]),
    ),
    contacts: new Map(
      contacts
        .filter(({ erased, regionId }) => !erased && maySee(regionId))
        .map(({ externalId, accountId }) => [externalId, accountId]),
    ),
    installations: new Map(
      installations.map(({ externalId, accountId, regionId }) => [
        externalId,
        { foreign: !maySee(regionId), accountId },
      ]),
    ),
    products: new Set(products.map(({ externalId }) => externalId)),
  }
}

async function storedByExternalId(
  ctx: Context,
  said: readonly ImportedInstallation[],
): Promise<Map<string, InstallationRow>> {
  const rows = await findInstallationsByExternalId(
    ctx,
    said.map(({ externalId }) => externalId),
  )
  return new Map(rows.map(row => [row.externalId, row]))
}
