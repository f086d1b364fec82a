import { addLocalDays } from '@sixfold/domain/local-date'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { foldText } from '@sixfold/domain/text/fold'
import type { Context } from '../context.ts'
import type { RegionRow } from '../features/house/organisation/service.ts'
import { createMember } from '../features/house/staff/service.ts'
import type { CustomerRow } from './companies.ts'
import { pick, pickWeighted } from './pick.ts'
import { DEMONSTRATION_SIGN_IN } from './sign-in.ts'

/** Who looks after the accounts of each region. They sign in with the password of the demonstration. */
const colleagues = [
  { name: 'Trần Thu Mai', role: 'care', region: 'North', language: 'vi' },
  { name: 'Phạm Quốc Nam', role: 'regional', region: 'North', language: 'vi' },
  { name: 'Nguyễn Hoài Thu', role: 'care', region: 'South', language: 'vi' },
  { name: 'Võ Minh Khoa', role: 'regional', region: 'South', language: 'vi' },
  { name: 'Tan Wei Ling', role: 'regional', region: 'Singapore', language: 'en' },
  { name: 'Katrin Vogel', role: 'care', region: 'Central Europe', language: 'en' },
] as const

const addressOf = (name: string) => `${foldText(name).replaceAll(' ', '.')}@sixfold.example`

export async function hireColleagues(ctx: Context, regions: readonly RegionRow[]): Promise<void> {
  const idOf = new Map(regions.map(({ name, _id }) => [name, _id]))
  await Promise.all(
    colleagues.map(({ name, role, region, language }) =>
      createMember(ctx, {
        email: addressOf(name),
        password: DEMONSTRATION_SIGN_IN.password,
        name,
        language,
        role,
        regions: [idOf.get(region) ?? ''],
      }),
    ),
  )
}

/** What else is known of an account and its people; drawn apart, so that the rest of the story stays as it is. */
export function knownBeside(
  row: Pick<CustomerRow, 'account_id' | 'account_name' | 'account_kind' | 'region' | 'segment'>,
): Pick<CustomerRow, 'size' | 'fiscal_year_ends' | 'website' | 'owner'> {
  const random = chanceOf(row.account_id, 'account')
  const scale = { enterprise: 900, 'mid-market': 180, small: 25 }[row.segment] ?? 50
  const own = colleagues.filter(({ region }) => region === row.region)
  const isCaredFor = random.next() < 0.92
  return {
    size: String(Math.round(scale * (0.5 + random.next() * 1.6))),
    website: `https://${foldText(row.account_name).replaceAll(' ', '-')}.example`,
    fiscal_year_ends: fiscalYearEnd(chanceOf(row.account_id, 'fiscal year')),
    owner: isCaredFor && own.length > 0 ? addressOf(pick(random, own).name) : '',
  }
}

/** Most close their books with the calendar year, some do not say. */
const fiscalYearEnd = (random: RandomSource) =>
  pickWeighted(random, [
    ['12', 70],
    ['3', 12],
    ['6', 6],
    ['', 12],
  ] as const)

/** Some people agreed in writing to be asked about products. `signedOn`: when the paper was passed round. */
export function consentOf(
  contactId: string,
  signedOn: string,
): Pick<CustomerRow, 'consent_purpose' | 'consent_wording' | 'consent_proof' | 'consent_date'> {
  if (chanceOf(contactId, 'consent').next() >= 0.2)
    return { consent_purpose: '', consent_wording: '', consent_proof: '', consent_date: '' }
  return {
    consent_purpose: 'product_survey',
    consent_wording: '2025-1',
    consent_proof: `Form ${contactId}`,
    consent_date: signedOn,
  }
}

const products = [
  { id: 'HV-400', name: 'HV-400 control cabinet' },
  { id: 'HV-FLOW', name: 'HV-Flow 80 meter' },
  { id: 'HV-GATE', name: 'HV-Gate edge controller' },
  { id: 'HV-DRIVE', name: 'HV-Drive 22 inverter' },
  { id: 'HV-VIEW', name: 'HV-View panel' },
  { id: 'HV-SAFE', name: 'HV-Safe light curtain' },
] as const

/** One line of the file of things bought. */
export interface PurchaseRow {
  installation_id: string
  account_id: string
  product_id: string
  product_name: string
  contact_id: string
  purchased_on: string
  installed_on: string
}

/** How long ago a thing was bought, in days: some are asked about now, some soon, some were long ago. */
const ages: readonly (readonly [readonly [number, number], number])[] = [
  [[15, 80], 3],
  [[100, 140], 3],
  [[141, 340], 3],
  [[341, 720], 2],
]

/** What existing customers bought until today, each thing installed some weeks later. */
export function purchasesUntil(today: string, customers: readonly CustomerRow[]): PurchaseRow[] {
  const people = Map.groupBy(customers, ({ account_id }) => account_id)
  return [...people].flatMap(([account, rows]) => {
    const random = chanceOf(account, 'purchases')
    if (rows[0]?.account_kind !== 'existing') return []
    return Array.from({ length: 1 + random.below(3) }, (_, index) => {
      const product = pick(random, products)
      const [from, to] = pickWeighted(random, ages)
      const purchasedOn = addLocalDays(today, -(from + random.below(to - from)))
      const installedOn = addLocalDays(purchasedOn, 5 + random.below(30))
      // Whoever works with it is asked about it; a director is not.
      const users = rows.filter(({ seniority }) => seniority !== 'executive')
      return {
        installation_id: `${account}-I${index + 1}`,
        account_id: account,
        product_id: product.id,
        product_name: product.name,
        contact_id: users.length > 0 ? pick(random, users).contact_id : '',
        purchased_on: purchasedOn,
        installed_on: installedOn > today ? '' : installedOn,
      }
    })
  })
}

/** What a file of an earlier day said of things bought since another one; who works with them was written down later. */
export function purchasesBetween(
  purchases: readonly PurchaseRow[],
  { from, until }: { from: string; until: string },
): PurchaseRow[] {
  return purchases
    .filter(({ purchased_on }) => purchased_on >= from && purchased_on < until)
    .map(row => ({ ...row, contact_id: '', installed_on: row.installed_on < until ? row.installed_on : '' }))
}

const chanceOf = (...of: string[]): RandomSource => seededRandom(of.join(' '))
