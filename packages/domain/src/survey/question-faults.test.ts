import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryQuestion } from './arbitrary-question.ts'
import { blankQuestion } from './blank-question.ts'
import type { Question } from './question.ts'
import { QUESTION_KINDS } from './question.ts'
import type { QuestionFault } from './question-faults.ts'
import { MOST_STEPS, questionFaults } from './question-faults.ts'

const base = { id: 'q', text: {}, required: false }
const parts = (...ids: string[]) => ids.map(id => ({ id, text: {} }))
const list = { ...base, order: 'fixed' } as const
const slider = { ...base, kind: 'slider', low: {}, high: {} } as const

describe('what keeps a question from being published', () => {
  test.each<[Question, QuestionFault[]]>([
    [{ ...list, kind: 'choice', options: parts('a') }, [{ code: 'too_few_parts' }]],
    [{ ...list, kind: 'choice', options: parts('a'), other: { en: 'Other' } }, []],
    [{ ...list, kind: 'dropdown', options: parts('a', 'a') }, [{ code: 'duplicate_part', part: 'a' }]],
    [{ ...list, kind: 'choice', options: parts('a', 'none') }, [{ code: 'reserved_part', part: 'none' }]],
    [{ ...list, kind: 'ranking', options: parts('a', 'none') }, []],
    [
      { ...list, kind: 'ranking', options: parts('a', 'b'), top: 3 },
      [{ code: 'more_than_options', field: 'top' }],
    ],
    [
      { ...list, kind: 'choices', options: parts('a', 'b', 'c'), atLeast: 3, atMost: 2 },
      [{ code: 'bounds_reversed', field: 'atMost' }],
    ],
    [
      { ...list, kind: 'choices', options: parts('a', 'b'), none: { en: 'None' }, atLeast: 3 },
      [{ code: 'more_than_options', field: 'atLeast' }],
    ],
    [{ ...list, kind: 'choices', options: parts('a', 'b'), other: { en: 'Other' }, atMost: 3 }, []],
    [
      {
        ...list,
        kind: 'choices',
        options: [...parts('a', 'b'), { id: 'c', text: {}, exclusive: true }],
        atMost: 3,
      },
      [{ code: 'more_than_options', field: 'atMost' }],
    ],
    [{ ...base, kind: 'sum', options: parts('a'), total: 100 }, [{ code: 'too_few_parts' }]],
    [
      { ...base, kind: 'grid', rows: [], importance: false, offerNotApplicable: true },
      [{ code: 'too_few_parts' }],
    ],
    [{ ...base, kind: 'contact-details', fields: [] }, [{ code: 'too_few_parts' }]],
    [
      {
        ...list,
        kind: 'picture',
        several: false,
        options: parts('a', 'b').map((part, at) => ({ ...part, picture: at ? null : 'sky' })),
      },
      [{ code: 'picture_missing', part: 'b' }],
    ],
    [
      {
        ...base,
        kind: 'rating',
        points: 4,
        first: 1,
        low: {},
        middle: { en: 'Fair' },
        high: {},
        offerNotApplicable: false,
      },
      [{ code: 'middle_without_midpoint', field: 'middle' }],
    ],
    [{ ...slider, min: 0, max: 1, step: 0.1 }, []],
    [{ ...slider, min: 5, max: 5, step: 1 }, [{ code: 'bounds_reversed', field: 'max' }]],
    [{ ...slider, min: 0, max: 10, step: 3 }, [{ code: 'step_does_not_fit', field: 'step' }]],
    [{ ...slider, min: 0, max: 10, step: 20 }, [{ code: 'step_does_not_fit', field: 'step' }]],
    [{ ...slider, min: 0, max: MOST_STEPS + 1, step: 1 }, [{ code: 'too_many_steps', field: 'step' }]],
    [{ ...base, kind: 'number', min: 2, max: 1, decimals: 0 }, [{ code: 'bounds_reversed', field: 'max' }]],
    [{ ...base, kind: 'number', min: 1, max: 1, decimals: 0 }, []],
    [
      { ...base, kind: 'date', earliest: '2026-02-01', latest: '2026-01-31' },
      [{ code: 'bounds_reversed', field: 'latest' }],
    ],
    [
      { ...base, kind: 'upload', accept: [], maxFiles: 1, maxMegabytes: 1 },
      [{ code: 'no_file_type', field: 'accept' }],
    ],
  ])('%j: %j', (question, faults) => expect(questionFaults(question)).toEqual(faults))

  test('a new question of any kind lacks no more than its pictures', () => {
    for (const kind of QUESTION_KINDS) {
      const codes = questionFaults(blankQuestion(kind, { id: 'q', languages: ['en'] })).map(
        ({ code }) => code,
      )
      expect(codes).toEqual(kind === 'picture' ? ['picture_missing', 'picture_missing'] : [])
    }
  })

  test('what the tests generate is sound, apart from pictures', () => {
    fc.assert(
      fc.property(arbitraryQuestion, question => {
        expect(questionFaults(question).filter(({ code }) => code !== 'picture_missing')).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
