import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { carryOutImport } from './jobs.ts'
import { importFile } from './service.ts'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

let api: TestApi
let administrator: Colleague
beforeAll(async () => {
  api = await startTestApi()
  administrator = await colleague(api, 'administrator')
})
afterAll(() => api.close())

const HEAD = 'account_id,account_name,account_kind,region,contact_id,contact_name,email,phone'
const line = (n: number | string, change: { region?: string; email?: string; name?: string } = {}) =>
  `A-${n},${change.name ?? `Công ty ${n}`},existing,${change.region ?? 'north'},C-${n},Khách ${n},${change.email ?? `khach-${n}@example.com`},`
const csv = (...lines: string[]) => [HEAD, ...lines].join('\n')
const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'customers.csv') =>
  new File([content], name, { type: 'text/csv' })

async function importText(
  text: string | Uint8Array<ArrayBuffer>,
  options: { skipFaulty?: boolean; createRegions?: boolean } = {},
  person = administrator,
) {
  const { id } = await person.api.imports.start({ file: fileOf(text), ...options })
  await api.runJobs()
  return person.api.imports.get({ id })
}

const accountNamed = async (search: string) =>
  (await administrator.api.customers.listAccounts({ search })).items[0]

test('a good file becomes accounts and contacts; the same file again changes nothing', async () => {
  const text = csv(line('g1'), line('g2'), 'A-g2,,,,C-g2b,Khách hai,khach-g2b@example.com,+84 28 3822 0000')
  const first = await importText(text)
  expect(first).toMatchObject({
    state: 'done',
    rows: 3,
    done: 3,
    faultCount: 0,
    accountsCreated: 2,
    accountsUpdated: 0,
    contactsCreated: 3,
    contactsUpdated: 0,
  })
  expect(await accountNamed('cong ty g2')).toMatchObject({
    externalId: 'A-g2',
    contacts: 2,
    kind: 'existing',
  })
  const { items } = await administrator.api.customers.listContacts({ search: 'khach hai' })
  expect(items).toMatchObject([
    {
      name: 'Khách hai',
      phone: '+84 28 3822 0000',
      zone: 'Asia/Ho_Chi_Minh',
      language: 'vi',
      accountName: 'Công ty g2',
    },
  ])
  expect(await importText(text)).toMatchObject({ state: 'done', accountsUpdated: 2, contactsUpdated: 3 })
  expect((await administrator.api.customers.listContacts({ search: 'khach g' })).total).toBe(3)
})

test('with faults nothing is imported; each is named with line, column, value and reason', async () => {
  const text = csv(
    line('f1'),
    line('f2', { email: 'nobody' }),
    line('f3', { region: 'Nrth' }),
    line('f4', { email: 'khach-f1@example.com' }),
    'A-f5,short',
  )
  const run = await importText(text)
  expect(run).toMatchObject({ state: 'refused', rows: 5, done: 0, faultCount: 4, faultyRows: 4 })
  expect(run.faults).toEqual([
    { line: 3, column: 'email', value: 'nobody', reason: 'This is not an e-mail address of one person.' },
    {
      line: 4,
      column: 'region',
      value: 'Nrth',
      reason: 'There is no such region. Correct it, or let the import create regions.',
    },
    {
      line: 5,
      column: 'email',
      value: 'khach-f1@example.com',
      reason: 'The contact on line 2 has the same address. Nobody should be asked twice.',
    },
    { line: 6, column: '', value: '2', reason: 'The row has fewer cells than the headings.' },
  ])
  expect(
    run.faultGroups.map(({ column, value, count, firstLine }) => [column, value, count, firstLine]),
  ).toEqual([
    ['email', 'nobody', 1, 3],
    ['region', 'Nrth', 1, 4],
    ['email', 'khach-f1@example.com', 1, 5],
    ['', '2', 1, 6],
  ])
  expect(await accountNamed('cong ty f1')).toBeUndefined()
  const report = await (await administrator.api.imports.faultReport({ id: run.id })).text()
  expect(report).toContain('3,email,nobody,This is not an e-mail address of one person.')
})

test('R7: the rest can be imported without sending the file again; the faulty lines come back defanged, to be corrected', async () => {
  const text = csv(line('s1'), line('s2', { email: 'nobody', name: '=1+1' }))
  const { id } = await importText(text)
  await administrator.api.imports.repeat({ id, skipFaulty: true, createRegions: false })
  await api.runJobs()

  expect(await administrator.api.imports.get({ id })).toMatchObject({
    state: 'done',
    done: 1,
    faultyRows: 1,
    contactsCreated: 1,
  })
  const file = await administrator.api.imports.faultyLines({ id })
  const lines = await file.text()
  expect(lines.split('\n')[1]).toContain(`'=1+1`)
  expect(lines).not.toContain('khach-s1')
  const corrected = lines.replace('nobody', 'somebody@example.com').replace(`'=1+1`, 'Công ty s2')
  expect(await importText(corrected)).toMatchObject({
    state: 'done',
    contactsCreated: 1,
    ignoredColumns: ['fault'],
  })
  await expect(
    administrator.api.imports.repeat({ id, skipFaulty: true, createRegions: false }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
})

test.each<[string, string, Uint8Array<ArrayBuffer> | string]>([
  ['an empty file', 'invalid_input', ''],
  ['white space', 'invalid_input', ' \r\n\r\n'],
  ['a PDF', 'unsupported_media_type', '%PDF-1.7\n%âãÏÓ'],
  ['a spreadsheet', 'unsupported_media_type', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
  ['a picture', 'unsupported_media_type', new Uint8Array(5000).map((_, n) => (n * 31) % 256)],
])('%s is refused at once: %s', async (_, code, content) => {
  await expect(administrator.api.imports.start({ file: fileOf(content) })).rejects.toMatchObject({
    code,
    data: { fields: [{ path: 'file', message: expect.any(String) }], requestId: expect.any(String) },
  })
})

test('a file of 60 MB is refused before it is read', async () => {
  const body = new FormData()
  body.set('file', fileOf(new Uint8Array(60_000_000).fill(0x61)))
  const answer = await fetch(`${api.url}/api/imports`, {
    method: 'POST',
    headers: { cookie: administrator.cookie },
    body,
  }).catch(() => null)
  // The server may close the connection while the rest is still on its way.
  if (answer)
    expect([answer.status, await answer.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'body_too_large' }),
    ])
  expect(await administrator.api.session.get()).toMatchObject({ actor: { id: administrator.id } })
})

test.each<[string, string, Record<string, unknown>[]]>([
  [
    'no headings',
    '1,2,3\n4,5,6',
    [{ line: 1, column: 'account_id', reason: 'The file has no column “account_id”.' }],
  ],
  [
    'missing columns',
    'account_id,email\nA-1,lan@example.com',
    [
      { line: 1, column: 'contact_id' },
      { line: 1, column: 'contact_name' },
    ],
  ],
  ['a column twice', 'account_id,region,Region\nA,north,north', [{ line: 1, column: 'region' }]],
  [
    'an open quote',
    csv(line('q1'), '"A-q2,Công ty', line('q3')),
    [{ line: 3, column: '', reason: expect.stringContaining('never closes') }],
  ],
  ['NUL bytes', csv(line('n1', { name: 'Công\u0000ty' })), [{ line: 2, column: 'account_name' }]],
])(
  '%s: a fault report, and nothing is imported, even when faulty lines may be skipped',
  async (_, text, faults) => {
    const run = await importText(text, { skipFaulty: true })
    expect(run.faults).toMatchObject(faults)
    expect(run.contactsCreated).toBe(0)
  },
)

test('an open quote keeps the lines before it from being imported, too', async () => {
  expect(await accountNamed('cong ty q1')).toBeUndefined()
})

test('what Excel in Vietnam saves is read: UTF-16 with tabs, semicolons with sep=, Windows-1252', async () => {
  const tabs = csv(line('u1')).replaceAll(',', '\t')
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${tabs}`, 'utf16le'))
  expect(await importText(utf16)).toMatchObject({ state: 'done', contactsCreated: 1 })
  const semicolons = `sep=;\r\n${csv(line('u2')).replaceAll(',', ';').replaceAll('\n', '\r\n')}`
  expect(await importText(`\uFEFF${semicolons}`)).toMatchObject({ state: 'done', contactsCreated: 1 })
  const latin = new Uint8Array(
    Buffer.from(csv(line('u3', { name: 'Müller Söhne' })).replace('Khách', 'José'), 'latin1'),
  )
  expect(await importText(latin)).toMatchObject({ state: 'done', contactsCreated: 1 })
  expect(await accountNamed('muller sohne')).toMatchObject({ name: 'Müller Söhne' })
})

test('the reasons are in the language of the reader', async () => {
  const mai = await colleague(api, 'administrator', { language: 'vi' })
  const run = await importText(csv(line('v1', { email: 'ai đó' })), {}, mai)
  expect(run.faults).toMatchObject([{ reason: 'Đây không phải địa chỉ email của một người.' }])
})

test('regions: marketing cannot create them, an administrator can', async () => {
  const marketing = await colleague(api, 'marketing')
  const text = csv(line('r1', { region: 'Tây Nguyên' }))
  expect(await importText(text, {}, marketing)).toMatchObject({ state: 'refused' })
  await expect(
    marketing.api.imports.start({ file: fileOf(text), createRegions: true }),
  ).rejects.toMatchObject({ code: 'not_found' })
  expect(await importText(text, { createRegions: true })).toMatchObject({
    state: 'done',
    regionsCreated: ['Tây Nguyên'],
  })
  const { regions } = await administrator.api.session.get()
  expect(regions).toContainEqual(
    expect.objectContaining({ name: 'Tây Nguyên', country: 'VN', zone: 'Asia/Ho_Chi_Minh' }),
  )
})

test('who works for one region can neither import into another nor take its customers over', async () => {
  const regional = await colleague(api, 'marketing', { regions: ['south'] })
  await importText(csv(line('x1')))
  const run = await importText(
    csv(line('x2', { region: 'north' }), line('x1', { region: 'south' }), line('x3', { region: 'south' })),
    { skipFaulty: true },
    regional,
  )
  expect(run.faults.map(({ line: at, column }) => `${at} ${column}`)).toEqual([
    '2 region',
    '3 account_id',
    '3 contact_id',
  ])
  expect(run).toMatchObject({ state: 'done', contactsCreated: 1 })
  expect(await accountNamed('cong ty x1')).toMatchObject({ regionId: api.regions.north })
  const colleagues = await colleague(api, 'marketing', { regions: ['south'] })
  await expect(colleagues.api.imports.get({ id: run.id })).rejects.toMatchObject({ code: 'not_found' })
  const analyst = await colleague(api, 'analyst')
  await expect(analyst.api.imports.start({ file: fileOf(csv(line('x4'))) })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('an account that moves takes its contacts along', async () => {
  await importText(csv(line('m1')))
  await importText(csv('A-m1,,,south,,,,'))
  const { items } = await administrator.api.customers.listContacts({
    regionId: api.regions.south,
    search: 'khach m1',
  })
  expect(items).toMatchObject([{ externalId: 'C-m1', regionId: api.regions.south }])
})

test('a cancelled import stops and stays stopped', async () => {
  const { id } = await administrator.api.imports.start({ file: fileOf(csv(line('c1'))) })
  expect(await administrator.api.imports.cancel({ id })).toMatchObject({ state: 'cancelled' })
  await api.runJobs()
  expect(await administrator.api.imports.get({ id })).toMatchObject({
    state: 'cancelled',
    contactsCreated: 0,
  })
  expect(await accountNamed('cong ty c1')).toBeUndefined()
  await expect(administrator.api.imports.cancel({ id })).rejects.toMatchObject({ code: 'wrong_state' })
})

const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => line(`${prefix}${n}`, n % 100 === 7 ? { email: 'broken' } : {}))

test('killed in the middle and carried out again, the end is the same', async () => {
  const file = fileOf(csv(...many('k', 1500)))
  const { id } = await administrator.api.imports.start({ file, skipFaulty: true })
  // The database goes away after the first part was written: nothing is noted, as after a kill.
  const cut = carryOutImport(api.ctx, id, run => {
    if (run.done > 0) throw new MongoNetworkError()
  })
  await expect(cut).rejects.toThrow(MongoNetworkError)
  const left = await administrator.api.imports.get({ id })
  expect(left.state).toBe('writing')
  expect(left.contactsCreated).toBeLessThan(1485)
  await api.runJobs()

  expect(await administrator.api.imports.get({ id })).toMatchObject({
    state: 'done',
    rows: 1500,
    done: 1485,
    faultyRows: 15,
    accountsCreated: 1485,
    accountsUpdated: 0,
    contactsCreated: 1485,
    contactsUpdated: 0,
  })
})

test('whoever looks the moment it is over hears that duplicates are looked for, and nothing of it goes with the process', async () => {
  const { id } = await administrator.api.imports.start({ file: fileOf(csv(line('d1'))) })
  const then: Promise<boolean>[] = []
  const cut = carryOutImport(api.ctx, id, run => {
    if (run.state !== 'done') return
    then.push(administrator.api.duplicates.list({ kind: 'contacts' }).then(({ search }) => search.running))
    throw new MongoNetworkError()
  })
  await expect(cut).rejects.toThrow(MongoNetworkError)
  expect(await Promise.all(then)).toEqual([true])
  const { items } = await administrator.api.audit.list({ limit: 50 })
  expect(items.filter(({ subject }) => subject === `import:${id}`).map(({ action }) => action)).toContain(
    'customers.imported',
  )
  await api.runJobs()
  expect((await administrator.api.duplicates.list({ kind: 'contacts' })).search.running).toBe(false)
})

class MongoNetworkError extends Error {
  override name = 'MongoNetworkError'
}

test('ten thousand rows take seconds, and tell how far they are', async () => {
  const folder = api.ctx.config.dataDir
  const path = `${folder}/ten-thousand.csv`
  await writeFile(path, csv(...many('t', 10_000)))
  const seen: number[] = []
  const started = performance.now()
  const { run } = await importFile(
    api.ctx,
    { path, kind: 'contacts', language: 'en', skipFaulty: true, createRegions: false, createProducts: false },
    progress => seen.push(progress.done),
  )
  const seconds = (performance.now() - started) / 1000
  expect(run).toMatchObject({ state: 'done', rows: 10_000, contactsCreated: 9900, faultCount: 100 })
  expect(seen.filter(done => done > 0 && done < 9900).length).toBeGreaterThan(5)
  expect(seconds).toBeLessThan(40)
})

test('the template has every column, and imports as it is', async () => {
  const template = await administrator.api.imports.template({})
  expect(template.name).toBe('contacts.csv')
  const text = await template.text()
  expect(await importText(text)).toMatchObject({ state: 'done', rows: 0, ignoredColumns: [] })
})

test('an empty house takes its first import: regions come from the file', async () => {
  const empty = await startTestApi({ empty: true })
  try {
    const { createOrganisation } = await import('../organisation/service.ts')
    await createOrganisation(empty.ctx, { name: 'Mới', zone: 'Asia/Ho_Chi_Minh', demonstration: false })
    const first = await colleague(empty, 'administrator')
    const file = fileOf(csv(line('e1', { region: 'Miền Bắc' }), line('e2', { region: 'Miền Nam' })))
    const { id } = await first.api.imports.start({ file, createRegions: true })
    await empty.runJobs()
    expect(await first.api.imports.get({ id })).toMatchObject({
      state: 'done',
      contactsCreated: 2,
      regionsCreated: ['Miền Bắc', 'Miền Nam'],
    })
    expect((await first.api.session.get()).regions.map(({ name }) => name)).toEqual(['Miền Bắc', 'Miền Nam'])
  } finally {
    await empty.close()
  }
})
