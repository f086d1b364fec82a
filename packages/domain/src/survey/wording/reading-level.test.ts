import { describe, expect, test } from '@jest/globals'
import { readingLevel, syllablesOf } from './reading-level.ts'
import { wordsOf } from './words.ts'

/** By a dictionary. */
const syllables: Readonly<Record<string, number>> = {
  reliability: 6,
  satisfaction: 4,
  delivery: 4,
  agreed: 2,
  day: 1,
  time: 1,
  arrived: 2,
  makes: 1,
  reliable: 4,
  client: 2,
  video: 3,
  how: 1,
  easy: 2,
  difficult: 3,
  company: 3,
  information: 4,
  support: 2,
  experience: 4,
  special: 2,
  quiet: 2,
  people: 2,
  technology: 4,
  administration: 5,
  availability: 6,
  products: 2,
  service: 2,
  services: 3,
  requested: 3,
  needed: 2,
  table: 2,
  handled: 2,
  invoices: 3,
  answered: 2,
  using: 2,
  doing: 2,
  colleague: 2,
  partner: 2,
  recommend: 3,
  warranty: 3,
  notice: 2,
  installation: 4,
  price: 1,
  prices: 2,
  actual: 3,
  situation: 4,
  create: 2,
  queue: 1,
  the: 1,
  be: 1,
  idea: 3,
  procedure: 3,
  overall: 3,
  friend: 1,
  changes: 2,
  bought: 1,
  usually: 4,
  period: 3,
  medium: 3,
}

describe('syllables of English words', () => {
  test('nine in ten are right, and the errors even out', () => {
    const errors = Object.entries(syllables).map(([word, count]) => syllablesOf(word) - count)
    expect(errors.filter(error => error !== 0).length).toBeLessThanOrEqual(errors.length / 10)
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0))).toBeLessThanOrEqual(2)
  })
})

describe('reading level', () => {
  const level = (text: string, language: string) => readingLevel(wordsOf(text), language)

  test('Flesch–Kincaid: 13 words a sentence and 1.23 syllables a word are grade 4', () => {
    const text =
      'The cat sat on the mat and looked at the bird in the tree. The bird was not afraid of the cat on the red mat.'
    const words = wordsOf(text)
    const spoken = words.reduce((sum, word) => sum + syllablesOf(word.text), 0)
    const grade = 0.39 * (words.length / 2) + 11.8 * (spoken / words.length) - 15.59
    expect(level(text, 'en-GB')).toEqual({ unit: 'grade', value: grade })
    expect(grade).toBeGreaterThan(1)
    expect(grade).toBeLessThan(5)
  })

  test('Vietnamese: syllables a sentence', () => {
    const text = 'Chúng tôi giao hàng đúng hẹn. Anh/chị có thể gọi cho chúng tôi bất cứ lúc nào trong ngày.'
    expect(level(text, 'vi')).toEqual({ unit: 'syllables', value: 9.5 })
  })

  test('a short text, and a language without a formula, have none', () => {
    expect(level('How easy was it?', 'en')).toBeNull()
    expect(
      level(
        'Une phrase assez longue pour être mesurée, avec bien plus de quinze mots dedans, vraiment, oui.',
        'fr',
      ),
    ).toBeNull()
  })
})
