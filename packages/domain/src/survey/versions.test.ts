import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryOperation, arbitrarySurvey } from './arbitrary-survey.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { applyOperation } from './edit.ts'
import type { Question } from './question.ts'
import { canonicalJson, compareVersions } from './versions.ts'

const question: Question = {
  id: 'q1',
  kind: 'satisfaction',
  text: { en: 'Delivery' },
  required: false,
  offerNotApplicable: true,
  measures: { factor: 'delivery', attribute: null },
}
const version = (...questions: Question[]): SurveyDefinition => ({
  title: {},
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: {},
  thanks: {},
  pages: [{ id: 'p', title: {}, questions }],
})

describe('what became of each question', () => {
  test.each<[string, Question]>([
    ['same', question],
    ['same', { ...question, required: true }],
    ['same', { ...question, text: { en: 'Delivery', vi: 'Giao hàng' } }],
    ['reworded', { ...question, text: { en: 'Deliveries' } }],
    ['reworded', { ...question, text: { vi: 'Giao hàng' } }],
    ['new', { ...question, measures: { factor: 'marketing', attribute: null } }],
    ['new', { ...question, measures: { factor: 'delivery', attribute: 'on-time' } }],
    ['new', { id: 'q1', kind: 'nps', text: question.text, required: false }],
  ])('%s: %j', (change, after) => {
    expect(compareVersions(version(question), version(after))).toEqual({ q1: change })
  })

  test('a removed question is dropped, and without a version before all are new', () => {
    expect(compareVersions(version(question), version())).toEqual({ q1: 'dropped' })
    expect(compareVersions(null, version(question))).toEqual({ q1: 'new' })
  })

  test('every question of either version has exactly one word; a version equals itself', () => {
    fc.assert(
      fc.property(arbitrarySurvey, arbitraryOperation, (before, operation) => {
        const result = applyOperation(before, operation)
        const after = result.ok ? result.definition : before
        const ids = new Set([...questionsOf(before), ...questionsOf(after)].map(({ id }) => id))
        expect(new Set(Object.keys(compareVersions(before, after)))).toEqual(ids)
        expect(new Set(Object.values(compareVersions(after, after)))).toEqual(
          new Set(questionsOf(after).length > 0 ? ['same'] : []),
        )
      }),
    )
  })
})

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and leaves undefined out', () => {
    expect(canonicalJson({ b: 1, a: [2, { d: null, c: 'x' }], e: undefined })).toBe(
      canonicalJson({ a: [2, { c: 'x', d: null }], b: 1 }),
    )
  })

  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
