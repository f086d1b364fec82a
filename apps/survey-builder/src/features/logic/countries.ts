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
      const name = PRIVATE.test(code) ? undefined : names.of(code)
      return name ? [{ code, name }] : []
    })
  return named.sort((one, other) => one.name.localeCompare(other.name, language)).map(({ code }) => code)
}

/** Codes that ISO 3166 keeps free or that name no country, among them test codes of the runtimes. */
const PRIVATE = /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN|CP|DG|EA|IC|TA|AC)$/
