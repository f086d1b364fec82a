import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from './factor-models/ibm-six.ts'
import type { CountedResponse, Scoreboard } from './scoreboard.ts'
import { BY_OPEN_LINK, EVERYBODY, factorAnswer, factorsOf, foldResponses, scaleCounts } from './scoreboard.ts'
import type { Answers } from './survey/answers.ts'
import type { SurveyDefinition } from './survey/definition.ts'
import { questionsOf } from './survey/definition.ts'
import { quarterlySurvey } from './survey/preset.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const withoutOverall: SurveyDefinition = {
  ...survey,
  pages: survey.pages.map(page => ({
    ...page,
    questions: page.questions.filter(({ measures }) => measures?.attribute !== null),
  })),
}

describe('folding responses into a scoreboard', () => {
  test('counts each answer at its place, for everybody and for each segment', () => {
    const answers = { 'delivery_on-time': 5, delivery_overall: 'na', recommend: 9, 'do-better': 'Call me' }
    const board = foldResponses({}, [{ answers, segments: ['region:south'] }], survey)
    expect(Object.keys(board)).toEqual(['all', 'region:south'])
    expect(board['region:south']).toEqual(board.all)
    expect(board.all?.responses).toBe(1)
    expect(board.all?.questions['delivery_on-time']).toEqual([1, 0, 0, 0, 0, 0])
    expect(board.all?.questions.delivery_overall).toEqual([0, 0, 0, 0, 0, 1])
    expect(board.all?.questions.recommend).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
    expect(board.all?.questions['do-better']).toEqual([1])
    expect(board.all?.factors.delivery).toEqual([0, 0, 0, 0, 0, 1])
    expect(board.all?.factors.marketing).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('who came by an open link is counted apart, and never among everybody', () => {
    const answers = { 'delivery_on-time': 5 }
    const board = foldResponses(
      {},
      [
        { answers, segments: ['region:south'] },
        { answers, segments: [], people: BY_OPEN_LINK },
      ],
      survey,
    )
    expect(Object.entries(board).map(([key, { responses }]) => [key, responses])).toEqual([
      ['all', 1],
      ['region:south', 1],
      ['open', 1],
    ])
  })

  test('up to three accounts are kept, and none where nobody knows them', () => {
    const from = (accounts: (string | undefined)[]) =>
      foldResponses(
        {},
        accounts.map(account => ({ answers: {}, segments: [], ...(account ? { account } : {}) })),
        survey,
      ).all?.accounts
    expect(from(['d', 'b', 'b', 'c', 'a'])).toEqual(['a', 'b', 'c'])
    expect(from(['b', 'b'])).toEqual(['b'])
    expect(from(['response:r', 'x', 'response:q', 'y'])).toEqual(['x', 'y', 'response:q'])
    expect(from([undefined])).toBeUndefined()
  })

  test('a segment named twice counts once', () => {
    const board = foldResponses({}, [{ answers: {}, segments: ['region:south', 'region:south'] }], survey)
    expect(board['region:south']?.responses).toBe(1)
  })

  test('a segment with a name that every object has is a segment like others', () => {
    const board = foldResponses({}, [{ answers: {}, segments: ['constructor', '__proto__'] }], survey)
    expect(Object.entries(board).map(([key, { responses }]) => [key, responses])).toEqual([
      ['all', 1],
      ['constructor', 1],
      ['__proto__', 1],
    ])
  })

  test('all six factors of the model are counted', () => {
    expect(factorsOf(survey)).toEqual(ibmSix.factors.map(({ key }) => key))
  })
})

describe("one respondent's verdict on a factor", () => {
  const rate = (onTime: number | string, accurate: number | string): Answers => ({
    'delivery_on-time': onTime,
    delivery_accurate: accurate,
  })

  test.each<[Answers, number | string | undefined]>([
    [{ delivery_overall: 2, 'delivery_on-time': 5 }, 2],
    [{ delivery_overall: 'na', 'delivery_on-time': 5 }, 'na'],
    [{ 'delivery_on-time': 5 }, undefined],
  ])('is the overall answer where the survey asks for one: %j', (answers, verdict) => {
    expect(factorAnswer(survey, answers, 'delivery')).toBe(verdict)
  })

  test.each<[Answers, number | string | undefined]>([
    [rate(5, 4), 4],
    [rate(2, 1), 1],
    [{ ...rate(5, 4), 'delivery_post-delivery': 5 }, 5],
    [rate(5, 'na'), 5],
    [rate('na', 'na'), 'na'],
    [{}, undefined],
  ])('is else the mean of its attributes, halves towards dissatisfied: %j', (answers, verdict) => {
    expect(factorAnswer(withoutOverall, answers, 'delivery')).toBe(verdict)
  })
})

const point = fc.constantFrom<(number | string)[]>(1, 2, 3, 4, 5, 'na')
const response: fc.Arbitrary<CountedResponse> = fc.record({
  answers: fc.record(
    {
      'delivery_on-time': point,
      delivery_overall: point,
      marketing_overall: point,
      recommend: fc.integer({ min: 0, max: 10 }),
      'do-better': fc.constantFrom('', ' ', 'Call me'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>,
  segments: fc.subarray(['region:north', 'region:south', 'segment:large']),
  account: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
})

describe('for any responses', () => {
  const responses = fc.array(response, { maxLength: 30 })

  test('order and batches do not matter', () => {
    const shuffled = responses.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.nat(list.length)),
    )
    fc.assert(
      fc.property(shuffled, ([list, other, cut]) => {
        const whole = foldResponses({}, list, survey)
        const first = foldResponses({}, other.slice(0, cut), survey)
        expect(foldResponses(first, other.slice(cut), survey)).toEqual(whole)
      }),
    )
  })

  test('each count is what counting by hand gives', () => {
    fc.assert(
      fc.property(responses, fc.constantFrom('all', 'region:south'), (list, segment) => {
        const board = foldResponses({}, list, survey)
        const members = list.filter(({ segments }) => segment === EVERYBODY || segments.includes(segment))
        const count = (question: string, value: unknown) =>
          members.filter(({ answers }) => answers[question] === value).length
        if (members.length === 0) return
        expect(board[segment]?.responses).toBe(members.length)
        for (const question of questionsOf(survey)) {
          const counts = board[segment]?.questions[question.id]
          if (question.kind === 'satisfaction')
            expect(counts).toEqual([5, 4, 3, 2, 1, 'na'].map(value => count(question.id, value)))
          if (question.kind === 'nps')
            expect(counts).toEqual(Array.from({ length: 11 }, (_, value) => count(question.id, value)))
        }
        expect(board[segment]?.factors.delivery).toEqual(board[segment]?.questions.delivery_overall)
      }),
    )
  })

  test('segments that part everybody add up to everybody, and nothing is mutated', () => {
    const parted = fc.array(
      fc.tuple(response, fc.constantFrom('region:north', 'region:south')).map(([one, region]) => ({
        ...one,
        segments: [region],
      })),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(parted, list => {
        const before: Scoreboard = foldResponses({}, list.slice(0, 1), survey)
        const copy = JSON.stringify(before)
        const board = foldResponses(before, list.slice(1), survey)
        expect(JSON.stringify(before)).toBe(copy)
        const regions = [board['region:north'], board['region:south']]
        const sum = [0, 1, 2, 3, 4].map(at =>
          regions.reduce((total, one) => total + (scaleCounts(one?.factors.delivery ?? [])[at] ?? 0), 0),
        )
        expect(sum).toEqual(scaleCounts(board.all?.factors.delivery ?? []))
      }),
    )
  })
})
