import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { EvidenceView } from '@sixfold/contract/evidence'
import { blindVoter } from '@sixfold/testkit/blind-voter'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let analyst: Colleague
let north: InvitedWave
let quarter: string

beforeAll(async () => {
  api = await startTestApi()
  analyst = await colleague(api, 'analyst', { regions: ['north'] })
  north = await inviteContacts(api, { count: 3, region: 'north' })
  const { quarter: of } = await analyst.api.waves.get({ id: north.waveId })
  quarter = `${of.year}-Q${of.quarter}`
})
afterAll(() => api.close())

const answer = (wave: InvitedWave, at: number) =>
  api.anonymous.responses.submit({
    token: wave.contacts[at]?.token ?? '',
    answers: [{ question: 'delivery_overall', value: 2, revision: 1 }],
  })
const read = () => analyst.api.evidence.map({ quarter })
const heard = ({ cells }: EvidenceView, factor: string) =>
  cells.find(one => one.source === 'quarterly' && one.factor === factor)

test('answers are counted by a job, of the caller’s regions alone; what was not asked stays a gap', async () => {
  const south = await inviteContacts(api, { count: 1, region: 'south' })
  await Promise.all([answer(north, 0), answer(north, 1), answer(south, 0)])
  await advanceScoreboard(api.ctx, north.waveId)
  await advanceScoreboard(api.ctx, south.waveId)
  expect(await read()).toMatchObject({ counting: true })
  await api.runJobs()
  const view = await read()
  expect(view.counting).toBe(false)
  expect(view.regions.map(({ id }) => id)).toEqual([api.regions.north])
  expect(new Set(view.cells.map(({ regionId }) => regionId))).toEqual(new Set([api.regions.north]))
  expect(heard(view, 'delivery')).toMatchObject({ heard: 2 })
  expect(heard(view, 'technical-solutions')).toMatchObject({ heard: 0, accounts: 0 })
  expect(view.unheard).toContain('technical-solutions')
  expect(view.unheard).not.toContain('delivery')
})

test('what comes in later is counted after a pause', async () => {
  await answer(north, 2)
  await advanceScoreboard(api.ctx, north.waveId)
  expect(heard(await read(), 'delivery')).toMatchObject({ heard: 2 })
  api.clock.advance({ minutes: 2 })
  await api.runJobs()
  expect(heard(await read(), 'delivery')).toMatchObject({ heard: 3 })
})

test('few blind answers are not counted out, and belong to no region', async () => {
  const blind = await inviteContacts(api, { kind: 'blind', count: 1, region: 'north' })
  const vote = blindVoter(api.url)
  const ballot = await vote.earn(blind.waveId, blind.contacts[0]?.token ?? '')
  const cast = await vote.cast(blind.waveId, ballot, [{ question: 'delivery_overall', value: 1 }])
  expect(cast.status).toBe(200)
  await api.runJobs()
  const view = await read()
  expect(view.blind.find(({ factor }) => factor === 'technical-solutions')?.heard).toBe(0)
  expect(view.blind.find(({ factor }) => factor === 'delivery')?.heard).not.toBe(1)
  expect(view.cells.some(({ source }) => (source as string) === 'blind')).toBe(false)
})
