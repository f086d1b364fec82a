import type { Language } from '../../local-text.ts'
import type { Lexicon } from './lexicon.ts'
import { lexiconFor } from './lexicon.ts'
import type { Phrases, Stretch, Word } from './words.ts'
import { phraseAt, wordsOf } from './words.ts'

/** A range of numbers that an option stands for. Ends belong to it unless they are open. */
export interface NumberRange {
  low: number
  high: number
  lowOpen: boolean
  highOpen: boolean
  /** What is counted, such as "days": ranges of different things are not compared. */
  unit: string
}

const DASH = /^\s*[-–—−]\s*$/

/**
 * The range that an option stands for; null when it is none.
 *
 * @example rangeOf('10 to 20 days', 'en') // { low: 10, high: 20, lowOpen: false, highOpen: false, unit: 'days' }
 * @example rangeOf('Dưới 10', 'vi') // { low: -Infinity, high: 10, lowOpen: true, highOpen: true, unit: '' }
 */
export function rangeOf(label: string, language: Language): NumberRange | null {
  const lexicon = lexiconFor(language)
  if (!lexicon) return null
  // A dash between two numbers parts them, whatever else it does in words; a plus says "or more".
  const words = wordsOf(label.replace(/(\d)\s*[-–—−]\s*(?=\d)/g, '$1 – ').replace(/(\d)\s*\+/g, '$1 ++'))
  const at = words.flatMap(({ text }, index) => (numberOf(text) === null ? [] : [index]))
  const [first, second] = at
  if (first === undefined || at.length > 2) return null
  const low = numberOf(words[first]?.text ?? '')
  const high = second === undefined ? null : numberOf(words[second]?.text ?? '')
  if (low === null) return null
  return second === undefined || high === null
    ? oneNumber(label, words, first, low, lexicon)
    : twoNumbers(words, { from: first, to: second }, { low, high }, lexicon)
}

function twoNumbers(
  words: readonly Word[],
  { from, to }: Stretch,
  { low, high }: { low: number; high: number },
  lexicon: Lexicon,
): NumberRange | null {
  const between = { from: from + 1, to }
  const open = fills(words, between, lexicon.ranges.toUnder)
  const joined =
    open || fills(words, between, lexicon.ranges.to) || (to === from + 1 && DASH.test(words[to]?.gap ?? ''))
  return joined ? { low, high, lowOpen: false, highOpen: open, unit: unitOf(words, from, to, lexicon) } : null
}

function oneNumber(
  label: string,
  words: readonly Word[],
  at: number,
  number: number,
  lexicon: Lexicon,
): NumberRange | null {
  const { under, upTo, over, from, orLess, orMore } = lexicon.ranges
  const unit = unitOf(words, at, at, lexicon)
  const before = (known: Phrases) => endsAt(words, at, known)
  const after = (known: Phrases) => words.some((_, index) => index > at && phraseAt(words, index, known))
  const below = { low: Number.NEGATIVE_INFINITY, high: number, lowOpen: true, unit }
  const above = { low: number, high: Number.POSITIVE_INFINITY, highOpen: true, unit }
  if (after(orLess) || before(upTo)) return { ...below, highOpen: false }
  if (after(orMore) || /\d\s*\+/.test(label)) return { ...above, lowOpen: false }
  if (before(under)) return { ...below, highOpen: true }
  if (before(over)) return { ...above, lowOpen: true }
  if (before(from)) return { ...above, lowOpen: false }
  return words.length <= 2 ? { low: number, high: number, lowOpen: false, highOpen: false, unit } : null
}

function fills(words: readonly Word[], { from, to }: Stretch, known: Phrases): boolean {
  return phraseAt(words, from, known)?.to === to
}

function endsAt(words: readonly Word[], end: number, known: Phrases): boolean {
  for (let at = Math.max(0, end - 3); at < end; at += 1)
    if (phraseAt(words, at, known)?.to === end) return true
  return false
}

/** The words that are neither numbers nor say how the range goes. */
function unitOf(words: readonly Word[], first: number, last: number, { ranges }: Lexicon): string {
  const says = words.map(() => false)
  words.forEach((_, at) => {
    for (const known of Object.values(ranges)) {
      const phrase = phraseAt(words, at, known)
      if (phrase) says.fill(true, phrase.from, phrase.to)
    }
  })
  return words
    .filter((_, at) => at !== first && at !== last && !says[at])
    .map(({ text }) => text.replace(/s$/, ''))
    .join(' ')
}

/** "1,000" and "1.000" are a thousand, "1.5" is one and a half; a percent sign is no part of the number. */
function numberOf(text: string): number | null {
  const plain = text.replace(/%$/, '')
  if (!/^\d+(?:[.,]\d+)*$/.test(plain)) return null
  const thousands = /^\d{1,3}(?:[.,]\d{3})+$/.test(plain)
  return Number(thousands ? plain.replace(/[.,]/g, '') : plain.replace(',', '.'))
}

/**
 * The first two options that one number fits both, by place in the list; null when none do.
 *
 * @example firstOverlap(['0–10', '10–20'], 'en') // { first: 0, second: 1 }
 * @example firstOverlap(['under 10', '10 to 20'], 'en') // null
 */
export function firstOverlap(
  labels: readonly string[],
  language: Language,
): { first: number; second: number } | null {
  const ranges = labels.map(label => rangeOf(label, language))
  // By where they begin only neighbours need to be compared, and the one that reaches furthest so far.
  const order = ranges
    .flatMap((range, place) => (range && range.low !== range.high ? [{ range, place }] : []))
    .sort((a, b) => a.range.low - b.range.low || Number(a.range.lowOpen) - Number(b.range.lowOpen))
  let furthest = order[0]
  for (const next of order.slice(1)) {
    if (!furthest) break
    if (next.range.unit === furthest.range.unit && meets(furthest.range, next.range)) {
      const places = [furthest.place, next.place].sort((a, b) => a - b)
      return { first: places[0] ?? 0, second: places[1] ?? 0 }
    }
    if (next.range.high >= furthest.range.high || next.range.unit !== furthest.range.unit) furthest = next
  }
  return null
}

function meets(left: NumberRange, right: NumberRange): boolean {
  return right.low < left.high || (right.low === left.high && !right.lowOpen && !left.highOpen)
}
