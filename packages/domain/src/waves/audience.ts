import type { Seniority } from '../survey/plan.ts'

export const ACCOUNT_KINDS = ['existing', 'prospect', 'former'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

/** Whose contacts a programme asks; an empty list leaves nobody out. */
export interface AudienceFilter {
  kinds: readonly AccountKind[]
  segments: readonly string[]
  /** '' is a contact whose seniority is unknown. */
  seniorities: readonly (Seniority | '')[]
}

export const everybody: AudienceFilter = { kinds: [], segments: [], seniorities: [] }

/** What a filter looks at in a contact. */
export interface FilteredContact {
  accountKind: AccountKind
  segment: string
  seniority: Seniority | ''
}

/**
 * Whether a contact is among those whom a programme asks.
 *
 * @example inAudience({ ...everybody, kinds: ['existing'] }, { accountKind: 'prospect', segment: '', seniority: '' }) // false
 */
export function inAudience(filter: AudienceFilter, contact: FilteredContact): boolean {
  const passes = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value)
  return (
    passes(filter.kinds, contact.accountKind) &&
    passes(filter.segments, contact.segment) &&
    passes(filter.seniorities, contact.seniority)
  )
}
