import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryOperation } from './arbitrary-operation.ts'
import { arbitrarySurvey, sortedIds } from './arbitrary-survey.ts'
import { blankQuestion } from './blank-question.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import { applyOperation, applyOperations } from './edit.ts'
import { SURVEY_LIMITS } from './limits.ts'
import type { Condition } from './logic/condition.ts'
import type { EditRefusal, SurveyOperation } from './operation.ts'
import type { Question } from './question.ts'
import { QUESTION_KINDS } from './question.ts'
import { undoOf } from './undo.ts'

const rated = (id: string): Question => ({
  id,
  kind: 'satisfaction',
  text: { en: id },
  required: false,
  offerNotApplicable: true,
})
const draft: SurveyDefinition = {
  title: { en: 'Survey' },
  languages: ['en', 'vi'],
  defaultLanguage: 'en',
  factorModel: { key: 'ibm-six', version: 1 },
  welcome: {},
  thanks: {},
  pages: [
    { id: 'p1', title: { en: 'One' }, questions: [rated('q1'), rated('q2'), rated('q3')] },
    { id: 'p2', title: { en: 'Two' }, questions: [{ ...rated('q4'), help: { en: 'Help' } }] },
  ],
}

function after(...operations: SurveyOperation[]): SurveyDefinition {
  const result = applyOperations(draft, operations)
  if (!result.ok) throw new Error(result.reason)
  return result.definition
}
const order = (definition: SurveyDefinition) =>
  definition.pages.map(page => `${page.id}: ${page.questions.map(({ id }) => id).join(' ')}`)

describe('editing a draft', () => {
  test('sets one language of a text and leaves the other alone', () => {
    const { title } = after({ op: 'set-survey-text', field: 'title', language: 'vi', value: 'Khảo sát' })
    expect(title).toEqual({ en: 'Survey', vi: 'Khảo sát' })
  })

  test('an emptied text leaves no trace, an optional one goes altogether', () => {
    const { pages, title } = after(
      { op: 'set-question-text', question: 'q4', field: 'help', language: 'en', value: '' },
      { op: 'set-survey-text', field: 'title', language: 'en', value: '' },
    )
    expect(pages[1]?.questions[0]).toEqual(rated('q4'))
    expect(title).toEqual({})
  })

  test.each<[string, SurveyOperation, string[]]>([
    [
      'down its page',
      { op: 'move-question', question: 'q1', page: 'p1', index: 1 },
      ['p1: q2 q1 q3', 'p2: q4'],
    ],
    [
      'to another page',
      { op: 'move-question', question: 'q1', page: 'p2', index: 0 },
      ['p1: q2 q3', 'p2: q1 q4'],
    ],
    [
      'past the end',
      { op: 'move-question', question: 'q1', page: 'p2', index: 99 },
      ['p1: q2 q3', 'p2: q4 q1'],
    ],
    ['with its page', { op: 'move-page', page: 'p1', index: 1 }, ['p2: q4', 'p1: q1 q2 q3']],
  ])('moves a question %s', (_, operation, expected) => {
    expect(order(after(operation))).toEqual(expected)
  })

  test('adds and removes questions and pages', () => {
    expect(
      order(
        after(
          { op: 'add-question', page: 'p1', index: 1, question: rated('q9') },
          { op: 'remove-question', question: 'q3' },
          { op: 'add-page', index: 0, page: { id: 'p0', title: {}, questions: [rated('q0')] } },
          { op: 'remove-page', page: 'p2' },
        ),
      ),
    ).toEqual(['p0: q0', 'p1: q1 q9 q2'])
  })

  test('changes what a question measures, and takes it back', () => {
    const measures = { factor: 'delivery', attribute: 'on-time' }
    const set: SurveyOperation = { op: 'set-measures', question: 'q1', measures }
    expect(after(set).pages[0]?.questions[0]?.measures).toEqual(measures)
    expect(after(set, { op: 'set-measures', question: 'q1', measures: null })).toEqual(draft)
  })

  test.each<[string, SurveyOperation]>([
    ['unknown_page', { op: 'move-page', page: 'p9', index: 0 }],
    ['unknown_page', { op: 'move-question', question: 'q1', page: 'p9', index: 0 }],
    ['unknown_page', { op: 'remove-page', page: 'p9' }],
    ['unknown_question', { op: 'remove-question', question: 'q9' }],
    ['unknown_question', { op: 'set-required', question: 'q9', required: true }],
    ['unknown_language', { op: 'set-survey-text', field: 'title', language: 'fr', value: 'Enquête' }],
    ['duplicate_question', { op: 'add-question', page: 'p2', index: 0, question: rated('q1') }],
    ['duplicate_page', { op: 'add-page', index: 0, page: { id: 'p1', title: {}, questions: [] } }],
    [
      'duplicate_question',
      { op: 'add-page', index: 0, page: { id: 'p3', title: {}, questions: [rated('q1')] } },
    ],
  ])('refuses with %s, and with it the whole save', (reason, operation) => {
    const first: SurveyOperation = { op: 'set-required', question: 'q1', required: true }
    expect(applyOperations(draft, [first, operation])).toEqual({ ok: false, reason, at: 1 })
  })

  test('refuses "not applicable" where there is no scale', () => {
    const recommend: Question = { id: 'q9', kind: 'nps', text: {}, required: false }
    const result = applyOperations(draft, [
      { op: 'add-question', page: 'p1', index: 0, question: recommend },
      { op: 'set-setting', question: 'q9', setting: 'offerNotApplicable', value: true },
    ])
    expect(result).toEqual({ ok: false, reason: 'wrong_kind', at: 1 })
  })

  test('refuses to grow without end', () => {
    const questions = Array.from({ length: SURVEY_LIMITS.questions }, (_, at) => rated(`new-${at}`))
    const page = { id: 'p3', title: {}, questions }
    expect(applyOperation(draft, { op: 'add-page', index: 0, page })).toEqual({
      ok: false,
      reason: 'too_many',
    })
  })
})

describe('editing a question of any kind', () => {
  const kinds: SurveyDefinition = {
    ...draft,
    pages: [
      {
        id: 'p1',
        title: {},
        questions: QUESTION_KINDS.map(kind => blankQuestion(kind, { id: kind, languages: ['en'] })),
      },
    ],
  }
  const edited = (id: string, ...operations: SurveyOperation[]) => {
    const result = applyOperations(kinds, operations)
    if (!result.ok) throw new Error(result.reason)
    return questionsOf(result.definition).find(question => question.id === id)
  }
  const condition: Condition = {
    join: 'all',
    tests: [{ subject: { question: 'yes-no' }, is: 'is', values: ['no'] }],
  }

  test('sets what the kind has, and takes out what it may be without', () => {
    const set: SurveyOperation = { op: 'set-setting', question: 'choices', setting: 'atMost', value: 2 }
    expect(edited('choices', set)).toMatchObject({ atMost: 2 })
    expect(edited('choices', set, { ...set, value: null })).not.toHaveProperty('atMost')
    expect(
      edited('nps', { op: 'set-setting', question: 'nps', setting: 'showIf', value: condition }),
    ).toMatchObject({ showIf: condition })
  })

  test('an optional label comes and goes with its words, a needed one stays', () => {
    const label = (question: string, field: 'other' | 'low', value: string): SurveyOperation => ({
      op: 'set-question-text',
      question,
      field,
      language: 'en',
      value,
    })
    expect(edited('choice', label('choice', 'other', 'Other'))).toMatchObject({ other: { en: 'Other' } })
    expect(
      edited('choice', label('choice', 'other', 'Other'), label('choice', 'other', '')),
    ).not.toHaveProperty('other')
    expect(edited('slider', label('slider', 'low', ''))).toMatchObject({ low: {} })
  })

  test('adds, words, orders and removes parts', () => {
    const list = edited(
      'ranking',
      { op: 'add-part', question: 'ranking', index: 1, part: { id: 'new', text: {} } },
      { op: 'set-part-text', question: 'ranking', part: 'new', language: 'en', value: 'Price' },
      { op: 'move-part', question: 'ranking', part: 'c', index: 0 },
      { op: 'remove-part', question: 'ranking', part: 'b' },
    )
    expect(list).toMatchObject({
      options: [
        { id: 'c', text: {} },
        { id: 'a', text: {} },
        { id: 'new', text: { en: 'Price' } },
      ],
    })
  })

  test('a new picture option has no picture yet, and loses one without ceasing to have its place', () => {
    const add: SurveyOperation = {
      op: 'add-part',
      question: 'picture',
      index: 0,
      part: { id: 'new', text: {} },
    }
    const set = { op: 'set-part-setting', question: 'picture', part: 'new', setting: 'picture' } as const
    expect(edited('picture', add)).toMatchObject({ options: [{ id: 'new', picture: null }, {}, {}] })
    expect(edited('picture', add, { ...set, value: 'sky' })).toMatchObject({
      options: [{ picture: 'sky' }, {}, {}],
    })
    expect(edited('picture', add, { ...set, value: 'sky' }, { ...set, value: null })).toMatchObject({
      options: [{ picture: null }, {}, {}],
    })
  })

  test('becomes another kind in its place', () => {
    const question = blankQuestion('dropdown', { id: 'nps', languages: ['en'] })
    expect(edited('nps', { op: 'replace-question', question })).toEqual(question)
  })

  const part = { id: 'new', text: {} }
  test.each<[EditRefusal, SurveyOperation]>([
    ['wrong_kind', { op: 'set-setting', question: 'nps', setting: 'points', value: 5 }],
    ['wrong_kind', { op: 'set-required', question: 'statement', required: true }],
    ['wrong_kind', { op: 'set-question-text', question: 'nps', field: 'low', language: 'en', value: 'Low' }],
    ['wrong_value', { op: 'set-setting', question: 'slider', setting: 'max', value: null }],
    ['wrong_kind', { op: 'add-part', question: 'nps', index: 0, part }],
    ['wrong_kind', { op: 'add-part', question: 'sum', index: 0, part: { ...part, exclusive: true } }],
    ['wrong_kind', { op: 'set-part-setting', question: 'sum', part: 'a', setting: 'exclusive', value: true }],
    ['wrong_value', { op: 'add-part', question: 'contact-details', index: 0, part }],
    ['duplicate_part', { op: 'add-part', question: 'sum', index: 0, part: { id: 'a', text: {} } }],
    ['unknown_part', { op: 'move-part', question: 'sum', part: 'ghost', index: 0 }],
    ['unknown_part', { op: 'set-part-text', question: 'sum', part: 'ghost', language: 'en', value: 'x' }],
    ['unknown_language', { op: 'set-part-text', question: 'sum', part: 'a', language: 'fr', value: 'x' }],
    ['unknown_question', { op: 'replace-question', question: { ...rated('ghost') } }],
    ['unknown_page', { op: 'set-page-setting', page: 'ghost', setting: 'factor', value: 'delivery' }],
    ['wrong_value', { op: 'set-languages', languages: ['en', 'en'], defaultLanguage: 'en' }],
    ['wrong_value', { op: 'set-languages', languages: ['en'], defaultLanguage: 'vi' }],
  ])('refuses with %s: %j', (reason, operation) => {
    expect(applyOperation(kinds, operation)).toEqual({ ok: false, reason })
  })

  test('refuses a list without end', () => {
    const options = Array.from({ length: SURVEY_LIMITS.parts }, (_, n) => ({ id: `o${n}`, text: {} }))
    const full = applyOperation(kinds, {
      op: 'replace-question',
      question: { ...blankQuestion('sum', { id: 'sum', languages: [] }), kind: 'sum', options, total: 1 },
    })
    if (!full.ok) throw new Error(full.reason)
    expect(applyOperation(full.definition, { op: 'add-part', question: 'sum', index: 0, part })).toEqual({
      ok: false,
      reason: 'too_many',
    })
  })

  test('a language that is taken out and in again brings its texts back', () => {
    const without = after({ op: 'set-languages', languages: ['vi'], defaultLanguage: 'vi' })
    const again = applyOperation(without, {
      op: 'set-languages',
      languages: ['en', 'vi'],
      defaultLanguage: 'en',
    })
    expect(again).toEqual({ ok: true, definition: draft })
  })
})

describe('for any survey and any operation', () => {
  const both = fc.tuple(arbitrarySurvey, arbitraryOperation)

  test('what it does not touch stays the same object, so that a screen draws again only what changed', () => {
    fc.assert(
      fc.property(both, ([definition, operation]) => {
        const result = applyOperation(definition, operation)
        if (!result.ok) return
        const before = new Set<unknown>([...definition.pages, ...questionsOf(definition)])
        const changed = (list: readonly unknown[]) => list.filter(one => !before.has(one)).length
        expect(changed(questionsOf(result.definition))).toBeLessThanOrEqual(
          operation.op === 'add-page' ? operation.page.questions.length : 1,
        )
        expect(changed(result.definition.pages)).toBeLessThanOrEqual(operation.op === 'move-question' ? 2 : 1)
      }),
    )
  })

  test('a list of operations is undone from its end, step by step', () => {
    fc.assert(
      fc.property(
        arbitrarySurvey,
        fc.array(arbitraryOperation, { maxLength: 8 }),
        (definition, operations) => {
          let current = definition
          const undos: SurveyOperation[] = []
          for (const operation of operations) {
            const result = applyOperation(current, operation)
            const undo = undoOf(current, operation)
            if (!result.ok || !undo) continue
            undos.unshift(undo)
            current = result.definition
          }
          expect(applyOperations(current, undos)).toEqual({ ok: true, definition })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('undo brings back exactly what was, and a refused operation has nothing to undo', () => {
    fc.assert(
      fc.property(both, ([definition, operation]) => {
        const result = applyOperation(definition, operation)
        const undo = undoOf(definition, operation)
        if (!result.ok) return
        expect(undo).not.toBeNull()
        if (undo) expect(applyOperation(result.definition, undo)).toEqual({ ok: true, definition })
      }),
      { numRuns: 2000 },
    )
  })

  test('nothing is mutated, refused or not', () => {
    fc.assert(
      fc.property(both, ([definition, operation]) => {
        const copy = JSON.stringify([definition, operation])
        applyOperation(definition, operation)
        undoOf(definition, operation)
        expect(JSON.stringify([definition, operation])).toBe(copy)
      }),
    )
  })

  test('only adding and removing changes which pages and questions there are; no id is ever there twice', () => {
    fc.assert(
      fc.property(both, ([definition, operation]) => {
        const result = applyOperation(definition, operation)
        if (!result.ok) return
        const ids = sortedIds(result.definition)
        expect(new Set(ids.questions).size).toBe(ids.questions.length)
        expect(new Set(ids.pages).size).toBe(ids.pages.length)
        if (!operation.op.startsWith('add-') && !operation.op.startsWith('remove-'))
          expect(ids).toEqual(sortedIds(definition))
      }),
      { numRuns: 1000 },
    )
  })

  test('a list is refused as a whole, at its first refusal', () => {
    fc.assert(
      fc.property(
        arbitrarySurvey,
        fc.array(arbitraryOperation, { maxLength: 5 }),
        (definition, operations) => {
          const whole = applyOperations(definition, operations)
          const applied = whole.ok ? operations : operations.slice(0, whole.at)
          const part = applyOperations(definition, applied)
          expect(part.ok).toBe(true)
          const refused = whole.ok ? undefined : operations[whole.at]
          if (part.ok && refused) expect(applyOperation(part.definition, refused).ok).toBe(false)
        },
      ),
    )
  })
})
