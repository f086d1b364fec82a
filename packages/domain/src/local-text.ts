/** A language tag (BCP 47), such as `en` or `vi`. */
export type Language = string

/** One text in several languages. A language without an entry is a gap, not an empty text. */
export type LocalText = Readonly<Record<Language, string>>

/**
 * The text in `language`, else in `fallback`, else in any language that has one, else ''.
 *
 * @example textIn({ en: 'Delivery', vi: 'Giao hàng' }, 'vi', 'en') // 'Giao hàng'
 * @example textIn({ en: 'Delivery' }, 'vi', 'en') // 'Delivery'
 */
export function textIn(text: LocalText | undefined, language: Language, fallback: Language): string {
  if (!text) return ''
  return text[language] || text[fallback] || Object.values(text).find(Boolean) || ''
}

/**
 * The languages of `languages` in which `text` says nothing.
 *
 * @example missingLanguages({ en: 'Hello' }, ['en', 'vi']) // ['vi']
 */
export function missingLanguages(text: LocalText | undefined, languages: readonly Language[]): Language[] {
  return languages.filter(language => !text?.[language]?.trim())
}

/**
 * `text` in these languages only; one that says nothing stays a gap.
 *
 * @example onlyLanguages({ en: 'Delivery', vi: 'Giao hàng' }, ['vi', 'fr']) // { vi: 'Giao hàng' }
 */
export function onlyLanguages(text: LocalText, languages: readonly Language[]): LocalText {
  return Object.fromEntries(
    languages.flatMap(language => (text[language] ? [[language, text[language]]] : [])),
  )
}
