import { describe, expect, test } from '@jest/globals'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Condition } from '@sixfold/domain/survey/logic/condition'
import { logicFindings } from '@sixfold/domain/survey/logic/findings'
import fc from 'fast-check'
import type { MapArrow } from './layout.ts'
import { layoutMap } from './layout.ts'
import { countsOf, rulesOf } from './rules.ts'

const when = (question: string): Condition => ({
  join: 'all',
  tests: [{ subject: { question }, is: 'at-most', values: [2] }],
})
const page = (id: string, questions: Record<string, Condition | null>, more: Partial<Page> = {}): Page => ({
  id,
  title: {},
  questions: Object.entries(questions).map(([question, showIf]) => ({
    id: question,
    kind: 'satisfaction',
    text: {},
    required: false,
    offerNotApplicable: true,
    ...(showIf ? { showIf } : {}),
  })),
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
const layoutOf = (definition: SurveyDefinition, onlyRuled = false) =>
  layoutMap(definition, rulesOf(definition, logicFindings(definition)), { onlyRuled })

const definition = survey(
  page('p1', { q1: null, q2: when('q1'), q3: null }, { jumps: [{ when: when('q3'), to: 'end' }] }),
  page('p2', { q4: null, q5: null }, { showIf: when('q1') }),
)

describe('the map', () => {
  test('every page and question stands under the one before, between welcome and end', () => {
    const { rows, height } = layoutOf(definition)
    expect(rows.map(({ key }) => key)).toEqual([
      'start',
      'page p1',
      'question q1',
      'question q2',
      'question q3',
      'page p2',
      'question q4',
      'question q5',
      'end',
    ])
    for (const [at, row] of rows.slice(1).entries()) {
      const before = rows[at]
      expect(row.top).toBeGreaterThanOrEqual((before?.top ?? 0) + (before?.height ?? 0))
    }
    expect(height).toBe((rows.at(-1)?.top ?? 0) + (rows.at(-1)?.height ?? 0))
  })

  test('what decides leads from answer to rule at the left, what goes on from page to page at the right', () => {
    const ways = layoutOf(definition).arrows.map(({ from, to, side, kind }) => [kind, side, from, to])
    expect(ways).toEqual([
      ['show', 'left', 'question q1', 'question q2'],
      ['show', 'left', 'question q1', 'page p2'],
      ['jump', 'right', 'page p1', 'end'],
    ])
  })

  test('without what has no rule, a page says how much is left out', () => {
    const { rows } = layoutOf(definition, true)
    expect(rows.map(({ key, left }) => (left > 0 ? `${key} ${left}` : key))).toEqual([
      'start',
      'page p1',
      'question q1',
      'question q2',
      'question q3',
      'page p2',
      'more p2 2',
      'end',
    ])
  })

  test('a rule with a fault is drawn as one', () => {
    const wrong = survey(page('p1', { q1: when('q2'), q2: null }))
    expect(layoutOf(wrong).arrows).toMatchObject([{ from: 'question q2', to: 'question q1', faulty: true }])
  })

  test('counts are those of the survey', () => {
    expect(countsOf(definition, logicFindings(definition))).toEqual({
      pages: 2,
      questions: 5,
      conditions: 2,
      jumps: 1,
      faults: 0,
    })
  })
})

test('law: no two arrows of one lane meet', () => {
  const from = fc.integer({ min: 0, max: 11 })
  fc.assert(
    fc.property(fc.array(fc.tuple(from, from), { maxLength: 10 }), pairs => {
      const conditions = new Map(pairs.map(([question, by]) => [question, when(`q${by}`)]))
      const questions = Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => [`q${at}`, conditions.get(at) ?? null]),
      )
      const { arrows } = layoutOf(survey(page('p1', questions)))
      const span = ({ fromY, toY }: MapArrow) => [Math.min(fromY, toY), Math.max(fromY, toY)] as const
      for (const [at, one] of arrows.entries())
        for (const other of arrows.slice(at + 1)) {
          if (one.lane !== other.lane || one.side !== other.side) continue
          const [[top, bottom], [otherTop, otherBottom]] = [span(one), span(other)]
          expect(bottom < otherTop || otherBottom < top).toBe(true)
        }
    }),
  )
})
