import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { handOverTasks, openTask } from './service.ts'

jest.setTimeout(60_000)

let api: TestApi
let care: Colleague
let contact: TestContact
beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { regions: ['north'], name: 'Nguyễn Thị Chăm' })
  contact = (await addContacts(api, 'north', 1))[0] as TestContact
  await api.ctx.db.connection
    .collection<{ _id: string }>('accounts')
    .updateOne({ _id: contact.accountId }, { $set: { ownerId: care.id } })
})
afterAll(() => api.close())

let serial = 0
function open(fields: { key?: string; dueAt?: string } = {}) {
  serial += 1
  return openTask(api.ctx, {
    key: fields.key ?? `test:${serial}`,
    kind: 'bounce',
    accountId: contact.accountId,
    contactId: contact.id,
    address: contact.email,
    dueAt: new Date(fields.dueAt ?? '2026-08-20T03:00:00.000Z'),
  })
}

test('is the account owner’s, once, and says what it is about', async () => {
  expect([await open({ key: 'one' }), await open({ key: 'one' })]).toEqual([true, false])
  const { items, total } = await care.api.tasks.list({})
  expect([items, total]).toMatchObject([
    [
      {
        kind: 'bounce',
        state: 'open',
        accountName: expect.stringContaining('Công ty'),
        contactName: contact.name,
        address: contact.email,
        ownerName: 'Nguyễn Thị Chăm',
        dueAt: '2026-08-20T03:00:00.000Z',
      },
    ],
    1,
  ])
  expect(await care.api.tasks.count()).toEqual({ mine: 1 })
})

test('ends in one step with how it ended and by whom, once, and can be taken up again', async () => {
  const [task] = (await care.api.tasks.list({})).items
  const id = task?.id ?? ''
  await expect(care.api.tasks.close({ id, outcome: 'spoke' })).rejects.toMatchObject({ code: 'wrong_state' })
  const both = await Promise.allSettled([
    care.api.tasks.close({ id, outcome: 'person_left', note: 'Đã nghỉ hưu' }),
    care.api.tasks.close({ id, outcome: 'address_corrected' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [done] = (await care.api.tasks.list({ state: 'done' })).items
  expect(done).toMatchObject({ state: 'done', closedBy: 'Nguyễn Thị Chăm', closedAt: expect.any(String) })
  expect(await care.api.tasks.count()).toEqual({ mine: 0 })
  // Pressed again, as a double click does.
  const { outcome, note } = done ?? {}
  expect(await care.api.tasks.close({ id, outcome: outcome ?? 'other', note })).toEqual(done)
  expect(await care.api.tasks.reopen({ id })).toMatchObject({ state: 'open', outcome: null, note: '' })
  await expect(care.api.tasks.reopen({ id })).rejects.toMatchObject({ code: 'wrong_state' })
})

test('can be given to whoever may work in its region, and to nobody else', async () => {
  const [task] = (await care.api.tasks.list({})).items
  const id = task?.id ?? ''
  const south = await colleague(api, 'care', { regions: ['south'] })
  const analyst = await colleague(api, 'analyst')
  const marketing = await colleague(api, 'marketing')
  for (const ownerId of [south.id, analyst.id, 'no-such-person'])
    await expect(care.api.tasks.assign({ id, ownerId })).rejects.toMatchObject({ code: 'not_found' })
  expect(await care.api.tasks.assign({ id, ownerId: marketing.id })).toMatchObject({ ownerId: marketing.id })
  expect((await care.api.tasks.list({})).items).toEqual([])
  expect((await marketing.api.tasks.list({})).items).toHaveLength(1)
  expect(await care.api.tasks.assign({ id, ownerId: null })).toMatchObject({ ownerId: null, ownerName: '' })
  expect((await care.api.tasks.list({ of: 'nobody' })).items).toHaveLength(1)
  await care.api.tasks.assign({ id, ownerId: care.id })
  await expect(south.api.tasks.close({ id, outcome: 'other' })).rejects.toMatchObject({ code: 'not_found' })
  expect((await south.api.tasks.list({ of: 'all' })).items).toEqual([])
  expect(await analyst.api.tasks.count()).toEqual({ mine: 0 })
  await expect(analyst.api.tasks.list({})).rejects.toMatchObject({ code: 'not_found' })
})

test('lists what is due first, a page at a time', async () => {
  for (const day of ['25', '18', '18', '30']) await open({ dueAt: `2026-08-${day}T03:00:00.000Z` })
  const seen: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await care.api.tasks.list({ limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ dueAt }) => dueAt.slice(8, 10)))
    if (page.next === null) break
    cursor = page.next
  }
  expect(seen).toEqual(['18', '18', '20', '25', '30'])
  await expect(care.api.tasks.list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' })
})

test('follows the account to another region', async () => {
  const accounts = api.ctx.db.connection.collection<{ _id: string }>('accounts')
  await accounts.updateOne({ _id: contact.accountId }, { $set: { regionId: api.regions.south } })
  const { items } = await care.api.tasks.list({})
  expect(items).toEqual([])
  await accounts.updateOne({ _id: contact.accountId }, { $set: { regionId: api.regions.north } })
  expect((await care.api.tasks.list({})).items).not.toEqual([])
})

test('goes with its account when two records become one', async () => {
  const [other] = (await addContacts(api, 'south', 1)) as [TestContact]
  const { accountId, regionId } = other
  await handOverTasks(api.ctx, { accountId: contact.accountId }, { accountId, regionId })
  const south = await colleague(api, 'care', { regions: ['south'] })
  expect((await care.api.tasks.list({ of: 'all' })).items).toEqual([])
  expect((await south.api.tasks.list({ of: 'all' })).items).toHaveLength(5)
})
