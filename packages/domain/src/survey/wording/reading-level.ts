import type { Language } from '../../local-text.ts'
import type { Word } from './words.ts'
import { sentencesOf } from './words.ts'

/** How hard a text is to read: by its formula, in the formula's unit. */
export interface ReadingLevel {
  /** `grade`: years of school (English). `syllables`: per sentence (Vietnamese). */
  unit: 'grade' | 'syllables'
  value: number
}

/** Of fewer words than this a formula says little. */
const FEWEST_WORDS = 15

/** Above these a text is called hard: twelve years of school; a Vietnamese sentence of more than 35 syllables, about 25 words. */
export const HARD: Readonly<Record<ReadingLevel['unit'], number>> = { grade: 12, syllables: 35 }

/** The unit in which a language is measured; null for one without a formula. */
export function readingUnit(language: Language): ReadingLevel['unit'] | null {
  const [base] = language.toLowerCase().split('-')
  return base === 'vi' ? 'syllables' : base === 'en' ? 'grade' : null
}

/**
 * How hard a text is to read; null for a short text, and for a language that has no formula here.
 *
 * English: the Flesch–Kincaid grade, 0.39 words a sentence + 11.8 syllables a word − 15.59, with estimated syllables.
 * Vietnamese: syllables a sentence. It is written syllable by syllable, so counting them is exact and needs no dictionary, and
 * the length of sentences is what its published formulas share with the English ones.
 *
 * @see Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas, Naval Technical Training, 1975
 * @see Nguyen and Henkin, A Readability Formula for Vietnamese, Journal of Reading 26 (1982)
 * @example readingLevel(words, 'en') // { unit: 'grade', value: 8.2 }
 */
export function readingLevel(words: readonly Word[], language: Language): ReadingLevel | null {
  if (words.length < FEWEST_WORDS) return null
  const perSentence = words.length / sentencesOf(words).length
  const unit = readingUnit(language)
  if (unit !== 'grade') return unit && { unit, value: perSentence }
  const syllables = words.reduce((sum, { text }) => sum + syllablesOf(text), 0)
  return { unit, value: 0.39 * perSentence + 11.8 * (syllables / words.length) - 15.59 }
}

/**
 * The syllables of an English word, estimated: groups of vowels, less a silent ending ("time", "arrived", "makes"), more where two
 * vowels are spoken apart ("reliable", "client", "video"). Right for about nine words in ten, and even over a text.
 *
 * @example syllablesOf('reliability') // 6
 */
export function syllablesOf(word: string): number {
  const parts = word.toLowerCase().split(/[^a-z]+/)
  return parts.filter(Boolean).reduce((sum, part) => sum + syllablesOfPart(part), 0)
}

const SILENT_ENDING =
  /(?<![^aeiouy]l|^[^aeiouy]*)e$|(?<![aeiouy]r|[td]|[^aeiouy]l|^[^aeiouy]*)ed$|(?<![sxzcg]|[cs]h|[^aeiouy]l|^[^aeiouy]*)es$/
const SPOKEN_APART = /(?<![tcsgx])i(?:a|o|um)|(?<![tc]|fr)ien|iet$|eo(?!us|u|p)|uou|ua(?=l|t)|ying|eing|oing/g

function syllablesOfPart(word: string): number {
  const groups = word.replace(SILENT_ENDING, '').match(/[aeiouy]+/g)?.length ?? 1
  return groups + (word.match(SPOKEN_APART)?.length ?? 0)
}
