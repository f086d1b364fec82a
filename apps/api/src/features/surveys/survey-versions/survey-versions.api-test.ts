import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { SurveyDraft, SurveyVersion } from '@sixfold/contract/surveys'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { placeOf } from '@sixfold/domain/survey/undo'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { readResponse } from '../../answering/responses/service.ts'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'
import { linesBetween } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing', { name: 'Lan Anh' })
})
afterAll(() => api.close())

let years = 2040
/** In a year of its own, unless one is named. */
function newSurvey(quarter: 1 | 2 | 3 | 4 = 1, year?: number) {
  years += 1
  return marketing.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: year ?? years, quarter },
    languages: ['en'],
  })
}
const save = ({ id, revision }: SurveyDraft, ...operations: SurveyOperation[]) =>
  marketing.api.surveys.save({ id, revision, operations })
const publish = (
  { id, revision }: SurveyDraft,
  verdicts: Record<string, QuestionChange> = {},
  continues: Record<string, string> = {},
) => marketing.api.surveys.publish({ id, revision, verdicts, continues })
const reword = (value = 'Delivery on the day we promised'): SurveyOperation => ({
  op: 'set-question-text',
  question: 'delivery_on-time',
  field: 'text',
  language: 'en',
  value,
})
/** Takes a question out and asks it again under another id. */
const renamed = (draft: SurveyDraft, id: string): SurveyOperation[] => {
  const place = placeOf(draft.definition, 'delivery_on-time')
  if (!place) throw new Error('the preset asks for delivery on time')
  return [
    { op: 'remove-question', question: 'delivery_on-time' },
    { op: 'add-question', page: place.page, index: 0, question: { ...place.question, id } },
  ]
}

describe('what its author says', () => {
  test('is stored with the version; where nothing is said, the proposal stands', async () => {
    const draft = await newSurvey()
    const first = await publish(draft)
    const second = await publish(await save(draft, reword()), { 'delivery_on-time': 'same' })
    expect(second).toMatchObject({
      number: 2,
      before: { surveyId: draft.id, number: 1 },
      changes: { 'delivery_on-time': 'same', delivery_overall: 'same' },
    })
    const third = await publish(await save({ ...draft, revision: 2 }, reword('Deliveries')))
    expect(third.changes['delivery_on-time']).toBe('reworded')
    expect(await marketing.api.surveys.getVersion({ id: draft.id, number: 2 })).toEqual(second)
    expect((await marketing.api.surveys.listVersions({ id: draft.id })).items).toEqual(
      [third, second, first].map(({ definition: _, ...head }) => head),
    )
  })

  test.each<[string, Record<string, QuestionChange>, Record<string, string>, string]>([
    ['another kind as the same', { 'delivery_on-time': 'same' }, {}, 'delivery_on-time'],
    ['a question of neither', { ghost: 'same' }, {}, 'ghost'],
    ['what is still asked as continued', {}, { 'delivery_on-time': 'delivery_accurate' }, 'delivery_on-time'],
  ])('%s is refused, and nothing is published', async (_, verdicts, continues, question) => {
    const draft = await newSurvey()
    await publish(draft)
    const changed = await save(draft, {
      op: 'replace-question',
      question: { id: 'delivery_on-time', kind: 'nps', text: { en: 'Would you say so?' }, required: false },
    })
    const error = await publish(changed, verdicts, continues).catch(thrown => thrown)
    expect(error).toMatchObject({
      code: 'invalid_input',
      status: 422,
      data: { fields: [{ path: `verdicts.${question}`, message: expect.any(String) }] },
    })
    expect((await marketing.api.surveys.listVersions({ id: draft.id })).items).toHaveLength(1)
  })

  test('a question goes on under a new id', async () => {
    const draft = await newSurvey()
    await publish(draft)
    const second = await publish(
      await save(draft, ...renamed(draft, 'on-time-anew')),
      {},
      {
        'on-time-anew': 'delivery_on-time',
      },
    )
    expect(second).toMatchObject({
      changes: { 'on-time-anew': 'same' },
      continues: { 'on-time-anew': 'delivery_on-time' },
    })
    expect(second.changes['delivery_on-time']).toBeUndefined()
  })
})

describe('what a version is compared with', () => {
  test('the latest one of the survey, else of an earlier quarter, else nothing', async () => {
    const lonely = await newSurvey(1, 1995)
    expect(await marketing.api.surveys.getVersionBefore({ id: lonely.id })).toEqual({ version: null })
    const first = await newSurvey(1, 2039)
    const asked = await publish(first)
    const next = await newSurvey(2, 2039)
    expect((await marketing.api.surveys.getVersionBefore({ id: next.id })).version).toEqual(asked)
    const version = await publish(next)
    expect(version.before).toEqual({ surveyId: first.id, number: 1 })
    expect((await marketing.api.surveys.getVersionBefore({ id: next.id })).version).toEqual(version)
  })
})

describe('the line of a question', () => {
  test('runs through all versions between two, by the word of each author', async () => {
    const draft = await newSurvey()
    const versions: SurveyVersion[] = [await publish(draft)]
    versions.push(await publish(await save(draft, reword('One')), { 'delivery_on-time': 'same' }))
    versions.push(await publish(await save({ ...draft, revision: 2 }, reword('Two'))))
    versions.push(
      await publish(await save({ ...draft, revision: 3 }, reword('Three')), { 'delivery_on-time': 'same' }),
    )
    const line = async (from: number, to: number) => {
      const [before, after] = [versions[from], versions[to]]
      if (!before || !after) throw new Error('no such version')
      return (await linesBetween(api.ctx, before, after))['delivery_on-time']?.change
    }
    expect(await line(0, 1)).toBe('same')
    expect(await line(0, 2)).toBe('reworded')
    expect(await line(0, 3)).toBe('reworded')
    expect(await line(2, 3)).toBe('same')
    // The other way round no author has spoken: the texts themselves tell.
    expect(await line(3, 2)).toBe('reworded')
  })
})

describe('trends', () => {
  const overall: SurveyOperation = {
    op: 'set-question-text',
    question: 'delivery_overall',
    field: 'text',
    language: 'en',
    value: 'How our deliveries go, all in all',
  }
  const wave = (operations: SurveyOperation[] = [], verdicts: Record<string, QuestionChange> = {}) =>
    inviteContacts(api, { count: 6, languages: ['en'], language: 'en', operations, verdicts })

  async function answered(asked: Awaited<ReturnType<typeof wave>>, value: number) {
    for (const { token } of asked.contacts)
      await api.anonymous.responses.submit({
        token,
        answers: [{ question: 'delivery_overall', value, revision: 1 }],
      })
    await advanceScoreboard(api.ctx, asked.waveId)
    const { factors } = await marketing.api.scoreboards.get({ id: asked.waveId })
    return factors.find(({ factor }) => factor === 'delivery')
  }

  test('break where a question was reworded, and go on where its author says it means the same', async () => {
    await answered(await wave(), 3)
    const reworded = await answered(await wave([overall]), 4)
    expect(reworded).toMatchObject({ trendBroken: true, change: null })
    const back = await answered(await wave([overall]), 5)
    expect(back).toMatchObject({ trendBroken: false, change: { points: 0 } })
    const another = { ...overall, value: 'Our deliveries, taken together' }
    const same = await answered(await wave([another], { delivery_overall: 'same' }), 2)
    expect(same).toMatchObject({ trendBroken: false, change: { points: -100 } })
    const renewed = await answered(await wave([overall], { delivery_overall: 'new' }), 4)
    expect(renewed).toMatchObject({ trendBroken: true, change: null })
  })

  test('answers stay with the version that asked for them', async () => {
    const asked = await wave()
    const [contact] = asked.contacts
    const answers = [{ question: 'delivery_on-time', value: 4, revision: 1 }]
    await api.anonymous.responses.save({ token: contact?.token ?? '', answers })
    const draft = await marketing.api.surveys.get({ id: asked.surveyId })
    const next = await publish(await save(draft, { op: 'remove-question', question: 'delivery_on-time' }))
    expect(next.number).toBe(2)
    const view = await api.anonymous.responses.get({ token: contact?.token ?? '' })
    expect(placeOf(view.definition, 'delivery_on-time')).not.toBeNull()
    await api.anonymous.responses.submit({ token: contact?.token ?? '', answers })
    const summary = (await marketing.api.waves.list({})).items.find(({ id }) => id === asked.waveId)
    expect(summary?.version).toBe(1)
    const { items } = await marketing.api.waves.invitations({ id: asked.waveId })
    const invitation = items.find(({ contactId }) => contactId === contact?.id)
    expect(await readResponse(api.ctx, invitation?.id ?? '')).toMatchObject({
      version: 1,
      state: 'submitted',
      answers: { 'delivery_on-time': { value: 4 } },
    })
  })
})
