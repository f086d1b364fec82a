import { describe, expect, test } from '@jest/globals'
import { answerFaults } from '../answer-faults.ts'
import type { Answers } from '../answers.ts'
import type { Page, SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import type { Condition, KnownFacts, Test } from './condition.ts'
import { answersOnWay, walk } from './walk.ts'

const points = (id: string, more: Partial<Question> = {}): Question =>
  ({ id, kind: 'satisfaction', text: {}, required: false, offerNotApplicable: true, ...more }) as Question
const page = (id: string, questions: Question[], more: Partial<Page> = {}): Page => ({
  id,
  title: {},
  questions,
  ...more,
})
const survey = (...pages: Page[]): SurveyDefinition => ({
  title: {},
  welcome: {},
  thanks: {},
  languages: ['en'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  pages,
})
const when = (question: string, is: Test['is'], ...values: Test['values']): Condition => ({
  join: 'all',
  tests: [{ subject: { question }, is, values }],
})
const way = (definition: SurveyDefinition, answers: Answers = {}, facts: KnownFacts = {}) => {
  const { pages, asked, required, ended } = walk(definition, answers, facts)
  return { pages, asked: [...asked], required: [...required], ended }
}

describe('showing', () => {
  const low = when('overall', 'at-most', 2)
  const follow = survey(
    page('p1', [points('overall'), points('why', { showIf: low })]),
    page('p2', [points('more')], { showIf: low }),
    page('p3', [points('last')]),
  )

  test('a low score opens the question beside it and the page behind it', () => {
    expect(way(follow, { overall: 2 })).toMatchObject({
      pages: ['p1', 'p2', 'p3'],
      asked: ['overall', 'why', 'more', 'last'],
    })
    expect(way(follow, { overall: 3 })).toMatchObject({ pages: ['p1', 'p3'], asked: ['overall', 'last'] })
    expect(way(follow).pages).toEqual(['p1', 'p3'])
  })

  test('a page of which nothing is asked is passed over, with its rules', () => {
    const definition = survey(
      page('p1', [points('q1')]),
      page('p2', [points('q2', { showIf: when('q1', 'is', 1) })], {
        jumps: [{ when: { join: 'all', tests: [] }, to: 'end' }],
      }),
      page('p3', [points('q3')]),
    )
    expect(way(definition)).toMatchObject({ pages: ['p1', 'p3'], ended: false })
    expect(way(definition, { q1: 1 })).toMatchObject({ pages: ['p1', 'p2'], ended: true })
  })

  test('what was answered on a way that was left again counts for nothing', () => {
    const chain = survey(
      page('p1', [points('q1'), points('q2', { showIf: when('q1', 'is', 1) })]),
      page('p2', [points('q3', { showIf: when('q2', 'answered') })]),
    )
    expect(way(chain, { q1: 1, q2: 4 }).asked).toEqual(['q1', 'q2', 'q3'])
    expect(way(chain, { q1: 5, q2: 4 }).asked).toEqual(['q1'])
    expect(answersOnWay({ q1: 5, q2: 4 }, walk(chain, { q1: 5, q2: 4 }, {}))).toEqual({ q1: 5 })
  })

  test('facts decide too', () => {
    const definition = survey(
      page('p1', [
        points('q1', {
          showIf: {
            join: 'any',
            tests: [{ subject: { fact: 'account.country' }, is: 'is', values: ['VN', 'TH'] }],
          },
        }),
      ]),
    )
    expect(way(definition, {}, { 'account.country': 'VN' }).asked).toEqual(['q1'])
    expect(way(definition, {}, { 'account.country': 'DE' }).asked).toEqual([])
    expect(way(definition).asked).toEqual([])
  })
})

describe('requiring', () => {
  test('a condition makes an answer needed; what is not asked never is', () => {
    const definition = survey(
      page('p1', [
        points('q1', { required: true }),
        points('q2', { requireIf: when('q1', 'at-most', 2) }),
        points('q3', { required: true, showIf: when('q1', 'is', 5) }),
        { id: 'words', kind: 'statement', text: {}, required: true },
      ]),
    )
    expect(way(definition, { q1: 2 }).required).toEqual(['q1', 'q2'])
    expect(way(definition, { q1: 3 }).required).toEqual(['q1'])
    const complete = walk(definition, { q1: 2 }, {})
    expect(answerFaults(definition, { q1: 2 }, { complete })).toEqual([
      { question: 'q2', problem: 'required' },
    ])
  })
})

describe('skipping', () => {
  const definition = survey(
    page('p1', [points('q1')], {
      jumps: [
        { when: when('q1', 'is', 1), to: { page: 'p3' } },
        { when: when('q1', 'at-most', 2), to: 'end' },
        { when: when('q1', 'is', 3), to: { page: 'gone' } },
        { when: when('q1', 'is', 3), to: { page: 'p4' } },
      ],
    }),
    page('p2', [points('q2')]),
    page('p3', [points('q3')], { jumps: [{ when: when('q3', 'is', 1), to: { page: 'p1' } }] }),
    page('p4', [points('q4')]),
  )

  test('the first rule that holds and leads somewhere counts', () => {
    expect(way(definition, { q1: 1 }).pages).toEqual(['p1', 'p3', 'p4'])
    expect(way(definition, { q1: 2 })).toEqual({ pages: ['p1'], asked: ['q1'], required: [], ended: true })
    expect(way(definition, { q1: 3 }).pages).toEqual(['p1', 'p4'])
    expect(way(definition, { q1: 4 })).toMatchObject({ pages: ['p1', 'p2', 'p3', 'p4'], ended: false })
  })

  test('nothing leads back', () => {
    expect(way(definition, { q1: 1, q3: 1 }).pages).toEqual(['p1', 'p3', 'p4'])
  })

  test('the page that is skipped to is still shown on its own condition', () => {
    const conditional = survey(
      page('p1', [points('q1')], { jumps: [{ when: when('q1', 'is', 1), to: { page: 'p3' } }] }),
      page('p2', [points('q2')]),
      page('p3', [points('q3')], { showIf: when('q2', 'answered') }),
      page('p4', [points('q4')]),
    )
    expect(way(conditional, { q1: 1, q2: 2 }).pages).toEqual(['p1', 'p4'])
  })
})
