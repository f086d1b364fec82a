import { describe, expect, test } from '@jest/globals'
import { foldResponses } from '../scoreboard.ts'
import { wilsonInterval } from '../statistics/intervals.ts'
import type { AnswerValue } from '../survey/answers.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import type { Question } from '../survey/question.ts'
import { questionViews } from './question-view.ts'

const base = { id: 'q', text: { en: 'Price' }, required: false }
const na = { offerNotApplicable: true }
const options = [
  { id: 'a', text: { en: 'A' } },
  { id: 'b', text: { en: 'B' } },
]

function view(
  question: Question,
  values: AnswerValue[],
  {
    segment = 'all',
    regions = ['n'],
    effects,
  }: { segment?: string; regions?: string[]; effects?: Record<string, number | null> } = {},
) {
  const definition: SurveyDefinition = {
    title: {},
    welcome: {},
    thanks: {},
    languages: ['en'],
    defaultLanguage: 'en',
    factorModel: { key: 'm', version: 1 },
    pages: [{ id: 'p', title: {}, questions: [question] }],
  }
  const responses = values.map((value, at) => ({
    answers: { q: value },
    segments: [`region:${regions[at % regions.length]}`],
  }))
  const board = foldResponses({}, responses, definition)
  return (
    questionViews({ definition, board, segment, minimumCell: 5, confidence: 0.95, effects })[0]?.lists ?? []
  )
}
const times = (count: number, value: AnswerValue): AnswerValue[] => new Array(count).fill(value)

test('where people of one account rate alike, the interval is that of so many fewer answers', () => {
  const figureWith = (effects: Record<string, number | null>) =>
    view({ ...base, ...na, kind: 'satisfaction' }, [...times(80, 4), ...times(80, 3)], { effects })[0]?.figure
  const alone = figureWith({})
  const { low, high } = wilsonInterval({ successes: 40, trials: 80, confidence: 0.95 })
  expect(figureWith({ 'item:q': 2 })).toMatchObject({ value: 50, low: 100 * low, high: 100 * high })
  // Below 1 is chance, and what is not known is not allowed for.
  expect(figureWith({ 'item:q': 0.5 })).toEqual(alone)
  expect(figureWith({ 'item:q': null, q: 4 })).toEqual(alone)
})

describe('the figure of each kind', () => {
  test.each<[string, Question, AnswerValue[], object]>([
    [
      'satisfaction: percent satisfied with its interval, "not applicable" beside',
      { ...base, ...na, kind: 'satisfaction' },
      [...times(81, 4), ...times(182, 3), ...times(7, 'na')],
      { n: 263, figure: { is: 'satisfied', low: expect.closeTo(25.53, 2), high: expect.closeTo(36.62, 2) } },
    ],
    [
      'nps',
      { ...base, kind: 'nps' },
      [...times(6, 9), ...times(2, 8), ...times(2, 0)],
      { figure: { is: 'nps', value: 40 } },
    ],
    [
      'ces',
      { ...base, kind: 'ces', variant: 'mean7' },
      [...times(5, 6), ...times(5, 7)],
      { figure: { is: 'effort', value: 6.5 } },
    ],
    [
      'a rating',
      { ...base, ...na, kind: 'rating', points: 11, first: 0, low: {}, high: {} },
      [...times(5, 0), ...times(5, 10)],
      { n: 10, figure: { is: 'mean', value: 5 } },
    ],
    [
      'several choices: shares of the people, not of the crosses',
      { ...base, kind: 'choices', options, order: 'fixed' },
      [...times(5, ['a', 'b']), ...times(5, ['a'])],
      { n: 10, cells: [{ percent: 100 }, { percent: 50 }] },
    ],
    [
      'a number',
      { ...base, kind: 'number', decimals: 2 },
      times(5, 0.1),
      { n: 5, figure: { is: 'mean', value: 0.1 }, cells: [] },
    ],
    [
      'yes or no',
      { ...base, ...na, kind: 'yes-no' },
      [...times(6, 'yes'), ...times(2, 'no')],
      { figure: { is: 'yes', value: 75 } },
    ],
  ])('%s', (_name, question, values, expected) => {
    expect(view(question, values)[0]).toMatchObject({ suppressed: false, ...expected })
  })

  test('ranking and shared points: one list an option', () => {
    expect(
      view({ ...base, kind: 'ranking', options, order: 'fixed' }, [
        ...times(4, ['a', 'b']),
        ...times(4, ['b', 'a']),
      ]),
    ).toMatchObject([
      { text: { en: 'A' }, figure: { is: 'meanPlace', value: 1.5 } },
      { text: { en: 'B' }, figure: { is: 'meanPlace', value: 1.5 } },
    ])
    expect(view({ ...base, kind: 'sum', options, total: 10 }, times(5, { a: 7, b: 3 }))).toMatchObject([
      { figure: { is: 'meanPoints', value: 7 } },
      { figure: { is: 'meanPoints', value: 3 } },
    ])
  })

  test('a grid: each row for itself, its importance beside', () => {
    const grid: Question = { ...base, ...na, kind: 'grid', rows: options, importance: true }
    expect(view(grid, times(5, { a: 5, 'a:importance': 2 }))).toMatchObject([
      { key: 'q:a', figure: { is: 'satisfied', value: 100 } },
      { key: 'q:b', suppressed: true },
      { key: 'q:a:importance', importance: true, figure: { is: 'mean', value: 2 } },
      { key: 'q:b:importance', suppressed: true },
    ])
  })
})

describe('law 5', () => {
  const yes: Question = { ...base, ...na, kind: 'yes-no' }

  test('fewer than five are not shown, whatever the kind', () => {
    expect(view(yes, times(4, 'yes'))[0]).toMatchObject({
      suppressed: true,
      n: null,
      figure: null,
      cells: [],
    })
    expect(view({ ...base, kind: 'text', long: false, maxLength: 9 }, times(4, 'x'))[0]?.n).toBeNull()
    expect(view(yes, [...times(9, 'na'), ...times(4, 'yes')])[0]?.suppressed).toBe(true)
  })

  test('nor a region from which a hidden one could be computed', () => {
    // 4 in the south are hidden; with 20 of 24 shown in the north, the difference would tell them.
    const regions = [...new Array(20).fill('north'), ...new Array(4).fill('south')]
    const lists = (segment: string) => view(yes, times(24, 'yes'), { segment, regions })
    expect(lists('region:south')[0]?.suppressed).toBe(true)
    expect(lists('region:north')[0]?.suppressed).toBe(true)
    expect(lists('all')[0]?.suppressed).toBe(false)
  })
})
