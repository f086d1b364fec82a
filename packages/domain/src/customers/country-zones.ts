import { offsetAt } from '../wall-time.ts'

/** Present names of zones that some runtimes list under an older one. */
const presentName: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Godthab': 'America/Nuuk',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
}

type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] }

/**
 * The time zones of a country (ISO 3166, two letters), from the runtime's own data; none for an unknown country.
 *
 * @example zonesOfCountry('VN') // ['Asia/Ho_Chi_Minh']
 * @example zonesOfCountry('US').length // 29
 */
export function zonesOfCountry(country: string): readonly string[] {
  const known = zones.get(country) ?? listZones(country)
  zones.set(country, known)
  return known
}

/** A file of ten thousand rows asks for the same few countries again and again. */
const zones = new Map<string, readonly string[]>()

function listZones(country: string): readonly string[] {
  // Codes of countries that are no more, such as VD, stand for their successors.
  if (!/^[A-Z]{2}$/.test(country) || Intl.getCanonicalLocales(`und-${country}`)[0] !== `und-${country}`)
    return []
  const locale: LocaleWithZones = new Intl.Locale(`und-${country}`)
  const listed = locale.getTimeZones?.() ?? locale.timeZones ?? []
  return listed.map(zone => presentName[zone] ?? zone)
}

/** A winter and a summer day: zones that agree on both keep the same time. */
const SAMPLE_DAYS = [new Date('2026-01-15T00:00:00Z'), new Date('2026-07-15T00:00:00Z')]

/**
 * The zone of a country in which all clocks show the same time; null where they do not, or where the country is unknown.
 *
 * @example zoneOfCountry('DE') // 'Europe/Berlin'
 * @example zoneOfCountry('US') // null
 */
export function zoneOfCountry(country: string): string | null {
  const [first, ...others] = zonesOfCountry(country)
  if (first === undefined) return null
  const agree = others.every(zone => SAMPLE_DAYS.every(day => offsetAt(day, zone) === offsetAt(day, first)))
  return agree ? first : null
}

/**
 * The country whose clocks a zone is, or null. A zone that several countries list belongs to the one that lists it alone.
 *
 * @example countryOfZone('Asia/Ho_Chi_Minh') // 'VN'
 * @example countryOfZone('UTC') // null
 */
export function countryOfZone(zone: string): string | null {
  const wanted = presentName[zone] ?? zone
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  let found: { country: string; zones: number } | null = null
  for (const first of letters)
    for (const second of letters) {
      const country = `${first}${second}`
      const own = zonesOfCountry(country)
      if (own.includes(wanted) && (!found || own.length < found.zones)) found = { country, zones: own.length }
    }
  return found?.country ?? null
}

/**
 * The language that most people of a country read, as the Unicode tables say.
 *
 * @example likelyLanguage('VN') // 'vi'
 */
export function likelyLanguage(country: string): string {
  const known = languages.get(country) ?? readLanguage(country)
  languages.set(country, known)
  return known
}

const languages = new Map<string, string>()

function readLanguage(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return 'en'
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  return language === 'und' ? 'en' : language
}
