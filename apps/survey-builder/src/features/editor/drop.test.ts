import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { OutlineItem } from './drop.ts'
import { dropOperation, itemKey, itemOf } from './drop.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en'], quarter: { year: 2026, quarter: 3 } })
const page = (id: string): OutlineItem => ({ kind: 'page', id })
const question = (id: string): OutlineItem => ({ kind: 'question', id })

describe('dropping in the outline', () => {
  test.each<[string, OutlineItem, OutlineItem, object | null]>([
    [
      'a question on a question takes its place',
      question('do-better'),
      question('delivery_accurate'),
      { page: 'delivery', index: 1 },
    ],
    [
      'a question on a page goes to its end',
      question('do-better'),
      page('delivery'),
      { page: 'delivery', index: 4 },
    ],
    ['a page on a page takes its place', page('closing'), page('delivery'), { page: 'closing', index: 4 }],
    [
      'a page on a question takes the place of that page',
      page('closing'),
      question('delivery_accurate'),
      { index: 4 },
    ],
    ['on itself does nothing', question('do-better'), question('do-better'), null],
    ['a page on itself does nothing', page('closing'), page('closing'), null],
    ['on what is gone does nothing', question('do-better'), page('gone'), null],
  ])('%s', (_, dragged, target, operation) => {
    const result = dropOperation(survey, dragged, target)
    if (operation) expect(result).toMatchObject(operation)
    else expect(result).toBeNull()
  })

  test('keys name items', () => {
    expect(itemOf(itemKey(question('q:1')))).toEqual(question('q:1'))
    expect(itemOf('other')).toBeNull()
  })
})
