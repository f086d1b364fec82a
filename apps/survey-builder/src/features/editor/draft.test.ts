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
    factorModel: content.factorModel,
    revision,
    updatedAt: '2026-08-01T00:00:00.000Z',
    updatedBy: 'Hoàng Long',
    kind: 'quarterly',
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
const move = (index: number, question = 'delivery_on-time'): SurveyOperation => ({
  op: 'move-question',
  question,
  page: 'delivery',
  index,
})
const edit = (operation: SurveyOperation, at = 0): DraftEvent => ({
  type: 'edited',
  operations: [operation],
  at,
})
const undo: DraftEvent = { type: 'undone' }
const redo: DraftEvent = { type: 'redone' }
const sent: DraftEvent = { type: 'sent', count: 1 }
const on = (draft: Draft, ...events: DraftEvent[]): Draft => events.reduce(nextDraft, draft)
const after = (...events: DraftEvent[]): Draft => on(openDraft(savedAt(1)), ...events)
const textOf = (draft: Draft, question = 'delivery_on-time') =>
  placeOf(draft.definition, question)?.question.text.en
const orderOf = ({ definition: { pages } }: Draft) =>
  pages.find(({ id }) => id === 'delivery')?.questions.map(({ id }) => id.replace('delivery_', ''))

function saved(revision: number, ...operations: SurveyOperation[]): SurveyDraft {
  const result = applyOperations(definition, operations)
  if (!result.ok) throw new Error(result.reason)
  return savedAt(revision, result.definition)
}
const arrives = (...operations: SurveyOperation[]): DraftEvent => ({
  type: 'arrived',
  theirs: saved(2, ...operations),
})

describe('typing', () => {
  test('is one operation to save and one step to undo, as long as it goes on', () => {
    const draft = after(edit(text('D'), 0), edit(text('De'), 300), edit(text('Del'), 600))
    expect(draft.pending).toEqual([text('Del')])
    expect(nextDraft(draft, undo)).toMatchObject({ definition, pending: [] })
  })

  test('after a pause is a step of its own', () => {
    const draft = after(edit(text('One'), 0), edit(text('Two'), 5000), undo)
    expect(textOf(draft)).toBe('One')
    expect(draft.pending).toEqual([text('One')])
  })

  test('while a save is on its way is kept for the next one', () => {
    const draft = after(edit(text('One')), sent, edit(text('Two'), 100))
    expect(draft.pending).toEqual([text('One'), text('Two')])
    const acknowledged = nextDraft(draft, { type: 'acknowledged', saved: saved(2, text('One')) })
    expect(acknowledged.pending).toEqual([text('Two')])
    expect(textOf(acknowledged)).toBe('Two')
    expect(acknowledged.saved.revision).toBe(2)
    // Both letters are one step; what has left already has to be taken back by another save.
    expect(nextDraft(acknowledged, undo)).toMatchObject({
      definition,
      pending: [text('Two'), text(textOf(after()) ?? '')],
    })
  })
})

describe('undo and redo', () => {
  const remove: SurveyOperation = { op: 'remove-page', page: 'delivery' }

  test('go back and forth without end, across saves', () => {
    const one = after(edit(text('One')), sent, { type: 'acknowledged', saved: saved(2, text('One')) })
    const both = on(one, edit(remove), sent, { type: 'acknowledged', saved: saved(3, text('One'), remove) })
    expect(both.pending).toEqual([])
    const back = on(both, undo, undo, undo)
    expect(back.definition).toEqual(definition)
    expect(applyOperations(both.saved.definition, back.pending)).toMatchObject({ ok: true, definition })
    expect(on(back, redo, redo, redo).definition).toEqual(both.definition)
  })

  test('several operations done as one are one step', () => {
    const draft = after({ type: 'edited', operations: [text('One'), move(2)], at: 0 })
    expect(draft.past).toHaveLength(1)
    expect(nextDraft(draft, undo)).toMatchObject({ definition, pending: [] })
    expect(on(draft, undo, redo).definition).toEqual(draft.definition)
  })

  test('a new change ends what could be redone', () => {
    expect(after(edit(text('One')), undo, edit(remove)).future).toEqual([])
  })

  test('of what somebody else has overwritten since is refused, and says who', () => {
    const mine = after(edit(text('Mine')), sent, { type: 'acknowledged', saved: saved(2, text('Mine')) })
    const theirs = on(mine, { type: 'arrived', theirs: saved(3, text('Theirs')) })
    const refused = nextDraft(theirs, undo)
    expect(refused).toMatchObject({ refusal: { lostTo: 'Hoàng Long' }, pending: [], past: [] })
    expect(textOf(refused)).toBe('Theirs')
  })

  test('of a question that somebody else has changed since does not take their change along', () => {
    const question = { id: 'mine', kind: 'nps', text: { en: 'Mine' }, required: false } as const
    const add: SurveyOperation = { op: 'add-question', page: 'delivery', index: 0, question }
    const mine = after(edit(add), sent, { type: 'acknowledged', saved: saved(2, add) })
    const theirs = on(mine, { type: 'arrived', theirs: saved(3, add, text('Theirs', 'mine')) })
    expect(on(theirs, undo)).toMatchObject({
      refusal: { lostTo: 'Hoàng Long' },
      definition: theirs.definition,
    })
  })

  test('of what stood on a page that is gone is refused, too', () => {
    const remove: SurveyOperation = { op: 'remove-question', question: 'delivery_on-time' }
    const mine = after(edit(remove), sent, { type: 'acknowledged', saved: saved(2, remove) })
    const theirs = on(mine, {
      type: 'arrived',
      theirs: saved(3, remove, { op: 'remove-page', page: 'delivery' }),
    })
    expect(on(theirs, undo)).toMatchObject({ refusal: { lostTo: null }, definition: theirs.definition })
  })

  test('of a move goes by the neighbours, when somebody else has moved others', () => {
    expect(orderOf(after())).toEqual(['on-time', 'accurate', 'post-delivery', 'overall'])
    const mine = after(edit(move(2)), sent, { type: 'acknowledged', saved: saved(2, move(2)) })
    const theirs = on(mine, { type: 'arrived', theirs: saved(3, move(2), move(0, 'delivery_overall')) })
    expect(orderOf(theirs)).toEqual(['overall', 'accurate', 'post-delivery', 'on-time'])
    expect(orderOf(on(theirs, undo))).toEqual(['on-time', 'overall', 'accurate', 'post-delivery'])
  })
})

describe('a save that does not arrive', () => {
  test('leaves everything to be sent again', () => {
    const draft = after(edit(text('One')), sent, { type: 'not sent' })
    expect(draft).toMatchObject({ pending: [text('One')], sending: 0 })
  })

  test('and had arrived all the same, with others after it: nothing is done twice', () => {
    const question = { id: 'mine', kind: 'nps', text: { en: 'Mine' }, required: false } as const
    const add: SurveyOperation = { op: 'add-question', page: 'delivery', index: 0, question }
    const draft = after(edit(add), sent, edit(text('Mine')))
    // Theirs removed it again before my second attempt was answered.
    const answer = saved(5, text('Theirs', 'delivery_accurate'))
    const result = nextDraft(draft, { type: 'acknowledged', saved: answer })
    expect(result.pending).toEqual([text('Mine')])
    expect(placeOf(result.definition, 'mine')).toBeNull()
    expect([textOf(result), textOf(result, 'delivery_accurate')]).toEqual(['Mine', 'Theirs'])
  })
})

describe('somebody else saved first', () => {
  test('changes of other things are put together without a question', () => {
    const draft = after(edit(text('Mine')), sent, arrives(text('Theirs', 'delivery_accurate')))
    expect(draft).toMatchObject({ conflict: null, sending: 0, pending: [text('Mine')] })
    expect(draft.saved.revision).toBe(2)
    expect([textOf(draft), textOf(draft, 'delivery_accurate')]).toEqual(['Mine', 'Theirs'])
  })

  test('about the same text a person decides, and nothing is lost or changed until then', () => {
    const draft = after(edit(text('Mine')), sent, arrives(text('Theirs')))
    expect(draft.conflict?.clashes).toMatchObject([{ mine: [text('Mine')], theirs: 'Theirs' }])
    expect(textOf(draft)).toBe('Mine')
    expect(on(draft, undo, redo, edit(text('More')))).toBe(draft)
  })

  test('mine can be chosen, and undo brings theirs back', () => {
    const draft = after(edit(text('Mine')), sent, arrives(text('Theirs')))
    const key = draft.conflict?.clashes[0]?.key ?? ''
    const mine = nextDraft(draft, { type: 'chosen', mine: new Set([key]), at: 0 })
    expect(mine).toMatchObject({ conflict: null, pending: [text('Mine')] })
    expect(textOf(mine)).toBe('Mine')
    const undone = nextDraft(mine, undo)
    expect(textOf(undone)).toBe('Theirs')
    expect(nextDraft(undone, undo).refusal).toEqual({ lostTo: 'Hoàng Long' })
  })

  test('theirs can be chosen', () => {
    const draft = after(edit(text('Mine')), sent, arrives(text('Theirs')))
    const given = nextDraft(draft, { type: 'chosen', mine: new Set(), at: 0 })
    expect(given).toMatchObject({ conflict: null, pending: [] })
    expect(textOf(given)).toBe('Theirs')
  })

  test('and again while the choice is open: it is made against the latest', () => {
    const draft = after(edit(text('Mine')), sent, arrives(text('Theirs')))
    const later = nextDraft(draft, { type: 'arrived', theirs: saved(3, text('Later')) })
    expect(later.conflict?.clashes).toMatchObject([{ theirs: 'Later' }])
    const back = nextDraft(draft, { type: 'arrived', theirs: savedAt(3) })
    expect(back).toMatchObject({ conflict: null, pending: [text('Mine')] })
  })
})

describe('work that was kept on this device', () => {
  const base = savedAt(1)

  test('is carried over to what stands now and can be undone', () => {
    const now = openDraft(saved(4, text('Theirs', 'delivery_accurate')))
    const draft = on(now, { type: 'returned', base, operations: [text('Mine')], at: 0 })
    expect(draft).toMatchObject({ conflict: null, pending: [text('Mine')] })
    expect(draft.saved.revision).toBe(4)
    expect(on(draft, undo).definition).toEqual(now.definition)
  })

  test('waits for a choice where others changed the same; what had been done here before can still be undone', () => {
    const now = on(openDraft(saved(4, text('Theirs'))), edit(text('Here', 'delivery_accurate')), sent, {
      type: 'acknowledged',
      saved: saved(5, text('Theirs'), text('Here', 'delivery_accurate')),
    })
    const draft = on(now, { type: 'returned', base, operations: [text('Mine')], at: 9000 })
    expect(draft.conflict?.clashes).toMatchObject([{ theirs: 'Theirs' }])
    const key = draft.conflict?.clashes[0]?.key ?? ''
    const chosen = nextDraft(draft, { type: 'chosen', mine: new Set([key]), at: 9000 })
    expect(chosen.saved.revision).toBe(5)
    expect(textOf(chosen)).toBe('Mine')
    expect(on(chosen, undo, undo).definition).toEqual(saved(4, text('Theirs')).definition)
  })

  test('that stands in the survey already is nothing to do', () => {
    const now = openDraft(saved(4, text('Mine')))
    const draft = on(now, { type: 'returned', base, operations: [text('Mine')], at: 0 })
    expect(draft).toMatchObject({ pending: [], past: [], conflict: null })
  })
})

test('an operation that does not apply changes nothing', () => {
  const draft = openDraft(savedAt(1))
  expect(nextDraft(draft, edit(text('Ghost', 'ghost')))).toBe(draft)
  expect(nextDraft(draft, undo)).toBe(draft)
})

test('what is given up is gone, and the survey stands as it was saved', () => {
  const draft = after(edit(text('Mine')), { type: 'discarded' })
  expect(draft).toMatchObject({ definition, pending: [], past: [] })
})
