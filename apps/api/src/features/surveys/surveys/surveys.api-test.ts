import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SurveyDraft } from '@sixfold/contract/surveys'
import { finding } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
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

const newSurvey = (quarter: 1 | 2 | 3 | 4 = 3, year = 2026) =>
  marketing.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year, quarter },
    languages: ['en', 'vi'],
  })
const text = (value: string, language = 'en'): SurveyOperation => ({
  op: 'set-question-text',
  question: 'delivery_on-time',
  field: 'text',
  language,
  value,
})
const save = (draft: SurveyDraft, ...operations: SurveyOperation[]) =>
  marketing.api.surveys.save({ id: draft.id, revision: draft.revision, operations })
const publish = ({ id, revision }: SurveyDraft) => marketing.api.surveys.publish({ id, revision })
const refusal = (code: string, status: number) => expect.objectContaining({ code, status })

/** A request as a stranger might write it, past the client's types. */
async function send(method: string, path: string, body: unknown) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie: marketing.cookie, 'x-language': 'vi' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('a new survey', () => {
  test('comes from the preset, named after its quarter and the house', async () => {
    const draft = await newSurvey(4)
    expect(draft).toMatchObject({
      quarter: { year: 2026, quarter: 4 },
      title: { vi: 'Khảo sát quý 4 năm 2026' },
      languages: ['en', 'vi'],
      revision: 1,
      latestVersion: null,
      changedSincePublished: false,
      updatedBy: 'Lan Anh',
    })
    expect(draft.definition.pages).toHaveLength(7)
    expect(draft.definition.welcome.vi).toContain('Máy Việt')
    expect(await marketing.api.surveys.get({ id: draft.id })).toEqual(draft)
  })

  test('of a model that does not exist is refused', async () => {
    const input = { factorModel: 'ghost', quarter: { year: 2026, quarter: 3 as const }, languages: ['en'] }
    await expect(marketing.api.surveys.create(input)).rejects.toEqual(refusal('not_found', 404))
  })

  test('surveys are listed the latest quarter first', async () => {
    const [early, late] = [await newSurvey(1, 2030), await newSurvey(2, 2030)]
    const { items } = await marketing.api.surveys.list()
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual([late.id, early.id])
  })

  test('factor models are listed, the default first', async () => {
    const { items } = await marketing.api.factorModels.list()
    expect(items.map(({ key, factors }) => [key, factors.length])).toEqual([
      ['ibm-six', 6],
      ['cuprimdso', 9],
      ['furps', 5],
      ['event', 5],
    ])
  })
})

describe('saving a draft', () => {
  test('applies the operations and raises the revision', async () => {
    const draft = await newSurvey()
    const saved = await save(draft, text('On the day'), {
      op: 'move-question',
      question: 'do-better',
      page: 'delivery',
      index: 0,
    })
    expect(saved.revision).toBe(2)
    const delivery = saved.definition.pages.find(({ id }) => id === 'delivery')
    expect(delivery?.questions.map(({ id }) => id).slice(0, 2)).toEqual(['do-better', 'delivery_on-time'])
    expect(delivery?.questions[1]?.text.en).toBe('On the day')
  })

  test('on an old revision is refused with what stands now', async () => {
    const draft = await newSurvey()
    const first = await save(draft, text('First'))
    await expect(save(draft, text('Second'))).rejects.toMatchObject({
      code: 'revision_conflict',
      status: 409,
      data: { data: { current: first } },
    })
  })

  test('of many at once lets exactly one through', async () => {
    const draft = await newSurvey()
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) => save(draft, text(`Version ${n}`))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await marketing.api.surveys.get({ id: draft.id })).toMatchObject({ revision: 2 })
  })

  test('repeated under one key is one save', async () => {
    const draft = await newSurvey()
    const input = { id: draft.id, revision: draft.revision, operations: [text('Once')] }
    const context = { idempotencyKey: `save-${draft.id}` }
    const first = await marketing.api.surveys.save(input, { context })
    expect(await marketing.api.surveys.save(input, { context })).toEqual(first)
  })

  test('is whole or nothing: the operation that does not apply is named in the caller’s language', async () => {
    const draft = await newSurvey()
    const operations = [text('Kept out'), { op: 'remove-question', question: 'ghost' }]
    const answer = await send('PATCH', `/surveys/${draft.id}`, { revision: 1, operations })
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'invalid_input',
        fields: [{ path: 'operations.1', message: 'Khảo sát không có câu hỏi này.' }],
      },
    })
    expect(await marketing.api.surveys.get({ id: draft.id })).toEqual(draft)
  })

  test.each<[string, unknown]>([
    ['an unknown key', { op: 'set-required', question: 'do-better', required: true, also: 1 }],
    ['an operator object', { op: 'set-required', question: { $gt: '' }, required: true }],
    ['an unknown operation', { op: 'drop-everything' }],
    ['an id that could not be a key of counts', { op: 'remove-question', question: 'a.b$c' }],
    ['a language that is none', { ...text('Words'), language: '__proto__' }],
    ['a text without end', text('x'.repeat(5001))],
  ])('with %s is refused before anything is stored', async (_, operation) => {
    const draft = await newSurvey()
    const answer = await send('PATCH', `/surveys/${draft.id}`, { revision: 1, operations: [operation] })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
    expect(await marketing.api.surveys.get({ id: draft.id })).toEqual(draft)
  })
})

describe('publishing', () => {
  test('freezes the draft as version 1, then 2; each says what became of every question', async () => {
    const draft = await newSurvey(1, 2020)
    const first = await publish(draft)
    expect(first).toMatchObject({ surveyId: draft.id, number: 1, publishedBy: 'Lan Anh' })
    expect(first.definition).toEqual(draft.definition)
    expect(new Set(Object.values(first.changes))).toEqual(new Set(['new']))

    const second = await publish(
      await save(draft, text('On the very day'), { op: 'remove-question', question: 'delivery_accurate' }),
    )
    expect(second.number).toBe(2)
    expect(second.changes).toMatchObject({
      'delivery_on-time': 'reworded',
      delivery_accurate: 'dropped',
      delivery_overall: 'same',
    })
    expect(await marketing.api.surveys.getVersion({ id: draft.id, number: 1 })).toEqual(first)
  })

  test('what is published already gives that version again', async () => {
    const draft = await newSurvey()
    const first = await publish(draft)
    expect(await publish(draft)).toEqual(first)
    const edited = await save(draft, text('Other words'))
    expect(edited).toMatchObject({ latestVersion: 1, changedSincePublished: true })
    const original = draft.definition.pages[4]?.questions[0]?.text.en ?? ''
    const undone = await save(edited, text(original))
    expect(undone.changedSincePublished).toBe(false)
    expect((await publish(undone)).contentHash).toBe(first.contentHash)
  })

  test('by many at once makes one version', async () => {
    const draft = await newSurvey()
    const versions = await Promise.all(Array.from({ length: 8 }, () => publish(draft)))
    expect(new Set(versions.map(({ number }) => number))).toEqual(new Set([1]))
  })

  test('continues the quarter before: the same questions are the same', async () => {
    await publish(await newSurvey(1, 2031))
    const next = await publish(await newSurvey(2, 2031))
    expect(new Set(Object.values(next.changes))).toEqual(new Set(['same']))
  })

  test('is refused with the findings while something stands against it', async () => {
    const draft = await save(await newSurvey(), text('', 'vi'))
    const error = await publish(draft).catch(thrown => thrown)
    expect(error).toMatchObject({ code: 'not_publishable', status: 422 })
    expect(finding.array().parse(error.data.data.findings)).toMatchObject([
      {
        code: 'missing_translation',
        severity: 'stops',
        place: { question: 'delivery_on-time', language: 'vi', field: 'text' },
      },
    ])
    expect(await marketing.api.surveys.get({ id: draft.id })).toMatchObject({ latestVersion: null })
  })

  test('what somebody else has changed meanwhile is refused', async () => {
    const draft = await newSurvey()
    await save(draft, text('Changed'))
    await expect(publish(draft)).rejects.toEqual(refusal('revision_conflict', 409))
  })

  test('leaves an entry in the audit', async () => {
    const administrator = await colleague(api, 'administrator')
    const draft = await newSurvey()
    await publish(draft)
    const { items } = await administrator.api.audit.list({})
    expect(items.filter(({ subject }) => subject === `survey:${draft.id}`)).toMatchObject([
      { action: 'survey.published', actor: 'Lan Anh', detail: 'version 1' },
      { action: 'survey.created', actor: 'Lan Anh' },
    ])
  })
})

describe('who may', () => {
  test('an analyst reads and cannot change; the refusal looks like nothing is there', async () => {
    const analyst = await colleague(api, 'analyst')
    const draft = await newSurvey()
    expect(await analyst.api.surveys.get({ id: draft.id })).toEqual(draft)
    const operations = [text('Mine')]
    for (const attempt of [
      () => analyst.api.surveys.save({ id: draft.id, revision: 1, operations }),
      () => analyst.api.surveys.publish({ id: draft.id, revision: 1 }),
      () => analyst.api.surveys.save({ id: 'ghost', revision: 1, operations }),
    ])
      await expect(attempt()).rejects.toEqual(refusal('not_found', 404))
  })

  test('surveys of the whole house are not changed by people of single regions', async () => {
    const regional = await colleague(api, 'marketing', { regions: ['north'] })
    const draft = await newSurvey()
    await expect(
      regional.api.surveys.save({ id: draft.id, revision: 1, operations: [text('Mine')] }),
    ).rejects.toEqual(refusal('not_found', 404))
  })

  test('nobody without signing in', async () => {
    await expect(api.anonymous.surveys.list()).rejects.toEqual(refusal('unauthenticated', 401))
  })

  test.each(['ghost', '000000000000000000000000', '$ne'])('the id %s does not exist', async id => {
    await expect(marketing.api.surveys.get({ id })).rejects.toEqual(refusal('not_found', 404))
    await expect(marketing.api.surveys.getVersion({ id, number: 1 })).rejects.toEqual(
      refusal('not_found', 404),
    )
  })
})
