import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let lan: Colleague
let id: string

beforeAll(async () => {
  api = await startTestApi()
  lan = await colleague(api, 'marketing', { name: 'Lan Anh' })
  const survey = await lan.api.surveys.create({
    factorModel: 'ibm-six',
    quarter: { year: 2031, quarter: 1 },
    languages: ['en', 'vi'],
  })
  id = survey.id
})
afterAll(() => api.close())

const key = 'leading::delivery_on-time::en::text::::1k2j3h'

test('a finding is kept with its reason, which the next colleague sees and may replace', async () => {
  const kept = await lan.api.reviews.keep({ id, key, reason: ' It is the name of the product ' })
  expect(kept).toMatchObject({ key, reason: 'It is the name of the product', keptBy: 'Lan Anh' })
  const long = await colleague(api, 'marketing', { name: 'Hoàng Long' })
  expect((await long.api.reviews.kept({ id })).items).toEqual([kept])
  await long.api.reviews.keep({ id, key, reason: 'Agreed with the customer' })
  expect((await lan.api.reviews.kept({ id })).items).toEqual([
    expect.objectContaining({ reason: 'Agreed with the customer', keptBy: 'Hoàng Long' }),
  ])
})

test('it is kept once, however many keep it at once', async () => {
  const other = 'jargon::delivery_accurate::vi::text::::abc'
  await Promise.all(
    Array.from({ length: 12 }, (_, at) => lan.api.reviews.keep({ id, key: other, reason: `${at}` })),
  )
  const { items } = await lan.api.reviews.kept({ id })
  expect(items.filter(item => item.key === other)).toHaveLength(1)
  await lan.api.reviews.reopen({ id, key: other })
})

test('it can be reopened, twice as well as once; both are noted', async () => {
  await lan.api.reviews.reopen({ id, key })
  await lan.api.reviews.reopen({ id, key })
  expect((await lan.api.reviews.kept({ id })).items).toEqual([])
  const administrator = await colleague(api, 'administrator')
  const { items } = await administrator.api.audit.list({ limit: 50 })
  const noted = items.filter(({ detail }) => detail.startsWith(key)).map(({ action }) => action)
  expect(noted).toEqual(['finding.reopened', 'finding.kept', 'finding.kept'])
})

test('a reason is needed, a key must be one, and only who edits surveys decides', async () => {
  await expect(lan.api.reviews.keep({ id, key, reason: '  ' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await expect(lan.api.reviews.keep({ id, key: '$where', reason: 'x' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  const analyst = await colleague(api, 'analyst')
  expect((await analyst.api.reviews.kept({ id })).items).toEqual([])
  await expect(analyst.api.reviews.keep({ id, key, reason: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(lan.api.reviews.kept({ id: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
})
