import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { colleague } from './people.ts'
import type { TestApi } from './start-test-api.ts'
import { startTestApi } from './start-test-api.ts'

// Among the first things of a worker, which loads the whole product before.
jest.setTimeout(60_000)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ smtp: true })
})
afterAll(() => api.close())

test('answers as the person who calls, within their regions', async () => {
  const regional = await colleague(api, 'regional', { regions: ['north'] })
  const { actor, regions, now } = await regional.api.session.get()
  expect(actor).toMatchObject({ role: 'regional', regions: [api.regions.north] })
  expect(regions.map(({ name }) => name)).toEqual(['north'])
  expect(now).toBe(api.clock.now().toISOString())
})

test('refuses who is not signed in, with the contract’s error', async () => {
  await expect(api.anonymous.session.get()).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
})

test('mails leave when the jobs are told to run', async () => {
  const administrator = await colleague(api, 'administrator')
  await administrator.api.staff.invite({
    email: 'mai@example.com',
    role: 'marketing',
    regions: 'all',
    language: 'vi',
  })
  expect(api.mailSink?.mails).toEqual([])
  expect(await api.runJobs()).toBeGreaterThan(0)
  const mail = await api.mailSink?.waitFor(({ to }) => to.includes('mai@example.com'))
  expect(mail?.links.some(link => link.startsWith(`${api.url}/join/`))).toBe(true)
})

test('two of them share nothing', async () => {
  const other = await startTestApi({ empty: true })
  try {
    expect(await other.anonymous.setup.welcome()).toMatchObject({ needsSetup: true })
    expect(await api.anonymous.setup.welcome()).toMatchObject({ needsSetup: false })
  } finally {
    await other.close()
  }
})
