import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import { planEvent } from '@sixfold/testkit/events'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { openCase } from '../cases/service.ts'
import { saidAndDoneFor } from '../said-and-done/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let [care, other, south]: Colleague[] = []
let contact: TestContact
let id = ''
beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { regions: ['north'], name: 'Chăm' })
  other = await colleague(api, 'marketing', { regions: ['north'], name: 'Hà' })
  south = await colleague(api, 'care', { regions: ['south'] })
  contact = (await addContacts(api, 'north', 1))[0] as TestContact
  const { _id } = await openCase(api.ctx, {
    source: { kind: 'hand', id: 'test' },
    accountId: contact.accountId,
    contactId: contact.id,
    factor: null,
    words: 'Xe giao trễ',
    severity: 'normal',
    openedBy: 'Chăm',
  })
  id = _id
})
afterAll(() => api.close())

const words = { said: { vi: 'Giao hàng trễ' }, did: { vi: 'Thêm một chuyến xe mỗi ngày', en: ' ' } }
const close = (state: string) =>
  api.ctx.db.connection.collection<{ _id: string }>('cases').updateOne({ _id: id }, { $set: { state } })
const read = () => saidAndDoneFor(api.ctx, contact.id, 'vi')
const waiting = async (who: Colleague | undefined) =>
  (await who?.api.myDay.read())?.items.filter(({ topic }) => topic === 'public_word')

test('about a closed case only, by one colleague, and read by its customer once another agreed', async () => {
  const wrongState = { code: 'wrong_state' }
  await expect(care?.api.caseReplies.propose({ id, revision: 0, ...words })).rejects.toMatchObject(wrongState)
  await close('closed')
  const proposed = await care?.api.caseReplies.propose({ id, revision: 0, ...words })
  expect(proposed).toMatchObject({
    state: 'open',
    own: true,
    shown: false,
    did: { vi: words.did.vi },
    revision: 1,
  })
  expect(await read()).toEqual([])
  expect(await waiting(care)).toEqual([])
  expect(await waiting(other)).toMatchObject([
    { group: 'today', reasons: ['colleague'], path: '/desk/said-and-done' },
  ])
  const approve = { id, revision: 1, step: 'approve' } as const
  await expect(care?.api.caseReplies.decide(approve)).rejects.toMatchObject(wrongState)
  await expect(south?.api.caseReplies.decide(approve)).rejects.toMatchObject({ code: 'not_found' })
  const both = await Promise.allSettled([1, 2].map(() => other?.api.caseReplies.decide(approve)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await read()).toMatchObject([
    { said: 'Giao hàng trễ', did: 'Thêm một chuyến xe mỗi ngày', status: 'done' },
  ])
  expect((await south?.api.caseReplies.list())?.items).toEqual([])
})

test('is not read while its case was taken up again, nor what is written anew before it is agreed to', async () => {
  await close('in_work')
  expect(await read()).toEqual([])
  expect((await care?.api.caseReplies.get({ id }))?.reply).toMatchObject({ state: 'approved', shown: false })
  await close('closed')
  expect(await read()).toHaveLength(1)
  await expect(care?.api.caseReplies.propose({ id, revision: 1, ...words })).rejects.toMatchObject({
    code: 'revision_conflict',
  })
  await care?.api.caseReplies.propose({ id, revision: 2, ...words })
  expect(await read()).toEqual([])
  const refused = { id, revision: 3, step: 'refuse', reason: 'Nói rõ hơn' } as const
  expect(await other?.api.caseReplies.decide(refused)).toMatchObject({
    state: 'refused',
    reason: 'Nói rõ hơn',
  })
})

test('a remark at a round table becomes a case in one step, once', async () => {
  const host = await colleague(api, 'regional', { regions: ['north'] })
  const { id: aboutId } = await planEvent(host, { regionId: api.regions.north, date: '2026-11-20' })
  const source = { kind: 'round_table', aboutId, contactId: contact.id, said: 'Hóa đơn sai hai lần' } as const
  const requirement = await host.api.requirements.note({ text: 'Correct invoices', source })
  const key = requirement.sources[0]?.key ?? ''
  const step = () => host.api.requirements.openCase({ id: requirement.id, key })
  const [first, second] = await Promise.all([step(), step()])
  expect(first).toEqual(second)
  expect(await host.api.cases.get({ id: first.id })).toMatchObject({
    kind: 'round_table',
    contactId: contact.id,
    text: 'Hóa đơn sai hai lần',
  })
  const byHand = await host.api.requirements.note({
    text: 'X',
    source: { kind: 'hand', contactId: contact.id },
  })
  await expect(
    host.api.requirements.openCase({ id: byHand.id, key: byHand.sources[0]?.key ?? '' }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
})
