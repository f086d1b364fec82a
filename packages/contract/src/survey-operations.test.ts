import { describe, expect, test } from '@jest/globals'
import { arbitraryOperation } from '@sixfold/domain/survey/arbitrary-operation'
import { arbitraryQuestion } from '@sixfold/domain/survey/arbitrary-question'
import { arbitrarySurvey } from '@sixfold/domain/survey/arbitrary-survey'
import { blankQuestion } from '@sixfold/domain/survey/blank-question'
import { applyOperations } from '@sixfold/domain/survey/edit'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import fc from 'fast-check'
import { question } from './questions.ts'
import { surveyDefinition } from './survey-definition.ts'
import { surveyOperation } from './survey-operations.ts'

const many = <T>(count: number, item: T) => Array.from({ length: count }, () => item)
const setting = (name: string, value: unknown) => ({
  op: 'set-setting',
  question: 'q1',
  setting: name,
  value,
})
const one = { subject: { question: 'q1' }, is: 'is', values: [1] }
const choice = {
  id: 'q1',
  kind: 'choice',
  text: {},
  required: false,
  options: [{ id: 'a', text: {} }],
  order: 'fixed',
}

describe('a question on the wire', () => {
  test('of any kind is what the domain makes', () => {
    for (const kind of QUESTION_KINDS) {
      const blank = blankQuestion(kind, { id: 'q1', languages: ['en', 'vi'] })
      expect(question.parse(blank)).toEqual(blank)
    }
    fc.assert(fc.property(arbitraryQuestion, one => expect(question.parse(one)).toEqual(one)))
  })

  test.each<[string, object]>([
    ['another kind', { ...choice, kind: 'matrix' }],
    ['a setting of another kind', { ...choice, points: 5 }],
    ['a missing list', { ...choice, options: undefined }],
    ['a list without end', { ...choice, options: many(SURVEY_LIMITS.parts + 1, { id: 'a', text: {} }) }],
    ['an option id that could not be a key of counts', { ...choice, options: [{ id: 'a:b', text: {} }] }],
    ['a text that is none', { ...choice, text: 'Words' }],
    ['an absent optional text written as undefined', { ...choice, help: undefined }],
    ['a row’s setting on an option', { ...choice, options: [{ id: 'a', text: {}, measures: null }] }],
    ['an operator object', { ...choice, required: { $ne: true } }],
  ])('with %s is refused', (_, value) => expect(question.safeParse(value).success).toBe(false))
})

describe('an operation on the wire', () => {
  test('is what the domain makes; and what operations make of a survey is a survey', () => {
    const operations = fc.array(arbitraryOperation, { maxLength: 4 })
    fc.assert(
      fc.property(arbitrarySurvey, operations, (definition, list) => {
        for (const operation of list) {
          // Without any language the domain refuses too, for lack of the default one.
          if (operation.op === 'set-languages' && operation.languages.length === 0) return
          expect(surveyOperation.parse(operation)).toEqual(operation)
        }
        expect(surveyDefinition.parse(definition)).toEqual(definition)
        const result = applyOperations(definition, list)
        if (result.ok) expect(surveyDefinition.parse(result.definition)).toEqual(result.definition)
      }),
      { numRuns: 400 },
    )
  })

  test.each<[string, object]>([
    ['an unknown setting', setting('colour', 'red')],
    ['a setting under the name of something inherited', setting('constructor', 1)],
    ['text for a number', setting('points', '5')],
    ['too few points', setting('points', 1)],
    ['too many points', setting('points', 12)],
    ['half a point', setting('points', 5.5)],
    ['a scale that begins at 2', setting('first', 2)],
    ['a step of nothing', setting('step', 0)],
    ['a bound beyond all bounds', setting('max', 1e13)],
    ['no number', setting('min', Number.NaN)],
    ['a day that is none', setting('earliest', '2026-02-30')],
    ['an unknown family of files', setting('accept', ['program'])],
    ['files without end', setting('maxFiles', SURVEY_LIMITS.files + 1)],
    ['an unknown variant', setting('variant', 'mean5')],
    ['no value at all', { op: 'set-setting', question: 'q1', setting: 'points' }],
    [
      'a condition without end',
      setting('showIf', { join: 'all', tests: many(SURVEY_LIMITS.tests + 1, one) }),
    ],
    [
      'a test with values without end',
      setting('showIf', { join: 'all', tests: [{ ...one, values: many(51, 1) }] }),
    ],
    ['an unknown join', setting('requireIf', { join: 'none', tests: [] })],
    [
      'a fact that is not on record',
      setting('showIf', { join: 'all', tests: [{ ...one, subject: { fact: 'contact.salary' } }] }),
    ],
    [
      'a test of two things',
      setting('showIf', {
        join: 'all',
        tests: [{ ...one, subject: { question: 'q1', fact: 'contact.name' } }],
      }),
    ],
    [
      'a jump to nowhere',
      {
        op: 'set-page-setting',
        page: 'p1',
        setting: 'jumps',
        value: [{ when: { join: 'all', tests: [] }, to: 'start' }],
      },
    ],
    ['a part with something else', { op: 'add-part', question: 'q1', index: 0, part: { ...choice } }],
    [
      'a picture that is a path',
      { op: 'set-part-setting', question: 'q1', part: 'a', setting: 'picture', value: '../../etc/passwd' },
    ],
    [
      'an option that is exclusive by false',
      { op: 'set-part-setting', question: 'q1', part: 'a', setting: 'exclusive', value: false },
    ],
    [
      'an unknown text',
      { op: 'set-question-text', question: 'q1', field: 'id', language: 'en', value: 'q2' },
    ],
    ['no language', { op: 'set-languages', languages: [], defaultLanguage: 'en' }],
    ['an index before the list', { op: 'move-part', question: 'q1', part: 'a', index: -1 }],
  ])('with %s is refused', (_, operation) => expect(surveyOperation.safeParse(operation).success).toBe(false))
})
