/** Where a statement came from; `hand`: somebody of the house wrote it down. */
export const SOURCE_KINDS = ['round_table', 'survey', 'case', 'call', 'hand'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** One statement behind a requirement. */
export interface RequirementSource {
  /** Names the statement: two with one name are one. */
  key: string
  kind: SourceKind
  /** The round table, wave, case or call; null: nothing that has a record. */
  aboutId: string | null
  /** Null: nobody knows who said it, or the person was erased. */
  contactId: string | null
  accountId: string | null
  /** The account's region; without an account the region where it was said. Null: of the whole house. */
  regionId: string | null
  /** In the customer's own words; may be empty. */
  said: string
  /** The customer agreed that these words are quoted. */
  mayQuote: boolean
  at: Date
}

/** Stands among the regions of a requirement for the whole house. No region has this id. */
export const WHOLE_HOUSE = '*'

/**
 * The statements of both, each once, the earliest first. Where both have one, it stands as the first of the two has it.
 *
 * @example unitedSources([a, b], [b, c]).map(({ key }) => key) // ['a', 'b', 'c']
 */
export function unitedSources(
  some: readonly RequirementSource[],
  others: readonly RequirementSource[],
): RequirementSource[] {
  const byKey = new Map([...others, ...some].map(source => [source.key, source]))
  return [...byKey.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1))
}

/**
 * The regions, accounts and people that stand behind a requirement, each once; what lists are filtered by.
 *
 * @example behindSources([{ ...source, regionId: null, accountId: 'a1' }]) // { regionIds: ['*'], accountIds: ['a1'], ... }
 */
export function behindSources(sources: readonly RequirementSource[]): {
  regionIds: string[]
  accountIds: string[]
  contactIds: string[]
  aboutIds: string[]
} {
  const each = (field: 'accountId' | 'contactId' | 'aboutId') =>
    sortedOnce(sources.flatMap(source => source[field] ?? []))
  return {
    regionIds: sortedOnce(sources.map(({ regionId }) => regionId ?? WHOLE_HOUSE)),
    accountIds: each('accountId'),
    contactIds: each('contactId'),
    aboutIds: each('aboutId'),
  }
}

const sortedOnce = (ids: readonly string[]) => [...new Set(ids)].sort()
