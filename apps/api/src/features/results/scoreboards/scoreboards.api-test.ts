import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard, rebuildScoreboard } from './service.ts'

jest.setTimeout(30_000)

let api: TestApi
let marketing: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
})
afterAll(() => api.close())

/** One customer rates delivery, and says it again under the same link if asked to. */
const answer = (wave: InvitedWave, at: number, point: number) =>
  api.anonymous.responses.submit({
    token: wave.contacts[at]?.token ?? '',
    answers: [{ question: 'delivery_overall', value: point, revision: 1 }],
  })

const deliveryOf = async (wave: InvitedWave, regionId?: string, reader: Colleague = marketing) => {
  const view = await reader.api.scoreboards.get({ id: wave.waveId, ...(regionId ? { regionId } : {}) })
  const delivery = view.factors.find(({ factor }) => factor === 'delivery')
  return { view, delivery }
}

describe('the scoreboard of a wave', () => {
  test('has six factors, and shows none of them before enough people answered', async () => {
    const wave = await inviteContacts(api, { count: 5 })
    for (let at = 0; at < 4; at += 1) await answer(wave, at, 5)
    await advanceScoreboard(api.ctx, wave.waveId)
    const { view, delivery } = await deliveryOf(wave)
    expect(view).toMatchObject({
      waveId: wave.waveId,
      regionId: null,
      responses: 4,
      invited: 5,
      minimumCell: 5,
    })
    expect((await marketing.api.findings.list({ id: wave.waveId })).items).toEqual([])
    expect(view.factors.map(({ factor }) => factor)).toEqual([
      'technical-solutions',
      'support-and-service',
      'marketing',
      'administration',
      'delivery',
      'company-image',
    ])
    expect(delivery).toMatchObject({ suppressed: true, n: null, counts: null, percentSatisfied: null })

    await answer(wave, 4, 3)
    await advanceScoreboard(api.ctx, wave.waveId)
    expect((await deliveryOf(wave)).delivery).toMatchObject({
      suppressed: false,
      n: 5,
      counts: [4, 0, 1, 0, 0],
      percentSatisfied: 80,
      percentNonsatisfied: 20,
      netSatisfactionIndex: 90,
    })
  })

  test('counts a response once, however often it is sent, folded and recounted', async () => {
    const wave = await inviteContacts(api, { count: 8, region: 'south' })
    await Promise.all(wave.contacts.flatMap((_, at) => [answer(wave, at, 4), answer(wave, at, 4)]))
    await Promise.all(Array.from({ length: 5 }, () => advanceScoreboard(api.ctx, wave.waveId)))
    const { view, delivery } = await deliveryOf(wave)
    expect([view.responses, delivery?.n]).toEqual([8, 8])
    await Promise.all([rebuildScoreboard(api.ctx, wave.waveId), advanceScoreboard(api.ctx, wave.waveId)])
    const after = await deliveryOf(wave)
    expect([after.view.responses, after.delivery?.n]).toEqual([8, 8])
    expect(after.view.revision).toBeGreaterThan(view.revision)
  })

  test('knows of how many accounts the answers are: those of two are not shown, whatever is counted anew', async () => {
    const wave = await inviteContacts(api, { count: 6, region: 'south' })
    await Promise.all(wave.contacts.map((_, at) => answer(wave, at, 4)))
    await advanceScoreboard(api.ctx, wave.waveId)
    expect((await deliveryOf(wave)).delivery).toMatchObject({ suppressed: false, n: 6 })
    const accounts = [...new Set(wave.contacts.map(({ accountId }) => accountId))]
    await api.ctx.db.connection
      .collection('invitations')
      .updateMany(
        { waveId: wave.waveId, accountId: { $nin: accounts.slice(0, 2) } },
        { $set: { accountId: accounts[0] } },
      )
    await rebuildScoreboard(api.ctx, wave.waveId)
    expect((await deliveryOf(wave)).delivery).toMatchObject({ suppressed: true })
  })

  test('follows by itself within a moment, and leaves a job in case the process dies', async () => {
    const wave = await inviteContacts(api, { count: 5, region: 'singapore' })
    await Promise.all(wave.contacts.map((_, at) => answer(wave, at, 2)))
    let seen = 0
    for (let tries = 0; seen < 5 && tries < 100; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 50))
      seen = (await deliveryOf(wave)).view.responses ?? 0
    }
    expect(seen).toBe(5)
    const administrator = await colleague(api, 'administrator')
    const { items } = await administrator.api.jobs.list({ state: 'waiting' })
    expect(items.map(({ kind }) => kind)).toContain('scoreboard.fold')
  })
})

describe('who sees which region', () => {
  test('a region is shown by itself to those who may see it', async () => {
    const wave = await inviteContacts(api, { count: 6 })
    for (let at = 0; at < 6; at += 1) await answer(wave, at, 4)
    await advanceScoreboard(api.ctx, wave.waveId)
    await marketing.api.waves.close({ id: wave.waveId })
    const north = await colleague(api, 'regional', { regions: ['north'] })
    const { view, delivery } = await deliveryOf(wave, api.regions.north, north)
    expect(view).toMatchObject({ regionId: api.regions.north, responses: 6, invited: 6 })
    expect(delivery?.percentSatisfied).toBe(100)
  })

  test('the board of everybody is the same for all who may read it', async () => {
    const wave = await inviteContacts(api, { count: 6, region: 'south' })
    for (let at = 0; at < 6; at += 1) await answer(wave, at, 4)
    await advanceScoreboard(api.ctx, wave.waveId)
    await marketing.api.waves.close({ id: wave.waveId })
    const south = await colleague(api, 'regional', { regions: ['south', 'germany'] })
    expect(await deliveryOf(wave, undefined, south)).toEqual(await deliveryOf(wave))
  })

  test.each(['south', 'ghost'] as const)('the region %s looks as if it were not there', async name => {
    const wave = await inviteContacts(api, { count: 1 })
    const north = await colleague(api, 'regional', { regions: ['north'] })
    const regionId = name === 'ghost' ? 'ghost' : api.regions.south
    const missing = expect.objectContaining({ code: 'not_found', status: 404 })
    await expect(north.api.scoreboards.get({ id: wave.waveId, regionId })).rejects.toEqual(missing)
    await expect(marketing.api.scoreboards.get({ id: wave.waveId, regionId })).rejects.toEqual(missing)
    await expect(marketing.api.scoreboards.get({ id: 'ghost' })).rejects.toEqual(missing)
  })

  test('nobody without signing in', async () => {
    await expect(api.anonymous.scoreboards.history({})).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('the history', () => {
  test('has one board a quarter, the oldest first, each against the quarter before in the same region', async () => {
    const region = 'singapore'
    const [first, second] = [
      await inviteContacts(api, { count: 10, region }),
      await inviteContacts(api, { count: 10, region }),
    ]
    for (let at = 0; at < 10; at += 1) {
      await answer(first, at, 5)
      await answer(second, at, at < 5 ? 5 : 1)
    }
    for (const wave of [first, second]) await advanceScoreboard(api.ctx, wave.waveId)
    const regionId = api.regions[region]
    const { items } = await marketing.api.scoreboards.history({ regionId })
    const [before, after] = items.slice(-2)
    expect([before?.waveId, after?.waveId]).toEqual([first.waveId, second.waveId])
    expect(after?.factors[4]).toMatchObject({
      change: { points: -50, chance: false, quarter: before?.quarter },
      trendBroken: false,
    })
    expect(items[0]?.factors[4]?.change).toBeNull()
    const last = await marketing.api.scoreboards.history({ regionId, quarters: 1 })
    expect(last.items).toEqual([after])

    // They were launched by themselves, so the same people may have been asked by both.
    expect([before?.panelBefore, after?.panelBefore]).toEqual([items.length > 2 ? 'same' : null, 'same'])
    const early = await marketing.api.scoreboards.get({ id: second.waveId, regionId, confidence: '80' })
    const [wide, narrow] = [after?.factors[4]?.interval, early.factors[4]?.interval]
    expect(early.confidence).toBe(0.8)
    expect(narrow?.low).toBeGreaterThan(wide?.low ?? 100)
    expect(narrow?.high).toBeLessThan(wide?.high ?? 0)

    const found = await marketing.api.findings.list({ id: second.waveId, regionId })
    expect(found.items).toEqual([
      {
        kind: 'change',
        factor: 'delivery',
        points: -50,
        low: expect.any(Number),
        high: expect.any(Number),
        p: expect.any(Number),
        n: { now: 10, before: 10 },
        certain: true,
      },
    ])
  })
})
