import type { Language } from '../../local-text.ts'
import { doubleBarrelled, strokeJoins } from './double-barrelled.ts'
import type { Lexicon } from './lexicon.ts'
import { lexiconFor } from './lexicon.ts'
import type { Phrases, Stretch, Word } from './words.ts'
import { beginsSentence, clausesOf, findPhrases, phraseAt, wordsOf } from './words.ts'

/**
 * A text that asks for two things, taken apart into one text for each: a first draft that its author reads over. Null for a text
 * that asks for one thing, and where the two cannot be told apart.
 *
 * @example split('How satisfied are you with our price and quality?', 'en') // ['How satisfied are you with our price?', 'How satisfied are you with our quality?']
 * @example split('The papers are complete and the driver is helpful.', 'en') // ['The papers are complete.', 'The driver is helpful.']
 */
export function split(text: string, language: Language, names?: Phrases): readonly [string, string] | null {
  const lexicon = lexiconFor(language)
  const words = wordsOf(text)
  const joiner = lexicon && doubleBarrelled(text, words, lexicon, names)
  if (!lexicon || !joiner) return null
  if (strokeJoins(words[joiner.from])) return splitStroke(text, words, joiner.from)
  if (beginsSentence(words, joiner.from)) return splitSentences(text, words, joiner.from)
  const [left, right] = [words[joiner.from - 1], words[joiner.to]]
  if (!left || !right) return null
  const whole = standsAlone(words, joiner, lexicon)
  if (whole) return [closed(text.slice(0, left.end), text), capital(text.slice(right.start).trim())]
  const second = phraseAfter(words, joiner.to, lexicon)
  const first = phraseBefore(words, joiner.from, second, lexicon)
  const [from, to] = [words[first], words[second - 1]]
  if (!from || !to) return null
  return [
    text.slice(0, left.end) + text.slice(to.end),
    capital(text.slice(0, from.start) + text.slice(right.start)),
  ]
}

/** "price/quality of our products" */
function splitStroke(text: string, words: readonly Word[], at: number): readonly [string, string] | null {
  const word = words[at]
  if (!word) return null
  const stroke = text.indexOf('/', word.start)
  return [
    text.slice(0, stroke) + text.slice(word.end),
    capital(text.slice(0, word.start) + text.slice(stroke + 1)),
  ]
}

function splitSentences(text: string, words: readonly Word[], at: number): readonly [string, string] | null {
  const start = words[at]?.start ?? 0
  return [text.slice(0, start).trim(), text.slice(start).trim()]
}

/** What follows is a sentence or a question of its own: it has a verb, or asks again. */
function standsAlone(words: readonly Word[], { from, to }: Stretch, lexicon: Lexicon): boolean {
  if (phraseAt(words, to, lexicon.heads)) return true
  const rest = words.slice(to)
  const verb = findPhrases(rest, lexicon.verbs)[0]
  return (
    verb !== undefined &&
    verb.from > 0 &&
    findPhrases(words.slice(0, from), lexicon.verbs).some(one => one.from > 0)
  )
}

/** Where the phrase after the joiner ends: with a determiner it takes its "of …" along, without one it ends there. */
function phraseAfter(words: readonly Word[], from: number, lexicon: Lexicon): number {
  const end = clausesOf(words).find(({ to }) => to > from)?.to ?? words.length
  if (phraseAt(words, from, lexicon.determiners)) return end
  for (let at = from + 1; at < end; at += 1)
    if (phraseAt(words, at, lexicon.boundaries) || phraseAt(words, at, lexicon.determiners)) return at
  return end
}

/** Where the phrase before the joiner begins, in the shape of the one after it. */
function phraseBefore(words: readonly Word[], joiner: number, second: number, lexicon: Lexicon): number {
  const clause = clausesOf(words).find(({ to }) => to >= joiner)?.from ?? 0
  const right = joiner + 1
  const determiner = phraseAt(words, right, lexicon.determiners)
  if (determiner) {
    const same = lastIndex(words, joiner, clause, at => words[at]?.text === words[right]?.text)
    return (
      same ??
      lastIndex(words, joiner, clause, at => phraseAt(words, at, lexicon.determiners) !== null) ??
      clause
    )
  }
  // As many words as after the joiner; a Vietnamese phrase has several syllables more, and ends at its own boundary.
  const most = lexicon.determiners.size === 0 ? words.length : second - right
  let at = joiner - 1
  while (at > clause && joiner - at < most && !stops(words, at - 1, lexicon)) at -= 1
  return at
}

function stops(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  for (let from = Math.max(0, at - 2); from <= at; from += 1) {
    const boundary = phraseAt(words, from, lexicon.boundaries)
    if (boundary && boundary.to === at + 1) return true
  }
  return phraseAt(words, at, lexicon.determiners) !== null
}

function lastIndex(
  words: readonly Word[],
  before: number,
  least: number,
  holds: (at: number) => boolean,
): number | null {
  for (let at = Math.min(before, words.length) - 1; at >= least; at -= 1) if (holds(at)) return at
  return null
}

/** Ends as the whole text does. */
function closed(part: string, text: string): string {
  const end = text.trim().match(/[.?!…]+$/)?.[0] ?? ''
  return part.trim().replace(/[,;.?!…\s]+$/u, '') + end
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
}

/**
 * `text` without some of its words; null where the rest would not read, as after "an".
 *
 * @example withoutWords('How satisfied are you with our excellent service?', 'excellent') // 'How satisfied are you with our service?'
 */
export function withoutWords(text: string, words: string): string | null {
  const all = wordsOf(text)
  const start = text.indexOf(words)
  if (start < 0 || !words.trim()) return null
  const at = all.findIndex(word => word.start === start)
  if (at < 0 || /^an?$/.test(all[at - 1]?.text ?? '')) return null
  const rest = `${text.slice(0, start)}${text.slice(start + words.length)}`
    .replace(/\s{2,}/g, ' ')
    .replace(/[\s,;]+(?=[.?!…]|$)/gu, '')
    .replace(/\s+(?=,)/g, '')
    .trim()
  return rest === '' ? null : at === 0 ? capital(rest) : rest
}
