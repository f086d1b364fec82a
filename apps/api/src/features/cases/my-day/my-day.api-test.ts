import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { openTask } from '../tasks/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
let care: Colleague
let contact: TestContact
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator')
  care = await colleague(api, 'care', { regions: ['north'], name: 'Nguyễn Thị Chăm' })
  contact = (await addContacts(api, 'north', 1))[0] as TestContact
  await accounts().updateOne({ _id: contact.accountId }, { $set: { ownerId: care.id, annualRevenue: 7e9 } })
})
afterAll(() => api.close())

const accounts = () => api.ctx.db.connection.collection<{ _id: string }>('accounts')
const open = (key: string, kind: 'bounce' | 'call_request', dueAt: string) =>
  openTask(api.ctx, {
    key,
    kind,
    accountId: contact.accountId,
    contactId: contact.id,
    address: contact.email,
    dueAt: new Date(dueAt),
  })

const digest = { on: true, time: '07:30', zone: 'Asia/Ho_Chi_Minh' } as const
const mails = async () =>
  (await administrator.api.outbox.list({ limit: 200 })).items.filter(({ kind }) => kind === 'my-day')

test('says what is due for whoever asks, in order and with reasons, and leaves an audit entry', async () => {
  expect((await care.api.myDay.read()).items).toEqual([])
  await open('later', 'bounce', '2026-08-30T03:00:00.000Z')
  await open('late', 'bounce', '2026-08-14T03:00:00.000Z')
  await open('today', 'call_request', '2026-08-17T09:00:00.000Z')
  const day = await care.api.myDay.read()
  expect(day.counts).toEqual({ call: 0, case: 0, task: 3, approval: 0 })
  expect(day.items).toMatchObject([
    { topic: 'bounce', group: 'late', days: -3, reasons: ['late'], accountId: contact.accountId },
    { topic: 'call_request', group: 'today', days: 0, reasons: ['promised'], contactName: contact.name },
    { topic: 'bounce', group: 'later', days: 13, reasons: [], path: '/desk/tasks' },
  ])
  const seen = await api.ctx.db.connection.collection('audit').countDocuments({ action: 'my-day.read' })
  expect(seen).toBe(1)
  const south = await colleague(api, 'care', { regions: ['south'] })
  expect((await south.api.myDay.read()).items).toEqual([])
})

test('the list comes by mail at the chosen hour, once, without names of people', async () => {
  expect(await care.api.myDay.digest()).toMatchObject({ on: false, time: '07:30', nextAt: null })
  const regionId = api.regions.north
  await expect(care.api.myDay.setDigest({ ...digest, regionId: api.regions.south })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await care.api.myDay.setDigest({ ...digest, regionId })).toMatchObject({
    nextAt: '2026-08-18T00:30:00.000Z',
  })
  await api.runJobs()
  expect(await mails()).toEqual([])
  api.clock.set('2026-08-18T00:31:00.000Z')
  await api.runJobs()
  await api.runJobs()
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({ to: care.email, subject: 'Your day: 2 things, 2 late' })
  const { text } = await administrator.api.outbox.get({ id: mail?.id ?? '' })
  expect(text).toMatch(/1\. Customer asks for a call: .+ \(Late, The customer waits\)\n2\. Mail comes back/)
  expect(text).not.toContain(contact.name)
  expect((await care.api.myDay.digest()).nextAt).toBe('2026-08-19T00:30:00.000Z')
})

test('not on a day that was proclaimed a holiday meanwhile, and not in the evening after an outage', async () => {
  const id = api.regions.north
  const { revision } = await administrator.api.regionCalendars.get({ id })
  const entry = {
    from: '2026-08-19',
    until: '2026-08-19',
    kind: 'holiday',
    name: 'Nghỉ bão',
    source: 'UBND',
  } as const
  await administrator.api.regionCalendars.save({ id, revision, entries: [entry] })
  api.clock.set('2026-08-19T00:31:00.000Z')
  await api.runJobs()
  expect(await mails()).toHaveLength(1)
  expect((await care.api.myDay.digest()).nextAt).toBe('2026-08-20T00:30:00.000Z')
  api.clock.set('2026-08-20T11:00:00.000Z')
  await api.runJobs()
  expect(await mails()).toHaveLength(1)
  expect((await care.api.myDay.digest()).nextAt).toBe('2026-08-21T00:30:00.000Z')
})
