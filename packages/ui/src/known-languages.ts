/** Languages that a survey is offered in: those in which business is done, by their tags (BCP 47). Others can be typed. */
export const knownLanguages: readonly string[] = [
  ...[
    'af',
    'am',
    'ar',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'eu',
  ],
  ...[
    'fa',
    'fi',
    'fil',
    'fr',
    'ga',
    'gl',
    'gu',
    'ha',
    'he',
    'hi',
    'hr',
    'hu',
    'hy',
    'id',
    'ig',
    'is',
    'it',
    'ja',
  ],
  ...[
    'ka',
    'kk',
    'km',
    'kn',
    'ko',
    'ky',
    'lo',
    'lt',
    'lv',
    'mg',
    'mk',
    'ml',
    'mn',
    'mr',
    'ms',
    'mt',
    'my',
    'nb',
  ],
  ...[
    'ne',
    'nl',
    'pa',
    'pl',
    'ps',
    'pt',
    'pt-BR',
    'ro',
    'ru',
    'rw',
    'sd',
    'si',
    'sk',
    'sl',
    'so',
    'sq',
    'sr',
  ],
  ...['sv', 'sw', 'ta', 'te', 'tg', 'th', 'ti', 'tk', 'tr', 'uk', 'ur', 'uz', 'vi', 'xh', 'yo', 'zh-Hans'],
  ...['zh-Hant', 'zu'],
]

/**
 * The tag that somebody typed, in its usual spelling; null when it names no language.
 *
 * @example languageTag('PT-br') // 'pt-BR'
 */
export function languageTag(typed: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim())
    const isLanguage = tag !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)
    const named = isLanguage && new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag)
    return named ? tag : null
  } catch {
    return null
  }
}
