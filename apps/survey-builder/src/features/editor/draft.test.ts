import { describe, expect, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { applyOperations } from '@sixfold/domain/survey/edit'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { placeOf } from '@sixfold/domain/survey/undo'
import type { Draft, DraftEvent } from './draft.ts'
import { nextDraft, openDraft } from './draft.ts'

const definition = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })

function savedAt(revision: number, content: SurveyDefinition = definition): SurveyDraft {
  return {
    id: 's1',
    quarter: { year: 2026, quarter: 3 },
    title: content.title,
    languages: [...content.languages],
    revision,
    updatedAt: '2026-08-01T00:00:00.000Z',
    updatedBy: 'Hoàng Long',
    latestVersion: null,
    changedSincePublished: false,
    definition: content,
  }
}

const text = (value: string, question = 'delivery_on-time'): SurveyOperation => ({
  op: 'set-question-text',
  question,
  field: 'text',
  language: 'en',
  value,
})
const edit = (operation: SurveyOperation, at = 0): DraftEvent => ({ type: 'edited', operation, at })
const after = (...events: DraftEvent[]): Draft => events.reduce(nextDraft, openDraft(savedAt(1)))
const textOf = (draft: Draft, question = 'delivery_on-time') =>
  placeOf(draft.definition, question)?.question.text.en

function theirSave(...operations: SurveyOperation[]): SurveyDraft {
  const result = applyOperations(definition, operations)
  if (!result.ok) throw new Error(result.reason)
  return savedAt(2, result.definition)
}

describe('typing', () => {
  test('is one operation to save and one step to undo, as long as it goes on', () => {
    const draft = after(edit(text('D'), 0), edit(text('De'), 300), edit(text('Del'), 600))
    expect(draft.pending).toEqual([text('Del')])
    expect(nextDraft(draft, { type: 'undone' }).definition).toEqual(definition)
  })

  test('after a pause is a step of its own', () => {
    const draft = after(edit(text('One'), 0), edit(text('Two'), 5000), { type: 'undone' })
    expect(textOf(draft)).toBe('One')
  })

  test('while a save is on its way is kept for the next one', () => {
    const draft = after(edit(text('One')), { type: 'sent', count: 1 }, edit(text('Two'), 100))
    expect(draft.pending).toEqual([text('One'), text('Two')])
    const acknowledged = nextDraft(draft, { type: 'acknowledged', saved: theirSave(text('One')) })
    expect(acknowledged.pending).toEqual([text('Two')])
    expect(textOf(acknowledged)).toBe('Two')
    expect(acknowledged.saved.revision).toBe(2)
  })
})

describe('undo and redo', () => {
  const remove: SurveyOperation = { op: 'remove-page', page: 'delivery' }

  test('go back and forth without end', () => {
    const draft = after(edit(text('One')), edit(remove))
    const back = [1, 2, 3].reduce(one => nextDraft(one, { type: 'undone' }), draft)
    expect(back.definition).toEqual(definition)
    const forth = [1, 2, 3].reduce(one => nextDraft(one, { type: 'redone' }), back)
    expect(forth.definition).toEqual(draft.definition)
  })

  test('are saved like any other change', () => {
    const draft = after(edit(remove), { type: 'undone' })
    expect(applyOperations(definition, draft.pending)).toEqual({ ok: true, definition })
  })

  test('a new change ends what could be redone', () => {
    expect(after(edit(text('One')), { type: 'undone' }, edit(remove)).future).toEqual([])
  })
})

describe('a save that does not arrive', () => {
  test('leaves everything to be sent again', () => {
    const draft = after(edit(text('One')), { type: 'sent', count: 1 }, { type: 'not sent' })
    expect(draft).toMatchObject({ pending: [text('One')], sending: 0 })
  })
})

describe('somebody else saved first', () => {
  test('changes of other things are put together without a question', () => {
    const theirs = theirSave(text('Theirs', 'delivery_accurate'))
    const draft = after(edit(text('Mine')), { type: 'sent', count: 1 }, { type: 'conflicted', theirs })
    expect(draft.conflict).toBeNull()
    expect(draft.saved.revision).toBe(2)
    expect([textOf(draft), textOf(draft, 'delivery_accurate')]).toEqual(['Mine', 'Theirs'])
    expect(draft.pending).toEqual([text('Mine')])
  })

  test('about the same text a person decides, and nothing is lost until then', () => {
    const theirs = theirSave(text('Theirs'))
    const draft = after(edit(text('Mine')), { type: 'sent', count: 1 }, { type: 'conflicted', theirs })
    expect(draft.conflict?.clashes).toEqual([{ mine: text('Mine'), theirs: 'Theirs' }])
    expect(textOf(draft)).toBe('Mine')

    const mine = nextDraft(draft, { type: 'chosen', mine: [text('Mine')] })
    expect(mine).toMatchObject({ conflict: null, pending: [text('Mine')] })
    expect(textOf(mine)).toBe('Mine')

    const given = nextDraft(draft, { type: 'chosen', mine: [] })
    expect(given).toMatchObject({ conflict: null, pending: [] })
    expect(textOf(given)).toBe('Theirs')
  })
})

test('an operation that does not apply changes nothing', () => {
  const draft = openDraft(savedAt(1))
  expect(nextDraft(draft, edit(text('Ghost', 'ghost')))).toBe(draft)
  expect(nextDraft(draft, { type: 'undone' })).toBe(draft)
})
