import type { UiLanguage } from '@sixfold/contract/words'

const known = new Map<UiLanguage, readonly string[]>()

/** The countries that the runtime knows by name (ISO 3166, two letters), by their names in a language. */
export function countries(language: UiLanguage): readonly string[] {
  const found = known.get(language) ?? listCountries(language)
  known.set(language, found)
  return found
}

function listCountries(language: UiLanguage): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const named = letters
    .flatMap(first => letters.map(second => first + second))
    .flatMap(code => {
      const name = isCountry(code) ? names.of(code) : undefined
      return name ? [{ code, name }] : []
    })
  return named.sort((one, other) => one.name.localeCompare(other.name, language)).map(({ code }) => code)
}

/** Codes that were given up, such as Yugoslavia's or one of the two Vietnams', stand for what came after them. */
function isCountry(code: string): boolean {
  return !OTHER_CODES.test(code) && new Intl.Locale(`und-${code}`).region === code
}

/** Codes that ISO 3166 keeps free or reserves, and that name no country: groups of countries, islands, tests of the runtimes. */
const OTHER_CODES = /^(AA|AC|CP|DG|EA|EU|EZ|IC|Q[M-Z]|TA|UN|X[A-JL-Z]|ZZ)$/
