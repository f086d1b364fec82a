import { companyWords } from '../company-name.ts'
import { companyMailDomain, websiteDomain } from '../mail-domain.ts'
import { isOneSlip, shortened } from '../near-text.ts'
import { parsePhone } from '../phone-number.ts'
import type { BlockKeys } from './blocks.ts'
import { commonValues, matchesByKeys } from './blocks.ts'
import type { LikelyPair, Likeness, LikenessReason } from './likeness.ts'
import { overlaps, pairOf, weigh } from './likeness.ts'

/** What an account is compared by. */
export interface AccountTraits {
  id: string
  /** Its name without legal forms and spaces. */
  compactName: string
  /** The words of it, sorted. */
  sortedName: string
  domains: string[]
  /** E.164. */
  phones: string[]
}

export interface ComparedAccount {
  id: string
  name: string
  website: string
  /** Of its contacts. */
  people: readonly { email: string; phone: string | null; country: string }[]
}

/** A name is evidence by itself; a shared domain or switchboard alone is usual within a group of companies. */
const weights = { same_name: 0.6, near_name: 0.5, same_domain: 0.3, same_phone: 0.25 }
const LEAST = 0.5
/** Shorter names are a slip apart too easily. */
const LEAST_NEAR_LENGTH = 8
/** A domain or number of more accounts is a provider's. */
const MOST_SHARING = 8

/**
 * @example traitsOfAccount({ id: '1', name: 'Công ty Minh Phát', website: '', people: [] }).compactName // 'minhphat'
 */
export function traitsOfAccount({ id, name, website, people }: ComparedAccount): AccountTraits {
  const words = companyWords(name)
  const own = websiteDomain(website)
  const domains = [own, ...people.map(({ email }) => companyMailDomain(email))]
  const phones = people.map(({ phone, country }) => (phone === null ? null : parsePhone(phone, country)))
  return {
    id,
    compactName: words.join(''),
    sortedName: words.toSorted().join(' '),
    domains: [...new Set(domains.filter(domain => domain !== null))],
    phones: [...new Set(phones.flatMap(phone => (phone?.isPossible ? phone.number : [])))],
  }
}

/** How alike two accounts are; null where nothing speaks for it. The order of the two does not matter. */
export function compareAccounts(a: AccountTraits, b: AccountTraits): Likeness | null {
  const reasons: LikenessReason[] = []
  if (a.compactName === b.compactName) reasons.push('same_name')
  else if (isNearName(a, b)) reasons.push('near_name')
  const sharesDomain = overlaps(a.domains, b.domains)
  if (sharesDomain) reasons.push('same_domain')
  if (overlaps(a.phones, b.phones)) reasons.push('same_phone')
  // Nearly the same name at another domain is another company.
  const isElsewhere = a.domains.length > 0 && b.domains.length > 0 && !sharesDomain
  if (reasons.includes('near_name') && isElsewhere) return null
  return weigh(weights, reasons, LEAST)
}

/**
 * The accounts of a list that may be one, each two once. It yields null now and then, so that a long search can be spread.
 * Values that many accounts have in common count for nothing.
 */
export function* likelyAccountPairs(accounts: readonly AccountTraits[]): Generator<LikelyPair | null> {
  const domains = commonValues(
    accounts.map(account => account.domains),
    MOST_SHARING,
  )
  const phones = commonValues(
    accounts.map(account => account.phones),
    MOST_SHARING,
  )
  const told = accounts.map(account => ({
    ...account,
    domains: account.domains.filter(domain => !domains.has(domain)),
    phones: account.phones.filter(phone => !phones.has(phone)),
  }))
  for (const match of matchesByKeys(told, keysOfAccount, compareAccounts))
    yield match && pairOf(told[match.first]?.id ?? '', told[match.second]?.id ?? '', match.found)
}

/** Two accounts that are likely one share one of these. A name that hundreds share says as little as a shared number. */
const keysOfAccount: BlockKeys<AccountTraits> = {
  *coarse({ compactName, sortedName, domains, phones }) {
    for (const text of compactName.length >= LEAST_NEAR_LENGTH ? shortened(compactName) : [compactName])
      yield `name ${text}`
    yield `words ${sortedName}`
    for (const domain of domains) for (const phone of phones) yield `both ${domain} ${phone}`
  },
  fine: ({ compactName }) => [compactName],
}

function isNearName(a: AccountTraits, b: AccountTraits): boolean {
  const shorter = Math.min(a.compactName.length, b.compactName.length)
  return (
    a.sortedName === b.sortedName || (shorter >= LEAST_NEAR_LENGTH && isOneSlip(a.compactName, b.compactName))
  )
}
