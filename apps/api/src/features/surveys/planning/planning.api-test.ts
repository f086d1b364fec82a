import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { PlanContent } from '@sixfold/contract/collection-plans'
import { planConflictData } from '@sixfold/contract/collection-plans'
import { blankPlan } from '@sixfold/domain/survey/plan'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let lan: Colleague
let surveyId: string

beforeAll(async () => {
  api = await startTestApi()
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
})
afterAll(() => api.close())

const newSurvey = async () =>
  (
    await lan.api.surveys.create({
      factorModel: 'ibm-six',
      quarter: { year: 2031, quarter: 1 },
      languages: ['en', 'vi'],
    })
  ).id
const content = (fields: Partial<PlanContent> = {}): PlanContent => ({
  ...(blankPlan('VND') as PlanContent),
  purpose: 'To decide where the second warehouse goes',
  ...fields,
})

describe('a collection plan', () => {
  beforeAll(async () => {
    surveyId = await newSurvey()
  })

  test('is not there until it is made, and says how many people could be asked', async () => {
    await addContacts(api, 'north', 3)
    await addContacts(api, 'south', 2, { executive: true })
    const { plan, onRecord } = await lan.api.collectionPlans.get({ id: surveyId })
    expect(plan).toBeNull()
    expect(onRecord).toEqual({ executives: 2, others: 3 })
    const regional = await colleague(api, 'regional', { regions: ['north'] })
    expect((await regional.api.collectionPlans.get({ id: surveyId })).onRecord).toEqual({
      executives: 0,
      others: 3,
    })
  })

  test('is saved on the revision that its author saw; the second of two gets what stands', async () => {
    const first = await lan.api.collectionPlans.save({ id: surveyId, revision: 0, content: content() })
    expect(first).toMatchObject({ revision: 1, savedBy: 'Lan Anh', content: content() })
    const taken = lan.api.collectionPlans.save({
      id: surveyId,
      revision: 0,
      content: content({ known: 'Mine' }),
    })
    const refusal = await taken.catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'revision_conflict' })
    expect(planConflictData.parse((refusal as { data: { data: unknown } }).data.data).current).toEqual(first)

    const second = await lan.api.collectionPlans.save({
      id: surveyId,
      revision: 1,
      content: content({ known: 'The first one is full' }),
    })
    expect(second.revision).toBe(2)
    expect((await lan.api.collectionPlans.get({ id: surveyId })).plan).toEqual(second)
  })

  test('twenty who save at once on one revision: one is written', async () => {
    const id = await newSurvey()
    const saves = Array.from({ length: 20 }, (_, at) =>
      lan.api.collectionPlans.save({ id, revision: 0, content: content({ known: `${at}` }) }),
    )
    const results = await Promise.allSettled(saves)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await lan.api.collectionPlans.get({ id })).plan?.revision).toBe(1)
  })

  test.each([
    ['purpose', content({ purpose: '  ' })],
    ['confidence', { ...content(), confidence: 0.42 }],
    ['marginOfError', content({ marginOfError: 5 })],
    ['currency', content({ currency: 'dong' })],
    [
      'groups.executive.responseRate',
      content({ groups: { ...content().groups, executive: { people: 5, responseRate: 40 } } }),
    ],
    ['costs.hours', content({ costs: { ...content().costs, hours: -1 } })],
  ])('a wrong %s is refused at its field, and nothing is stored', async (path, wrong) => {
    const before = await lan.api.collectionPlans.get({ id: surveyId })
    const refusal = await lan.api.collectionPlans
      .save({ id: surveyId, revision: before.plan?.revision ?? 0, content: wrong as PlanContent })
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'invalid_input',
      data: { fields: [expect.objectContaining({ path: `content.${path}` })] },
    })
    expect(await lan.api.collectionPlans.get({ id: surveyId })).toEqual(before)
  })

  test('is read by everybody who reads surveys, written by those who edit them, and each saving is noted', async () => {
    const analyst = await colleague(api, 'analyst')
    const { plan } = await analyst.api.collectionPlans.get({ id: surveyId })
    expect(plan?.revision).toBe(2)
    await expect(
      analyst.api.collectionPlans.save({ id: surveyId, revision: 2, content: content() }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const administrator = await colleague(api, 'administrator')
    const { items } = await administrator.api.audit.list({ limit: 50 })
    expect(items).toContainEqual(
      expect.objectContaining({
        action: 'plan.saved',
        subject: `survey:${surveyId}`,
        actor: 'Lan Anh',
        detail: 'revision 2',
      }),
    )
  })
})

describe('personal data', () => {
  test('without a use neither on the question nor in the plan cannot be published', async () => {
    const id = await newSurvey()
    const draft = await lan.api.surveys.save({
      id,
      revision: 1,
      operations: [
        {
          op: 'add-question',
          page: 'closing',
          index: 9,
          question: {
            id: 'call-back',
            kind: 'contact-details',
            text: { en: 'May we call you?', vi: 'Chúng tôi có thể gọi cho anh/chị không?' },
            required: false,
            fields: [{ id: 'phone', text: {} }],
          },
        },
      ],
    })
    const publish = () => lan.api.surveys.publish({ id, revision: draft.revision })
    await expect(publish()).rejects.toMatchObject({
      code: 'not_publishable',
      data: {
        data: {
          findings: expect.arrayContaining([
            expect.objectContaining({
              code: 'personal_without_use',
              severity: 'stops',
              place: { question: 'call-back', part: 'phone', field: 'text' },
            }),
          ]),
        },
      },
    })
    const uses = [
      { question: 'call-back', field: 'phone' as const, use: 'To call back within a working day' },
    ]
    await lan.api.collectionPlans.save({ id, revision: 0, content: content({ uses }) })
    expect((await publish()).number).toBe(1)
  })
})
