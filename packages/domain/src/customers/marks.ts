import { readEmail } from '../contact-points.ts'
import type { LocalDate } from '../local-date.ts'
import { callingCodeOf, parsePhone } from './phone-number.ts'
import type { FieldMark, Provenance } from './provenance.ts'

/** Why a value cannot be true. */
export const markCodes = [
  'not_a_mailbox',
  'impossible_phone',
  'phone_of_other_country',
  'installed_before_bought',
  'in_the_future',
  'before_1970',
  'contradicts_verified',
] as const
export type MarkCode = (typeof markCodes)[number]

/** Endings of names that are never reached from outside. @see RFC 2606, RFC 6762 */
const UNREACHABLE = /\.(invalid|localhost|local|localdomain|internal|lan)$/

/**
 * What cannot be true of a contact, field by field, each with where the value comes from.
 *
 * @example
 * marksOfContact({ email: 'lan@minhphat.vn', phone: '+49 30 123456', country: 'VN', provenance: {} })
 *   // [{ field: 'phone', code: 'phone_of_other_country', value: '+49 30 123456', source: '' }]
 */
export function marksOfContact(contact: {
  email: string
  phone: string | null
  country: string
  provenance: Provenance
}): FieldMark[] {
  const { email, phone, country, provenance } = contact
  const marks: FieldMark[] = []
  const mark = (field: string, code: MarkCode, value: string) =>
    marks.push({ field, code, value, source: provenance[field]?.source ?? '' })
  if (email !== '' && (!readEmail(email).ok || UNREACHABLE.test(email))) mark('email', 'not_a_mailbox', email)
  if (phone !== null && phone !== '') {
    const number = parsePhone(phone, country)
    if (!number?.isPossible) mark('phone', 'impossible_phone', phone)
    else if (number.isInternational && isOfOtherCountry(number.callingCode, country))
      mark('phone', 'phone_of_other_country', phone)
  }
  return marks
}

/**
 * What cannot be true of an installation's days.
 *
 * @example
 * marksOfInstallation({ purchasedOn: '2026-05-01', installedOn: '2026-04-30', provenance: {} }, '2026-06-01')
 *   // [{ field: 'installedOn', code: 'installed_before_bought', value: '2026-04-30', source: '' }]
 */
export function marksOfInstallation(
  installation: { purchasedOn: LocalDate | null; installedOn: LocalDate | null; provenance: Provenance },
  today: LocalDate,
): FieldMark[] {
  const { purchasedOn, installedOn, provenance } = installation
  const found = (['purchasedOn', 'installedOn'] as const).flatMap(field => {
    const value = installation[field]
    const code = value && impossibleDay(value, today)
    return value && code ? [{ field, code, value, source: provenance[field]?.source ?? '' }] : []
  })
  if (purchasedOn && installedOn && installedOn < purchasedOn)
    found.push({
      field: 'installedOn',
      code: 'installed_before_bought',
      value: installedOn,
      source: provenance.installedOn?.source ?? '',
    })
  return found
}

/**
 * Puts what was found now in the place of what was found before. That a source contradicts what somebody verified stays
 * until that field is settled.
 *
 * @example renewedMarks([{ field: 'phone', code: 'impossible_phone', value: '1', source: '' }], []) // []
 */
export function renewedMarks(before: readonly FieldMark[], now: readonly FieldMark[]): FieldMark[] {
  return [...before.filter(({ code }) => code === 'contradicts_verified'), ...now]
}

/** Marks without those of a field, as when somebody has just verified it. */
export function marksWithout(marks: readonly FieldMark[], field: string): FieldMark[] {
  return marks.filter(mark => mark.field !== field)
}

function impossibleDay(day: LocalDate, today: LocalDate): MarkCode | null {
  if (day > today) return 'in_the_future'
  return day < '1970-01-01' ? 'before_1970' : null
}

/** Countries that share a calling code, such as the United States and Canada, cannot be told apart by it. */
function isOfOtherCountry(callingCode: string, country: string): boolean {
  const own = callingCodeOf(country)
  return own !== null && own !== callingCode
}
