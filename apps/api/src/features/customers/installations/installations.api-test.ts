import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Product } from '@sixfold/contract/installations'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { findInstallationsSince } from './service.ts'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

let api: TestApi
let marketing: Colleague
let care: Colleague
let person: TestContact
let stranger: TestContact
let press: Product
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  care = await colleague(api, 'care', { name: 'Mai', regions: ['north'] })
  const [first, second] = await addContacts(api, 'north', 2)
  if (!first || !second) throw new Error('nobody was added')
  ;[person, stranger] = [first, second]
  press = await marketing.api.products.create({ name: 'Press 40', externalId: 'P-40' })
})
afterAll(() => api.close())

const noDays = { contactId: null, purchasedOn: null, installedOn: null }
const buy = (fields: object = {}) =>
  care.api.installations.create({
    accountId: person.accountId,
    externalId: '',
    productId: press.id,
    ...noDays,
    ...fields,
  })

test('a product is named once, renamed at the revision that was seen, and only by those who keep the list', async () => {
  const twin = marketing.api.products.create({ name: 'Other', externalId: 'P-40' })
  await expect(twin).rejects.toMatchObject({ code: 'already_exists' })
  const made = await marketing.api.products.create({ name: 'Meter', externalId: '' })
  const renamed = await marketing.api.products.change({ id: made.id, revision: 1, name: 'Flow meter' })
  expect(renamed).toMatchObject({ name: 'Flow meter', revision: 2 })
  const late = marketing.api.products.change({ id: made.id, revision: 1, name: 'Late' })
  await expect(late).rejects.toMatchObject({
    code: 'revision_conflict',
    data: { data: { current: { name: 'Flow meter' } } },
  })
  const regional = care.api.products.create({ name: 'Mine', externalId: '' })
  await expect(regional).rejects.toMatchObject({ code: 'not_found' })
})

test('what was bought says when it is asked about, in the days of its region', async () => {
  // 17 August 2026: day 90 of 19 May, a Monday; the call of 20 April lapsed on day 120, 18 August.
  const thing = await buy({ contactId: person.id, purchasedOn: '2026-04-20', installedOn: '2026-05-19' })
  expect(thing).toMatchObject({ productName: 'Press 40', contactName: person.name, marks: [] })
  expect(thing.due).toEqual([
    { kind: 'product_survey', opens: '2026-07-20', closes: '2027-04-20', state: 'open' },
    { kind: 'installation_call', opens: '2026-08-17', closes: '2026-09-16', state: 'open' },
  ])
  const later = await buy({ installedOn: '2026-08-01' })
  expect(later.due.map(({ state }) => state)).toEqual(['waiting'])
  const past = await buy({ installedOn: '2026-01-05' })
  expect(past.due.map(({ state }) => state)).toEqual(['past'])
})

test('it is changed and removed at the revision that was seen; impossible days are marked with who said them', async () => {
  const thing = await buy({ purchasedOn: '2026-05-10' })
  const changed = await care.api.installations.change({
    id: thing.id,
    revision: 1,
    changes: { installedOn: '2026-05-01' },
  })
  expect(changed).toMatchObject({ revision: 2, purchasedOn: '2026-05-10' })
  expect(changed.provenance.installedOn).toMatchObject({ by: 'Mai' })
  expect(changed.marks).toMatchObject([{ field: 'installedOn', code: 'installed_before_bought' }])
  const late = care.api.installations.change({ id: thing.id, revision: 1, changes: { contactId: person.id } })
  await expect(late).rejects.toMatchObject({
    code: 'revision_conflict',
    data: { data: { current: { revision: 2 } } },
  })
  const early = care.api.installations.remove({ id: thing.id, revision: 1 })
  await expect(early).rejects.toMatchObject({ code: 'revision_conflict' })
  await care.api.installations.remove({ id: thing.id, revision: 2 })
  const { items } = await care.api.installations.list({ accountId: person.accountId })
  expect(items.map(({ id }) => id)).not.toContain(thing.id)
})

test('only a product that exists, and a person of the account itself', async () => {
  for (const fields of [{ productId: 'nothing' }, { contactId: stranger.id }, { contactId: 'nobody' }])
    await expect(buy(fields)).rejects.toMatchObject({ code: 'not_found' })
  await expect(buy({ purchasedOn: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a walk through the days finds each thing once, in the order of its day', async () => {
  for (const purchasedOn of ['2020-03-02', '2020-03-01', '2020-03-02', '2020-03-04', '2020-03-02'])
    await buy({ purchasedOn })
  await buy({ installedOn: '2020-03-02' })
  const found: string[] = []
  let after: { since: string; id: string } | null = null
  for (;;) {
    const part = await findInstallationsSince(api.ctx, {
      kind: 'product_survey',
      from: '2020-03-01',
      until: '2020-03-03',
      after,
      limit: 2,
    })
    found.push(...part.map(({ purchasedOn }) => purchasedOn ?? ''))
    const last = part.at(-1)
    if (!last?.purchasedOn) break
    after = { since: last.purchasedOn, id: last.id }
  }
  expect(found).toEqual(['2020-03-01', '2020-03-02', '2020-03-02', '2020-03-02'])
})
