import { requireWhole } from '../checks.ts'
import type { Evidence, EvidenceSource } from './evidence.ts'
import { EVIDENCE_SOURCES } from './evidence.ts'

export interface MappedAccount {
  id: string
  regionId: string
  /** What the account brings in a year, in the organisation's currency; null: not known. */
  revenue: number | null
}

/** How often the same was heard: evidence of one quarter, counted. */
export type CountedEvidence = Omit<Evidence, 'quarter' | 'product'> & { count: number }

export interface EvidenceCell {
  regionId: string
  /** Null: what was heard about no single factor. */
  factor: string | null
  source: EvidenceSource
  heard: number
  /** How many accounts said it; null where the source does not know accounts. */
  accounts: number | null
  /** The part of the region's known revenue that these accounts bring, 0 to 1; null: not known. */
  revenueShare: number | null
}

/** A region that heard nothing about a factor from a source which hears about factors. */
export interface EvidenceGap {
  regionId: string
  factor: string
  source: EvidenceSource
}

export interface SilentRegion {
  regionId: string
  /** Accounts of which no source heard anything, and their part of the region's known revenue, 0 to 1. */
  accounts: number
  of: number
  revenueShare: number | null
}

/** What was heard blind about a factor, in all regions together: such an answer knows no region. */
export interface BlindEvidence {
  factor: string
  /** Null: so few that people could be told apart. */
  heard: number | null
}

export interface EvidenceMap {
  /** Every region, factor and source that knows regions, in the orders given. */
  cells: EvidenceCell[]
  blind: BlindEvidence[]
  gaps: EvidenceGap[]
  silent: SilentRegion[]
  /** Factors about which no region heard anything from anybody. */
  unheard: string[]
}

/** Sources that know in which region something was said. */
export const REGIONAL_SOURCES = EVIDENCE_SOURCES.filter(source => source !== 'blind')

/**
 * How much was heard in each region about each factor from each source, from how much of the revenue, and where it was
 * silent. It counts what was heard; it says nothing about what was thought.
 *
 * @param minimumCell Blind answers below this number are not counted out: there, people could be told apart.
 * @throws RangeError for a minimum that is no whole number.
 * @example evidenceMap({ evidence, accounts, regions: ['north'], factors: ['delivery'], minimumCell: 5 }).gaps
 *   // [{ regionId: 'north', factor: 'delivery', source: 'call' }, ...]
 */
export function evidenceMap({
  evidence,
  accounts,
  regions,
  factors,
  minimumCell,
}: {
  evidence: readonly CountedEvidence[]
  accounts: readonly MappedAccount[]
  regions: readonly string[]
  factors: readonly string[]
  minimumCell: number
}): EvidenceMap {
  requireWhole('minimumCell', minimumCell)
  const cellsOf = groupBy(evidence, keyOf)
  const revenueOf = new Map(accounts.map(({ id, revenue }) => [id, revenue]))
  const byRegion = groupBy(accounts, ({ regionId }) => regionId)
  const cells = regions.flatMap(regionId => {
    const whole = revenueSum((byRegion.get(regionId) ?? []).map(({ revenue }) => revenue))
    return [...factors, null].flatMap(factor =>
      REGIONAL_SOURCES.map(source => {
        const found = cellsOf.get(keyOf({ regionId, factor, source })) ?? []
        return cellOf({ regionId, factor, source }, found, { revenueOf, whole })
      }),
    )
  })
  const gaps = cells.flatMap(({ regionId, factor, source, heard }) =>
    factor !== null && heard === 0 ? [{ regionId, factor, source }] : [],
  )
  const heardFactors = new Set(evidence.map(({ factor }) => factor))
  const blind = factors.map(factor => {
    const heard = countOf(evidence.filter(one => one.source === 'blind' && one.factor === factor))
    return { factor, heard: heard > 0 && heard < minimumCell ? null : heard }
  })
  return {
    cells,
    blind,
    gaps,
    silent: regions.map(regionId => silenceIn(regionId, byRegion.get(regionId) ?? [], evidence)),
    unheard: factors.filter(factor => !heardFactors.has(factor)),
  }
}

type Place = Pick<Evidence, 'regionId' | 'factor' | 'source'>

const keyOf = ({ regionId, factor, source }: Place) => JSON.stringify([regionId, factor, source])

function cellOf(
  place: Place,
  found: readonly CountedEvidence[],
  { revenueOf, whole }: { revenueOf: ReadonlyMap<string, number | null>; whole: number | null },
): EvidenceCell {
  const nameless = place.source === 'competitor'
  const ids = [...new Set(found.flatMap(({ accountId }) => accountId ?? []))]
  const known = revenueSum(ids.map(id => revenueOf.get(id) ?? null))
  return {
    ...place,
    heard: countOf(found),
    accounts: nameless ? null : ids.length,
    revenueShare: nameless || !whole ? null : (known ?? 0) / whole,
  }
}

function silenceIn(
  regionId: string,
  accounts: readonly MappedAccount[],
  evidence: readonly CountedEvidence[],
): SilentRegion {
  const heard = new Set(evidence.map(({ accountId }) => accountId))
  const silent = accounts.filter(({ id }) => !heard.has(id))
  const whole = revenueSum(accounts.map(({ revenue }) => revenue))
  const lost = revenueSum(silent.map(({ revenue }) => revenue)) ?? 0
  return { regionId, accounts: silent.length, of: accounts.length, revenueShare: whole ? lost / whole : null }
}

const countOf = (found: readonly CountedEvidence[]) => found.reduce((sum, { count }) => sum + count, 0)

/** Null: of none the revenue is known. */
function revenueSum(revenues: readonly (number | null)[]): number | null {
  const known = revenues.filter(revenue => revenue !== null)
  return known.length === 0 ? null : known.reduce((sum, revenue) => sum + revenue, 0)
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
