import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldResponses } from '../scoreboard.ts'
import type { AnswerValue } from '../survey/answers.ts'
import { arbitraryAnswer } from '../survey/arbitrary-answer.ts'
import { arbitraryQuestion } from '../survey/arbitrary-question.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { cellListsOf } from './cells.ts'
import { countAnswer } from './count-answer.ts'

const base = { id: 'q', text: { en: 'Price' }, required: false }
const parts = (...ids: string[]) => ids.map(id => ({ id, text: { en: id } }))
const na = { offerNotApplicable: true }
const ends = { low: { en: 'low' }, high: { en: 'high' } }

const counted = (question: Question, value: AnswerValue) =>
  Object.fromEntries(
    cellListsOf(question).map(list => {
      const cells = list.cells.map(() => 0)
      for (const [at, by] of countAnswer(question, value, list)) cells[at] = (cells[at] ?? 0) + by
      return [list.key, cells]
    }),
  )

describe('what an answer raises', () => {
  test.each<[Question, AnswerValue, Record<string, number[]>]>([
    [{ ...base, ...na, kind: 'satisfaction' }, 5, { q: [1, 0, 0, 0, 0, 0] }],
    [{ ...base, ...na, kind: 'agreement' }, 'na', { q: [0, 0, 0, 0, 0, 1] }],
    [{ ...base, kind: 'nps' }, 0, { q: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }],
    [{ ...base, kind: 'ces', variant: 'topTwoOf5' }, 4, { q: [0, 0, 0, 1, 0] }],
    [{ ...base, ...ends, ...na, kind: 'rating', points: 3, first: 0 }, 2, { q: [0, 0, 1, 0] }],
    [
      { ...base, ...na, kind: 'grid', rows: parts('a', 'b'), importance: true },
      { a: 4, 'a:importance': 2 },
      {
        'q:a': [0, 1, 0, 0, 0, 0],
        'q:b': [0, 0, 0, 0, 0, 0],
        'q:a:importance': [0, 1, 0, 0, 0],
        'q:b:importance': [0, 0, 0, 0, 0],
      },
    ],
    [
      { ...base, kind: 'choice', options: parts('a', 'b'), order: 'fixed', other: { en: 'Other' } },
      'other:by train',
      { q: [0, 0, 1] },
    ],
    [
      { ...base, kind: 'choices', options: parts('a', 'b'), order: 'fixed', none: { en: 'None' } },
      ['b', 'a'],
      { q: [1, 1, 1, 0] },
    ],
    [
      { ...base, kind: 'ranking', options: parts('a', 'b', 'c'), order: 'fixed', top: 2 },
      ['c', 'a'],
      { 'q:a': [0, 1], 'q:b': [0, 0], 'q:c': [1, 0] },
    ],
    [
      { ...base, kind: 'sum', options: parts('a', 'b'), total: 100 },
      { a: 70, b: 30 },
      { 'q:a': [1, 70], 'q:b': [1, 30] },
    ],
    [{ ...base, ...ends, kind: 'slider', min: 0, max: 1, step: 0.25 }, 0.75, { q: [1, 75, 0, 0, 0, 1, 0] }],
    [
      { ...base, kind: 'number', min: 0, max: 100, decimals: 1 },
      100,
      { q: [1, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    ],
    [{ ...base, ...na, kind: 'yes-no' }, 'no', { q: [0, 1, 0] }],
    [{ ...base, kind: 'text', long: true, maxLength: 9 }, 'well', { q: [1] }],
    [{ ...base, kind: 'statement' }, 'nothing', {}],
  ])('%j answered with %j', (question, value, cells) => {
    expect(counted(question, value)).toEqual(cells)
  })
})

describe('for every kind', () => {
  const pair = arbitraryQuestion.chain(question =>
    fc.tuple(fc.constant(question), arbitraryAnswer(question) ?? fc.constant(null)),
  )

  test('an answer raises each list by at most one respondent, and a blank one none', () => {
    fc.assert(
      fc.property(pair, ([question, value]) => {
        for (const list of cellListsOf(question)) {
          expect(countAnswer(question, undefined, list)).toEqual([])
          const raises = value === null ? [] : countAnswer(question, value, list)
          for (const [at, by] of raises) {
            const cell = list.cells[at]
            expect(cell).toBeDefined()
            if (cell?.is !== 'total') expect(by).toBe(1)
          }
          const alone = raises.filter(([at]) =>
            ['point', 'range', 'place', 'yes', 'no'].includes(list.cells[at]?.is ?? ''),
          )
          expect(alone.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('in any order and any batches the board is the same', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), fc.nat(6), (pairs, cut) => {
        const questions = pairs.map(([question], at) => ({ ...question, id: `q${at}` }))
        const definition: SurveyDefinition = {
          title: {},
          welcome: {},
          thanks: {},
          languages: ['en'],
          defaultLanguage: 'en',
          factorModel: { key: 'm', version: 1 },
          pages: [{ id: 'p', title: {}, questions }],
        }
        const responses = pairs.map(([, value], at) => ({
          answers: value === null ? {} : { [`q${at}`]: value },
          segments: [`region:${at % 2}`],
        }))
        const whole = foldResponses({}, responses, definition)
        const parted = foldResponses(
          foldResponses({}, responses.slice(cut), definition),
          responses.slice(0, cut),
          definition,
        )
        expect(parted).toEqual(whole)
      }),
    )
  })
})
