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

async function answer(some: readonly string[], points: number) {
  for (const token of some)
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: points, revision: 1 }],
    })
  await advanceScoreboard(api.ctx, waveId)
}

const pageOf = async (input: { regionId?: string; language?: 'en' | 'vi'; parts?: ['findings'] } = {}) => {
  const { body } = await reader.api.reports.file({ id: waveId, format: 'html', ...input })
  return body.text()
}
/** The cells of the line of a factor. */
const lineOf = (page: string, factor: string) =>
  (new RegExp(`<tr><th scope="row">${factor}</th>(.*?)</tr>`).exec(page)?.[1] ?? '').replaceAll(
    /<[^>]+>/g,
    '|',
  )

test('fewer than five answers show no number, in neither format', async () => {
  await answer(tokens.slice(0, 4), 5)
  const page = await pageOf()
  expect(page).toContain('Fewer than 5')
  expect(lineOf(page, 'Delivery')).not.toMatch(/\d/)
  const { body } = await reader.api.reports.file({ id: waveId, format: 'pdf' })
  expect(Buffer.from(await body.slice(0, 5).arrayBuffer()).toString()).toBe('%PDF-')
})

test('the page holds scores and charts, asks nobody for anything, and speaks both languages', async () => {
  await answer(tokens.slice(4), 2)
  const page = await pageOf({ language: 'en' })
  expect(page).toContain('12 of 12 people asked')
  expect(lineOf(page, 'Delivery')).toContain('|33|')
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)| src="(?!data:)|<link/)
  expect(page).toContain("default-src 'none'")
  expect(await pageOf({ language: 'vi' })).toContain('<html lang="vi">')
})

test('what is still being worked out says so, asks for its job, and stands in the next report', async () => {
  const before = await pageOf({ language: 'en' })
  expect(before).toContain('The answers are being held against each other')
  expect(before).not.toContain('Nothing is told of single answers')
  await api.runJobs()
  expect(await pageOf({ language: 'en' })).toMatch(/\d+ of 12 judged answers/)
})

test('parts that were not asked for are left out', async () => {
  const page = await pageOf({ language: 'en', parts: ['findings'] })
  expect(page).toContain('What changed')
  expect(page).not.toContain('What customers said')
})

test('a region that one does not work for has no report', async () => {
  await expect(pageOf({ regionId: api.regions.germany })).rejects.toMatchObject({ code: 'not_found' })
})
