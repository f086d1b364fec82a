import type { Lexicon } from './lexicon.ts'
import type { Stretch, Word } from './words.ts'
import { covered, findPhrases, wordsOf } from './words.ts'

/** A word that leaves no room, such as "always"; null when there is none. */
export function absolute(words: readonly Word[], lexicon: Lexicon): Stretch | null {
  const harmless = covered(words, findPhrases(words, lexicon.noAbsolutes))
  const last = words.length - 1
  // "… gửi luôn": at the end the Vietnamese word says "right away".
  return (
    findPhrases(words, lexicon.absolutes).find(
      ({ from }) => !harmless[from] && !(from === last && from > 0),
    ) ?? null
  )
}

/** A word of one's own trade; null when there is none. */
export function jargon(words: readonly Word[], lexicon: Lexicon): Stretch | null {
  return findPhrases(words, lexicon.jargon)[0] ?? null
}

/** Two to six capitals, digits and ampersands; a plural s may follow. Bounded, so that no text makes the search slow. */
const ACRONYM = /(?<![\p{L}\p{N}.])(?=\p{Lu})[\p{Lu}\p{N}&]{1,5}[\p{Lu}\p{N}](?=s?(?![\p{L}\p{N}]))/gu

/**
 * The first short form in capitals that a reader may not know; null when there is none. `explained` holds those that were explained
 * before. A text that is all in capitals is not one.
 *
 * @example acronym('Our response within the SLA', english, []) // 'SLA'
 */
export function acronym(text: string, lexicon: Lexicon, explained: readonly string[]): string | null {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length
  if (letters.length > 6 && capitals > letters.length * 0.6) return null
  return (
    shortFormsIn(text).find(
      short =>
        !lexicon.knownAcronyms.has(short.toLowerCase()) &&
        !explained.includes(short) &&
        !explainedIn(text).includes(short),
    ) ?? null
  )
}

/**
 * The short forms that a text explains, by brackets on either side.
 *
 * @example explainedIn('Our service level agreement (SLA)') // ['SLA']
 */
export function explainedIn(text: string): string[] {
  if (!text.includes('(')) return []
  return shortFormsIn(text).filter(short => text.includes(`(${short})`) || text.includes(`${short} (`))
}

/**
 * The short forms that a text holds, explained or not.
 *
 * @example shortFormsIn('ABC asks its customers') // ['ABC']
 */
export function shortFormsIn(text: string): string[] {
  const found = [...text.matchAll(ACRONYM)].map(([short]) => short)
  // One capital with a number names a part or a line.
  return found.filter(short => /\p{Lu}.*\p{Lu}/u.test(short))
}

/** Whether a text says what something is used for. */
export function statesPurpose(text: string, lexicon: Lexicon): boolean {
  return findPhrases(wordsOf(text), lexicon.purposes).length > 0
}
