import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { inviteContacts } from '@sixfold/testkit/invited'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { waveBook } from '../../waves/wave-records/service.ts'
import { heardWave, verdictsOf } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

test('an answer stays in the segment in which it was asked for, wherever its account is moved', async () => {
  const { waveId, contacts } = await inviteContacts(api, { count: 2 })
  const db = api.ctx.db.connection
  for (const { token } of contacts)
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: 1, revision: 1 }],
    })
  await db.collection('invitations').updateMany({ waveId }, { $set: { state: 'finished' } })
  await db
    .collection('responses')
    .updateMany({ waveId }, { $set: { segments: [`region:${api.regions.north}`, 'segment:large'] } })
  await db.collection('accounts').updateMany({}, { $set: { segment: 'Moved' } })
  const row = (await waveBook.findWaves(api.ctx)).find(({ _id }) => _id === waveId)
  const wave = row && (await heardWave(api.ctx, row))
  if (!wave) throw new Error('the wave is gone')
  const verdicts = await verdictsOf(api.ctx, wave, api.regions.north)
  expect(verdicts.map(({ segment, factors }) => [segment, factors])).toEqual([
    ['large', { delivery: 1 }],
    ['large', { delivery: 1 }],
  ])
})
