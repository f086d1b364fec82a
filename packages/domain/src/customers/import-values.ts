import type { ContactPointFault } from '../contact-points.ts'
import type { TouchPurpose } from '../contact-policy.ts'
import { touchPurposes } from '../contact-policy.ts'
import type { Seniority } from '../survey/plan.ts'
import { foldText } from '../text/fold.ts'
import { isKnownZone } from '../zone-clock.ts'
import { websiteDomain } from './mail-domain.ts'

/** Why a cell cannot be taken over. */
export type ValueFault =
  | ContactPointFault
  | 'unknown_kind'
  | 'unknown_country'
  | 'unknown_zone'
  | 'not_a_language'
  | 'not_yes_or_no'
  | 'not_a_number'
  | 'ambiguous_number'
  | 'impossible_number'
  | 'unknown_seniority'
  | 'unknown_purpose'
  | 'not_a_website'
  | 'not_a_day'
  | 'ambiguous_day'
  | 'not_a_month'
  | 'unknown_result'
  | 'unknown_stage'
  | 'not_reasons'

export type Read<T> = { ok: true; value: T } | { ok: false; fault: ValueFault }

const taken = <T>(value: T): Read<T> => ({ ok: true, value })
const refused = (fault: ValueFault) => ({ ok: false, fault }) as const

const kinds = {
  existing: ['existing', 'customer', 'hien tai', 'hien huu'],
  prospect: ['prospect', 'prospective', 'tiem nang'],
  former: ['former', 'cu', 'da nghi'],
} as const
export type ImportedKind = keyof typeof kinds

/** @example readKind('Prospect') // { ok: true, value: 'prospect' } */
export function readKind(text: string): Read<ImportedKind> {
  const folded = foldText(text)
  for (const [kind, names] of Object.entries(kinds) as [ImportedKind, readonly string[]][])
    if (names.includes(folded)) return taken(kind)
  return refused('unknown_kind')
}

/** @example readYesNo('Có') // { ok: true, value: true } */
export function readYesNo(text: string): Read<boolean> {
  const folded = foldText(text)
  if (['yes', 'y', 'true', '1', 'x', 'co'].includes(folded)) return taken(true)
  if (['no', 'n', 'false', '0', 'khong', ''].includes(folded)) return taken(false)
  return refused('not_yes_or_no')
}

/**
 * An amount of money that is not negative. Thousands may be set off by spaces, points or commas; where one separator could
 * be either (`1.234`), the amount is refused rather than guessed.
 *
 * @example readAmount('1.250.000,50') // { ok: true, value: 1250000.5 }
 * @example readAmount('1.234') // { ok: false, fault: 'ambiguous_number' }
 */
export function readAmount(text: string): Read<number> {
  const digits = text.replace(/[\s\u00a0\u202f']/g, '')
  if (!/^-?\d[\d.,]*$/.test(digits)) return refused('not_a_number')
  const separators = digits.replace(/[^.,]/g, '')
  const last = separators.at(-1)
  if (separators.length === 1 && /[.,]\d{3}$/.test(digits)) return refused('ambiguous_number')
  const isDecimal = last !== undefined && separators.indexOf(last) === separators.length - 1
  const decimalAt = isDecimal ? digits.lastIndexOf(last) : digits.length
  const whole = digits.slice(0, decimalAt)
  if (separators.length > (isDecimal ? 1 : 0) && !/^-?\d{1,3}([.,]\d{3})+$/.test(whole))
    return refused('not_a_number')
  const value = Number(`${whole.replace(/[.,]/g, '')}.${digits.slice(decimalAt + 1) || '0'}`)
  return value >= 0 && value <= MOST_REVENUE ? taken(value) : refused('impossible_number')
}

/** No company's revenue reaches it in any currency; whatever does is a slip. */
const MOST_REVENUE = 1e17

/**
 * How many people work at a company.
 *
 * @example readCount('1 250') // { ok: true, value: 1250 }
 * @example readCount('12.5') // { ok: false, fault: 'not_a_number' }
 */
export function readCount(text: string): Read<number> {
  const digits = text
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^(\d{1,3})(?:[.,](\d{3}))+$/, number => number.replace(/[.,]/g, ''))
  if (!/^\d+$/.test(digits)) return refused('not_a_number')
  const value = Number(digits)
  return value <= MOST_EMPLOYEES ? taken(value) : refused('impossible_number')
}

/** More than twice of what the largest employer of the world has. */
const MOST_EMPLOYEES = 10_000_000

const monthNames = Array.from({ length: 12 }, (_, month) =>
  foldText(new Date(Date.UTC(2026, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })),
)

/**
 * A month by its number or its English name.
 *
 * @example readMonth('Tháng 3') // { ok: true, value: 3 }
 * @example readMonth('Sept') // { ok: true, value: 9 }
 */
export function readMonth(text: string): Read<number> {
  const folded = foldText(text).replace(/^(thang|th\.?) /, '')
  const named = folded.length < 3 ? -1 : monthNames.findIndex(name => name.startsWith(folded))
  const value = /^\d{1,2}$/.test(folded) ? Number(folded) : named + 1
  return value >= 1 && value <= 12 ? taken(value) : refused('not_a_month')
}

const seniorities = {
  executive: ['executive', 'c-level', 'director', 'lanh dao', 'giam doc'],
  manager: ['manager', 'quan ly', 'truong phong'],
  specialist: ['specialist', 'staff', 'chuyen vien', 'nhan vien'],
} as const

/** @example readSeniority('Lãnh đạo') // { ok: true, value: 'executive' } */
export function readSeniority(text: string): Read<Seniority> {
  const folded = foldText(text)
  for (const [seniority, names] of Object.entries(seniorities) as [Seniority, readonly string[]][])
    if (names.includes(folded)) return taken(seniority)
  return refused('unknown_seniority')
}

/** @example readPurpose('Product survey') // { ok: true, value: 'product_survey' } */
export function readPurpose(text: string): Read<TouchPurpose> {
  const name = foldText(text).replace(/[\s-]+/g, '_')
  const purpose = touchPurposes.find(one => one === name)
  return purpose ? taken(purpose) : refused('unknown_purpose')
}

/**
 * What somebody does not want to be asked for: purposes side by side, or `everything`.
 *
 * @example readOptOuts('roundtable; product survey') // { ok: true, value: ['roundtable', 'product_survey'] }
 */
export function readOptOuts(text: string): Read<(TouchPurpose | 'everything')[]> {
  const purposes: (TouchPurpose | 'everything')[] = []
  for (const part of listed(text)) {
    const purpose = foldText(part) === 'everything' ? taken('everything' as const) : readPurpose(part)
    if (!purpose.ok) return purpose
    if (!purposes.includes(purpose.value)) purposes.push(purpose.value)
  }
  return taken(purposes)
}

/**
 * The languages that somebody reads, letters come in the first.
 *
 * @example readLanguages('vi, en') // { ok: true, value: ['vi', 'en'] }
 */
export function readLanguages(text: string): Read<string[]> {
  const languages: string[] = []
  for (const part of listed(text)) {
    const language = readLanguage(part)
    if (!language.ok) return language
    if (!languages.includes(language.value)) languages.push(language.value)
  }
  return languages.length > 0 ? taken(languages) : refused('not_a_language')
}

const listed = (text: string) =>
  text
    .split(/[,;|/]/)
    .map(part => part.trim())
    .filter(part => part !== '')

/**
 * The address of a company's pages, with the scheme that lists leave out.
 *
 * @example readWebsite('www.minhphat.vn') // { ok: true, value: 'https://www.minhphat.vn' }
 */
export function readWebsite(text: string): Read<string> {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const isSafe = /^https?:\/\/[^\s:/@]+(:\d+)?([/?#]\S*)?$/i.test(address)
  return isSafe && websiteDomain(address) !== null ? taken(address) : refused('not_a_website')
}

/** @example readLanguage('VI') // { ok: true, value: 'vi' } */
export function readLanguage(text: string): Read<string> {
  const tag = text.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) || tag.length > 35) return refused('not_a_language')
  try {
    return taken(Intl.getCanonicalLocales(tag)[0] ?? tag)
  } catch {
    return refused('not_a_language')
  }
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/**
 * A country by its two letters (ISO 3166).
 *
 * @example readCountry('vn') // { ok: true, value: 'VN' }
 */
export function readCountry(text: string): Read<string> {
  const code = text.trim().toUpperCase()
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return refused('unknown_country')
  return countryNames.of(code) ? taken(code) : refused('unknown_country')
}

/**
 * A time zone by its IANA name; an offset such as +07:00 is none, because it knows no summer time.
 *
 * @example readZone('Asia/Ho_Chi_Minh') // { ok: true, value: 'Asia/Ho_Chi_Minh' }
 */
export function readZone(text: string): Read<string> {
  const zone = text.trim()
  return (zone.includes('/') || zone === 'UTC') && isKnownZone(zone) ? taken(zone) : refused('unknown_zone')
}
