import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import { foldText } from '@sixfold/domain/text/fold'
import { personName, positions } from './people.ts'
import { pick, pickWeighted } from './pick.ts'
import { consentOf, knownBeside } from './record.ts'

/** The four regions: two zones of Asia, one of Europe with daylight saving. */
export const demonstrationRegions = [
  { name: 'North', country: 'VN', zone: 'Asia/Ho_Chi_Minh', everyMonths: 3, accounts: 70, language: 'vi' },
  { name: 'South', country: 'VN', zone: 'Asia/Ho_Chi_Minh', everyMonths: 3, accounts: 80, language: 'vi' },
  { name: 'Singapore', country: 'SG', zone: 'Asia/Singapore', everyMonths: 4, accounts: 50, language: 'en' },
  {
    name: 'Central Europe',
    country: 'DE',
    zone: 'Europe/Berlin',
    everyMonths: 4,
    accounts: 40,
    language: 'en',
  },
] as const

export type DemonstrationRegion = (typeof demonstrationRegions)[number]

const places = {
  VN: [
    'Sông Hồng',
    'Cửu Long',
    'Hạ Long',
    'Bình Minh',
    'Thái Bình',
    'An Giang',
    'Sao Biển',
    'Năm Căn',
    'Đại Việt',
    'Phú Mỹ',
    'Tân Cảng',
    'Hòa Phát',
    'Trường Sơn',
    'Lam Kinh',
    'Cát Bà',
    'Đồng Tháp',
    'Sông Đà',
    'Việt Tiến',
    'Hương Giang',
    'Bạch Đằng',
  ],
  SG: [
    'Straits',
    'Merlion',
    'Keppel Bay',
    'Jurong',
    'Marina',
    'Tuas',
    'Sentosa',
    'Kallang',
    'Raffles',
    'Pioneer',
    'Changi',
    'Bukit',
  ],
  DE: [
    'Kessler',
    'Rheintal',
    'Schwarzwald',
    'Hansa',
    'Isar',
    'Elbe',
    'Main',
    'Lorenz',
    'Donau',
    'Harz',
    'Alster',
    'Neckar',
  ],
}
const trades = {
  VN: ['Thủy sản', 'Dệt may', 'Thép', 'Bao bì', 'Xi măng', 'Cơ khí', 'Thực phẩm', 'Gỗ', 'Nhựa', 'Điện lực'],
  SG: ['Marine', 'Pharma', 'Semiconductor', 'Logistics', 'Foods', 'Chemicals', 'Precision', 'Utilities'],
  DE: ['Maschinenbau', 'Papier', 'Chemie', 'Antriebe', 'Brauerei', 'Werkzeuge', 'Energie', 'Glas'],
}

/** One line of the file that the demonstration imports. */
export interface CustomerRow {
  account_id: string
  account_name: string
  account_kind: string
  region: string
  country: string
  zone: string
  segment: string
  annual_revenue: string
  size: string
  fiscal_year_ends: string
  website: string
  owner: string
  contact_id: string
  contact_name: string
  email: string
  phone: string
  role: string
  seniority: string
  languages: string
  consent_purpose: string
  consent_wording: string
  consent_proof: string
  consent_date: string
}

/** At the largest customer of a region so many people are known that its own scores may be shown. */
const PEOPLE_OF_LARGEST = 16

export interface DemonstrationCustomer {
  row: CustomerRow
  panel: 0 | 1
}

/**
 * The customers of a region: each account with two to four people, the largest with many more. `panel` tells the halves of the
 * contacts apart; `signedOn` is the day of the consents that some of them gave.
 */
export function regionCustomers(
  random: RandomSource,
  region: DemonstrationRegion,
  signedOn: string,
): DemonstrationCustomer[] {
  const code = foldText(region.name).slice(0, 3).toUpperCase()
  const used = new Set<string>()
  const customer = (of: RandomSource, account: AccountPart, person: number): DemonstrationCustomer => ({
    row: contactOf(of, region, account, person, signedOn),
    panel: (person % 2) as 0 | 1,
  })
  const houses = Array.from({ length: region.accounts }, (_, index) => {
    const account = accountOf(random, region, `${code}-${String(index + 1).padStart(3, '0')}`, used)
    const count = 2 + Math.floor(random.next() * 3)
    const people = Array.from({ length: count }, (_unused, person) => customer(random, account, person))
    return { account, people }
  })
  const largest = houses
    .filter(({ account }) => account.account_kind === 'existing')
    .reduce((one, other) => (revenueOf(other.account) > revenueOf(one.account) ? other : one))
  // Drawn apart, so that the rest of the story stays as it is.
  const more = seededRandom(`${largest.account.account_id} people`)
  for (let person = largest.people.length; person < PEOPLE_OF_LARGEST; person += 1)
    largest.people.push(customer(more, largest.account, person))
  return houses.flatMap(({ people }) => people)
}

const revenueOf = ({ annual_revenue }: AccountPart) => Number(annual_revenue)

type AccountPart = Pick<
  CustomerRow,
  'account_id' | 'account_name' | 'account_kind' | 'segment' | 'annual_revenue'
>

function accountOf(
  random: RandomSource,
  region: DemonstrationRegion,
  id: string,
  used: Set<string>,
): AccountPart {
  const segment = pickWeighted(random, [
    ['enterprise', 2],
    ['mid-market', 5],
    ['small', 3],
  ] as const)
  const scale = { enterprise: 40, 'mid-market': 8, small: 1.5 }[segment]
  return {
    account_id: id,
    account_name: companyName(random, region.country, used),
    account_kind: pickWeighted(random, [
      ['existing', 80],
      ['prospect', 14],
      ['former', 6],
    ]),
    segment,
    annual_revenue: String(Math.round(scale * (0.5 + random.next()) * 10) * 10_000),
  }
}

function companyName(random: RandomSource, country: 'VN' | 'SG' | 'DE', used: Set<string>): string {
  const make = (): string => {
    const place = pick(random, places[country])
    const trade = pick(random, trades[country])
    if (country === 'VN') return `${trade} ${place}`
    return country === 'DE' ? `${place} ${trade} GmbH` : `${place} ${trade} Pte Ltd`
  }
  let name = make()
  while (used.has(name)) name = make()
  used.add(name)
  return name
}

function contactOf(
  random: RandomSource,
  region: DemonstrationRegion,
  account: AccountPart,
  person: number,
  signedOn: string,
): CustomerRow {
  const { role, seniority } =
    person === 0 && random.next() < 0.3
      ? pick(random, positions.slice(0, 2))
      : pick(random, positions.slice(2))
  const name = personName(random, region.country)
  const domain = `${foldText(account.account_name).replaceAll(' ', '-')}.example`
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random.next() * 10)).join('')
  const phone = { VN: `+84 9${digits(8)}`, SG: `+65 8${digits(7)}`, DE: `+49 89 ${digits(7)}` }[
    region.country
  ]
  const contactId = `${account.account_id}-${person + 1}`
  return {
    ...account,
    ...knownBeside({ ...account, region: region.name }),
    region: region.name,
    country: region.country,
    zone: region.zone,
    contact_id: contactId,
    contact_name: name,
    email: `${foldText(name).replaceAll(' ', '.')}.${person + 1}@${domain}`,
    phone,
    role,
    seniority,
    languages: region.language === 'en' ? 'en' : `${region.language}, en`,
    ...consentOf(contactId, signedOn),
  }
}
