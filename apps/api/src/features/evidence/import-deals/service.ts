import type { DealSide } from '@sixfold/domain/deals/deal'
import { DEAL_SIDES, stageOf } from '@sixfold/domain/deals/deal'
import type { StoredDeals } from '@sixfold/domain/deals/deal-file'
import { checkDeal } from '@sixfold/domain/deals/deal-file'
import type { ImportedDeal } from '@sixfold/domain/deals/deal-row'
import { readDealRow } from '@sixfold/domain/deals/deal-row'
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
import { noCounts, untilWritten } from '../../../csv/importer.ts'
import { findAccountsByExternalId, keptAccounts } from '../../customers/accounts/service.ts'
import { findContactsByExternalId } from '../../customers/contacts/service.ts'
import { findProductsByExternalId } from '../../customers/products/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { findCompetitors } from '../competitors/service.ts'
import type { DealChange, DealFields, DealRow, NewDeal, SideRow } from '../deal-records/service.ts'
import { findDealsByExternalId, storeImportedDeals } from '../deal-records/service.ts'
import { codingModel } from '../deals/service.ts'

/** Files of deals won and lost. */
export const dealImporter: Importer = { openCheck, openWriter }

async function openCheck(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportCheck> {
  const lines = new Map<string, number>()
  return {
    async check(rows) {
      const read = rows.map(({ line, cells }) => ({ line, ...readDealRow(columns, cells) }))
      const things = await thingsOf(
        ctx,
        order,
        read.flatMap(({ row }) => row ?? []),
      )
      return read.map(({ row, line, faults }) => (row ? checkDeal(lines, row, line, things.stored) : faults))
    },
    async makeMissing() {
      return { regionsCreated: [], productsCreated: [] }
    },
  }
}

async function openWriter(ctx: Context, order: ImportOrder, columns: ImportColumns): Promise<ImportWriter> {
  const counts = { ...noCounts }
  return {
    counts,
    async write(rows) {
      const said = rows.flatMap(({ cells }) => readDealRow(columns, cells).row ?? [])
      let before: Set<string> | undefined
      await untilWritten(async () => {
        const things = await thingsOf(ctx, order, said)
        // What an interrupted run of this very import made counts as made.
        before ??= new Set(
          [...things.rows.values()]
            .filter(({ createdBy }) => createdBy !== sourceOf(order))
            .map(({ externalId }) => externalId),
        )
        const { made, changed } = plan(order, said, things)
        return storeImportedDeals(ctx, made, changed)
      })
      for (const { externalId } of said)
        if (before?.has(externalId)) counts.dealsUpdated += 1
        else counts.dealsCreated += 1
    },
  }
}

const sourceOf = ({ _id }: ImportOrder) => `import:${_id}`

/** What the rows name, by external ids and folded names. */
async function thingsOf(ctx: Context, { regionIds }: ImportOrder, said: readonly ImportedDeal[]) {
  const maySee = (regionId: string) => regionIds === null || regionIds.includes(regionId)
  const [accountRows, contacts, products, members, competitors, rows, model] = await Promise.all([
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
      said.flatMap(({ productId }) => productId ?? []),
    ),
    findMembers(ctx),
    findCompetitors(ctx),
    findDealsByExternalId(
      ctx,
      said.map(({ externalId }) => externalId),
    ),
    findFactorModel(ctx, codingModel()),
  ])
  const accounts = new Map(
    [...(await keptAccounts(ctx, accountRows))].filter(([, { regionId }]) => maySee(regionId)),
  )
  const people = contacts.filter(({ erased, regionId }) => !erased && maySee(regionId))
  const stored: StoredDeals = {
    accounts: new Map([...accounts].map(([externalId, { _id }]) => [externalId, _id])),
    contacts: new Map(people.map(({ externalId, accountId }) => [externalId, accountId])),
    products: new Set(products.map(({ externalId }) => externalId)),
    sellers: new Set(members.map(({ email }) => email)),
    competitors: new Map(
      competitors.map(one => [foldText(one.name), new Set(one.products.map(({ name }) => foldText(name)))]),
    ),
    deals: new Map(
      rows.map(({ externalId, accountId, regionId }) => [
        externalId,
        { foreign: !maySee(regionId), accountId },
      ]),
    ),
    model: model ?? { factors: [] },
  }
  return {
    stored,
    accounts,
    rows: new Map(rows.map(row => [row.externalId, row])),
    contactIds: new Map(people.map(({ externalId, _id, mergedInto }) => [externalId, mergedInto ?? _id])),
    productIds: new Map(products.map(({ externalId, _id }) => [externalId, _id])),
    sellerIds: new Map(members.map(({ email, id }) => [email, id])),
    competitors: new Map(competitors.map(one => [foldText(one.name), one])),
  }
}

type Things = Awaited<ReturnType<typeof thingsOf>>

function plan(order: ImportOrder, said: readonly ImportedDeal[], things: Things) {
  const made: NewDeal[] = []
  const changed: { row: DealRow; change: DealChange }[] = []
  for (const one of said) {
    const account = things.accounts.get(one.accountId)
    if (!account) continue
    const row = things.rows.get(one.externalId)
    const change = { ...fieldsOf(one, things), ...sidesOf(order, one, row) }
    if (row) {
      const after = { ...row, ...change }
      changed.push({ row, change: { ...change, stage: stageOf(after.result, after.stage) } })
    } else if (change.name !== undefined && change.result !== undefined && change.decidedOn !== undefined) {
      const { name, result, decidedOn } = change
      made.push({
        ...nothing,
        ...change,
        ...{ name, result, decidedOn },
        externalId: one.externalId,
        accountId: account._id,
        regionId: account.regionId,
        stage: stageOf(result, change.stage ?? null),
        model: codingModel(),
        createdBy: sourceOf(order),
      })
    }
  }
  return { made, changed }
}

const nothing = {
  value: null,
  productId: null,
  competitorId: null,
  rivalProductId: null,
  contactId: null,
  sellerId: null,
  seller: null,
  buyer: null,
}

/** What the row says; what it does not say stays. */
function fieldsOf(one: ImportedDeal, things: Things): Partial<DealFields> {
  const { name, result, decidedOn, stage, value } = one
  const competitor =
    one.competitor === undefined ? undefined : things.competitors.get(foldText(one.competitor))
  const theirs = competitor?.products.find(
    product => foldText(product.name) === foldText(one.rivalProduct ?? ''),
  )
  const given = {
    ...{ name, result, decidedOn, stage, value },
    productId: things.productIds.get(one.productId ?? ''),
    competitorId: competitor?._id,
    rivalProductId: theirs?.id,
    contactId: things.contactIds.get(one.contactId ?? ''),
    sellerId: things.sellerIds.get(one.seller ?? ''),
  }
  return Object.fromEntries(Object.entries(given).filter(([, known]) => known !== undefined))
}

/** Of a side that the row says something of, what it says over what is stored of that very side. */
function sidesOf(
  order: ImportOrder,
  { sides }: ImportedDeal,
  row: DealRow | undefined,
): Partial<Record<DealSide, SideRow>> {
  const found: Partial<Record<DealSide, SideRow>> = {}
  for (const side of DEAL_SIDES) {
    const { reasons, changeFactor, change } = sides[side]
    if (reasons === undefined && changeFactor === undefined && change === undefined) continue
    const before = row?.[side]
    found[side] = {
      reasons: reasons ?? before?.reasons ?? [],
      changeFactor: changeFactor ?? before?.changeFactor ?? null,
      change: change ?? before?.change ?? '',
      by: before?.by ?? '',
      at: before?.at ?? order.startedAt,
    }
  }
  return found
}
