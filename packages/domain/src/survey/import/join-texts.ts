import type { LocalText } from '../../local-text.ts'
import { SURVEY_LIMITS } from '../limits.ts'

/** `Delivery: on time`, in each language. */
export function joinTexts(first: LocalText, second: LocalText): LocalText {
  const languages = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries(
    [...languages].map(language => {
      const words = [first[language], second[language]].filter(Boolean)
      return [
        language,
        words
          .join(words[0]?.endsWith(':') ? ' ' : ': ')
          .slice(0, SURVEY_LIMITS.text)
          .toWellFormed(),
      ]
    }),
  )
}
