import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { InvitedWave } from '@sixfold/testkit/invited'
import { inviteContacts } from '@sixfold/testkit/invited'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { advanceScoreboard } from '../../results/scoreboards/service.ts'
import { findInvitationsById } from '../../waves/invitations/service.ts'

jest.setTimeout(60_000)

const ACCOUNTS = 21

let api: TestApi
let admin: Colleague
let wave: InvitedWave
beforeAll(async () => {
  api = await startTestApi()
  admin = await colleague(api, 'administrator')
})
afterAll(() => api.close())

const read = async (reader = admin) => {
  await reader.api.evidenceLinks.get({})
  await api.runJobs()
  return reader.api.evidenceLinks.get({})
}

test('without a closed wave there is nothing to link', async () => {
  expect(await admin.api.evidenceLinks.get({})).toMatchObject({ state: 'coming', cases: null })
  expect(await read()).toMatchObject({ state: 'nothing', quarters: [] })
})

test('the cases of a quarter stand beside what the same accounts say in the next', async () => {
  wave = await inviteContacts(api, { count: ACCOUNTS, region: 'south' })
  const { quarter } = await admin.api.waves.get({ id: wave.waveId })
  const db = api.ctx.db.connection
  const { items } = await admin.api.waves.invitations({ id: wave.waveId, limit: 200 })
  const invitations = await findInvitationsById(
    api.ctx,
    items.map(({ id }) => id),
  )
  const accountOf = new Map(invitations.map(({ contactId, accountId }) => [contactId, accountId]))
  for (const [at, { id, token }] of wave.contacts.entries()) {
    await api.anonymous.responses.submit({
      token,
      answers: [{ question: 'delivery_overall', value: 5 - (at % 3), revision: 1 }],
    })
    for (let n = 0; n < at % 3; n += 1)
      await db.collection('cases').insertOne({
        _id: `case-${at}-${n}`,
        key: `key-${at}-${n}`,
        receipt: `receipt-${at}-${n}`,
        accountId: accountOf.get(id),
        regionId: api.regions.south,
        state: 'closed',
        openedAt: new Date(monthBefore(quarter)),
        closed: { at: new Date(monthBefore(quarter)), reason: null, note: '' },
        entries: [],
      } as never)
  }
  await advanceScoreboard(api.ctx, wave.waveId)
  await admin.api.waves.close({ id: wave.waveId })
  api.clock.set('2027-06-01T03:00:00.000Z')
  const { state, cases, deals, events, quarters } = await read()
  expect([state, quarters]).toEqual(['ready', [quarter]])
  expect(cases?.count).toBe(ACCOUNTS)
  const volume = cases?.relations.find(one => one.figure === 'volume' && one.factor === 'delivery')
  expect(volume).toMatchObject({ pairs: ACCOUNTS, accounts: ACCOUNTS, index: 4 })
  expect(volume?.correlation).toBeCloseTo(-1, 10)
  expect(volume?.interval?.high).toBeLessThan(0)
  expect(deals?.relations.find(({ factor }) => factor === 'delivery')).toMatchObject({
    deals: 0,
    accounts: 0,
  })
  expect(events).toMatchObject({ count: 0, groups: { came: { shown: false, why: 'none' } } })
})

test('a region that is not theirs is unknown to a colleague, and in another region nothing is said', async () => {
  const north = await colleague(api, 'regional', { regions: ['north'] })
  await expect(north.api.evidenceLinks.get({ regionId: api.regions.south })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(admin.api.evidenceLinks.get({ regionId: 'unknown' })).rejects.toMatchObject({
    code: 'not_found',
  })
  const { cases } = await north.api.evidenceLinks.get({ regionId: api.regions.north })
  expect(cases?.count).toBe(0)
  expect(cases?.relations.every(({ correlation, pairs }) => correlation === null && pairs === 0)).toBe(true)
})

test('several deals of one account do not tell what its one respondent said', async () => {
  const { quarter } = await admin.api.waves.get({ id: wave.waveId })
  const note = (accountId: string, id: string) =>
    api.ctx.db.connection.collection('deals').insertOne({
      ...{
        _id: id,
        externalId: id,
        accountId,
        regionId: api.regions.south,
        result: 'won',
        decidedOn: dayAfter(quarter),
      },
    } as never)
  const delivery = async (regionId?: string) => {
    await api.runJobs()
    const { deals } = await admin.api.evidenceLinks.get(regionId === undefined ? {} : { regionId })
    return deals?.relations.find(({ factor }) => factor === 'delivery')
  }
  for (let n = 0; n < 6; n += 1) await note(wave.contacts[0]?.accountId ?? '', `one-${n}`)
  api.clock.set('2027-06-01T23:00:00.000Z')
  await read()
  const hidden = { won: null, n: null, rate: null, interval: null }
  for (const told of [await delivery(), await delivery(api.regions.south)])
    expect(told).toMatchObject({ deals: null, accounts: null, bands: [hidden, hidden, hidden] })

  for (const [at, { accountId }] of wave.contacts.entries()) await note(accountId, `each-${at}`)
  api.clock.set('2027-06-02T02:00:00.000Z')
  await api.ctx.db.connection.collection('evidenceLinks').updateMany({}, { $unset: { edition: 1 } })
  // What stood by an older rule is not read.
  expect(await admin.api.evidenceLinks.get({})).toMatchObject({ state: 'coming', deals: null })
  const all = await delivery()
  expect(all).toMatchObject({ deals: ACCOUNTS + 6, accounts: ACCOUNTS })
  expect(all?.bands.map(({ n }) => n)).toEqual([0, 7, 20])
  expect(await delivery(api.regions.south)).toEqual(all)
})

test('it is worked out once, however many look', async () => {
  api.clock.set('2027-06-03T03:00:00.000Z')
  const many = await Promise.all(Array.from({ length: 5 }, () => admin.api.evidenceLinks.get({})))
  expect(many.every(({ outdated }) => outdated)).toBe(true)
  await api.runJobs()
  expect(await admin.api.evidenceLinks.get({})).toMatchObject({ outdated: false })
})

/** A day in the quarter after. */
function dayAfter({ year, quarter }: { year: number; quarter: number }): string {
  return new Date(Date.UTC(year, quarter * 3 + 1, 15)).toISOString().slice(0, 10)
}

/** In the middle of the quarter before. */
function monthBefore({ year, quarter }: { year: number; quarter: number }): string {
  const month = (quarter - 1) * 3 - 1
  return new Date(Date.UTC(year, month - 1, 15)).toISOString()
}
