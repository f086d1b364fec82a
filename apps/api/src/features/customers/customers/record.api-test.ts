import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { ContactRecord } from '@sixfold/contract/customers'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { openTask } from '../../cases/tasks/service.ts'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

let api: TestApi
let care: Colleague
let analyst: Colleague
let southern: Colleague
let person: TestContact
beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { name: 'Mai', regions: ['north', 'south'] })
  analyst = await colleague(api, 'analyst')
  southern = await colleague(api, 'regional', { name: 'Nam', regions: ['south'] })
})
afterAll(() => api.close())
beforeEach(async () => {
  const [added] = await addContacts(api, 'north', 1)
  if (!added) throw new Error('nobody was added')
  person = added
})

const blankAccount = {
  externalId: '',
  name: 'Cơ khí Minh Phát',
  kind: 'prospect' as const,
  segment: 'small',
  annualRevenue: null,
  size: 40,
  fiscalYearEnds: null,
  ownerId: null,
  website: '',
}
const blankContact = {
  externalId: '',
  name: 'Đào Thị Lan',
  email: 'Lan@MinhPhat.vn',
  phone: null,
  role: 'Planner',
  seniority: 'manager' as const,
  languages: ['vi', 'en'],
  channels: ['email' as const],
  country: 'VN',
  zone: 'Asia/Ho_Chi_Minh',
}
const refused = (code: string) => ({ code })

describe('an account', () => {
  test('is added, found by what it is, changed at the revision that was seen, and says who said what', async () => {
    const made = await care.api.customers.createAccount({ ...blankAccount, regionId: api.regions.north })
    expect(made).toMatchObject({ externalId: made.id, size: 40, ownerName: '', contacts: 0, revision: 1 })
    expect(made.provenance.size).toMatchObject({ source: `staff:${care.id}`, by: 'Mai' })
    expect(made.provenance.website).toBeUndefined()

    const found = (query: object) => care.api.customers.listAccounts({ search: 'minh phat', ...query })
    expect((await found({ kind: 'prospect', segment: 'small', ownerId: 'none' })).total).toBe(1)
    expect((await found({ kind: 'existing' })).total).toBe(0)
    expect((await found({ ownerId: care.id })).total).toBe(0)

    const changed = await care.api.customers.changeAccount({
      id: made.id,
      revision: made.revision,
      changes: { ownerId: southern.id, regionId: api.regions.south, size: 40 },
    })
    expect(changed).toMatchObject({ ownerName: 'Nam', regionId: api.regions.south, revision: 2 })
    expect((await found({ ownerId: southern.id })).total).toBe(1)

    const late = care.api.customers.changeAccount({ id: made.id, revision: 1, changes: { size: 50 } })
    await expect(late).rejects.toMatchObject({
      code: 'revision_conflict',
      data: { data: { current: { ownerName: 'Nam', revision: 2, size: 40 } } },
    })
  })

  test('takes its people and what it bought along into another region', async () => {
    const product = await (await colleague(api, 'marketing')).api.products.create({
      name: `Valve ${person.id}`,
      externalId: '',
    })
    const { id } = await care.api.installations.create({
      accountId: person.accountId,
      externalId: '',
      productId: product.id,
      contactId: person.id,
      purchasedOn: '2026-01-05',
      installedOn: null,
    })
    await openTask(api.ctx, {
      key: `bounce:${person.id}`,
      kind: 'bounce',
      accountId: person.accountId,
      contactId: person.id,
      dueAt: api.clock.now(),
    })
    await expect(southern.api.customers.getContact({ id: person.id })).rejects.toMatchObject(
      refused('not_found'),
    )
    const { revision } = await care.api.customers.getAccount({ id: person.accountId })
    await care.api.customers.changeAccount({
      id: person.accountId,
      revision,
      changes: { regionId: api.regions.south },
    })
    expect(await southern.api.customers.getContact({ id: person.id })).toMatchObject({
      regionId: api.regions.south,
    })
    const { items } = await southern.api.installations.list({ accountId: person.accountId })
    expect(items.map(item => item.id)).toEqual([id])
    const tasks = await southern.api.tasks.list({ of: 'all', accountId: person.accountId })
    expect(tasks.items.map(({ contactName }) => contactName)).toEqual([person.name])
  })

  test('goes neither where one does not work nor into the care of somebody who could not see it', async () => {
    const { revision } = await care.api.customers.getAccount({ id: person.accountId })
    const change = (changes: object) =>
      care.api.customers.changeAccount({ id: person.accountId, revision, changes })
    for (const changes of [
      { regionId: api.regions.germany },
      { regionId: 'nowhere' },
      { ownerId: southern.id },
      { ownerId: 'nobody' },
    ])
      await expect(change(changes)).rejects.toMatchObject(refused('not_found'))
    const read = analyst.api.customers.changeAccount({ id: person.accountId, revision, changes: { size: 1 } })
    await expect(read).rejects.toMatchObject(refused('not_found'))
  })

  test('has an external id of its own', async () => {
    const twin = { ...blankAccount, externalId: person.externalId.replace('C', 'A') }
    const again = care.api.customers.createAccount({ ...twin, regionId: api.regions.north })
    await expect(again).rejects.toMatchObject(refused('already_exists'))
  })

  test('can be told apart by what the caller may see', async () => {
    await addContacts(api, 'germany', 1, { segment: 'aerospace' })
    const { owners, segments } = await southern.api.customers.accountChoices()
    expect(owners.map(({ name }) => name)).toEqual(expect.arrayContaining(['Mai', 'Nam']))
    expect(segments).not.toContain('aerospace')
    expect((await analyst.api.customers.accountChoices()).segments).toContain('aerospace')
  })
})

describe('a contact', () => {
  const read = () => care.api.customers.getContact({ id: person.id })
  const change = ({ revision }: ContactRecord, changes: object, verified: 'email'[] = []) =>
    care.api.customers.changeContact({ id: person.id, revision, changes, verified })

  test('is added to an account, in its region, with small letters in its address', async () => {
    const made = await care.api.customers.createContact({ ...blankContact, accountId: person.accountId })
    expect(made).toMatchObject({
      email: 'lan@minhphat.vn',
      language: 'vi',
      languages: ['vi', 'en'],
      executive: false,
      regionId: api.regions.north,
    })
    const again = care.api.customers.createContact({ ...blankContact, accountId: person.accountId })
    await expect(again).rejects.toMatchObject(refused('already_exists'))
    const managers = await care.api.customers.listContacts({ seniority: 'manager', search: 'dao lan' })
    expect(managers.total).toBe(1)
  })

  test('keeps by field who said it and who made sure', async () => {
    const before = await read()
    expect(before.provenance.email).toBeUndefined()
    const changed = await change(before, { seniority: 'executive', role: '' })
    expect(changed).toMatchObject({ executive: true, revision: before.revision + 1 })
    expect(changed.provenance.seniority).toMatchObject({
      by: 'Mai',
      verifiedAt: changed.provenance.seniority?.at,
    })
    expect(changed.provenance.role).toBeUndefined()

    api.clock.advance({ days: 1 })
    const verified = await change(changed, {}, ['email'])
    expect(verified.email).toBe(before.email)
    expect(verified.provenance.email?.verifiedAt).toBe(api.clock.now().toISOString())
    expect(verified.provenance.seniority).toEqual(changed.provenance.seniority)
  })

  test('says what cannot be true, until somebody settles it', async () => {
    const before = await read()
    const odd = await change(before, { phone: '+49 30 123456' })
    expect(odd.marks).toEqual([
      {
        field: 'phone',
        code: 'phone_of_other_country',
        value: '+49 30 123456',
        source: `staff:${care.id}`,
      },
    ])
    const moved = await change(odd, { country: 'DE', zone: 'Europe/Berlin' })
    expect(moved.marks).toEqual([])
  })

  test('two who change it: the later one sees what stands, and neither overwrites the other', async () => {
    const seen = await read()
    const [first, second] = await Promise.allSettled([
      change(seen, { role: 'Director' }),
      change(seen, { role: 'Owner' }),
    ])
    const results = [first, second].map(({ status }) => status).sort()
    expect(results).toEqual(['fulfilled', 'rejected'])
    const lost = [first, second].find(result => result.status === 'rejected')
    expect(lost?.reason).toMatchObject({
      code: 'revision_conflict',
      data: { data: { current: { revision: seen.revision + 1 } } },
    })
  })

  test.each([
    ['email', { email: 'lan' }],
    ['phone', { phone: '8.49E+10' }],
    ['country', { country: 'XX' }],
    ['zone', { zone: 'Asia/Hanoi' }],
    ['languages', { languages: [] }],
    ['seniority', { seniority: 'boss' }],
    ['provenance', { provenance: {} }],
  ])('a change that says nonsense in %s is refused there', async (field, changes) => {
    await expect(change(await read(), changes)).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ path: `changes.${field}` }] },
    })
  })

  test('leaves an entry in the audit for each reading and change, with the fields and without their values', async () => {
    await change(await read(), { email: 'new-address@example.com' }, ['email'])
    const administrator = await colleague(api, 'administrator')
    const { items } = await administrator.api.audit.list({})
    const about = items.filter(({ subject }) => subject === `contact:${person.id}`)
    expect(about.map(({ action, detail, actor }) => [action, detail, actor])).toEqual([
      ['contact.changed', 'email', 'Mai'],
      ['contact.read', '', 'Mai'],
    ])
  })
})
