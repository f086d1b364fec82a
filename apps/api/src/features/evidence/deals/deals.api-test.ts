import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { DealFields } from '@sixfold/contract/deals'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import { carryAlong } from '../../customers/customers/service.ts'
import { eraseContact } from '../../privacy/erasures/service.ts'
import { dealFacts, handOverDeals } from '../deal-records/service.ts'
import { findInterview } from '../interview-records/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let care: Colleague
let south: Colleague
let whole: Colleague
let mai: TestContact
let lan: TestContact
let competitorId: string

beforeAll(async () => {
  api = await startTestApi()
  care = await colleague(api, 'care', { regions: ['north'], name: 'Hoa' })
  south = await colleague(api, 'care', { regions: ['south'] })
  whole = await colleague(api, 'marketing')
  ;[mai, lan] = (await addContacts(api, 'north', 2, { phone: '+84912345678' })) as [TestContact, TestContact]
  const { id } = await care.api.competitors.create({ name: 'Delta Pumps', website: '', note: '' })
  competitorId = id
})
afterAll(() => api.close())

const deal = (over: Partial<DealFields> = {}): DealFields => ({
  name: 'Twelve pumps for the new line',
  result: 'lost',
  stage: 'shortlist',
  decidedOn: '2026-05-04',
  value: 120_000,
  productId: null,
  competitorId,
  rivalProductId: null,
  contactId: mai.id,
  sellerId: null,
  ...over,
})
const note = (over: Partial<DealFields> = {}, externalId = '', by = care) =>
  by.api.deals.create({ accountId: mai.accountId, externalId, ...deal(over) })
const because = (factor: string, spoke: 'for' | 'against' = 'against') => ({
  reasons: [{ factor, attribute: null, spoke, decisive: false }],
  changeFactor: spoke === 'against' ? factor : null,
  change: spoke === 'against' ? 'Ten days sooner' : '',
})

describe('a deal', () => {
  test('is noted with competitor, value and the stage at which it was lost, and found again', async () => {
    const noted = await note({}, 'CRM-1')
    expect(noted).toMatchObject({
      externalId: 'CRM-1',
      accountId: mai.accountId,
      contactName: mai.name,
      competitorName: 'Delta Pumps',
      quarter: { year: 2026, quarter: 2 },
      seller: { view: null, interview: 'none' },
      model: { key: 'ibm-six' },
      editable: true,
    })
    await expect(note({}, 'CRM-1')).rejects.toMatchObject({ code: 'already_exists' })
    const { items } = await care.api.deals.list({ search: 'CRM-1' })
    expect(items.map(({ id }) => id)).toEqual([noted.id])
    expect((await care.api.deals.list({ from: '2026-Q3' })).items).toEqual([])
    expect((await note({ result: 'won', stage: 'trial' })).stage).toBeNull()
  })

  test('names only what is there, and people of its own account', async () => {
    await expect(note({ contactId: lan.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(note({ competitorId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(note({ rivalProductId: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(note({ sellerId: south.id })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is seen in its region alone', async () => {
    const { id } = await note()
    await expect(south.api.deals.get({ id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await south.api.deals.list({})).items).toEqual([])
    expect((await south.api.deals.rates({})).whole.n).toBe(0)
  })

  test('changes on the revision that was seen; of two at once one gets a conflict with what stands', async () => {
    const { id, revision } = await note()
    const both = await Promise.allSettled(
      [1, 2].map(value => care.api.deals.change({ id, revision, changes: { value } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ code: 'revision_conflict' })
  })
})

describe('the two sides', () => {
  test('are coded apart; neither touches the other', async () => {
    const { id, revision } = await note()
    const coded = await care.api.deals.code({ id, revision, side: 'seller', view: because('administration') })
    const both = await care.api.deals.code({
      id,
      revision: coded.revision,
      side: 'buyer',
      view: because('delivery'),
    })
    expect(both.seller).toMatchObject({ view: because('administration'), by: 'Hoa' })
    expect(both.buyer.view).toEqual(because('delivery'))
    const bad = care.api.deals.code({ id, revision: both.revision, side: 'buyer', view: because('weather') })
    await expect(bad).rejects.toMatchObject({ code: 'invalid_input' })
    const out = await care.api.deals.code({ id, revision: both.revision, side: 'seller', view: null })
    expect([out.seller.view, out.buyer.view]).toEqual([null, because('delivery')])
  })

  test('are interviewed apart with a survey version; the customer only when the contact policy allows it', async () => {
    const { id: surveyId, revision } = await whole.api.surveys.create({
      factorModel: 'ibm-six',
      quarter: { year: 2026, quarter: 3 },
      languages: ['en', 'vi'],
      kind: 'product',
    })
    await whole.api.surveys.publish({ id: surveyId, revision })
    const { id } = await note()
    const begin = (side: 'seller' | 'buyer') =>
      care.api.deals.beginInterview({ id, side, surveyId, language: 'vi' })
    const [{ interview: seller }] = await Promise.all([begin('seller'), begin('seller')])
    expect(seller).toMatchObject({ side: 'seller', version: 1, state: 'begun', language: 'vi' })
    // A Sunday: nobody is called.
    api.clock.set('2026-09-20T03:00:00.000Z')
    const refused = await begin('buyer')
    expect(refused).toMatchObject({ interview: null, refusal: { reason: expect.any(String) } })
    expect(refused.refusal?.earliest).not.toBeNull()
    api.clock.set('2026-09-22T03:00:00.000Z')
    const { interview: buyer } = await begin('buyer')
    expect(buyer?.answers).toEqual([])
    const { lines } = await whole.api.contactLedger.read({ id: mai.id })
    expect(lines.filter(line => line.kind === 'call')).toHaveLength(2)

    const question = buyer?.definition.pages
      .flatMap(page => page.questions)
      .find(q => q.kind === 'satisfaction')
    if (!question) throw new Error('the preset asks for satisfaction')
    const answers = [{ question: question.id, value: 2, revision: 1 }]
    await expect(
      care.api.deals.saveInterview({
        id,
        side: 'buyer',
        answers: [{ question: question.id, value: 99, revision: 1 }],
        finish: false,
      }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    await care.api.deals.saveInterview({ id, side: 'buyer', answers, finish: false })
    expect((await care.api.deals.interview({ id, side: 'buyer' })).answers).toEqual(answers)
    expect((await care.api.deals.interview({ id, side: 'seller' })).answers).toEqual([])
    await expect(south.api.deals.interview({ id, side: 'buyer' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await care.api.deals.get({ id })).buyer.interview).toBe('begun')
  })
})

test('rates go by competitor and quarter with their interval; the sides stay apart, few deals show nothing', async () => {
  const rival = (await care.api.competitors.create({ name: 'Omega', website: '', note: '' })).id
  for (let n = 0; n < 6; n += 1) {
    const one = await note({ competitorId: rival, result: n < 4 ? 'lost' : 'won', decidedOn: '2026-01-15' })
    await care.api.deals.code({
      id: one.id,
      revision: one.revision,
      side: 'seller',
      view: because('delivery', n < 4 ? 'against' : 'for'),
    })
  }
  await note({ competitorId: rival, result: 'no_decision', decidedOn: '2026-01-16' })
  const rates = await care.api.deals.rates({ competitorId: rival, confidence: '90' })
  expect(rates.whole).toMatchObject({ won: 2, lost: 4, undecided: 1, n: 6, rate: 2 / 6 })
  expect(rates).toMatchObject({ confidence: 0.9, minimum: 5, sides: { both: 0, agree: 0 } })
  expect(rates.byCompetitor).toMatchObject([{ key: rival, name: 'Omega', n: 6 }])
  expect(rates.byQuarter).toMatchObject([{ key: '2026-Q1', won: 2 }])
  expect(rates.lostAt).toEqual([{ stage: 'shortlist', n: 4 }])
  const delivery = rates.factors.find(({ key }) => key === 'delivery')
  // Four lost deals are fewer than five.
  expect(delivery?.seller).toMatchObject({ lostBy: { share: null, of: 4 }, rate: { n: 6, rate: 2 / 6 } })
  expect(delivery?.buyer.rate).toMatchObject({ n: 0, rate: null })
})

test('goes with its account, and forgets a person without forgetting how it ended', async () => {
  const [anh, other] = (await addContacts(api, 'north', 2)) as [TestContact, TestContact]
  const made = await care.api.deals.create({
    accountId: anh.accountId,
    externalId: '',
    ...deal({ contactId: anh.id }),
  })
  const { id, revision } = made
  await care.api.deals.code({ id, revision, side: 'buyer', view: because('delivery') })
  await handOverDeals(
    api.ctx,
    { accountId: anh.accountId },
    { accountId: other.accountId, regionId: api.regions.north },
  )
  expect(await care.api.deals.get({ id })).toMatchObject({ accountId: other.accountId })
  await carryAlong(api.ctx, other.accountId, api.regions.south)
  expect(await south.api.deals.get({ id })).toMatchObject({ regionId: api.regions.south })
  await eraseContact(api.ctx, anh.id, 'operator')
  expect(await whole.api.deals.get({ id })).toMatchObject({
    contactId: null,
    result: 'lost',
    buyer: { view: { change: '', changeFactor: 'delivery' } },
  })
  expect(await findInterview(api.ctx, id, 'buyer')).toBeNull()
  expect((await dealFacts(api.ctx, [api.regions.south])).map(fact => fact.id)).toEqual([id])
})

describe('competitors', () => {
  test('have one name each; what a deal names cannot be taken out', async () => {
    await expect(
      care.api.competitors.create({ name: 'DELTA  pumps', website: '', note: '' }),
    ).rejects.toMatchObject({ code: 'already_exists' })
    const made = await care.api.competitors.create({ name: 'Sigma', website: '', note: '' })
    const product = { id: 'p-1', name: 'S-200', oursId: null, versions: [] }
    const changed = await care.api.competitors.change({ ...made, products: [product] })
    const { id } = await note({ competitorId: made.id, rivalProductId: 'p-1' })
    expect((await care.api.deals.get({ id })).rivalProductName).toBe('S-200')
    await expect(care.api.competitors.change({ ...changed, products: [] })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await expect(care.api.competitors.change({ ...made, products: [] })).rejects.toMatchObject({
      code: 'revision_conflict',
    })
    const { items } = await care.api.competitors.list()
    expect(items.find(one => one.id === made.id)).toMatchObject({ deals: 1, studies: 0 })
  })
})

test('come from a list with the reasons of each side, and what is wrong with a line is said', async () => {
  const importLines = async (lines: string[]) => {
    const file = new File([lines.join('\n')], 'deals.csv', { type: 'text/csv' })
    const { id } = await whole.api.imports.start({ file, kind: 'deals' })
    await api.runJobs()
    return whole.api.imports.get({ id })
  }
  const account = lan.externalId.replace('C-', 'A-')
  const head =
    'deal_id,account_id,deal_name,result,decided_on,stage,deal_value,competitor,contact_id,seller,seller_reasons,buyer_reasons,buyer_change'
  const refused = await importLines([
    head,
    `L-1,${account},Valves,perhaps,2026-04-01,,,,,,,,`,
    `L-2,${account},Valves,lost,2026-04-01,,,Nobody & Sons,${mai.externalId},x@example.com,weather -,,`,
    `L-3,${account},,,,,,,,,,,`,
  ])
  expect(refused).toMatchObject({ state: 'refused', dealsCreated: 0, faultyRows: 3 })
  expect(refused.faults.map(({ column }) => column)).toEqual([
    'result',
    'contact_id',
    'seller',
    'competitor',
    'seller_reasons',
    'deal_name',
    'result',
    'decided_on',
  ])
  const line = `L-1,${account},Valves,lost,2026-04-01,trial,5000,delta  PUMPS,${lan.externalId},${care.email},delivery:on-time -!,administration -,"Sooner, and once"`
  expect(await importLines([head, line])).toMatchObject({ state: 'done', dealsCreated: 1, dealsUpdated: 0 })
  const [deal] = (await care.api.deals.list({ accountId: lan.accountId })).items
  expect(deal).toMatchObject({
    competitorId,
    contactId: lan.id,
    sellerId: care.id,
    stage: 'trial',
    value: 5000,
    seller: {
      view: {
        reasons: [{ factor: 'delivery', attribute: 'on-time', spoke: 'against', decisive: true }],
        change: '',
      },
    },
    buyer: { view: { reasons: [{ factor: 'administration' }], change: 'Sooner, and once' } },
  })
  // What a second list does not say stays.
  const again = await importLines(['deal_id,account_id,result', `L-1,${account},won`])
  expect(again).toMatchObject({ dealsCreated: 0, dealsUpdated: 1 })
  expect(await care.api.deals.get({ id: deal?.id ?? '' })).toMatchObject({
    result: 'won',
    stage: null,
    value: 5000,
    buyer: { view: { change: 'Sooner, and once' } },
  })
})
