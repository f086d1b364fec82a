import { describe, expect, test } from '@jest/globals'
import { uiLanguages } from '@sixfold/contract/words'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import { reviewWords } from '../../words/review.ts'
import { findingWords } from './finding-words.ts'

const findings: Finding[] = [
  { code: 'missing_translation', severity: 'stops', place: { language: 'vi' } },
  { code: 'factor_without_question', severity: 'stops', place: { factor: 'delivery' } },
  { code: 'over_budget', severity: 'advises', place: {}, detail: { minutes: 7.5, budget: 6 } },
  { code: 'long_list', severity: 'advises', place: {}, detail: { count: 14, most: 10 } },
  { code: 'overlapping_ranges', severity: 'advises', place: {}, detail: { first: '0–10', second: '10–20' } },
  { code: 'leading', severity: 'advises', place: { language: 'en' }, detail: { words: 'excellent' } },
  { code: 'hard_to_read', severity: 'advises', place: { language: 'vi' }, detail: { words: '48' } },
  { code: 'hard_to_read', severity: 'advises', place: { language: 'en' }, detail: { words: '17' } },
  { code: 'translation_behind', severity: 'advises', place: { language: 'vi' }, detail: { before: 'Price' } },
]

describe.each(uiLanguages)('in %s', screens => {
  const speech = {
    say: reviewWords(screens),
    screens,
    model: ibmSix,
    defaultLanguage: 'en',
    sayLogic: () => 'Logic',
  }
  test.each(findings)('$code is said whole, with what it is about', finding => {
    const { title, text } = findingWords(finding, speech)
    for (const words of [title, text]) {
      expect(words).not.toBe('')
      expect(words).not.toMatch(/[{}]|undefined|_text/)
    }
    for (const [name, value] of Object.entries(finding.detail ?? {}))
      if (name !== 'minutes') expect(`${title} ${text}`).toContain(String(value))
  })

  test('what is wrong with the logic is said by those who know the logic', () => {
    const finding: Finding = { code: 'later_question', severity: 'stops', place: { question: 'q1' } }
    expect(findingWords(finding, speech).text).toBe('Logic')
  })
})

test('the measure of a hard text is the one of its language', () => {
  const say = reviewWords('en')
  const speech = { say, screens: 'en' as const, model: ibmSix, defaultLanguage: 'en', sayLogic: () => '' }
  const [vi, en] = findings
    .filter(({ code }) => code === 'hard_to_read')
    .map(one => findingWords(one, speech).text)
  expect(vi).toContain('48 syllables; above 35')
  expect(en).toContain('17 years of school; 12 are enough')
})
