import type { Language } from '../../local-text.ts'
import { doubleBarrelled } from './double-barrelled.ts'
import { leading } from './leading.ts'
import { lexiconFor } from './lexicon.ts'
import { negation } from './negation.ts'
import { absolute, acronym, jargon } from './plain-words.ts'
import { HARD, readingLevel } from './reading-level.ts'
import type { Phrases, Stretch, Word } from './words.ts'
import { wordsOf, written } from './words.ts'

/**
 * What a text does, which decides what it is held to: `rates` one thing on a scale, or by yes or no; `states` something to agree
 * with; `asks` otherwise; `consents`; `tells`: help, introductions, statements; `names` an option.
 */
export type TextRole = 'rates' | 'states' | 'asks' | 'consents' | 'tells' | 'names'

export type WordingCode =
  | 'double_barrelled'
  | 'leading'
  | 'negated'
  | 'double_negative'
  | 'absolute'
  | 'jargon'
  | 'acronym'
  | 'hard_to_read'

export interface WordingIssue {
  code: WordingCode
  /** The words at issue as written; for a hard text the measure, rounded to a whole number. */
  words: string
}

export interface Surroundings {
  /** Phrases that mean one thing in this survey, such as the names of its factors. */
  names?: Phrases
  /** Short forms that were explained before. */
  explained?: readonly string[]
}

/**
 * What a careful colleague would say about one text. A language without word lists is not judged.
 *
 * @example judge('Don’t you agree that our service is excellent?', 'en', 'rates')[0] // { code: 'leading', words: 'Don’t you' }
 * @example judge('How easy or difficult was it to reach us?', 'en', 'rates') // []
 */
export function judge(
  text: string,
  language: Language,
  role: TextRole,
  { names, explained = [] }: Surroundings = {},
): WordingIssue[] {
  const lexicon = lexiconFor(language)
  const words = wordsOf(text)
  if (!lexicon || words.length === 0) return []
  const issues: WordingIssue[] = []
  const add = (code: WordingCode, stretch: Stretch | null) => {
    if (stretch) issues.push({ code, words: written(text, words, stretch) })
  }
  const rates = role === 'rates' || role === 'states'
  if (rates) add('double_barrelled', doubleBarrelled(text, words, lexicon, names))
  if (role !== 'names') {
    add('leading', leading(words, lexicon, { statement: role === 'states' }))
    const { single, double } = negation(words, lexicon)
    if (double) add('double_negative', double)
    else if (rates || role === 'consents') add('negated', single)
  }
  if (rates) add('absolute', absolute(words, lexicon))
  add('jargon', jargon(words, lexicon))
  const short = acronym(text, lexicon, explained)
  if (short) issues.push({ code: 'acronym', words: short })
  return [...issues, ...hardToRead(words, language)]
}

function hardToRead(words: readonly Word[], language: Language): WordingIssue[] {
  const level = readingLevel(words, language)
  return level && level.value > HARD[level.unit]
    ? [{ code: 'hard_to_read', words: String(Math.round(level.value)) }]
    : []
}
