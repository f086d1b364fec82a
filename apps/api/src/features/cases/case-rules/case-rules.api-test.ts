import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { RuleInput } from '@sixfold/contract/case-rules'
import { addContacts } from '@sixfold/testkit/customers'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'
import { watchBounce, watchScores, watchSilences } from '../rule-watch/service.ts'
import { openTask } from '../tasks/service.ts'

jest.setTimeout(90_000)

let api: TestApi
let care: Colleague
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { name: 'Nguyễn Thị Chăm' })
  wave = await inviteContacts(api, { count: 6 })
  const large = wave.contacts.slice(0, 4).map(({ accountId }) => accountId)
  await collection('accounts').updateMany({ _id: { $in: large } } as object, { $set: { annualRevenue: 5e9 } })
})
afterAll(() => api.close())

const collection = (name: string) => api.ctx.db.connection.collection<{ _id: string }>(name)
const terms = (fields: Partial<RuleInput['terms']> = {}): RuleInput['terms'] => ({
  trigger: 'score',
  factors: ['delivery'],
  atMost: 2,
  segments: [],
  regionIds: [],
  seniorities: [],
  revenueFrom: 1e9,
  severity: 'critical',
  ...fields,
})

async function answer(n: number, delivery: number, better = '') {
  const answers = [
    { question: 'delivery_overall', value: delivery, revision: 1 },
    ...(better ? [{ question: 'do-better', value: better, revision: 1 }] : []),
  ]
  await api.anonymous.responses.submit({ token: wave.contacts[n]?.token ?? '', answers })
  await advanceScoreboard(api.ctx, wave.waveId)
  await api.runJobs()
}
const ruleCases = async () =>
  (await care.api.cases.list({ of: 'all' })).items.filter(({ kind }) => kind === 'rule')

async function tried(id: string, quarters = 4) {
  await care.api.caseRules.try({ id, quarters })
  await api.runJobs()
  return care.api.caseRules.get({ id })
}

describe('a rule', () => {
  let id = ''

  test('opens nothing and cannot be switched on before it was tried as it stands', async () => {
    await answer(0, 1)
    api.clock.advance({ minutes: 1 })
    const rule = await care.api.caseRules.create({ name: 'Low delivery, large account', terms: terms() })
    id = rule.id
    expect(rule).toMatchObject({ state: 'draft', edition: 1, trial: null, opened: 0, editable: true })
    const on = { id, revision: 1, on: true }
    await expect(care.api.caseRules.switch(on)).rejects.toMatchObject({ code: 'wrong_state' })
    expect((await tried(id)).trial).toMatchObject({
      state: 'done',
      done: 1,
      total: 1,
      cases: 1,
      byRegion: { [api.regions.north]: 1 },
      byFactor: { delivery: 1 },
      samples: [{ contactName: wave.contacts[0]?.name, factor: 'delivery', score: 1 }],
    })
    const changed = await care.api.caseRules.change({
      id,
      revision: 1,
      name: 'Low',
      terms: terms({ atMost: 1 }),
    })
    expect(changed).toMatchObject({ edition: 2, revision: 2, state: 'draft' })
    await expect(care.api.caseRules.switch({ ...on, revision: 2 })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await tried(id)
    expect(await care.api.caseRules.switch({ ...on, revision: 2 })).toMatchObject({
      state: 'on',
      revision: 3,
    })
    expect(await ruleCases()).toEqual([])
  })

  test('opens one case for a low score that comes then, with factor, score and words; not for a good or small one', async () => {
    api.clock.advance({ minutes: 1 })
    await answer(1, 1, 'Xe giao trễ ba ngày')
    await answer(2, 2)
    await answer(4, 1)
    const [found, ...more] = await ruleCases()
    expect(more).toEqual([])
    expect(found).toMatchObject({
      contactId: wave.contacts[1]?.id,
      severity: 'critical',
      score: 1,
      factor: { key: 'delivery' },
    })
    expect((await care.api.cases.get({ id: found?.id ?? '' })).text).toBe('Xe giao trễ ba ngày')
    expect((await care.api.caseRules.get({ id })).opened).toBe(1)
    await expect(care.api.caseRules.remove({ id, revision: 3 })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })

  test('is off again with other terms, and two people changing it at once see one conflict', async () => {
    const change = (name: string, atMost: number) =>
      care.api.caseRules.change({ id, revision: 3, name, terms: terms({ atMost }) })
    const both = await Promise.allSettled([change('A', 2), change('B', 3)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'revision_conflict' },
    })
    expect(await care.api.caseRules.get({ id })).toMatchObject({ state: 'off', edition: 3, onSince: null })
    await answer(3, 1)
    expect(await ruleCases()).toHaveLength(1)
  })

  test('a trial is stopped, and one runs at a time', async () => {
    await care.api.caseRules.try({ id, quarters: 1 })
    await expect(care.api.caseRules.try({ id, quarters: 1 })).rejects.toMatchObject({ code: 'wrong_state' })
    expect((await care.api.caseRules.stopTrial({ id })).trial).toMatchObject({ state: 'stopped', done: 0 })
    await api.runJobs()
    expect((await care.api.caseRules.get({ id })).trial).toMatchObject({ state: 'stopped', done: 0 })
    await expect(care.api.caseRules.stopTrial({ id })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('of one region is that region’s own, and names of others stay out of its trial', async () => {
    const south = await colleague(api, 'care', { regions: ['south'] })
    const input = { name: 'South', terms: terms({ regionIds: [api.regions.south], revenueFrom: null }) }
    const own = await south.api.caseRules.create(input)
    await expect(south.api.caseRules.create({ ...input, terms: terms() })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(south.api.caseRules.try({ id, quarters: 1 })).rejects.toMatchObject({ code: 'not_found' })
    expect((await south.api.caseRules.list()).items.map(one => [one.id === own.id, one.editable])).toEqual([
      [false, false],
      [true, true],
    ])
    await tried(id)
    // What a rule of everywhere found counts answers of other regions too.
    expect(await south.api.caseRules.get({ id })).toMatchObject({
      readable: false,
      opened: null,
      trial: null,
    })
    expect(await south.api.caseRules.get({ id: own.id })).toMatchObject({ readable: true, opened: 0 })
    await south.api.caseRules.remove({ id: own.id, revision: 1 })
    await expect(south.api.caseRules.get({ id: own.id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('who may not read answers learns nothing from a rule and its trial, whoever answers in between', async () => {
  const { id } = await care.api.caseRules.create({
    name: 'Any low score',
    terms: terms({ factors: [], atMost: 3, revenueFrom: null }),
  })
  const readers = [
    await colleague(api, 'analyst'),
    await colleague(api, 'regional'),
    await colleague(api, 'regional', { regions: ['north'] }),
    await colleague(api, 'care', { regions: ['south'] }),
  ]
  const seen = () =>
    Promise.all(
      readers.map(async ({ api: of }) => {
        const one = await of.caseRules.get({ id })
        const listed = (await of.caseRules.list()).items.find(rule => rule.id === id)
        expect(listed).toEqual(one)
        return one
      }),
    )
  const before = await seen()
  await answer(5, 1, 'Nobody came')
  expect((await tried(id)).trial?.cases).toBeGreaterThan(0)
  expect(await seen()).toEqual(before)
  await care.api.caseRules.remove({ id, revision: 1 })
})

test('law 6: a blind wave is never looked at, whatever is on', async () => {
  const blind = await inviteContacts(api, { kind: 'blind', count: 1 })
  const before = await collection('jobs').countDocuments({ kind: 'case-rule.score' } as object)
  const rule = await care.api.caseRules.create({
    name: 'All',
    terms: terms({ factors: [], revenueFrom: null }),
  })
  await tried(rule.id)
  await care.api.caseRules.switch({ id: rule.id, revision: 1, on: true })
  api.clock.advance({ minutes: 1 })
  const heard = { id: 'x', answers: { delivery_overall: 1 }, segments: [] }
  await watchScores(api.ctx, blind.waveId, [{ ...heard, people: 'all' }])
  await watchScores(api.ctx, wave.waveId, [{ ...heard, people: 'open' }])
  expect(await collection('jobs').countDocuments({ kind: 'case-rule.score' } as object)).toBe(before)
  await watchScores(api.ctx, wave.waveId, [{ ...heard, people: 'all' }])
  expect(await collection('jobs').countDocuments({ kind: 'case-rule.score' } as object)).toBe(before + 1)
})

test('a bounced key contact and a silent large account become cases, each once', async () => {
  const [contact] = await addContacts(api, 'south', 1)
  if (!contact) throw new Error('no contact')
  await collection('accounts').updateOne({ _id: contact.accountId }, { $set: { annualRevenue: 9e9 } })
  await collection('contacts').updateOne({ _id: contact.id }, { $set: { seniority: 'executive' } })
  await openTask(api.ctx, {
    key: 'bounce:past',
    kind: 'bounce',
    accountId: contact.accountId,
    contactId: contact.id,
    dueAt: api.clock.now(),
  })
  const south = { regionIds: [api.regions.south], factors: [], severity: 'normal' as const }
  for (const trigger of ['bounce', 'silence'] as const) {
    const seniorities = trigger === 'bounce' ? (['executive'] as const) : []
    const input = { name: trigger, terms: terms({ ...south, trigger, seniorities: [...seniorities] }) }
    const { id } = await care.api.caseRules.create(input)
    expect((await tried(id)).trial?.cases).toBe(trigger === 'bounce' ? 1 : 0)
    await care.api.caseRules.switch({ id, revision: 1, on: true })
  }
  for (let twice = 0; twice < 2; twice += 1) {
    await watchBounce(api.ctx, { id: `${contact.id}:x`, contactId: contact.id })
    await watchSilences(api.ctx, { id: wave.waveId, name: 'Quý 3' }, [contact.accountId])
    await api.runJobs()
  }
  const { items } = await care.api.cases.list({ of: 'all', accountId: contact.accountId })
  expect(items.every(({ kind }) => kind === 'silence')).toBe(true)
  expect(new Set(items.map(({ contactId }) => contactId))).toEqual(new Set([contact.id, null]))
  expect(items).toHaveLength(2)
})
