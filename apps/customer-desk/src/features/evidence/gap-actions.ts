import type { EvidenceSource } from '@sixfold/domain/evidence/evidence'
import type { Action, Actor } from '@sixfold/domain/permissions'
import { can } from '@sixfold/domain/permissions'

/** What somebody must be allowed to do, and where it is done; without a region: for the whole house. */
interface Fill {
  may: Action
  address: (regionId: string | null) => string
}

const inRegion =
  (address: string, beside = '') =>
  (regionId: string | null) => {
    const query = [beside, regionId === null ? '' : `region=${encodeURIComponent(regionId)}`].filter(Boolean)
    return query.length === 0 ? address : `${address}?${query.join('&')}`
  }
const launch = (regionId: string | null) =>
  `/builder/waves/new${regionId === null ? '' : `?regions=${encodeURIComponent(JSON.stringify([regionId]))}`}`

const fills: Record<EvidenceSource, Fill> = {
  quarterly: { may: 'wave.launch', address: launch },
  product: { may: 'customers.read', address: inRegion('/desk/calls', 'what=product_survey') },
  blind: { may: 'wave.launch', address: launch },
  call: { may: 'call.make', address: inRegion('/desk/calls') },
  case: { may: 'case.work', address: inRegion('/desk/cases') },
  round_table: { may: 'roundtable.plan', address: inRegion('/scheduler/plan') },
  deal: { may: 'deal.edit', address: inRegion('/desk/deals') },
  competitor: { may: 'study.edit', address: () => '/desk/studies' },
}

/** Where a gap is filled; null: not by this person. */
export function fillAddress(actor: Actor, source: EvidenceSource, regionId: string | null): string | null {
  const { may, address } = fills[source]
  return can(actor, may, regionId === null ? {} : { regionId }) ? address(regionId) : null
}
