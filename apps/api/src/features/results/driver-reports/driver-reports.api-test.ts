import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { seededRandom } from '@sixfold/domain/random'
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
  const wave = await inviteContacts(api, { count: 60, region: 'south' })
  waveId = wave.waveId
  tokens = wave.contacts.map(({ token }) => token)
})
afterAll(() => api.close())

const FACTORS = ['technical', 'support', 'marketing', 'administration', 'delivery', 'image']

/** Delivery decides the recommendation; the others wander by themselves. */
async function answer(token: string, n: number) {
  const factors = await factorQuestions()
  const random = seededRandom(n)
  const points = factors.map(() => 1 + random.below(5))
  await api.anonymous.responses.submit({
    token,
    answers: [
      ...factors.map((question, at) => ({ question, value: points[at] ?? 3, revision: 1 })),
      { question: 'recommend', value: 2 * (points[factors.indexOf('delivery_overall')] ?? 3), revision: 1 },
    ],
  })
}

let known: string[] | undefined
async function factorQuestions(): Promise<string[]> {
  const { questions } = await reader.api.results.questions({ id: waveId })
  known ??= questions.map(({ question }) => question).filter(id => id.endsWith('_overall'))
  return known
}

async function read(regionId?: string) {
  await api.runJobs()
  return reader.api.driverReports.get({ id: waveId, ...(regionId ? { regionId } : {}) })
}

test('too few answers show nothing; fifty are needed to tell factors apart', async () => {
  expect(await factorQuestions()).toHaveLength(FACTORS.length)
  expect(await read()).toMatchObject({ state: 'suppressed', drivers: [] })
  for (const [n, token] of tokens.slice(0, 30).entries()) await answer(token, n)
  await advanceScoreboard(api.ctx, waveId)
  expect(await read()).toMatchObject({ state: 'coming' })
  const found = await read()
  expect(found).toMatchObject({ state: 'ready', responses: 30, reason: 'too_few', rSquared: null })
  expect(found.drivers).toHaveLength(FACTORS.length)
  expect(found.drivers.every(({ importance }) => importance === null)).toBe(true)
})

test('with more the first factor is named, of everybody and by region', async () => {
  for (const [n, token] of tokens.slice(30).entries()) await answer(token, n + 30)
  await advanceScoreboard(api.ctx, waveId)
  expect(await read()).toMatchObject({ state: 'ready', outdated: true, responses: 30 })
  api.clock.advance({ minutes: 6 })
  const found = await read(api.regions.south)
  expect(found).toMatchObject({ state: 'ready', outdated: false, responses: 60, reason: null })
  const sum = found.drivers.reduce((total, { importance }) => total + (importance ?? 0), 0)
  expect(sum).toBeCloseTo(100, 6)
  const first = found.drivers.toSorted((a, b) => (b.importance ?? 0) - (a.importance ?? 0))[0]
  expect(first).toMatchObject({ factor: 'delivery', correlation: 1 })
  expect(first?.importanceInterval?.low).toBeGreaterThan(20)
  await expect(read(api.regions.germany)).rejects.toMatchObject({ code: 'not_found' })
})
