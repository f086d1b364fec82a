import type { DealSide } from '@sixfold/domain/deals/deal'
import { DEAL_STAGES } from '@sixfold/domain/deals/deal'
import { reasonText } from '@sixfold/domain/deals/deal-words'
import { addLocalDays } from '@sixfold/domain/local-date'
import type { RandomSource } from '@sixfold/domain/random'
import { seededRandom } from '@sixfold/domain/random'
import type { CustomerRow } from './companies.ts'
import { rivals } from './competitors.ts'
import { pick, pickWeighted } from './pick.ts'

export interface DealFileRow {
  deal_id: string
  account_id: string
  deal_name: string
  result: string
  decided_on: string
  stage: string
  deal_value: string
  product_id: string
  competitor: string
  contact_id: string
  seller: string
  seller_reasons: string
  seller_change_factor: string
  seller_change: string
  buyer_reasons: string
  buyer_change_factor: string
  buyer_change: string
}

const DEALS = 130
const FIRST_DAYS_AGO = 540
const LAST_DAYS_AGO = 6

const wanted = [
  ['Flow meters for the new line', 'HV-FLOW'],
  ['Panels of the second hall', 'HV-VIEW'],
  ['Cabinets for the cooling station', 'HV-400'],
  ['Inverters of the boiler house', 'HV-DRIVE'],
  ['Light curtains for the presses', 'HV-SAFE'],
  ['Controllers for the packing line', 'HV-GATE'],
] as const
const worth: Readonly<Record<string, number>> = { enterprise: 240_000, 'mid-market': 90_000, small: 25_000 }
/** Of each competitor, in their order: how often we win against it; the last: against nobody known. */
const chances = [0.38, 0.52, 0.6, 0.7]

/** What each side blames and praises: sellers see the price, customers the day of delivery. */
const blamed: Readonly<Record<DealSide, readonly (readonly [string, number])[]>> = {
  seller: [
    ['technical-solutions:pricing', 6],
    ['marketing', 2],
    ['delivery', 1],
    ['administration', 1],
  ],
  buyer: [
    ['delivery:on-time', 6],
    ['administration:billing', 3],
    ['technical-solutions:pricing', 2],
    ['support-and-service', 1],
  ],
}
const praised: Readonly<Record<DealSide, readonly (readonly [string, number])[]>> = {
  seller: [
    ['technical-solutions:quality', 4],
    ['company-image', 3],
    ['support-and-service', 1],
  ],
  buyer: [
    ['support-and-service:product-knowledge', 5],
    ['technical-solutions:quality', 3],
    ['marketing:central-contact', 1],
  ],
}
const wishes: Readonly<Record<DealSide, readonly string[]>> = {
  seller: ['Ten per cent less', 'A leasing offer', 'An earlier visit by an engineer'],
  buyer: [
    'A day of delivery that holds',
    'One invoice for one order',
    'Somebody who calls back the same day',
    'The first crate within a week',
  ],
}

/** A year and a half of deals, as a sales system would write them into a file. */
export function dealRows(customers: readonly CustomerRow[], today: string): DealFileRow[] {
  const random = seededRandom('Hải Vân Controls deals')
  const accounts = [...new Map(customers.map(row => [row.account_id, row])).values()]
  return Array.from({ length: DEALS }, (_, at) => {
    const customer = pick(random, accounts)
    const [name, product] = pick(random, wanted)
    const rival = random.below(rivals.length + 1)
    const daysAgo =
      LAST_DAYS_AGO + Math.floor(((DEALS - at) / DEALS) * (FIRST_DAYS_AGO - LAST_DAYS_AGO)) + random.below(5)
    const roll = random.next()
    const wins = (chances[rival] ?? 0) - (customer.region === 'South' ? 0.12 : 0)
    const result = roll < 0.08 ? 'no decision' : roll < 0.08 + 0.92 * wins ? 'won' : 'lost'
    const scale = worth[customer.segment] ?? 50_000
    return {
      deal_id: `D-${String(at + 1).padStart(4, '0')}`,
      account_id: customer.account_id,
      deal_name: name,
      result,
      decided_on: addLocalDays(today, -daysAgo),
      stage: result === 'lost' ? pick(random, DEAL_STAGES) : '',
      deal_value: String(Math.round((scale * (0.4 + random.next() * 1.4)) / 100) * 100),
      product_id: product,
      competitor: rivals[rival]?.name ?? '',
      contact_id: customer.contact_id,
      seller: customer.owner,
      ...sideOf('seller', random, result, 0.85),
      ...sideOf('buyer', random, result, 0.55),
    }
  })
}

function sideOf<Side extends DealSide>(side: Side, random: RandomSource, result: string, heard: number) {
  const isHeard = random.next() < heard && result !== 'no decision'
  const lost = result === 'lost'
  const [factor = '', attribute = null] = pickWeighted(random, lost ? blamed[side] : praised[side]).split(':')
  const other = pickWeighted(random, praised[side]).split(':')[0] ?? ''
  const reasons = [
    {
      factor,
      attribute,
      spoke: lost ? ('against' as const) : ('for' as const),
      decisive: random.next() < 0.5,
    },
    ...(lost && other !== factor && random.next() < 0.4
      ? [{ factor: other, attribute: null, spoke: 'for' as const, decisive: false }]
      : []),
  ]
  const wish = pick(random, wishes[side])
  return {
    [`${side}_reasons`]: isHeard ? reasonText(reasons) : '',
    [`${side}_change_factor`]: isHeard && lost ? factor : '',
    [`${side}_change`]: isHeard && lost ? wish : '',
  } as Record<`${Side}_reasons` | `${Side}_change_factor` | `${Side}_change`, string>
}
