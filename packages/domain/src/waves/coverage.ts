/** An account of a wave and what became of its people. */
export interface CoveredAccount {
  regionId: string
  annualRevenue: number | null
  asked: boolean
  answered: boolean
}

/** How much of a region's customers a wave has heard. */
export interface Coverage {
  regionId: string
  accounts: { all: number; asked: number; answered: number }
  /** Annual revenue of the same accounts, as far as it is known. */
  revenue: { all: number; asked: number; answered: number }
}

/**
 * Coverage of accounts and of revenue by region, in the order of the regions' names. An account that answered was asked.
 *
 * @example coverageOf([{ regionId: 'n', annualRevenue: 5, asked: true, answered: false }])[0]?.revenue // { all: 5, asked: 5, answered: 0 }
 */
export function coverageOf(accounts: Iterable<CoveredAccount>): Coverage[] {
  const regions = new Map<string, Coverage>()
  for (const { regionId, annualRevenue, asked, answered } of accounts) {
    const region = regions.get(regionId) ?? {
      regionId,
      accounts: { all: 0, asked: 0, answered: 0 },
      revenue: { all: 0, asked: 0, answered: 0 },
    }
    regions.set(regionId, region)
    const revenue = annualRevenue ?? 0
    const add = (part: 'all' | 'asked' | 'answered') => {
      region.accounts[part] += 1
      region.revenue[part] += revenue
    }
    add('all')
    if (asked || answered) add('asked')
    if (answered) add('answered')
  }
  return [...regions.values()].sort((a, b) => (a.regionId < b.regionId ? -1 : 1))
}

/**
 * What was asked and answered of all that stands in a wave's audience. A region whose accounts moved meanwhile keeps at least what was asked.
 *
 * @example againstAll(base, coverageOf(asked))[0]?.accounts // { all: 120, asked: 80, answered: 31 }
 */
export function againstAll(base: readonly Coverage[], heard: readonly Coverage[]): Coverage[] {
  const now = new Map(heard.map(region => [region.regionId, region]))
  const ids = [...new Set([...base, ...heard].map(({ regionId }) => regionId))].sort()
  const all = new Map(base.map(region => [region.regionId, region]))
  return ids.map(regionId => {
    const part = (of: 'accounts' | 'revenue') => {
      const asked = now.get(regionId)?.[of].asked ?? 0
      const answered = now.get(regionId)?.[of].answered ?? 0
      return { all: Math.max(all.get(regionId)?.[of].all ?? 0, asked), asked, answered }
    }
    return { regionId, accounts: part('accounts'), revenue: part('revenue') }
  })
}
