import { foldText } from '../text/fold.ts'

/** What one word of a search is looked for by. `written` is null where it was typed without diacritics: then it means all of them. */
export interface SoughtWord {
  folded: string
  written: string | null
}

/** Phrases, of which one is enough; of a phrase every word. */
export type Sought = readonly (readonly SoughtWord[])[]

/**
 * The words of a comment, each once: `folded` without diacritics, `written` as they stand, in small letters. `plain`: nothing in
 * it has diacritics, so a word without them may mean one with them.
 */
export interface CommentWords {
  folded: string[]
  written: string[]
  plain: boolean
}

/** Longer texts hold the same words again. */
const MOST_WORDS = 400

/**
 * The words that a comment is found by.
 *
 * @example commentWords('Giao hàng trễ') // { folded: ['giao', 'hang', 'tre'], written: ['giao', 'hàng', 'trễ'], plain: false }
 */
export function commentWords(text: string): CommentWords {
  const words = wordsOf(text)
  const folded = words.map(foldText)
  return {
    folded: once(folded),
    written: once(words),
    plain: words.every((word, at) => word === folded[at]),
  }
}

/**
 * What a search looks for. Words typed without diacritics find all spellings; one with diacritics finds that spelling, and texts
 * that were written without any.
 *
 * @example soughtWords('giao hàng') // [{ folded: 'giao', written: null }, { folded: 'hang', written: 'hàng' }]
 */
export function soughtWords(search: string): SoughtWord[] {
  return wordsOf(search).map(word => {
    const folded = foldText(word)
    return { folded, written: folded === word ? null : word }
  })
}

/**
 * The phrases of a rule, which stand between commas or on lines of their own. A phrase without words is none.
 *
 * @example soughtByRule('late delivery, giao trễ').length // 2
 */
export function soughtByRule(rule: string): Sought {
  return rule
    .split(/[,;\n]/)
    .map(soughtWords)
    .filter(words => words.length > 0)
}

/**
 * Whether a comment holds what is looked for: of one phrase every word, at the beginning of a word, in any order.
 *
 * @example matchesSought(commentWords('Giao hàng trễ'), soughtByRule('giao tre')) // true
 */
export function matchesSought(words: CommentWords, sought: Sought): boolean {
  const begins = (list: readonly string[], word: string) => list.some(one => one.startsWith(word))
  return sought.some(phrase =>
    phrase.every(({ folded, written }) =>
      written === null
        ? begins(words.folded, folded)
        : begins(words.written, written) || (words.plain && begins(words.folded, folded)),
    ),
  )
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

function once(words: readonly string[]): string[] {
  return [...new Set(words)].filter(Boolean).slice(0, MOST_WORDS)
}
