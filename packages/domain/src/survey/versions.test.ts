import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryOperation } from './arbitrary-operation.ts'
import { arbitrarySurvey } from './arbitrary-survey.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { applyOperation } from './edit.ts'
import type { Part, Question, QuestionOf } from './question.ts'
import { VERDICTS } from './question-change.ts'
import type { Continues, QuestionChanges } from './versions.ts'
import { compareVersions, decideChanges, proposeChanges } from './versions.ts'

const rated: Question = {
  id: 'q1',
  kind: 'satisfaction',
  text: { en: 'Delivery on the agreed day' },
  required: false,
  offerNotApplicable: true,
  measures: { factor: 'delivery', attribute: null },
}
const part = (id: string, en = id): Part => ({ id, text: { en } })
const choice: QuestionOf<'choices'> = {
  id: 'q1',
  kind: 'choices',
  text: { en: 'Which of these?' },
  required: false,
  options: [part('a'), part('b'), part('c')],
  order: 'fixed',
}
const slider: QuestionOf<'slider'> = {
  id: 'q1',
  kind: 'slider',
  text: { en: 'How far?' },
  required: false,
  min: 0,
  max: 100,
  step: 1,
  low: { en: 'Near' },
  high: { en: 'Far' },
}
const number: QuestionOf<'number'> = {
  id: 'q1',
  kind: 'number',
  text: { en: 'How many?' },
  required: false,
  decimals: 0,
}
const consent: QuestionOf<'consent'> = {
  id: 'q1',
  kind: 'consent',
  text: { en: 'You may call me' },
  required: false,
}
const grid: QuestionOf<'grid'> = {
  id: 'q1',
  kind: 'grid',
  text: { en: 'How satisfied are you?' },
  required: false,
  rows: [part('on-time'), part('accurate')],
  importance: false,
  offerNotApplicable: true,
}
const ofPage = (page: Partial<Page>, languages = ['en', 'vi']): SurveyDefinition => ({
  title: {},
  languages,
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: {},
  thanks: {},
  pages: [{ id: 'p', title: {}, questions: [], ...page }],
})
const version = (...questions: Question[]) => ofPage({ questions })

describe('the gravest reason', () => {
  test.each<[string, Question, Question]>([
    ['unchanged', rated, rated],
    ['unchanged', rated, { ...rated, required: true }],
    ['unchanged', rated, { ...rated, text: { ...rated.text, vi: 'Giao hàng' } }],
    ['unchanged', number, { ...number, max: 5, decimals: 2 }],
    ['spelling', rated, { ...rated, text: { en: 'Delivery on the agreed day.' } }],
    ['wording', rated, { ...rated, text: { en: 'Delivery on the promised day' } }],
    ['wording', rated, { ...rated, text: { vi: 'Giao hàng' } }],
    ['wording', rated, { ...rated, help: { en: 'Think of this quarter' } }],
    ['wording', slider, { ...slider, low: { en: 'At hand' } }],
    ['wording', choice, { ...choice, options: [part('a', 'Alpha'), part('b'), part('c')] }],
    ['wording', consent, { ...consent, text: { en: 'You may call me.' } }],
    ['wording', number, { ...number, unit: { en: 'days' } }],
    ['audience', rated, { ...rated, showIf: { join: 'all', tests: [] } }],
    ['answering', rated, { ...rated, offerNotApplicable: false }],
    ['answering', choice, { ...choice, atMost: 2 }],
    ['order', choice, { ...choice, options: [part('b'), part('a'), part('c')] }],
    ['order', choice, { ...choice, order: 'random' }],
    ['rows', grid, { ...grid, rows: [...grid.rows, part('papers')] }],
    ['unchanged', grid, { ...grid, rows: [...grid.rows].reverse() }],
    ['options', choice, { ...choice, options: [part('a'), part('b')] }],
    ['options', choice, { ...choice, options: [...choice.options, part('d')] }],
    ['options', choice, { ...choice, other: { en: 'Another' } }],
    ['scale', slider, { ...slider, max: 10 }],
    ['factor', rated, { ...rated, measures: { factor: 'marketing', attribute: null } }],
    ['factor', rated, { ...rated, measures: { factor: 'delivery', attribute: 'on-time' } }],
    [
      'factor',
      grid,
      {
        ...grid,
        rows: [{ ...part('on-time'), measures: { factor: 'delivery', attribute: null } }, part('accurate')],
      },
    ],
    ['kind', rated, { id: 'q1', kind: 'nps', text: rated.text, required: false }],
  ])('%s', (reason, before, after) => {
    const [proposed] = proposeChanges(version(before), version(after))
    expect(proposed).toEqual({
      question: 'q1',
      earlier: 'q1',
      reason,
      ...VERDICTS[reason as keyof typeof VERDICTS],
    })
  })

  test('the introduction of the page belongs to the questions that lean on it', () => {
    const page = (en: string, ...questions: Question[]) => ofPage({ intro: { en }, questions })
    const comment: Question = {
      id: 'q2',
      kind: 'text',
      text: { en: 'Why?' },
      required: false,
      long: true,
      maxLength: 9,
    }
    const reasons = (before: string, after: string) =>
      proposeChanges(page(before, rated, comment), page(after, rated, comment)).map(({ reason }) => reason)
    expect(reasons('In the last quarter', 'In the last year')).toEqual(['intro', 'unchanged'])
    expect(reasons('In the last quarter', 'in the last quarter:')).toEqual(['unchanged', 'unchanged'])
  })

  test('a language that only one version has rewords nothing', () => {
    const both = { ...rated, text: { en: 'Delivery', vi: 'Giao hàng' } }
    const [first, second] = [
      ofPage({ questions: [both] }),
      ofPage({ questions: [{ ...both, text: { en: 'Delivery' } }] }, ['en']),
    ]
    expect(compareVersions(first, second)).toEqual({ q1: 'same' })
    expect(compareVersions(second, first)).toEqual({ q1: 'same' })
  })
})

describe('what became of each question', () => {
  test('a removed question is dropped, and without a version before all are new', () => {
    expect(compareVersions(version(rated), version())).toEqual({ q1: 'dropped' })
    expect(compareVersions(null, version(rated))).toEqual({ q1: 'new' })
  })

  test('every question of either version has exactly one word; a version equals itself', () => {
    fc.assert(
      fc.property(arbitrarySurvey, arbitraryOperation, (before, operation) => {
        const result = applyOperation(before, operation)
        const after = result.ok ? result.definition : before
        const ids = new Set([...questionsOf(before), ...questionsOf(after)].map(({ id }) => id))
        expect(new Set(Object.keys(compareVersions(before, after)))).toEqual(ids)
        expect(new Set(Object.values(compareVersions(after, after)))).toEqual(
          new Set(questionsOf(after).length > 0 ? ['same'] : []),
        )
      }),
    )
  })
})

describe('what the author says', () => {
  const reworded = { ...rated, text: { en: 'Delivery on the promised day' } }
  const decide = (
    before: Question[],
    after: Question[],
    changes: QuestionChanges,
    continues: Continues = {},
  ) => decideChanges(version(...before), version(...after), { changes, continues })

  test.each<[string, QuestionChanges, QuestionChanges]>([
    ['nothing: the proposal stands', {}, { q1: 'reworded' }],
    ['that it means the same', { q1: 'same' }, { q1: 'same' }],
    ['that it is another question', { q1: 'new' }, { q1: 'new' }],
  ])('%s', (_, said, changes) => {
    expect(decide([rated], [reworded], said)).toEqual({ ok: true, changes, continues: {} })
  })

  test.each<[string, Question[], Question[], QuestionChanges, string]>([
    [
      'another kind as the same',
      [rated],
      [{ id: 'q1', kind: 'nps', text: rated.text, required: false }],
      { q1: 'same' },
      'change_not_allowed',
    ],
    ['another scale as the same', [slider], [{ ...slider, max: 10 }], { q1: 'same' }, 'change_not_allowed'],
    ['a new one as the same', [], [rated], { q1: 'same' }, 'change_not_allowed'],
    ['what was not touched as reworded', [rated], [rated], { q1: 'reworded' }, 'change_not_allowed'],
    ['what is there as dropped', [rated], [reworded], { q1: 'dropped' }, 'change_not_allowed'],
    ['what is gone as the same', [rated], [], { q1: 'same' }, 'change_not_allowed'],
    ['a question of neither', [rated], [rated], { ghost: 'same' }, 'unknown_question'],
  ])('%s is refused', (_, before, after, said, fault) => {
    expect(decide(before, after, said)).toEqual({
      ok: false,
      faults: [{ question: Object.keys(said)[0], fault }],
    })
  })
})

describe('a question under a new id', () => {
  const again = { ...rated, id: 'q9' }
  const decide = (continues: Continues, before = [rated], after: Question[] = [again]) =>
    decideChanges(version(...before), version(...after), { continues })

  test('continues the dropped one, which is then no longer named', () => {
    expect(decide({ q9: 'q1' })).toEqual({ ok: true, changes: { q9: 'same' }, continues: { q9: 'q1' } })
    expect(decide({})).toEqual({ ok: true, changes: { q9: 'new', q1: 'dropped' }, continues: {} })
    expect(decide({ q9: 'q1' }, [rated], [{ ...again, text: { en: 'Other words' } }])).toMatchObject({
      changes: { q9: 'reworded' },
    })
  })

  test.each<[string, Continues, Question[], Question[]]>([
    ['one that is still asked', { q9: 'q1' }, [rated], [rated, again]],
    ['one that never was', { q9: 'ghost' }, [rated], [again]],
    ['one of another kind', { q9: 'q1' }, [{ id: 'q1', kind: 'nps', text: {}, required: false }], [again]],
    ['two where it was one before', { q1: 'q2' }, [rated, { ...rated, id: 'q2' }], [rated]],
  ])('cannot continue %s', (_, continues, before, after) => {
    expect(decide(continues, before as (typeof rated)[], after)).toEqual({
      ok: false,
      faults: [{ question: Object.keys(continues)[0], fault: 'cannot_continue' }],
    })
  })

  test('no question is continued twice', () => {
    expect(decide({ q8: 'q1', q9: 'q1' }, [rated], [{ ...rated, id: 'q8' }, again])).toEqual({
      ok: false,
      faults: [{ question: 'q9', fault: 'cannot_continue' }],
    })
  })
})
