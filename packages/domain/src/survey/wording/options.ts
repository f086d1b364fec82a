import type { Language } from '../../local-text.ts'
import type { Lexicon } from './lexicon.ts'
import { lexiconFor } from './lexicon.ts'
import { rangeOf } from './ranges.ts'
import type { Phrases } from './words.ts'
import { findPhrases, phraseAt, wordsOf } from './words.ts'

/** Whether an option says that something is good, bad or neither. */
export type Feeling = 'good' | 'neutral' | 'bad'

/**
 * What an option says of the thing that is rated; null when it says nothing of the sort.
 *
 * @example feelingOf('Very good', 'en') // 'good'
 * @example feelingOf('Not good', 'en') // 'bad'
 */
export function feelingOf(label: string, language: Language): Feeling | null {
  const lexicon = lexiconFor(language)
  if (!lexicon) return null
  const words = wordsOf(label)
  const has = (known: Phrases) => findPhrases(words, known).length > 0
  if (has(lexicon.neutral)) return 'neutral'
  if (has(lexicon.bad)) return has(lexicon.negators) && !startsBad(label, lexicon) ? null : 'bad'
  if (!has(lexicon.good)) return null
  return has(lexicon.negators) ? 'bad' : 'good'
}

/** "không hài lòng" is bad as a whole; "not bad" is not. */
function startsBad(label: string, { bad, negators }: Lexicon): boolean {
  const words = wordsOf(label)
  return words.some((_, at) => phraseAt(words, at, negators) && phraseAt(words, at, bad))
}

/** At least three options, and four in five of them say how good something is. */
export function isScale(labels: readonly string[], language: Language): boolean {
  const rated = labels.filter(label => feelingOf(label, language) !== null).length
  return labels.length >= 3 && rated >= labels.length * 0.8
}

/** A list whose order says something: steps, ranges, numbers, a scale, the alphabet. */
export function hasOrder(labels: readonly string[], language: Language): boolean {
  const lexicon = lexiconFor(language)
  const steps = labels.filter(
    label => /\d/.test(label) || (lexicon && findPhrases(wordsOf(label), lexicon.steps).length > 0),
  )
  return steps.length * 2 >= labels.length || isScale(labels, language) || isSorted(labels, language)
}

function isSorted(labels: readonly string[], language: Language): boolean {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' })
  return (
    labels.length > 3 && labels.every((label, at) => at === 0 || compare(labels[at - 1] ?? '', label) <= 0)
  )
}

/** Options that answer yes or no, two of them, or ranges: there is nothing beside them. */
export function isExhaustive(labels: readonly string[], language: Language): boolean {
  if (labels.length <= 2) return true
  const lexicon = lexiconFor(language)
  const answers = labels.filter(label => lexicon && phraseAt(wordsOf(label), 0, lexicon.yesNo)).length
  const ranges = labels.filter(label => rangeOf(label, language)).length
  return answers * 2 >= labels.length || ranges * 2 >= labels.length
}

/** Whether an option takes in everything else: "other", "none of these", "I don't know". */
export function hasCatchAll(labels: readonly string[], language: Language): boolean {
  const lexicon = lexiconFor(language)
  // Without word lists nothing can be said, so nothing is.
  return !lexicon || labels.some(label => findPhrases(wordsOf(label), lexicon.catchAll).length > 0)
}
