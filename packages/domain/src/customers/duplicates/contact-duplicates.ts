import { companyMailDomain, mailboxName } from '../mail-domain.ts'
import { isOneSlip, shortened } from '../near-text.ts'
import { personWords } from '../person-name.ts'
import { parsePhone } from '../phone-number.ts'
import type { BlockKeys } from './blocks.ts'
import { commonValues, matchesByKeys } from './blocks.ts'
import type { LikelyPair, Likeness, LikenessReason } from './likeness.ts'
import { pairOf, weigh } from './likeness.ts'

/** What a contact is compared by. */
export interface ContactTraits {
  id: string
  accountId: string
  /** The words of the name, sorted. */
  words: string[]
  /** The domain of the company's own mailboxes. */
  domain: string | null
  address: string
  mailbox: string | null
  /** The mailbox is called as its owner is, and says no more than the name. */
  mailboxIsName: boolean
  /** E.164 and the extension. */
  phone: string | null
}

export interface ComparedContact {
  id: string
  accountId: string
  name: string
  email: string
  phone: string | null
  country: string
}

/** A name alone is no evidence, because thousands are called the same; neither are two at one account. */
const weights = {
  same_name: 0.5,
  near_name: 0.3,
  same_account: 0.3,
  same_domain: 0.2,
  same_phone: 0.3,
  same_mailbox: 0.3,
}
const LEAST = 0.6
/** A number or a mailbox's name of more contacts is a switchboard's, or a very usual one. */
const MOST_SHARING = 8
/** Shorter words, such as Thanh and Thang, are names of their own when they differ by a letter. */
const LEAST_NEAR_WORD = 6
const MOST_INITIALS = 2
/** Beyond, a name is a sentence. */
const MOST_WORDS = 8

/**
 * @example traitsOfContact({ id: '1', accountId: 'a', name: 'Trần Thị Lan', email: 'lan@minhphat.vn', phone: null, country: 'VN' }).words
 *   // ['lan', 'thi', 'tran']
 */
export function traitsOfContact({
  id,
  accountId,
  name,
  email,
  phone,
  country,
}: ComparedContact): ContactTraits {
  const number = phone === null ? null : parsePhone(phone, country)
  const words = personWords(name).slice(0, MOST_WORDS)
  const mailbox = mailboxName(email)
  return {
    id,
    accountId,
    words,
    domain: companyMailDomain(email),
    address: email.toLowerCase(),
    mailbox,
    mailboxIsName: mailbox !== null && isSpelledBy(mailbox, words),
    phone: number?.isPossible ? `${number.number} ${number.extension}`.trim() : null,
  }
}

/** How alike two contacts are; null where too little speaks for it. The order of the two does not matter. */
export function compareContacts(a: ContactTraits, b: ContactTraits): Likeness | null {
  const name = nameLikeness(a.words, b.words)
  const sharesMailbox = a.mailbox !== null && a.mailbox === b.mailbox
  // Colleagues share an account and a switchboard: without a name in common they are two.
  if (name === null && !sharesMailbox) return null
  const reasons: LikenessReason[] = name === null ? [] : [name]
  if (a.accountId === b.accountId) reasons.push('same_account')
  else if (a.domain !== null && a.domain === b.domain) reasons.push('same_domain')
  if (a.phone !== null && a.phone === b.phone) reasons.push('same_phone')
  // Lan Tran is lan.tran at every company: of two with her name that says nothing new.
  const repeatsName = name !== null && a.mailboxIsName && b.mailboxIsName && a.address !== b.address
  if (sharesMailbox && !repeatsName) reasons.push('same_mailbox')
  return weigh(weights, reasons, LEAST)
}

/**
 * The contacts of a list that may be one person, each two once. It yields null now and then, so that a long search can be
 * spread. Numbers and mailbox names that many have in common count for nothing.
 */
export function* likelyContactPairs(contacts: readonly ContactTraits[]): Generator<LikelyPair | null> {
  const listOf = (value: string | null) => (value === null ? [] : [value])
  const phones = commonValues(
    contacts.map(({ phone }) => listOf(phone)),
    MOST_SHARING,
  )
  const mailboxes = commonValues(
    contacts.map(({ mailbox }) => listOf(mailbox)),
    MOST_SHARING,
  )
  const told = contacts.map(contact => ({
    ...contact,
    phone: contact.phone !== null && phones.has(contact.phone) ? null : contact.phone,
    mailbox: contact.mailbox !== null && mailboxes.has(contact.mailbox) ? null : contact.mailbox,
  }))
  for (const match of matchesByKeys(told, keysOfContact, compareContacts))
    yield match && pairOf(told[match.first]?.id ?? '', told[match.second]?.id ?? '', match.found)
}

/** Two contacts that are likely one share one of these, and a part of their names within a crowded company. */
const keysOfContact: BlockKeys<ContactTraits> = {
  *coarse({ accountId, domain, mailbox, phone }) {
    if (phone !== null) yield `phone ${phone}`
    if (mailbox !== null) yield `mailbox ${mailbox}`
    yield `account ${accountId}`
    if (domain !== null) yield `domain ${domain}`
  },
  fine: ({ words }) => nameParts(words),
}

/** Names that are the same or near have one of these in common. */
function* nameParts(words: readonly string[]): Generator<string> {
  const [first, second] = words
  if (first === undefined || second === undefined) {
    yield first ?? ''
    return
  }
  for (const [at, word] of words.entries()) for (const other of words.slice(at + 1)) yield `${word} ${other}`
  if (words.length > 2) return
  for (const [kept, changed] of [
    [first, second],
    [second, first],
  ] as const)
    if (changed.length >= LEAST_NEAR_WORD) for (const text of shortened(changed)) yield `${kept}~${text}`
}

/** Whether a mailbox's name is the words of a name in some order, perhaps with an initial or a number. */
function isSpelledBy(mailbox: string, words: readonly string[]): boolean {
  const rest = words
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replace(word, ''), mailbox.replace(/\d/g, ''))
  return rest.length <= MOST_INITIALS
}

/** Near: one of two names leaves words out, or one long word of it has a slip. A single word in common is only near. */
function nameLikeness(a: readonly string[], b: readonly string[]): 'same_name' | 'near_name' | null {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const other = few.filter(word => !many.includes(word))
  if (few.length === 0) return null
  if (other.length === 0 && few.length === many.length) return few.length > 1 ? 'same_name' : 'near_name'
  if (other.length === 0) return few.length > 1 ? 'near_name' : null
  if (other.length > 1 || few.length < 2 || few.length !== many.length) return null
  const [mine = ''] = other
  const [theirs = ''] = many.filter(word => !few.includes(word))
  const isLong = Math.min(mine.length, theirs.length) >= LEAST_NEAR_WORD
  return isLong && isOneSlip(mine, theirs) ? 'near_name' : null
}
