import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import { blankQuestion } from '@sixfold/domain/survey/blank-question'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { QUESTION_KINDS } from '@sixfold/domain/survey/question'
import { placeOf } from '@sixfold/domain/survey/undo'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing', { name: 'Lan Anh' })
})
afterAll(() => api.close())

const languages = ['en', 'vi']
const page = 'closing'

/** A new survey with one question of every kind at its end. */
async function everyKind(): Promise<SurveyDraft> {
  const draft = await marketing.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages,
  })
  return save(
    draft,
    ...QUESTION_KINDS.map(
      (kind): SurveyOperation => ({
        op: 'add-question',
        page,
        index: 99,
        question: blankQuestion(kind, { id: kind, languages }),
      }),
    ),
  )
}

const save = ({ id, revision }: SurveyDraft, ...operations: SurveyOperation[]) =>
  marketing.api.surveys.save({ id, revision, operations })
const question = (draft: SurveyDraft, id: string) => placeOf(draft.definition, id)?.question

/** A save as a stranger might write it, past the client's types. */
async function send({ id, revision }: SurveyDraft, ...operations: unknown[]) {
  const answer = await fetch(`${api.url}/api/surveys/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', cookie: marketing.cookie, 'x-language': 'en' },
    body: JSON.stringify({ revision, operations }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('every kind of question', () => {
  test('is kept as it was made, and is there when the draft is opened again', async () => {
    const draft = await everyKind()
    for (const kind of QUESTION_KINDS)
      expect(question(draft, kind)).toEqual(blankQuestion(kind, { id: kind, languages }))
    expect(await marketing.api.surveys.get({ id: draft.id })).toEqual(draft)
  })

  test('is changed in its texts, settings, parts and conditions', async () => {
    const draft = await everyKind()
    const whenYes = {
      join: 'all',
      tests: [{ subject: { question: 'yes-no' }, is: 'is', values: ['yes'] }],
    } as const
    const saved = await save(
      draft,
      { op: 'set-question-text', question: 'choice', field: 'other', language: 'vi', value: 'Khác' },
      { op: 'set-setting', question: 'rating', setting: 'points', value: 5 },
      { op: 'set-setting', question: 'choices', setting: 'atMost', value: 2 },
      { op: 'set-setting', question: 'number', setting: 'showIf', value: whenYes },
      { op: 'add-part', question: 'grid', index: 0, part: { id: 'speed', text: { en: 'Speed' } } },
      {
        op: 'set-part-setting',
        question: 'grid',
        part: 'speed',
        setting: 'measures',
        value: { factor: 'delivery', attribute: 'on-time' },
      },
      { op: 'move-part', question: 'ranking', part: 'c', index: 0 },
      { op: 'remove-part', question: 'sum', part: 'a' },
      { op: 'set-page-setting', page, setting: 'jumps', value: [{ when: whenYes, to: 'end' }] },
      {
        op: 'replace-question',
        question: blankQuestion('dropdown', { id: 'csat', languages }),
      },
      { op: 'set-languages', languages: ['en', 'vi', 'fr'], defaultLanguage: 'vi' },
    )
    expect(question(saved, 'choice')).toMatchObject({ other: { vi: 'Khác' } })
    expect(question(saved, 'rating')).toMatchObject({ points: 5 })
    expect(question(saved, 'choices')).toMatchObject({ atMost: 2 })
    expect(question(saved, 'number')).toMatchObject({ showIf: whenYes })
    expect(question(saved, 'grid')).toMatchObject({ rows: [{ id: 'speed' }, {}, {}, {}] })
    expect(question(saved, 'ranking')).toMatchObject({ options: [{ id: 'c' }, { id: 'a' }, { id: 'b' }] })
    expect(question(saved, 'sum')).toMatchObject({ options: [{ id: 'b' }, { id: 'c' }] })
    expect(question(saved, 'csat')).toMatchObject({ kind: 'dropdown' })
    expect(saved.definition).toMatchObject({ languages: ['en', 'vi', 'fr'], defaultLanguage: 'vi' })
    expect(await marketing.api.surveys.get({ id: saved.id })).toEqual(saved)
  })
})

describe('a save that does not fit', () => {
  const wrongKind = 'This kind of question has no such setting.'
  const wrongValue = 'This cannot be left out, or does not fit here.'
  test.each<[string, unknown, string]>([
    [
      'a setting that the kind lacks',
      { op: 'set-setting', question: 'nps', setting: 'points', value: 5 },
      wrongKind,
    ],
    [
      'taking out what the kind needs',
      { op: 'set-setting', question: 'slider', setting: 'min', value: null },
      wrongValue,
    ],
    [
      'a text that the kind lacks',
      { op: 'set-question-text', question: 'nps', field: 'unit', language: 'en', value: 'km' },
      wrongKind,
    ],
    [
      'a part for a kind without a list',
      { op: 'add-part', question: 'nps', index: 0, part: { id: 'a', text: {} } },
      wrongKind,
    ],
    [
      'a contact field that there is not',
      { op: 'add-part', question: 'contact-details', index: 0, part: { id: 'salary', text: {} } },
      wrongValue,
    ],
    [
      'a part that is there already',
      { op: 'add-part', question: 'choice', index: 0, part: { id: 'a', text: {} } },
      'The question has an option, row or field with this id already.',
    ],
    [
      'a part that is not there',
      { op: 'remove-part', question: 'choice', part: 'ghost' },
      'The question has no such option, row or field.',
    ],
    [
      'a default language that is not asked in',
      { op: 'set-languages', languages: ['en'], defaultLanguage: 'vi' },
      wrongValue,
    ],
  ])('names the operation and the reason, and stores nothing: %s', async (_, operation, message) => {
    const draft = await everyKind()
    const fits = { op: 'set-required', question: 'nps', required: true }
    expect(await send(draft, fits, operation)).toMatchObject({
      status: 422,
      body: { code: 'invalid_input', fields: [{ path: 'operations.1', message }] },
    })
    expect(await marketing.api.surveys.get({ id: draft.id })).toEqual(draft)
  })

  test.each<[string, unknown, string]>([
    [
      'a number that is text',
      { op: 'set-setting', question: 'rating', setting: 'points', value: '5' },
      'value',
    ],
    ['a scale too long', { op: 'set-setting', question: 'rating', setting: 'points', value: 12 }, 'value'],
    [
      'a setting that there is not',
      { op: 'set-setting', question: 'rating', setting: '__proto__', value: 1 },
      '',
    ],
    [
      'an operator in a condition',
      {
        op: 'set-setting',
        question: 'rating',
        setting: 'showIf',
        value: { join: 'all', tests: [{ subject: { question: { $gt: '' } }, is: 'is', values: [1] }] },
      },
      'value',
    ],
    [
      'a question with a setting of another kind',
      {
        op: 'replace-question',
        question: { ...blankQuestion('nps', { id: 'nps', languages }), points: 5 },
      },
      'question',
    ],
  ])('is refused with its place, and stores nothing: %s', async (_, operation, field) => {
    const draft = await everyKind()
    const { status, body } = await send(draft, operation)
    expect([status, body.code]).toEqual([422, 'invalid_input'])
    const [fault] = body.fields as { path: string }[]
    expect(fault?.path).toMatch(new RegExp(`^operations\\.0${field && `\\.${field}`}`))
    expect(await marketing.api.surveys.get({ id: draft.id })).toEqual(draft)
  })

  test('a draft passes through states that could not be published', async () => {
    const draft = await everyKind()
    const saved = await save(
      draft,
      { op: 'set-setting', question: 'slider', setting: 'min', value: 500 },
      { op: 'remove-part', question: 'choice', part: 'a' },
      { op: 'remove-part', question: 'choice', part: 'b' },
      { op: 'remove-part', question: 'choice', part: 'c' },
    )
    expect(question(saved, 'choice')).toMatchObject({ options: [] })
    await expect(
      marketing.api.surveys.publish({ id: saved.id, revision: saved.revision }),
    ).rejects.toMatchObject({
      code: 'not_publishable',
    })
  })

  test('that would outgrow what the database can hold is refused, and what stands is kept', async () => {
    const draft = await everyKind()
    const words = 'x'.repeat(4_600)
    const options = Array.from({ length: 200 }, (_, n) => ({ id: `o${n}`, text: { en: words, vi: words } }))
    const huge = (id: string): SurveyOperation => ({
      op: 'add-question',
      page,
      index: 99,
      question: { id, kind: 'sum', text: {}, required: false, options, total: 100 },
    })
    const large = await save(await save(draft, huge('huge-1')), huge('huge-2'))
    expect(await send(large, huge('huge-3'))).toMatchObject({
      status: 422,
      body: {
        fields: [{ path: 'operations.0', message: 'A survey cannot hold more than this.' }],
      },
    })
    expect((await marketing.api.surveys.get({ id: large.id })).revision).toBe(large.revision)
  })

  test('of too many operations is refused', async () => {
    const draft = await everyKind()
    const one = { op: 'set-required', question: 'nps', required: true }
    const { status } = await send(draft, ...Array.from({ length: 501 }, () => one))
    expect(status).toBe(422)
  })
})

test('all of it at once is one save, and the questions stand in their order', async () => {
  const draft = await everyKind()
  expect(draft.revision).toBe(2)
  const added = questionsOf(draft.definition).slice(-QUESTION_KINDS.length)
  expect(added.map(({ kind }) => kind)).toEqual(QUESTION_KINDS)
})
