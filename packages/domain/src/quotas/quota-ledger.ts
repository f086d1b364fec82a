/**
 * The places that open links of one wave may fill, in one document: of everybody, of a link, of a region, of those who
 * gave an answer. A submission holds a place in each of its groups before it is written, and says in the same write which
 * hold it rests on; what was held by one that was never written is given back.
 */
export interface QuotaLedger {
  /** How many places a group has; a group without a limit is only counted. */
  limits: Readonly<Record<string, number>>
  /** How many are filled, those that are held among them. */
  taken: Readonly<Record<string, number>>
  /** Places of submissions that are under way, by response: a response holds its places once at a time. */
  holds: Readonly<Record<string, Hold>>
}

/** A place in each of these groups for one submission. `name` tells it from any other, also of the same response. */
export interface Hold {
  name: string
  groups: readonly string[]
}

export const emptyQuotas: QuotaLedger = { limits: {}, taken: {}, holds: {} }

/**
 * Those of these groups that have no place left.
 *
 * @example fullGroups({ limits: { total: 2 }, taken: { total: 2 }, holds: {} }, ['total', 'region:north']) // ['total']
 */
export function fullGroups(
  { limits, taken }: Pick<QuotaLedger, 'limits' | 'taken'>,
  groups: readonly string[],
): string[] {
  return groups.filter(group => {
    const limit = own(limits, group)
    return limit !== undefined && (own(taken, group) ?? 0) >= limit
  })
}

/**
 * Takes a place in every group, or none at all where one is full, or where another submission of the response is under way.
 *
 * @example holdPlaces(ledger, 'r1', { name: 'h1', groups: ['total'] }) // the ledger with one place more taken, 'full' or 'busy'
 */
export function holdPlaces(ledger: QuotaLedger, response: string, hold: Hold): QuotaLedger | 'full' | 'busy' {
  if (own(ledger.holds, response)) return 'busy'
  if (fullGroups(ledger, hold.groups).length > 0) return 'full'
  return {
    ...ledger,
    taken: raised(ledger.taken, hold.groups, 1),
    holds: { ...ledger.holds, [response]: hold },
  }
}

/** The submission was written: its places stay taken. Repeating it changes nothing. */
export function confirmHold(ledger: QuotaLedger, response: string, name: string): QuotaLedger {
  if (own(ledger.holds, response)?.name !== name) return ledger
  return { ...ledger, holds: without(ledger.holds, response) }
}

/** The submission was not written and never will be: its places are free again. Repeating it changes nothing. */
export function releaseHold(ledger: QuotaLedger, response: string, name: string): QuotaLedger {
  const hold = own(ledger.holds, response)
  if (hold?.name !== name) return ledger
  return {
    ...ledger,
    taken: raised(ledger.taken, hold.groups, -1),
    holds: without(ledger.holds, response),
  }
}

/** What is known of the response that a hold was made for; null: there is none. */
export type HeldFor = { state: 'draft' } | { state: 'submitted'; hold: string | null } | null

/**
 * What becomes of a hold whose process is not heard of. A draft must be fenced first: raised to a revision on which the
 * write that may still be under way no longer fits.
 *
 * @example settleHold('h1', { state: 'submitted', hold: 'h1' }) // 'confirm'
 * @example settleHold('h1', { state: 'draft' }) // 'fence'
 */
export function settleHold(name: string, response: HeldFor): 'confirm' | 'release' | 'fence' {
  if (response?.state === 'draft') return 'fence'
  return response?.hold === name ? 'confirm' : 'release'
}

function raised(
  taken: Readonly<Record<string, number>>,
  groups: readonly string[],
  by: 1 | -1,
): Record<string, number> {
  return { ...taken, ...Object.fromEntries(groups.map(group => [group, (own(taken, group) ?? 0) + by])) }
}

function without<Value>(all: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))
}

function own<Value>(all: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined
}
