import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { DuplicateKind, DuplicatePair } from '@sixfold/contract/duplicates'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { findContacts } from '../contacts/service.ts'
import { mergeContacts } from '../record-merges/service.ts'
import { carryOutMerge } from './service.ts'
import { changePair } from './store.ts'

jest.setTimeout(60_000)

let api: TestApi
let an: Colleague
beforeAll(async () => {
  api = await startTestApi()
  an = await colleague(api, 'administrator', { name: 'Lê Minh An' })
  await importLines('contacts', [
    'account_id,account_name,region,contact_id,contact_name,email,phone,role',
    'A-1,Công ty TNHH Minh Phát,north,C-1,Trần Thị Lan,lan@minhphat.vn,+84 24 3822 0000,Buyer',
    'A-1,,,C-2,Lan Tran,tran.lan@minhphat.vn,,Head buyer',
    'A-2,MINH PHAT Co. Ltd,south,C-3,Nguyễn Văn Hùng,hung@minhphat.vn,,',
    'A-3,Hòa Bình,north,C-4,Phạm Đức Anh,anh@hoabinh.vn,,',
    'A-3,,,C-5,Pham Duc Anh,pham.anh@hoabinh.vn,,',
    'A-3,,,C-6,Lê Thị Quỳnh Trang,trang@hoabinh.vn,,',
    'A-3,,,C-7,Quỳnh Trang,qtrang@hoabinh.vn,,',
  ])
})
afterAll(() => api.close())

async function importLines(kind: 'contacts' | 'installations', lines: string[]) {
  const file = new File([lines.join('\n')], `${kind}.csv`, { type: 'text/csv' })
  const { id } = await an.api.imports.start({ file, kind, createProducts: kind === 'installations' })
  await api.runJobs()
  return an.api.imports.get({ id })
}

async function pairOf(kind: DuplicateKind, ...names: string[]): Promise<DuplicatePair> {
  const { items } = await an.api.duplicates.list({ kind })
  const found = items.find(({ records }) => names.every(name => records.some(record => record.name === name)))
  if (!found) throw new Error(`no pair of ${names.join(' and ')}`)
  return found
}
const recordOf = ({ records }: DuplicatePair, name: string) => {
  const found = records.find(record => record.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
const revisionsOf = ({ records }: DuplicatePair) =>
  Object.fromEntries(records.map(({ id, revision }) => [id, revision]))

test('an import is followed by a search; pairs say why, the likeliest come first', async () => {
  const { total, search, items } = await an.api.duplicates.list({ kind: 'contacts' })
  expect(total).toEqual({ accounts: 1, contacts: 3 })
  expect(search).toMatchObject({ running: false, finishedAt: expect.any(String) })
  expect(items.map(({ score, reasons }) => [score, ...reasons])).toEqual([
    [0.8, 'same_name', 'same_account'],
    [0.6, 'near_name', 'same_account'],
    [0.6, 'near_name', 'same_account'],
  ])
  const { reasons } = await pairOf('accounts', 'Công ty TNHH Minh Phát', 'MINH PHAT Co. Ltd')
  expect(reasons).toEqual(['same_name', 'same_domain'])
})

test('people who are not the same are not proposed again', async () => {
  const { id } = await pairOf('contacts', 'Phạm Đức Anh', 'Pham Duc Anh')
  await an.api.duplicates.keepApart({ id })
  await an.api.duplicates.search({})
  await api.runJobs()
  expect((await an.api.duplicates.list({ kind: 'contacts' })).total.contacts).toBe(2)
  await expect(an.api.duplicates.keepApart({ id })).rejects.toMatchObject({ code: 'wrong_state' })
})

test('two contacts become one: the ledger knows every touch and wish of both, what points to either still finds them', async () => {
  const pair = await pairOf('contacts', 'Trần Thị Lan', 'Lan Tran')
  const [kept, dropped] = [recordOf(pair, 'Trần Thị Lan'), recordOf(pair, 'Lan Tran')]
  await importLines('installations', [
    'installation_id,account_id,product_id,product_name,contact_id,installed_on',
    'I-1,A-1,P-1,Press,C-2,2026-03-01',
  ])
  const touch = { kind: 'service', purpose: 'case', subject: 'Hello', requested: true } as const
  await requestTouch(api.ctx, { ...touch, touchId: 't1', contactId: kept.id })
  await requestTouch(api.ctx, { ...touch, touchId: 't2', contactId: dropped.id })
  await an.api.contactLedger.optOut({ id: dropped.id, purpose: 'relationship_survey', source: 'phone' })
  await an.api.contactLedger.setDoNotCall({ id: dropped.id, doNotCall: true, source: 'phone' })

  const stale = { ...revisionsOf(pair), [kept.id]: 99 }
  await expect(
    an.api.duplicates.merge({ id: pair.id, keep: kept.id, revisions: stale, take: [] }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
  await an.api.duplicates.merge({
    id: pair.id,
    keep: kept.id,
    revisions: revisionsOf(pair),
    take: ['role'],
  })

  const merged = await an.api.customers.getContact({ id: dropped.id })
  expect(merged).toMatchObject({ id: kept.id, name: 'Trần Thị Lan', role: 'Head buyer', optedOut: true })
  expect(merged.provenance.role?.verifiedAt).toEqual(expect.any(String))
  expect((await an.api.customers.listContacts({ search: 'lan' })).total).toBe(1)
  const { lines, standing } = await an.api.contactLedger.read({ id: kept.id })
  expect(lines.filter(({ outcome }) => outcome === 'sent')).toHaveLength(2)
  expect(standing).toMatchObject({
    optOuts: [{ purpose: 'relationship_survey' }],
    doNotCall: { source: 'phone' },
  })
  const known = (await findContacts(api.ctx, [dropped.id])).get(dropped.id)
  expect(known).toMatchObject({ id: kept.id, email: 'lan@minhphat.vn' })
  await requestTouch(api.ctx, { ...touch, touchId: 't3', contactId: dropped.id })
  expect((await an.api.contactLedger.read({ id: kept.id })).lines.length).toBeGreaterThan(2)
  const { items } = await an.api.installations.list({ accountId: merged.accountId })
  expect(items).toMatchObject([{ contactId: kept.id }])
  const { items: entries } = await an.api.audit.list({})
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'contacts.merged', subject: `contact:${kept.id}` }),
  )
})

test('a file that still has both changes only the one that stayed', async () => {
  const run = await importLines('contacts', [
    'account_id,contact_id,contact_name,email,phone',
    'A-1,C-2,Lan Tran,tran.lan@minhphat.vn,+84 24 3822 7777',
  ])
  expect(run).toMatchObject({ state: 'done', contactsCreated: 0 })
  const { items } = await an.api.customers.listContacts({ search: 'lan' })
  expect(items).toMatchObject([{ externalId: 'C-1', phone: '+84 24 3822 0000' }])
})

test('two accounts become one: people and what was bought move, into the region of the one that stays', async () => {
  const pair = await pairOf('accounts', 'Công ty TNHH Minh Phát', 'MINH PHAT Co. Ltd')
  const [kept, dropped] = [recordOf(pair, 'MINH PHAT Co. Ltd'), recordOf(pair, 'Công ty TNHH Minh Phát')]
  await an.api.accountSilences.open({ id: dropped.id, reason: 'other', note: '', lastDay: null })
  await an.api.duplicates.merge({
    id: pair.id,
    keep: kept.id,
    revisions: revisionsOf(pair),
    take: ['name'],
  })
  expect(await an.api.customers.getAccount({ id: dropped.id })).toMatchObject({
    id: kept.id,
    name: 'Công ty TNHH Minh Phát',
    contacts: 2,
    regionId: api.regions.south,
  })
  const { items } = await an.api.customers.listContacts({ accountId: kept.id })
  expect(items.map(({ regionId }) => regionId)).toEqual([api.regions.south, api.regions.south])
  expect((await an.api.installations.list({ accountId: kept.id })).items).toHaveLength(1)
  expect((await an.api.accountSilences.list({ id: kept.id })).items).toHaveLength(1)
  const again = await importLines('contacts', [
    'account_id,contact_id,contact_name,email',
    'A-1,C-9,Vũ Thị Mai,mai@minhphat.vn',
  ])
  expect(again).toMatchObject({ state: 'done', contactsCreated: 1 })
  expect((await an.api.customers.getAccount({ id: kept.id })).contacts).toBe(3)
})

test('a merger that was cut off is carried on, and doing it again changes nothing', async () => {
  const pair = await pairOf('contacts', 'Lê Thị Quỳnh Trang', 'Quỳnh Trang')
  const [kept, dropped] = [recordOf(pair, 'Lê Thị Quỳnh Trang'), recordOf(pair, 'Quỳnh Trang')]
  const merge = {
    keep: kept.id,
    drop: dropped.id,
    revisions: { keep: kept.revision, drop: dropped.revision },
    take: ['email'],
    by: an.id,
    at: api.clock.now(),
  }
  await changePair(api.ctx, pair.id, 'open', { state: 'merging', merge })
  // The process died behind the records, before the pair was closed; the job does all of it again.
  await mergeContacts(api.ctx, merge)
  const before = await an.api.customers.getContact({ id: kept.id })
  expect(await carryOutMerge(api.ctx, pair.id)).toBe(true)
  expect(await carryOutMerge(api.ctx, pair.id)).toBe(true)
  expect(await an.api.customers.getContact({ id: kept.id })).toEqual(before)
  expect(before).toMatchObject({ name: 'Lê Thị Quỳnh Trang', email: 'qtrang@hoabinh.vn' })
})
