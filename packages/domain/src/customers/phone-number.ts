import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

type Country = Parameters<typeof parsePhoneNumberFromString>[1]

export interface PhoneNumber {
  /** E.164, without an extension. */
  number: string
  /** Behind a switchboard; empty where there is none. */
  extension: string
  /** Such as 84; several countries can share one. */
  callingCode: string
  /** Whether its length is one that the country has. */
  isPossible: boolean
  /** Whether it was written with its country code. */
  isInternational: boolean
}

/**
 * A telephone number as a network knows it. A number without a country code is one of `country` (ISO 3166, two letters);
 * null where no number can be read.
 *
 * @see ITU-T E.164; metadata of Google's libphonenumber
 * @example parsePhone('(028) 3822 0000', 'VN')?.number // '+842838220000'
 * @example parsePhone('0049 30 123456', 'VN')?.number // '+4930123456'
 * @example parsePhone('12', 'VN')?.isPossible // false
 */
export function parsePhone(text: string, country: string): PhoneNumber | null {
  const written = text.trim().replace(/^00(?=[1-9])/, '+')
  const parsed = parsePhoneNumberFromString(written, (country || undefined) as Country)
  return parsed
    ? {
        number: parsed.number,
        extension: parsed.ext ?? '',
        callingCode: parsed.countryCallingCode,
        isPossible: parsed.isPossible(),
        isInternational: written.startsWith('+'),
      }
    : null
}

/**
 * The calling code of a country; null for a country without telephones of its own.
 *
 * @example callingCodeOf('VN') // '84'
 * @example callingCodeOf('AQ') // null
 */
export function callingCodeOf(country: string): string | null {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : null
}
