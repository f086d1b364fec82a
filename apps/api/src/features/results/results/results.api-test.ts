import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let reader: Colleague
let waveId: string
let tokens: string[]
beforeAll(async () => {
  api = await startTestApi()
  reader = await colleague(api, 'marketing')
  const wave = await inviteContacts(api, { count: 12, region: 'south' })
  waveId = wave.waveId
  tokens = wave.contacts.map(({ token }) => token)
})
afterAll(() => api.close())

async function answer(token: string, points: number, comment = '') {
  await api.anonymous.responses.submit({
    token,
    answers: [
      { question: 'delivery_overall', value: points, revision: 1 },
      { question: 'recommend', value: points * 2, revision: 1 },
      ...(comment ? [{ question: 'do-better', value: comment, revision: 1 }] : []),
    ],
  })
  await advanceScoreboard(api.ctx, waveId)
}

const listOf = async (key: string, regionId?: string) => {
  const { questions } = await reader.api.results.questions({ id: waveId, ...(regionId ? { regionId } : {}) })
  return questions.flatMap(({ lists }) => lists).find(list => list.key === key)
}

test('fewer than five answers show nothing', async () => {
  for (const token of tokens.slice(0, 4)) await answer(token, 5)
  expect(await listOf('delivery_overall')).toMatchObject({ suppressed: true, n: null, cells: [] })
})

test('every question with its figure and n, by everybody and by region', async () => {
  for (const token of tokens.slice(4)) await answer(token, 2, '=1+1')
  expect(await listOf('delivery_overall')).toMatchObject({
    suppressed: false,
    n: tokens.length,
    figure: { is: 'satisfied' },
  })
  expect(await listOf('recommend')).toMatchObject({ figure: { is: 'nps' } })
  expect(await listOf('do-better')).toMatchObject({ n: tokens.length - 4, figure: null })
  expect(await listOf('delivery_overall', api.regions.south)).toMatchObject({ n: tokens.length })
  await expect(listOf('delivery_overall', api.regions.germany)).rejects.toMatchObject({ code: 'not_found' })
})

test('whoever may read scores sees every question', async () => {
  const care = await colleague(api, 'care')
  expect((await care.api.results.questions({ id: waveId })).questions.length).toBeGreaterThan(20)
})
