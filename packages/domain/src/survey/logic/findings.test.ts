import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Page, SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import { arbitraryLogic, fittingAnswers, fittingLogic } from './arbitrary-logic.ts'
import type { Condition, Test } from './condition.ts'
import { logicFindings } from './findings.ts'
import { walk } from './walk.ts'

const base = { text: {}, required: false }
const points = (id: string, more: Partial<Question> = {}): Question =>
  ({ ...base, id, kind: 'satisfaction', offerNotApplicable: true, ...more }) as Question
const options = ['a', 'b', 'c'].map(id => ({ id, text: {} }))
const choice: Question = { ...base, id: 'pick', kind: 'choice', options, order: 'fixed' }
const grid: Question = {
  ...base,
  id: 'grid',
  kind: 'grid',
  rows: options,
  importance: false,
  offerNotApplicable: true,
}
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
const check = (question: string, is: Test['is'], ...values: Test['values']): Test => ({
  subject: { question },
  is,
  values,
})
const all = (...tests: Test[]): Condition => ({ join: 'all', tests })
const any = (...tests: Test[]): Condition => ({ join: 'any', tests })
const always = all()
const found = (definition: SurveyDefinition) =>
  logicFindings(definition).map(({ code, place }) => [code, place.question ?? place.page, place.setting])

/** The findings of a third question shown on `tests`, after a rated one, a choice and a grid. */
const shownOn = (condition: Condition) =>
  logicFindings(
    survey(page('p1', [points('q1'), choice, grid, points('q2', { showIf: condition }), points('q3')])),
  )

describe('what a condition looks at', () => {
  test.each<[string, Condition]>([
    ['earlier answers', all(check('q1', 'at-most', 2), check('pick', 'is', 'a', 'b'))],
    ['"not applicable", where it is offered', all(check('q1', 'is', 'na'))],
    ['one row of a grid', all({ subject: { question: 'grid', part: 'b' }, is: 'at-most', values: [2] })],
    ['whether a grid was answered', all(check('grid', 'answered'))],
    ['facts', any({ subject: { fact: 'account.country' }, is: 'is-not', values: ['VN'] })],
  ])('%s: nothing to find', (_, condition) => expect(shownOn(condition)).toEqual([]))

  test.each<[string, Test, object | undefined]>([
    ['unknown_question', check('gone', 'answered'), { question: 'gone' }],
    [
      'unknown_part',
      { subject: { question: 'grid', part: 'z' }, is: 'is', values: [1] },
      { question: 'grid', part: 'z' },
    ],
    ['own_answer', check('q2', 'answered'), { question: 'q2' }],
    ['later_question', check('q3', 'answered'), { question: 'q3' }],
    ['unfit_test', check('pick', 'at-most', 2), undefined],
    ['unfit_test', check('grid', 'is', 2), undefined],
    ['no_value', check('q1', 'at-most'), undefined],
    ['no_value', check('pick', 'is', ''), undefined],
    ['unknown_value', check('pick', 'is-not', 'a', 'z'), { value: 'z' }],
    ['impossible_value', check('q1', 'at-most', 0), { value: '0' }],
    ['impossible_value', check('q1', 'at-least', 6), { value: '6' }],
    ['impossible_value', check('q1', 'is-not', 9), { value: '9' }],
  ])('%s', (code, one, detail) => {
    expect(shownOn(all(check('q1', 'answered'), one))).toEqual([
      {
        code,
        severity: 'stops',
        place: { page: 'p1', question: 'q2', setting: 'showIf', test: 1 },
        ...(detail ? { detail } : {}),
      },
    ])
  })

  test('tests of one choice that exclude each other', () => {
    const contradiction = [['contradiction', 'q2', 'showIf']]
    const codes = (condition: Condition) =>
      shownOn(condition).map(({ code, place }) => [code, place.question, place.setting])
    expect(codes(all(check('pick', 'is', 'a'), check('pick', 'is', 'b')))).toEqual(contradiction)
    expect(codes(all(check('q1', 'at-most', 2), check('q1', 'at-least', 3)))).toEqual(contradiction)
    expect(codes(all(check('q1', 'at-most', 2), check('q1', 'blank')))).toEqual(contradiction)
    expect(codes(any(check('pick', 'is', 'a'), check('pick', 'is', 'b')))).toEqual([])
    expect(codes(all(check('pick', 'is', 'a', 'b'), check('pick', 'is-not', 'a')))).toEqual([])
  })
})

describe('circles and order', () => {
  test('two questions that wait for each other', () => {
    const definition = survey(
      page('p1', [points('q1', { showIf: all(check('q2', 'is', 1)) })]),
      page('p2', [points('q2', { showIf: all(check('q1', 'is', 1)) })]),
    )
    expect(found(definition)).toEqual([['circle', 'q1', 'showIf']])
  })

  test('a page that waits for its own question, and for one that waits for it', () => {
    expect(found(survey(page('p1', [points('q1')], { showIf: all(check('q1', 'answered')) })))).toEqual([
      ['own_answer', 'p1', 'showIf'],
    ])
    const definition = survey(
      page('p1', [points('q1')], { showIf: all(check('q2', 'answered')) }),
      page('p2', [points('q2', { showIf: all(check('q1', 'answered')) })]),
    )
    expect(found(definition)).toEqual([['circle', 'p1', 'showIf']])
  })

  test('need and skipping look back too; a skip sees its own page', () => {
    const definition = survey(
      page('p1', [points('q1', { requireIf: all(check('q2', 'answered')) }), points('q2')], {
        jumps: [
          { when: all(check('q2', 'is', 1)), to: 'end' },
          { when: all(check('q3', 'is', 1)), to: 'end' },
        ],
      }),
      page('p2', [points('q3')]),
    )
    expect(found(definition)).toEqual([
      ['later_question', 'q1', 'requireIf'],
      ['later_question', 'p1', 'jumps'],
    ])
  })
})

describe('what nobody can come to', () => {
  test('rules that lead nowhere, back, or never', () => {
    const definition = survey(
      page('p1', [points('q1')], {
        jumps: [
          { when: all(check('q1', 'is', 1)), to: { page: 'gone' } },
          { when: all(check('q1', 'is', 2)), to: { page: 'p1' } },
          { when: all(check('q1', 'is', 3)), to: { page: 'p3' } },
        ],
      }),
      page('p2', [points('q2')]),
      page('p3', [points('q3')]),
    )
    expect(found(definition)).toEqual([
      ['unknown_page', 'p1', 'jumps'],
      ['backward_jump', 'p1', 'jumps'],
    ])
  })

  test('pages that are always skipped, and all behind an end', () => {
    const skipping = survey(
      page('p1', [points('q1')], { jumps: [{ when: always, to: { page: 'p3' } }] }),
      page('p2', [points('q2')]),
      page('p3', [points('q3')], {
        jumps: [{ when: any(check('q3', 'answered'), check('q3', 'blank')), to: 'end' }],
      }),
      page('p4', [points('q4')]),
    )
    expect(found(skipping)).toEqual([
      ['unreachable_page', 'p2', undefined],
      ['unreachable_page', 'p4', undefined],
    ])
  })

  test('rules that together leave no way on', () => {
    const definition = survey(
      page('p1', [points('q1')], {
        jumps: [
          { when: all(check('q1', 'answered')), to: 'end' },
          { when: all(check('q1', 'blank')), to: { page: 'p3' } },
          { when: all(check('q1', 'is', 4)), to: { page: 'p2' } },
        ],
      }),
      page('p2', [points('q2')]),
      page('p3', [points('q3')]),
    )
    expect(found(definition)).toEqual([
      ['idle_jump', 'p1', 'jumps'],
      ['unreachable_page', 'p2', undefined],
    ])
  })

  test('the rules of a page that may be passed over leave a way on', () => {
    const definition = survey(
      page('p1', [points('q1')]),
      page('p2', [points('q2')], { showIf: all(check('q1', 'is', 1)), jumps: [{ when: always, to: 'end' }] }),
      page('p3', [points('q3')]),
    )
    expect(found(definition)).toEqual([])
  })

  test('a question against its page, and what depends on it', () => {
    const definition = survey(
      page('p1', [choice]),
      page('p2', [points('q1', { showIf: all(check('pick', 'is', 'b')) }), points('q2')], {
        showIf: all(check('pick', 'is', 'a')),
      }),
      page('p3', [points('q3')], { showIf: all(check('q1', 'answered')) }),
      page('p4', [points('q4', { showIf: all(check('q3', 'blank')) })]),
    )
    expect(found(definition)).toEqual([
      ['unreachable_question', 'q1', 'showIf'],
      ['unreachable_page', 'p3', undefined],
    ])
  })
})

describe('places in texts', () => {
  const text = (
    words: string,
    definition = survey(page('p1', [choice, points('q1', { text: { en: words } }), points('q2')])),
  ) =>
    logicFindings(definition).map(({ code, place, detail }) => [
      code,
      place.question,
      place.language,
      detail?.written,
    ])

  test.each([
    ['pipe_unknown', '{{question:gone|x}}'],
    ['pipe_unknown', '{{contact.shoe|x}}'],
    ['pipe_later', '{{question:q2|x}}'],
    ['pipe_later', '{{question:q1|x}}'],
    ['pipe_without_words', '{{question:pick:a|x}}'],
    ['pipe_without_words', '{{account.region|x}}'],
    ['pipe_without_fallback', '{{contact.name}}'],
  ])('%s: %s', (code, words) => expect(text(`Now ${words}`)).toEqual([[code, 'q1', 'en', words]]))

  test.each(['{{question:pick|that}}', '{{contact.name|}}', 'no place'])('%s is right', words =>
    expect(text(words)).toEqual([]),
  )

  test('welcome comes before all questions, thanks after them', () => {
    const one = { en: '{{question:pick|that}}' }
    expect(found({ ...survey(page('p1', [choice])), welcome: one })).toEqual([
      ['pipe_later', undefined, undefined],
    ])
    expect(found({ ...survey(page('p1', [choice])), thanks: one })).toEqual([])
  })
})

describe('laws', () => {
  test('what is said to be out of reach is never asked, whatever the answers', () => {
    const tries = fc.array(fittingAnswers, { minLength: 20, maxLength: 20 })
    const met = new Set<string>()
    fc.assert(
      fc.property(fittingLogic, tries, (definition, answers) => {
        const findings = logicFindings(definition)
        const ways = answers.map(one => walk(definition, one, {}))
        for (const { code, place } of findings) {
          met.add(code)
          if (code === 'unreachable_page')
            for (const { pages } of ways) expect(pages).not.toContain(place.page)
          if (
            code === 'unreachable_question' ||
            (code === 'contradiction' && place.setting === 'showIf' && place.question)
          )
            for (const { asked } of ways) expect(asked.has(place.question ?? '')).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
    expect([...met].sort()).toEqual([
      'contradiction',
      'idle_jump',
      'unreachable_page',
      'unreachable_question',
    ])
  })

  test('a survey without conditions has no findings', () => {
    fc.assert(
      fc.property(arbitraryLogic, definition => {
        const pages = definition.pages.map(({ showIf: _s, jumps: _j, ...rest }) => ({
          ...rest,
          questions: rest.questions.map(
            ({ showIf: _show, requireIf: _require, ...question }) => question as Question,
          ),
        }))
        expect(logicFindings({ ...definition, pages })).toEqual([])
      }),
    )
  })
})
