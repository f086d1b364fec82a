import type { Language } from '../../local-text.ts'
import { lexiconFor } from './lexicon.ts'
import { statesPurpose } from './plain-words.ts'
import type { KnownTopic, PersonalTopic } from './word-lists.ts'
import { findPhrases, phraseAt, wordsOf } from './words.ts'

/**
 * What a text asks for that tells who somebody is; null when it asks for nothing of the kind, or says what it is for.
 *
 * @example personalWords('What is your phone number?', 'en') // 'phone'
 * @example personalWords('Your phone number, so that we can call you', 'en') // null
 */
export function personalWords(text: string, language: Language): PersonalTopic | null {
  const lexicon = lexiconFor(language)
  if (!lexicon || statesPurpose(text, lexicon)) return null
  const words = wordsOf(text)
  const topics = Object.keys(lexicon.personal) as PersonalTopic[]
  return topics.find(topic => findPhrases(words, lexicon.personal[topic]).length > 0) ?? null
}

/**
 * What a text asks for that the customer record holds; null when it asks for something else, or about somebody else.
 *
 * @example knownTopic('Which region are you in?', 'en') // 'region'
 */
export function knownTopic(text: string, language: Language): KnownTopic | null {
  const lexicon = lexiconFor(language)
  if (!lexicon || meansSomebodyElse(text, language)) return null
  const words = wordsOf(text)
  if (findPhrases(words, lexicon.aboutUs).length > 0) return null
  const topics = Object.keys(lexicon.known) as KnownTopic[]
  return (
    topics.find(
      topic =>
        findPhrases(words, lexicon.known[topic]).length > 0 ||
        phraseAt(words, 0, lexicon.knownLabels[topic])?.to === words.length,
    ) ?? null
  )
}

/** Whether a text is about somebody else than the one who reads it: then the record does not hold it. */
export function meansSomebodyElse(text: string, language: Language): boolean {
  const lexicon = lexiconFor(language)
  return lexicon !== null && findPhrases(wordsOf(text), lexicon.somebodyElse).length > 0
}
