import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { submitResponse } from '../../answering/responses/service.ts'
import { findInvitationsTo } from '../../waves/invitations/service.ts'
import { advanceScoreboard } from '../scoreboards/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let reader: Colleague
let first: InvitedWave
let second: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  reader = await colleague(api, 'marketing')
  first = await inviteContacts(api, { count: 40, region: 'south' })
  second = await inviteContacts(api, { count: 1, region: 'south' })
})
afterAll(() => api.close())

/** The people of the first wave, in the order of their numbers, rate delivery in a wave. */
async function rate({ waveId, surveyId, version }: InvitedWave, points: (at: number) => number, until = 40) {
  const people = first.contacts.slice(0, until)
  const invitations = await findInvitationsTo(
    api.ctx,
    waveId,
    people.map(({ id }) => id),
  )
  for (const [at, { id: contactId }] of people.entries()) {
    const row = invitations.find(one => one.contactId === contactId)
    if (!row) throw new Error('everybody of the region is in the frame')
    const place = { id: row._id, waveId, surveyId, version, segments: row.segments, language: 'en' }
    const given = { delivery_overall: { value: points(at), revision: 1 } }
    await submitResponse(
      api.ctx,
      place,
      () => given,
      null,
      () => new Set(['delivery_overall']),
    )
  }
  await advanceScoreboard(api.ctx, waveId)
}

async function delivery(id: string) {
  const { factors } = await reader.api.scoreboards.get({ id })
  return factors.find(({ factor }) => factor === 'delivery')
}

test('four answers give neither weights nor effects', async () => {
  await rate(first, () => 5, 4)
  await reader.api.scoreboards.get({ id: first.waveId })
  expect(await reader.api.resultWeights.get({ id: first.waveId })).toMatchObject({ state: 'coming' })
  await api.runJobs()
  expect(await reader.api.resultWeights.get({ id: first.waveId })).toMatchObject({
    state: 'suppressed',
    report: null,
  })
})

test('a change of the same people is judged by who changed, and intervals allow for accounts', async () => {
  await rate(first, at => (at < 20 ? 5 : 2))
  await rate(second, at => (at < 32 ? 5 : 2))
  expect((await delivery(second.waveId))?.change).toMatchObject({ paired: null })
  api.clock.advance({ minutes: 6 })
  await api.runJobs()
  const score = await delivery(second.waveId)
  expect(score?.designEffect).toBeGreaterThanOrEqual(1)
  // The factor is its overall question, so the page of single questions shows the same interval.
  const { questions } = await reader.api.results.questions({ id: second.waveId })
  const list = questions.flatMap(({ lists }) => lists).find(({ key }) => key === 'delivery_overall')
  expect(list?.figure).toMatchObject({ low: score?.interval?.low, high: score?.interval?.high })
  expect(score?.change).toMatchObject({
    paired: { n: 40, lost: 0, gained: 12 },
    chance: false,
  })
  expect(score?.change?.points).toBeCloseTo(30, 9)
  // 12² / 12 = 12.
  expect(score?.change?.p).toBeLessThan(0.001)
})

test('the factors with and without weights, and what the weights cost', async () => {
  const { state, report } = await reader.api.resultWeights.get({ id: second.waveId })
  expect(state).toBe('ready')
  const plain = report?.unweighted.find(({ factor }) => factor === 'delivery')
  expect(plain?.percentSatisfied).toBeCloseTo(80, 9)
  // One region and one segment: there is nothing to weigh.
  for (const { designEffect, figures, converged } of report?.weightings ?? []) {
    expect(designEffect).toBeCloseTo(1, 9)
    expect(converged).toBe(true)
    expect(figures.find(({ factor }) => factor === 'delivery')?.percentSatisfied).toBeCloseTo(80, 6)
    const others = figures.filter(({ factor }) => factor !== 'delivery')
    expect(others.map(({ percentSatisfied }) => percentSatisfied)).toEqual(others.map(() => null))
  }
  expect(report).toMatchObject({ population: 41, respondents: 40 })
})
