import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperations } from '@sixfold/domain/survey/edit'
import { mergeOperations } from '@sixfold/domain/survey/merge'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { SurveySide } from '../../parts/setting-value.ts'
import { togetherWords } from '../../words/together.ts'
import { describeClash } from './clash-words.ts'

const base = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const question = 'delivery_on-time'

function left(operations: readonly SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(base, operations)
  if (!result.ok) throw new Error(result.reason)
  return result.definition
}
const side = (definition: SurveyDefinition): SurveySide => ({
  definition,
  model: ibmSix,
  condition: ({ tests }) => `when ${tests.length}`,
  jump: ({ to }) => `to ${to}`,
})

/** The clashes of two people's operations, in words. */
function clashes(mine: SurveyOperation[], theirs: SurveyOperation[], screens: 'en' | 'vi' = 'en') {
  const naming = {
    say: togetherWords(screens),
    screens,
    name: 'Long',
    mine: side(left(mine)),
    theirs: side(left(theirs)),
  }
  const merge = mergeOperations({ base, current: left(theirs), operations: mine })
  return merge.clashes.map(clash => {
    const { subject, mine: own, theirs: other } = describeClash(clash, naming)
    return [subject, own.line, ...own.details, '|', other.line, ...other.details]
  })
}

const text = (value: string, language = 'vi'): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language,
  value,
})
const measures = (factor: string | null): SurveyOperation => ({
  op: 'set-measures',
  question,
  measures: factor ? { factor, attribute: null } : null,
})
const move = (page: string, index: number): SurveyOperation => ({
  op: 'move-question',
  question,
  page,
  index,
})
const showIf = (...values: string[]): SurveyOperation => ({
  op: 'set-setting',
  question,
  setting: 'showIf',
  value: {
    join: 'all',
    tests: values.map(value => ({ subject: { fact: 'account.region' }, is: 'is', values: [value] })),
  },
})

describe('one field', () => {
  test.each<[SurveyOperation, SurveyOperation, string[]]>([
    [text('Của tôi'), text('Của họ'), ['Question 5.1: Question, Vietnamese', 'Của tôi', '|', 'Của họ']],
    [text('Mine', 'en'), text('', 'en'), ['Question 5.1: Question, English', 'Mine', '|', 'empty']],
    [measures('marketing'), measures(null), ['Question 5.1: Measures', 'Marketing', '|', 'none']],
    [
      move('closing', 0),
      move('delivery', 3),
      ['Question 7.1: Place', 'page 7, number 1', '|', 'page 5, number 4'],
    ],
    [showIf('n'), showIf('s', 't'), ['Question 5.1: Shown', 'when 1', '|', 'when 2']],
    [
      { op: 'set-survey-text', field: 'thanks', language: 'en', value: 'Bye' },
      { op: 'set-survey-text', field: 'thanks', language: 'en', value: 'Thanks!' },
      ['Thank-you text, English', 'Bye', '|', 'Thanks!'],
    ],
  ])('%j', (mine, theirs, words) => {
    expect(clashes([mine], [theirs])).toEqual([words])
  })
})

describe('a whole', () => {
  const gone: SurveyOperation = { op: 'remove-question', question }

  test('that they removed comes back with what I did there', () => {
    expect(clashes([text('Của tôi'), { op: 'set-required', question, required: true }], [gone])).toEqual([
      [
        'Question 5.1',
        'Brought back, with your changes:',
        'Question 5.1: Question, Vietnamese: Của tôi',
        'Question 5.1: Must be answered: Yes',
        '|',
        'Removed',
      ],
    ])
  })

  test('that I removed stays with what they did there', () => {
    expect(clashes([gone], [text('Theirs', 'en')])).toEqual([
      ['Question 5.1', 'Removed', '|', 'Stays, with the changes of Long', 'Theirs'],
    ])
  })

  test('page is named by its number, in the reader’s language', () => {
    const page = 'delivery'
    expect(clashes([text('Của tôi')], [{ op: 'remove-page', page }], 'vi')).toEqual([
      [
        'Trang 5, Giao hàng',
        'Đưa trở lại, với thay đổi của anh/chị:',
        'Câu 5.1: Câu hỏi, tiếng Việt: Của tôi',
        '|',
        'Đã bỏ',
      ],
    ])
  })
})
