import { describe, expect, test } from '@jest/globals'
import type { SurveyDefinition } from './definition.ts'
import { itemLines } from './lineage.ts'
import type { Question, QuestionOf } from './question.ts'

const question = (en: string, id = 'q'): Question => ({ id, kind: 'nps', text: { en }, required: false })
const grid = (en: string, ...rows: string[]): QuestionOf<'grid'> => ({
  id: 'g',
  kind: 'grid',
  text: { en },
  required: false,
  rows: rows.map(row => ({ id: row.split(' ')[0] ?? '', text: { en: row } })),
  importance: false,
  offerNotApplicable: true,
})
const version = (...questions: Question[]): SurveyDefinition => ({
  title: {},
  languages: ['en'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: {},
  thanks: {},
  pages: [{ id: 'p', title: {}, questions }],
})
const same = (earlier: string) => ({ change: 'same', earlier })
const reworded = (earlier: string) => ({ change: 'reworded', earlier })
const begins = { change: 'new', earlier: null }

describe('along the versions', () => {
  const [first, second, third] = ['Would you recommend us?', 'How likely is it?', 'How probable is it?'].map(
    text => version(question(text)),
  ) as [SurveyDefinition, SurveyDefinition, SurveyDefinition]

  test('nothing lies between a version and itself', () => {
    expect(itemLines(first, [])).toEqual({ q: same('q') })
  })

  test('the verdict of the author counts, not the texts', () => {
    expect(itemLines(first, [{ definition: second }])).toEqual({ q: reworded('q') })
    expect(itemLines(first, [{ definition: second, changes: { q: 'same' } }])).toEqual({ q: same('q') })
    expect(itemLines(first, [{ definition: second, changes: { q: 'new' } }])).toEqual({ q: begins })
  })

  test('the gravest of several verdicts counts', () => {
    const through = (...changes: ('same' | 'reworded' | 'new')[]) =>
      itemLines(first, [
        { definition: second, changes: { q: changes[0] ?? 'same' } },
        { definition: third, changes: { q: changes[1] ?? 'same' } },
      ]).q
    expect(through('same', 'same')).toEqual(same('q'))
    expect(through('reworded', 'same')).toEqual(reworded('q'))
    expect(through('same', 'reworded')).toEqual(reworded('q'))
    expect(through('new', 'same')).toEqual(begins)
  })

  test('a question that is back as it was is the same, though it was reworded or gone meanwhile', () => {
    const back = [{ definition: second, changes: { q: 'new' as const } }, { definition: first }]
    expect(itemLines(first, back)).toEqual({ q: same('q') })
    expect(itemLines(first, [{ definition: version() }, { definition: first }])).toEqual({ q: same('q') })
    expect(itemLines(first, [{ definition: version() }, { definition: second }])).toEqual({ q: begins })
  })

  test('a question that goes on under new ids is followed through all of them', () => {
    const renamed = (id: string, continues: Record<string, string>) => ({
      definition: version(question('Would you recommend us?', id)),
      continues,
    })
    expect(itemLines(first, [renamed('r', { r: 'q' }), renamed('s', { s: 'r' })])).toEqual({ s: same('q') })
    expect(itemLines(first, [renamed('r', {}), renamed('s', { s: 'r' })])).toEqual({ s: begins })
  })
})

describe('rows of a grid', () => {
  const before = version(grid('How satisfied?', 'a', 'b'))
  test('stand by themselves: one more row, or another text of one, changes no other', () => {
    const after = version(grid('How satisfied?', 'a', 'b in other words', 'c'))
    expect(itemLines(before, [{ definition: after }])).toEqual({
      g: reworded('g'),
      'g:a': same('g:a'),
      'g:b': reworded('g:b'),
      'g:c': begins,
    })
  })

  test('follow what the author says of their grid', () => {
    const after = version(grid('How happy or unhappy?', 'a', 'b', 'c'))
    const lines = (g: 'same' | 'reworded' | 'new') =>
      itemLines(before, [{ definition: after, changes: { g } }])
    expect(lines('reworded')).toMatchObject({ 'g:a': reworded('g:a'), 'g:c': begins })
    expect(lines('same')).toMatchObject({ g: same('g'), 'g:a': same('g:a'), 'g:c': begins })
    expect(lines('new')).toMatchObject({ g: begins, 'g:a': begins, 'g:c': begins })
  })

  test('do not come back to a trend that their author has ended', () => {
    const after = version(grid('How satisfied?', 'a', 'b', 'c'))
    expect(itemLines(before, [{ definition: after, changes: { g: 'new' } }])).toMatchObject({ 'g:a': begins })
  })
})
