import type { LocalDate } from '@sixfold/domain/local-date'
import type { Quarter } from '@sixfold/domain/quarter'
import { parseQuarter, quarterOf, quarterRange } from '@sixfold/domain/quarter'
import type { Context } from '../../../context.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { deleteInterviewsOf, handOverInterviews } from '../interview-records/service.ts'
import type { DealSearch } from './store.ts'
import { eraseFromDealRows, findAllDeals, handOverDealRows } from './store.ts'

export type { DealChange, DealFields, DealRow, DealSearch, NewDeal, SideRow } from './store.ts'
export {
  countDeals,
  countDealsBy,
  findAllDeals,
  findDeal,
  findDeals,
  findDealsByExternalId,
  insertDeal,
  moveDeals,
  namedInDeals,
  storeImportedDeals,
  updateDeal,
  walkDeals,
} from './store.ts'

/** The fiscal calendar by which deals belong to quarters. */
async function fiscalCalendar(ctx: Context) {
  const { fiscalStartMonth } = await readOrganisation(ctx)
  return { startMonth: fiscalStartMonth, yearNaming: 'start' as const }
}

/** Says to which quarter a day belongs. */
export async function quarterReader(ctx: Context): Promise<(day: LocalDate) => Quarter> {
  const calendar = await fiscalCalendar(ctx)
  return day => quarterOf(day, calendar)
}

/** The days from the first quarter to the last, both inclusive, as a search takes them. */
export async function daysOfQuarters(
  ctx: Context,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Pick<DealSearch, 'from' | 'until'>> {
  const calendar = await fiscalCalendar(ctx)
  const [first, last] = [parseQuarter(from ?? ''), parseQuarter(to ?? '')]
  return {
    ...(first ? { from: quarterRange(first, calendar).from } : {}),
    ...(last ? { until: quarterRange(last, calendar).until } : {}),
  }
}

/** How one deal ended, for what relates sources to each other. */
export interface DealFact {
  id: string
  accountId: string
  regionId: string
  quarter: Quarter
  won: boolean
}

/** Deals won and lost; null: of all regions. Who bought from nobody is in none of them. */
export async function dealFacts(ctx: Context, regionIds: readonly string[] | null): Promise<DealFact[]> {
  const [rows, quarter] = await Promise.all([findAllDeals(ctx, { regionIds }), quarterReader(ctx)])
  return rows
    .filter(({ result }) => result !== 'no_decision')
    .map(({ _id: id, accountId, regionId, decidedOn, result }) => ({
      id,
      accountId,
      regionId,
      quarter: quarter(decidedOn),
      won: result === 'won',
    }))
}

/** Puts the deals of an account, or of a contact, to another, with the interviews of the contact. */
export async function handOverDeals(
  ctx: Context,
  of: { accountId: string } | { contactId: string },
  to: { accountId: string; regionId: string } | { contactId: string },
): Promise<void> {
  if ('contactId' in of && 'contactId' in to) await handOverInterviews(ctx, of.contactId, to)
  await handOverDealRows(ctx, of, to)
}

/** After people are erased: how deals ended and why stays; what they said goes. */
export async function eraseFromDeals(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await deleteInterviewsOf(ctx, contactIds)
  await eraseFromDealRows(ctx, contactIds)
}
