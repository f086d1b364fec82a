import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { ImportKind } from '@sixfold/domain/customers/import-columns'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { carryOutImport } from './jobs.ts'

jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator', { name: 'Lê Minh An' })
  await importLines('accounts', [
    'account_id,account_name,region,size,fiscal_year_ends,website,owner',
    `A-1,Minh Phát,north,1 250,March,www.minhphat.vn,${administrator.email}`,
    'A-2,Hòa Bình,south,,,,',
  ])
  await importLines('contacts', [
    'account_id,contact_id,contact_name,email,phone,role,seniority,languages',
    'A-1,C-1,Trần Thị Lan,lan@minhphat.vn,+84 24 3822 0000,Buyer,manager,"vi, en"',
    'A-2,C-2,Nguyễn Văn Hùng,hung@hoabinh.vn,+49 30 123456,,,',
  ])
})
afterAll(() => api.close())

type Choice = { skipFaulty?: boolean; createProducts?: boolean }

async function importLines(kind: ImportKind, lines: string[], choice: Choice = {}, person = administrator) {
  const file = new File([lines.join('\n')], `${kind}.csv`, { type: 'text/csv' })
  const { id } = await person.api.imports.start({ file, kind, ...choice })
  await api.runJobs()
  return person.api.imports.get({ id })
}

const accountNamed = async (search: string) => {
  const { items } = await administrator.api.customers.listAccounts({ search })
  return administrator.api.customers.getAccount({ id: items[0]?.id ?? '' })
}
const contactNamed = async (search: string) => {
  const { items } = await administrator.api.customers.listContacts({ search })
  return administrator.api.customers.getContact({ id: items[0]?.id ?? '' })
}

test('accounts and contacts come with all that is known of them, and every field says where it is from', async () => {
  const account = await accountNamed('minh phat')
  expect(account).toMatchObject({
    size: 1250,
    fiscalYearEnds: 3,
    website: 'https://www.minhphat.vn',
    ownerId: administrator.id,
  })
  const { provenance, ...lan } = await contactNamed('tran thi lan')
  expect(lan).toMatchObject({ seniority: 'manager', languages: ['vi', 'en'], marks: [] })
  expect(Object.keys(provenance).sort()).toEqual(['email', 'languages', 'name', 'phone', 'role', 'seniority'])
  expect(provenance.phone).toMatchObject({ source: expect.stringMatching(/^import:/), verifiedAt: null })
})

test('a number of another country is taken over and marked, with its source', async () => {
  const { marks } = await contactNamed('hung')
  expect(marks).toEqual([
    {
      field: 'phone',
      code: 'phone_of_other_country',
      value: '+49 30 123456',
      source: expect.stringMatching(/^import:/),
    },
  ])
})

test('an empty cell changes nothing; what a person verified stays, and what contradicts it is marked', async () => {
  const before = await contactNamed('tran thi lan')
  await administrator.api.customers.changeContact({
    id: before.id,
    revision: before.revision,
    changes: {},
    verified: ['phone'],
  })
  const head = 'account_id,contact_id,contact_name,email,phone,role'
  const run = await importLines('contacts', [head, 'A-1,C-1,Trần Thị Lan,lan@minhphat.vn,+84 24 3822 9999,'])
  expect(run).toMatchObject({ state: 'done', contactsUpdated: 1, marked: 1 })
  const after = await contactNamed('tran thi lan')
  expect(after).toMatchObject({ phone: '+84 24 3822 0000', role: 'Buyer' })
  expect(after.marks).toEqual([
    { field: 'phone', code: 'contradicts_verified', value: '+84 24 3822 9999', source: `import:${run.id}` },
  ])
  await importLines('contacts', [head, 'A-1,C-1,Trần Thị Lan,lan@minhphat.vn,+84 24 3822 0000,Head buyer'])
  expect(await contactNamed('tran thi lan')).toMatchObject({ marks: [], role: 'Head buyer' })
})

test('consent, opt-outs and do-not-call go into the contact ledger with their proof', async () => {
  const head =
    'account_id,contact_id,contact_name,email,opt_out,do_not_call,consent_purpose,consent_wording,consent_proof,consent_date'
  const line = 'A-1,C-1,Trần Thị Lan,lan@minhphat.vn,roundtable,yes,product_survey,2026-1,form 118,2026-02-17'
  await importLines('contacts', [head, line])
  await importLines('contacts', [head, line])
  const { id } = await contactNamed('tran thi lan')
  const { standing } = await administrator.api.contactLedger.read({ id })
  expect(standing).toMatchObject({
    consents: [{ purpose: 'product_survey', proof: 'form 118', at: '2026-02-17T00:00:00.000Z' }],
    optOuts: [{ purpose: 'roundtable', ended: null }],
    doNotCall: { source: expect.stringMatching(/^import:/) },
  })
})

test('what was bought: products are asked for first, a purchase has no day of installation', async () => {
  const head = 'installation_id,account_id,product_id,product_name,contact_id,purchased_on,installed_on'
  const lines = [
    head,
    'I-1,A-1,P-1,Press 4000,C-1,17.02.2026,2026-03-01',
    'I-2,A-1,P-1,Press 4000,,2026-05-01,',
    'I-3,A-2,P-1,,,2026-05-02,2026-05-01',
  ]
  const refused = await importLines('installations', lines)
  expect(refused).toMatchObject({ state: 'refused', faultCount: 3 })
  expect(refused.faultGroups).toMatchObject([{ column: 'product_id', value: 'P-1', count: 3 }])
  const { id } = refused
  await administrator.api.imports.repeat({
    id,
    skipFaulty: false,
    createRegions: false,
    createProducts: true,
  })
  await api.runJobs()
  expect(await administrator.api.imports.get({ id })).toMatchObject({
    state: 'done',
    productsCreated: ['Press 4000'],
    installationsCreated: 3,
    marked: 1,
  })
  const account = await accountNamed('minh phat')
  const { items } = await administrator.api.installations.list({ accountId: account.id })
  expect(items.map(({ purchasedOn, installedOn }) => [purchasedOn, installedOn])).toEqual([
    ['2026-05-01', null],
    ['2026-02-17', '2026-03-01'],
  ])
  const again = await importLines('installations', [
    'installation_id,account_id,product_id,installed_on',
    'I-2,A-1,P-1,2026-05-09',
  ])
  expect(again).toMatchObject({ state: 'done', installationsUpdated: 1 })
})

test('who works for one region buys nothing for others, and creates no products for the house', async () => {
  const regional = await colleague(api, 'marketing', { regions: ['south'] })
  const head = 'installation_id,account_id,product_id,product_name'
  const run = await importLines('installations', [head, 'I-9,A-1,P-1,', 'I-1,A-2,P-1,'], {}, regional)
  expect(run.faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
    '2 account_id',
    '3 installation_id',
  ])
  await expect(
    importLines('installations', [head, 'I-9,A-2,P-9,Pump'], { createProducts: true }, regional),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('a file of another kind is refused as a whole', async () => {
  expect(await importLines('installations', ['account_id,account_name', 'A-1,x'])).toMatchObject({
    state: 'refused',
    faults: [{ column: 'installation_id' }, { column: 'product_id' }],
  })
})

test('killed in the middle and carried out again, what was bought is the same', async () => {
  const head = 'installation_id,account_id,product_id,purchased_on'
  const lines = Array.from({ length: 1200 }, (_, n) => `K-${n},A-1,P-1,2026-01-01`)
  const file = new File([[head, ...lines].join('\n')], 'bought.csv')
  const { id } = await administrator.api.imports.start({ file, kind: 'installations' })
  const cut = carryOutImport(api.ctx, id, run => {
    if (run.done > 0) throw new MongoNetworkError()
  })
  await expect(cut).rejects.toThrow(MongoNetworkError)
  await api.runJobs()
  expect(await administrator.api.imports.get({ id })).toMatchObject({
    state: 'done',
    done: 1200,
    installationsCreated: 1200,
    installationsUpdated: 0,
  })
})

class MongoNetworkError extends Error {
  override name = 'MongoNetworkError'
}
