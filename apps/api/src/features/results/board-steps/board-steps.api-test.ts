import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { DIMENSIONS } from '@sixfold/domain/results/dimensions'
import { REPORT_PARTS } from '@sixfold/domain/results/report-outline'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard, rebuildScoreboard } from '../scoreboards/service.ts'
import { takeSteps } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
let analyst: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  analyst = await colleague(api, 'analyst')
})
afterAll(() => api.close())

interface Asked {
  waveId: string
  tokens: string[]
}

async function ask(count: number): Promise<Asked> {
  const { waveId, contacts } = await inviteContacts(api, { count, region: 'south' })
  return { waveId, tokens: contacts.map(({ token }) => token) }
}

/** The next people answer, one after the other, and what follows by itself within a minute has happened. */
async function answer({ waveId, tokens }: Asked, count: number, points = 4) {
  for (const token of tokens.splice(0, count))
    await api.anonymous.responses.submit({
      token,
      answers: [
        { question: 'delivery_overall', value: points, revision: 1 },
        { question: 'recommend', value: points * 2, revision: 1 },
        { question: 'do-better', value: `Said with ${points} points`, revision: 1 },
      ],
    })
  await settle(waveId)
}

async function settle(waveId: string) {
  await advanceScoreboard(api.ctx, waveId)
  await takeSteps(api.ctx, waveId)
  await api.runJobs()
}

const boardOf = async (reader: Colleague, id: string, regionId?: string) => {
  const { responses, waiting, factors } = await reader.api.scoreboards.get({
    id,
    ...(regionId ? { regionId } : {}),
  })
  return { responses, waiting, n: factors.find(({ factor }) => factor === 'delivery')?.n ?? null }
}

/** What a call brings, or the code it is refused with. */
const outcome = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    value => value,
    (error: { code?: string }) => ({ refused: error.code }),
  )

const parts = REPORT_PARTS.filter(part => part !== 'coverage')

/** A page with its charts opened, without the numbers that a chart library counts its drawings with. */
const drawn = (page: string) =>
  page.replaceAll(/base64,([\w+/=]+)/g, (_, code: string) =>
    Buffer.from(code, 'base64')
      .toString()
      .replaceAll(/zr\d+(-cls-\d+)?/g, 'zr'),
  )

/** Everything about the answers of a wave that somebody can ask the API for, by what it is. */
async function everySight({ api: calls }: Colleague, id: string): Promise<Map<string, string>> {
  const regionId = api.regions.south
  const sights: [string, Promise<unknown>][] = [
    ['factors', calls.scoreboards.get({ id })],
    ['factors of the region', calls.scoreboards.get({ id, regionId })],
    ['history', calls.scoreboards.history({})],
    ...DIMENSIONS.map((by): [string, Promise<unknown>] => [
      `groups by ${by}`,
      calls.scoreboards.groups({ id, by }),
    ]),
    ['questions', calls.results.questions({ id })],
    ['questions of the region', calls.results.questions({ id, regionId })],
    ['comments', calls.comments.list({ id })],
    ['comments of the region', calls.comments.list({ id, regionId, search: 'said' })],
    ['a rule tried on comments', calls.comments.tryRule({ id, rule: 'points' })],
    ['drivers', calls.driverReports.get({ id })],
    ['weights', calls.resultWeights.get({ id })],
    ['quality', calls.responseQuality.get({ id })],
    ['findings', calls.findings.list({ id })],
    ['export', calls.results.responses({ id, format: 'csv' }).then(file => file.text())],
    // All but how many accounts answered, which tells of nobody's answers.
    [
      'report',
      calls.reports.file({ id, format: 'html', parts }).then(async ({ body }) => drawn(await body.text())),
    ],
    [
      'comparison',
      calls.comparisons.get({
        first: `wave:${id}`,
        firstPart: 'all',
        second: `wave:${id}`,
        secondPart: `region:${regionId}`,
      }),
    ],
    ['choices for comparisons', calls.comparisons.choices()],
  ]
  const seen = new Map<string, string>()
  for (const [name, call] of sights)
    seen.set(
      name,
      JSON.stringify(await outcome(call), (key, value) => (key === 'waiting' ? undefined : value)),
    )
  return seen
}

const changed = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].flatMap(([name, sight]) => (sight === before.get(name) ? [] : [name]))

describe('a wave that runs', () => {
  test('is shown as it stands to who may read single answers, and in steps to others', async () => {
    const wave = await ask(20)
    await answer(wave, 9)
    expect(await boardOf(marketing, wave.waveId)).toEqual({ responses: 9, waiting: null, n: 9 })
    expect(await boardOf(analyst, wave.waveId)).toEqual({ responses: 0, waiting: 9, n: null })
    await answer(wave, 5)
    // A step was taken at 9 people; the next, at 14, is held back.
    expect(await boardOf(analyst, wave.waveId)).toEqual({ responses: 9, waiting: 5, n: 9 })
    const regional = await colleague(api, 'regional', { regions: ['south'] })
    expect(await boardOf(regional, wave.waveId, api.regions.south)).toMatchObject({ responses: 9, n: 9 })
    const care = await colleague(api, 'care', { regions: ['south'] })
    expect(await boardOf(care, wave.waveId, api.regions.south)).toMatchObject({
      responses: 14,
      waiting: null,
    })
    await marketing.api.waves.close({ id: wave.waveId })
    expect(await boardOf(analyst, wave.waveId)).toEqual({ responses: 14, waiting: null, n: 14 })
  })

  test('tells nothing of one known person to who looks before and after, at whatever there is to look at', async () => {
    const wave = await ask(30)
    await answer(wave, 12)
    await answer(wave, 6, 2)
    const [before, openly] = [
      await everySight(analyst, wave.waveId),
      await everySight(marketing, wave.waveId),
    ]
    expect(JSON.parse(before.get('factors') ?? '{}')).toMatchObject({ responses: 12 })
    await answer(wave, 1, 1)
    expect(changed(before, await everySight(analyst, wave.waveId))).toEqual([])
    // The same look tells it to who may read the answer anyway, or this test could not fail.
    expect(changed(openly, await everySight(marketing, wave.waveId))).toEqual(
      expect.arrayContaining(['factors', 'questions', 'comments', 'groups by mode', 'export', 'report']),
    )
  })

  test('has steps of at least five people however often one looks, over its end too', async () => {
    const wave = await ask(24)
    const seen = new Set<number>([0])
    for (let at = 0; at < 23; at += 1) {
      await answer(wave, 1)
      seen.add((await boardOf(analyst, wave.waveId)).responses ?? 0)
    }
    await marketing.api.waves.close({ id: wave.waveId })
    seen.add((await boardOf(analyst, wave.waveId)).responses ?? 0)
    expect([...seen]).toEqual([0, 5, 10, 15, 23])
  })

  test('tells nothing by what was worked out before its end: what stands beside the last board is of all answers', async () => {
    const wave = await ask(30)
    await answer(wave, 12)
    await answer(wave, 8, 2)
    // Everyday use: somebody who may reads everything, so that it is worked out.
    await everySight(marketing, wave.waveId)
    await api.runJobs()
    await answer(wave, 1, 1)
    await marketing.api.waves.close({ id: wave.waveId })
    await advanceScoreboard(api.ctx, wave.waveId)
    const first = await analyst.api.comments.list({ id: wave.waveId })
    expect(first).toMatchObject({ state: 'coming', items: [] })
    for (const sight of ['drivers', 'weights'] as const) {
      const view = JSON.parse((await everySight(analyst, wave.waveId)).get(sight) ?? '{}')
      expect(['coming', 'no_outcome']).toContain(view.state)
    }
    // All or none, never those of before.
    expect([0, 21]).toContain((await analyst.api.responseQuality.get({ id: wave.waveId })).judged)
    api.clock.advance({ minutes: 20 })
    await api.runJobs()
    const later = await analyst.api.comments.list({ id: wave.waveId })
    expect(later).toMatchObject({ state: 'ready', outdated: false, found: { count: 21 } })
  })

  test('is seen in steps until the last answers of a wave that is over are counted', async () => {
    const wave = await ask(20)
    await answer(wave, 6)
    await answer(wave, 6)
    for (const token of wave.tokens.splice(0, 1))
      await api.anonymous.responses.submit({
        token,
        answers: [{ question: 'delivery_overall', value: 1, revision: 1 }],
      })
    await marketing.api.waves.close({ id: wave.waveId })
    const { responses } = await boardOf(analyst, wave.waveId)
    expect([6, 13]).toContain(responses)
    await settle(wave.waveId)
    expect(await boardOf(analyst, wave.waveId)).toMatchObject({ responses: 13, waiting: null })
  })

  test('keeps its steps when it is counted anew, and when two processes take one at once', async () => {
    const wave = await ask(12)
    await answer(wave, 5)
    await answer(wave, 5)
    const before = await boardOf(analyst, wave.waveId)
    expect(before).toEqual({ responses: 5, waiting: 5, n: 5 })
    await rebuildScoreboard(api.ctx, wave.waveId)
    await Promise.all([1, 2, 3].map(() => takeSteps(api.ctx, wave.waveId)))
    expect(await boardOf(analyst, wave.waveId)).toEqual(before)
  })

  test('follows by itself within a minute', async () => {
    const wave = await ask(12)
    for (const token of wave.tokens.splice(0, 5))
      await api.anonymous.responses.submit({
        token,
        answers: [{ question: 'delivery_overall', value: 4, revision: 1 }],
      })
    api.clock.advance({ minutes: 2 })
    await api.runJobs()
    await answer(wave, 5)
    expect(await boardOf(analyst, wave.waveId)).toMatchObject({ responses: 5 })
  })
})
