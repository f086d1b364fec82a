import { expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { editorWords } from '../../words/editor.ts'
import { describeClash } from './describe-operation.ts'

const definition = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const setting = { say: editorWords('en'), screens: 'en' as const, definition, model: ibmSix }
const question = 'delivery_on-time'

test.each<[SurveyOperation, unknown, string, string, string]>([
  [
    { op: 'set-question-text', question, field: 'text', language: 'vi', value: 'Của tôi' },
    'Của họ',
    'Question 5.1: Question, Vietnamese',
    'Của tôi',
    'Của họ',
  ],
  [
    { op: 'set-required', question, required: true },
    false,
    'Question 5.1: An answer is required',
    'Yes',
    'No',
  ],
  [
    { op: 'set-measures', question, measures: { factor: 'marketing', attribute: 'solution' } },
    'none',
    'Question 5.1: Factor and attribute',
    'Marketing: Solution',
    'No factor',
  ],
  [
    { op: 'move-question', question, page: 'closing', index: 0 },
    'delivery',
    'Question 5.1: Place',
    'Page 7',
    'Page 5',
  ],
  [{ op: 'remove-question', question }, { id: question }, 'Question 5.1', 'Removed', 'Stays'],
  [
    { op: 'set-survey-text', field: 'thanks', language: 'en', value: '' },
    'Thanks!',
    'Welcome: Thank-you text, English',
    'empty',
    'Thanks!',
  ],
])('%j', (mine, theirs, subject, myWords, theirWords) => {
  expect(describeClash({ mine, theirs }, setting)).toEqual({
    subject,
    mine: myWords,
    theirs: theirWords,
    gone: false,
  })
})

test('what they removed cannot be kept', () => {
  const mine: SurveyOperation = { op: 'set-required', question, required: true }
  expect(describeClash({ mine, theirs: null }, setting)).toMatchObject({
    gone: true,
    theirs: 'Removed. Yours cannot be kept.',
  })
})
