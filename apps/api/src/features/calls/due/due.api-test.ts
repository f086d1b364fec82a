import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { addLocalDays } from '@sixfold/domain/local-date'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { RegionName, TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { takeStep } from './jobs.ts'

// Real databases on a machine that others use, too.
jest.setTimeout(60_000)

/** Each test has a Monday of its own, ten in the morning in Hanoi: a day is looked at once. */
let monday = addLocalDays('2026-08-17', -28)
const inDays = (days: number) => addLocalDays(monday, days)
const at = (day: string, hour = 10) => `${day}T${String(hour - 7).padStart(2, '0')}:00:00.000Z`

let api: TestApi
let marketing: Colleague
let care: Colleague
let productId: string
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  care = await colleague(api, 'care', { name: 'Mai', regions: ['north', 'germany'] })
  productId = (await marketing.api.products.create({ name: '=Press 40', externalId: '' })).id
})
afterAll(() => api.close())
beforeEach(() => {
  monday = inDays(28)
  api.clock.set(at(monday))
})

interface Bought {
  region?: RegionName
  purchasedDaysAgo?: number
  installedDaysAgo?: number
  phone?: string | null
}

/** Somebody whose company bought something so many days ago; the thing names nobody. */
async function customer({ region = 'north', purchasedDaysAgo, installedDaysAgo, phone }: Bought = {}) {
  const [contact] = await addContacts(
    api,
    region,
    1,
    phone === null ? {} : { phone: phone ?? '+84 28 3822 0000' },
  )
  if (!contact) throw new Error('nobody was added')
  const today = api.clock.now().toISOString().slice(0, 10)
  const day = (ago: number | undefined) => (ago === undefined ? null : addLocalDays(today, -ago))
  const { id } = await marketing.api.installations.create({
    accountId: contact.accountId,
    externalId: '',
    productId,
    contactId: null,
    purchasedOn: day(purchasedDaysAgo),
    installedOn: day(installedDaysAgo),
  })
  return { contact, id }
}

/** Lets the daily look come to its end. */
async function look() {
  while ((await takeStep(api.ctx)) <= api.clock.now());
}
async function nextDay(hour = 10) {
  api.clock.advance({ days: 1 })
  api.clock.set(at(api.clock.now().toISOString().slice(0, 10), hour))
  await look()
}

async function thing(id: string, kind: 'installation_call' | 'product_survey' = 'installation_call') {
  for (const view of ['now', 'later', 'lapsed', 'done'] as const) {
    const { items } = await care.api.due.list({ kind, view, limit: 200 })
    const found = items.find(item => item.id === id)
    if (found) return { ...found, view }
  }
  return null
}
const ledgerOf = async ({ id }: TestContact) => (await care.api.contactLedger.read({ id })).lines

describe('a call after an installation', () => {
  test('is due from day 90, and made once: it is in the ledger before it begins', async () => {
    const { contact, id } = await customer({ installedDaysAgo: 90 })
    await nextDay()
    expect(await thing(id)).toMatchObject({
      view: 'now',
      contact: { id: contact.id, phone: '+84 28 3822 0000' },
      productName: '=Press 40',
      opensOn: monday,
      closesOn: inDays(30),
      daysLeft: 30,
      reason: null,
    })
    const begun = await care.api.calls.begin({ id })
    expect(begun).toMatchObject({ state: 'due', begun: { byName: 'Mai' } })
    expect(await ledgerOf(contact)).toMatchObject([{ kind: 'call', outcome: 'sent', subject: '=Press 40' }])
    await expect(care.api.calls.begin({ id })).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await care.api.calls.end({ id, outcome: 'made' })).toMatchObject({ state: 'done' })
    await expect(care.api.calls.end({ id, outcome: 'made' })).rejects.toMatchObject({ code: 'wrong_state' })
    await nextDay()
    expect(await thing(id)).toMatchObject({ view: 'done' })
    expect(await ledgerOf(contact)).toHaveLength(1)
  })

  test('begun by two at once is begun by one', async () => {
    const { contact, id } = await customer({ installedDaysAgo: 90 })
    await nextDay()
    const other = await colleague(api, 'regional', { regions: ['north'] })
    const answers = await Promise.allSettled([care.api.calls.begin({ id }), other.api.calls.begin({ id })])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await ledgerOf(contact)).toHaveLength(1)
  })

  test('in quiet hours does not begin, says so, and stays on the list of the day', async () => {
    const { contact, id } = await customer({ installedDaysAgo: 90 })
    await nextDay(8)
    expect(await thing(id)).toMatchObject({ view: 'now', dueAt: at(inDays(1), 9) })
    expect(await care.api.calls.begin({ id })).toMatchObject({
      state: 'due',
      begun: null,
      reason: 'quiet_hours',
      dueAt: at(inDays(1), 9),
    })
    expect(await ledgerOf(contact)).toMatchObject([{ outcome: 'refused', reason: 'quiet_hours' }])
  })

  test('that nobody answers comes up on the next working day, three times in all', async () => {
    const { id } = await customer({ installedDaysAgo: 90 })
    await nextDay()
    for (const day of [inDays(2), inDays(3)]) {
      await care.api.calls.begin({ id })
      expect(await care.api.calls.end({ id, outcome: 'no_answer' })).toMatchObject({
        state: 'waiting',
        dueAt: at(day, 9),
      })
      await nextDay()
    }
    await care.api.calls.begin({ id })
    await care.api.calls.end({ id, outcome: 'no_answer' })
    expect(await thing(id)).toMatchObject({ view: 'lapsed', reason: 'no_answer', tries: 3 })
  })

  test('that is not wanted is not made, and does not come back', async () => {
    const { id } = await customer({ installedDaysAgo: 90 })
    await nextDay()
    await care.api.calls.begin({ id })
    await care.api.calls.end({ id, outcome: 'not_wanted' })
    await nextDay()
    expect(await thing(id)).toBeNull()
  })

  test('goes to somebody else at the account when the first cannot be called any more', async () => {
    const { contact, id } = await customer({ installedDaysAgo: 90 })
    await nextDay()
    expect(await thing(id)).toMatchObject({ view: 'now', contact: { id: contact.id } })
    await care.api.contactLedger.setDoNotCall({ id: contact.id, doNotCall: true, source: 'phone' })
    await nextDay()
    expect(await thing(id)).toMatchObject({ view: 'later', reason: 'do_not_call', dueAt: null })
    const second = await marketing.api.customers.createContact({
      accountId: contact.accountId,
      externalId: '',
      name: 'Hoa',
      email: 'hoa@example.com',
      phone: '+84 28 3822 0001',
      role: '',
      seniority: 'specialist',
      languages: ['vi'],
      channels: ['email', 'phone'],
      country: 'VN',
      zone: 'Asia/Ho_Chi_Minh',
    })
    api.clock.advance({ days: 6 })
    await nextDay()
    expect(await thing(id)).toMatchObject({ view: 'now', contact: { id: second.id } })
  })

  test('lapses with its reason when its window closes, and is in the report and its table', async () => {
    const { id } = await customer({ installedDaysAgo: 120, phone: null })
    await look()
    expect(await thing(id)).toMatchObject({ view: 'later', reason: 'no_address', daysLeft: 1 })
    await nextDay()
    expect(await thing(id)).toMatchObject({ view: 'lapsed', reason: 'no_address', daysLeft: 0 })
    const late = await customer({ installedDaysAgo: 119 })
    await nextDay()
    expect(await thing(late.id)).toMatchObject({ view: 'now', daysLeft: 1 })
    await nextDay()
    expect(await thing(late.id)).toMatchObject({ view: 'lapsed', reason: 'not_called' })
    const month = monday.slice(0, 7)
    const { items } = await care.api.due.endings({ kind: 'installation_call', from: month, until: month })
    expect(items).toContainEqual({
      month,
      regionId: api.regions.north,
      state: 'lapsed',
      reason: 'no_address',
      n: 1,
    })
    const file = await care.api.due.exportLapsed({ kind: 'installation_call' })
    const lines = (await file.text()).split('\n')
    expect(lines[0]).toContain('month,region,account,contact,product')
    expect(lines.find(line => line.includes(late.contact.name))).toContain(",'=Press 40,")
  })

  test('whose installation was removed is cancelled; a corrected day counts anew', async () => {
    const { id } = await customer({ installedDaysAgo: 90 })
    const moved = await customer({ installedDaysAgo: 100 })
    await nextDay()
    await marketing.api.installations.remove({ id, revision: 1 })
    await marketing.api.installations.change({
      id: moved.id,
      revision: 1,
      changes: { installedOn: inDays(-83) },
    })
    await nextDay()
    expect(await thing(id)).toBeNull()
    expect(await thing(moved.id)).toMatchObject({ view: 'later', opensOn: inDays(7), reason: null })
  })
})

describe('a survey about a purchase', () => {
  test('waits for a programme, joins its wave while it runs, and leaves a cool-down after the call', async () => {
    const alone = await customer({ purchasedDaysAgo: 100 })
    const both = await customer({ purchasedDaysAgo: 100, installedDaysAgo: 95 })
    await nextDay()
    expect(await thing(alone.id, 'product_survey')).toMatchObject({ view: 'later', reason: 'no_programme' })

    const draft = await marketing.api.surveys.create({
      kind: 'product',
      factorModel: 'ibm-six',
      quarter: { year: 2027, quarter: 1 },
      languages: ['vi', 'en'],
    })
    const { number: version } = await marketing.api.surveys.publish({
      id: draft.id,
      revision: draft.revision,
    })
    const wave = await marketing.api.waves.launch({
      surveyId: draft.id,
      version,
      regionIds: [api.regions.north],
      closesAt: at(inDays(300)),
    })
    await api.runJobs()
    expect(await marketing.api.waves.get({ id: wave.id })).toMatchObject({ state: 'running', invited: 0 })

    await nextDay()
    expect(await thing(both.id)).toMatchObject({ view: 'now' })
    await care.api.calls.begin({ id: both.id })
    await care.api.calls.end({ id: both.id, outcome: 'made' })
    expect(await thing(alone.id, 'product_survey')).toMatchObject({ view: 'now' })
    await api.runJobs()
    expect(await marketing.api.waves.get({ id: wave.id })).toMatchObject({ invited: 1 })
    expect(await ledgerOf(alone.contact)).toMatchObject([{ kind: 'invitation', purpose: 'product_survey' }])

    await nextDay()
    expect(await thing(alone.id, 'product_survey')).toMatchObject({ view: 'done' })
    const waiting = await thing(both.id, 'product_survey')
    expect(waiting).toMatchObject({ view: 'later', reason: 'touch_too_soon' })
    expect(waiting?.dueAt).toBe(at(inDays(2 + 90), 8))
  })
})

test('people see what is due in their regions alone', async () => {
  const german = await customer({ region: 'germany', installedDaysAgo: 92, phone: '+49 30 901820' })
  const southern = await customer({ region: 'south', installedDaysAgo: 92 })
  await nextDay()
  expect(await thing(german.id)).toMatchObject({ view: 'now' })
  expect(await thing(southern.id)).toBeNull()
  await expect(care.api.calls.begin({ id: southern.id })).rejects.toMatchObject({ code: 'not_found' })
  const { items, counts } = await care.api.due.list({
    kind: 'installation_call',
    regionId: api.regions.germany,
  })
  expect(items.map(({ id }) => id)).toEqual([german.id])
  expect(counts).toEqual({ now: 1, later: 0, lapsed: 0, done: 0 })

  await marketing.api.customers.changeAccount({
    id: southern.contact.accountId,
    revision: 1,
    changes: { regionId: api.regions.north },
    verified: [],
  })
  expect(await thing(southern.id)).toMatchObject({ view: 'now', regionId: api.regions.north })
})

describe('where no call can be made at present', () => {
  test('it is said when calling opens again, and who comes first', async () => {
    const kind = 'installation_call'
    const regionId = api.regions.north
    const openings = async () => (await care.api.due.list({ kind, regionId })).openings
    // What other tests left waiting would come first.
    for (const name of ['calls', 'installations']) await api.ctx.db.connection.collection(name).deleteMany({})
    const later = await customer({ installedDaysAgo: 90 })
    const first = await customer({ installedDaysAgo: 100 })
    await nextDay()
    expect(await openings()).toEqual([])
    api.clock.set(at(api.clock.now().toISOString().slice(0, 10), 22))
    const tomorrow = { regionId, callId: first.id, accountName: expect.any(String), zone: 'Asia/Ho_Chi_Minh' }
    expect(await openings()).toMatchObject([{ ...tomorrow, at: at(inDays(2), 9), reason: 'quiet_hours' }])
    // Left over on Friday, looked at on Sunday.
    api.clock.set(at(inDays(1), 11))
    for (const { id } of [later, first]) {
      await care.api.calls.begin({ id })
      await care.api.calls.end({ id, outcome: 'made' })
    }
    await nextDay()
    const weekend = await customer({ installedDaysAgo: 90 })
    const sooner = await customer({ installedDaysAgo: 95 })
    for (let day = 0; day < 4; day += 1) await nextDay()
    const list = await care.api.due.list({ kind, regionId })
    expect(list.items.filter(({ id }) => id === weekend.id || id === sooner.id)).toEqual([])
    expect(list.openings).toMatchObject([{ callId: sooner.id, at: at(inDays(7), 9), reason: 'weekend' }])
  })
})
