import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

let api: TestApi
let analyst: Colleague
let regional: Colleague
let north: TestContact[]
let south: TestContact[]
beforeAll(async () => {
  api = await startTestApi()
  ;[north, south] = [await addContacts(api, 'north', 7), await addContacts(api, 'south', 2)]
  analyst = await colleague(api, 'analyst')
  regional = await colleague(api, 'regional', { regions: ['north'] })
})
afterAll(() => api.close())

test('a list read by cursor shows everything once, by name', async () => {
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await analyst.api.customers.listContacts({ limit: 2, ...(cursor ? { cursor } : {}) })
    names.push(...page.items.map(({ name }) => name))
    // The total is counted for the first page alone.
    expect(page.total).toBe(cursor ? undefined : 9)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(names).toHaveLength(9)
  expect(new Set(names).size).toBe(9)
  expect(names).toEqual([...names].sort())
})

test('words are found without marks, in any order, by their beginnings, in names and addresses', async () => {
  const found = async (search: string) => (await analyst.api.customers.listContacts({ search })).total
  expect(await found('KHÁCH')).toBe(9)
  expect(await found('khach')).toBe(9)
  expect(await found(`khach-1@example`)).toBe(1)
  expect(await found('hach')).toBe(0)
  expect(await found('.*')).toBe(9)
  expect((await analyst.api.customers.listAccounts({ search: 'ty cong' })).total).toBe(9)
})

test('regional people see their region; a foreign account or contact is as unknown as none', async () => {
  const list = await regional.api.customers.listContacts({})
  expect(list.total).toBe(7)
  expect(list.items.every(({ regionId }) => regionId === api.regions.north)).toBe(true)
  expect((await regional.api.customers.listAccounts({ regionId: api.regions.south })).items).toEqual([])
  const foreign = south[0]
  const own = north[0]
  expect(await regional.api.customers.getAccount({ id: own?.accountId ?? '' })).toMatchObject({ contacts: 1 })
  const refusals = [
    regional.api.customers.getAccount({ id: foreign?.accountId ?? '' }),
    regional.api.customers.getAccount({ id: 'nothing' }),
    regional.api.contactLedger.read({ id: foreign?.id ?? '' }),
    regional.api.contactLedger.read({ id: 'nothing' }),
  ]
  for (const refusal of refusals)
    await expect(refusal).rejects.toMatchObject({ code: 'not_found', status: 404 })
  const people = await regional.api.customers.listContacts({ accountId: foreign?.accountId ?? '' })
  expect(people).toMatchObject({ items: [], total: 0 })
})

test('a spoilt cursor and an unknown question are refused, not answered with everything', async () => {
  await expect(analyst.api.customers.listContacts({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
  const answer = await fetch(`${api.url}/api/contacts?search[$gt]=`, { headers: { cookie: analyst.cookie } })
  expect(answer.status).toBe(422)
})

test('reading people leaves an entry in the audit', async () => {
  const administrator = await colleague(api, 'administrator')
  await analyst.api.contactLedger.read({ id: north[0]?.id ?? '' })
  const { items } = await administrator.api.audit.list({})
  expect(items).toContainEqual(
    expect.objectContaining({
      action: 'contact.read',
      subject: `contact:${north[0]?.id}`,
      actor: analyst.name,
    }),
  )
})
