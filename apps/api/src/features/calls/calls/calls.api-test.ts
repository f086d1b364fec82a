import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { addLocalDays } from '@sixfold/domain/local-date'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { RegionName, TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { findResponses } from '../../answering/responses/service.ts'
import { mergeAccounts, mergeContacts } from '../../customers/record-merges/service.ts'
import { findInvitationsOf } from '../../waves/invitations/service.ts'
import { takeStep } from '../due/jobs.ts'
import { dueBook } from '../due-records/service.ts'

jest.setTimeout(60_000)

/** Each test has a Tuesday of its own, ten in the morning in Hanoi. */
let tuesday = addLocalDays('2026-08-18', -28)
const at = (day: string, hour = 10) => `${day}T${String(hour - 7).padStart(2, '0')}:00:00.000Z`
const inDays = (days: number) => addLocalDays(tuesday, days)

let api: TestApi
let marketing: Colleague
let care: Colleague
let productId: string
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  care = await colleague(api, 'care', { name: 'Mai' })
  productId = (await marketing.api.products.create({ name: 'Press 40', externalId: '' })).id
})
afterAll(() => api.close())
beforeEach(() => {
  tuesday = inDays(28)
  api.clock.set(at(inDays(-1)))
})

async function look() {
  while ((await takeStep(api.ctx)) <= api.clock.now());
}
async function go(day: string, hour = 10) {
  api.clock.set(at(day, hour))
  await look()
}

/** Somebody whose installation may be called about from this Tuesday on. */
async function callable({
  region = 'north',
  language = 'vi',
}: {
  region?: RegionName
  language?: string
} = {}) {
  const [contact] = await addContacts(api, region, 1, { phone: '+84 28 3822 0000', language })
  if (!contact) throw new Error('nobody was added')
  const { id } = await marketing.api.installations.create({
    accountId: contact.accountId,
    externalId: '',
    productId,
    contactId: null,
    purchasedOn: null,
    installedOn: inDays(-90),
  })
  await go(tuesday)
  return { contact, id }
}

/** A survey for calls that runs in the north. */
let surveyRuns = false
async function runCallSurvey() {
  if (surveyRuns) return
  surveyRuns = true
  const draft = await marketing.api.surveys.create({
    kind: 'call',
    factorModel: 'ibm-six',
    quarter: { year: 2027, quarter: 1 },
    languages: ['vi', 'en'],
  })
  const { number: version } = await marketing.api.surveys.publish({ id: draft.id, revision: draft.revision })
  await marketing.api.waves.launch({
    surveyId: draft.id,
    version,
    regionIds: [api.regions.north],
    closesAt: at(inDays(800)),
  })
  await api.runJobs()
}

describe('the outcome of a call', () => {
  test('busy and voicemail count as tries, and every attempt is kept with its note', async () => {
    const { id } = await callable()
    await care.api.calls.begin({ id })
    await care.api.calls.end({ id, outcome: 'busy', note: 'Line busy twice' })
    await go(inDays(1))
    await care.api.calls.begin({ id })
    expect(await care.api.calls.end({ id, outcome: 'voicemail' })).toMatchObject({
      state: 'waiting',
      tries: 2,
    })
    const { attempts, bought, openCases, script } = await care.api.calls.get({ id })
    expect(attempts).toMatchObject([
      { outcome: 'voicemail', byName: 'Mai', note: '' },
      { outcome: 'busy', note: 'Line busy twice', refusal: null },
    ])
    expect(bought).toMatchObject([{ productName: 'Press 40', installedOn: inDays(-90), isThis: true }])
    expect(openCases).toEqual([])
    expect(script).toBeNull()
  })

  test('a call back waits for the agreed time, in the hours of the person, and then costs no gap', async () => {
    const { contact, id } = await callable()
    await care.api.calls.begin({ id })
    const back = (date: string, time: string) =>
      care.api.calls.end({ id, outcome: 'call_back', callBack: { date, time } })
    for (const [date, time, path] of [
      [tuesday, '09:00', 'callBack.time'],
      [tuesday, '20:00', 'callBack.time'],
      [inDays(40), '10:00', 'callBack.date'],
    ] as const)
      await expect(back(date, time)).rejects.toMatchObject({
        code: 'invalid_input',
        data: { fields: [{ path }] },
      })
    await expect(care.api.calls.end({ id, outcome: 'call_back' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(await back(tuesday, '15:00')).toMatchObject({
      state: 'due',
      reason: 'call_back',
      callBackAt: at(tuesday, 15),
      dueAt: at(tuesday, 15),
      tries: 0,
    })
    expect(await care.api.calls.begin({ id })).toMatchObject({ begun: null, reason: 'call_back' })
    api.clock.set(at(tuesday, 15))
    expect(await care.api.calls.begin({ id })).toMatchObject({ begun: { byName: 'Mai' } })
    // One day is one touch.
    const { lines } = await care.api.contactLedger.read({ id: contact.id })
    expect(lines.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1)
    await back(inDays(2), '09:30')
    await go(inDays(1))
    expect(await care.api.calls.get({ id })).toMatchObject({
      call: { state: 'waiting', reason: 'call_back' },
    })
    await go(inDays(2), 9)
    expect((await care.api.calls.get({ id })).call.state).toBe('due')
  })

  test('a wrong number waits for another one; somebody else there is called when one was not responsible', async () => {
    const { contact, id } = await callable()
    await care.api.calls.begin({ id })
    expect(await care.api.calls.end({ id, outcome: 'wrong_number' })).toMatchObject({
      state: 'waiting',
      reason: 'wrong_number',
    })
    await go(inDays(1))
    expect((await care.api.calls.get({ id })).call).toMatchObject({
      state: 'waiting',
      reason: 'wrong_number',
    })
    const { revision } = await care.api.customers.getContact({ id: contact.id })
    await care.api.customers.changeContact({
      id: contact.id,
      revision,
      changes: { phone: '+84 28 3822 9999' },
      verified: [],
    })
    await go(inDays(2))
    expect((await care.api.calls.get({ id })).call).toMatchObject({ state: 'due', reason: null })
    await marketing.api.customers.createContact({
      accountId: contact.accountId,
      externalId: '',
      name: 'Hoa',
      email: `hoa-${contact.id}@example.com`,
      phone: '+84 28 3822 0001',
      role: '',
      seniority: '',
      languages: ['vi'],
      channels: ['email', 'phone'],
      country: 'VN',
      zone: 'Asia/Ho_Chi_Minh',
    })
    await care.api.calls.begin({ id })
    expect(await care.api.calls.end({ id, outcome: 'not_responsible' })).toMatchObject({
      state: 'due',
      contact: { name: 'Hoa' },
    })
  })

  test('"never call" is kept as a wish about all calls', async () => {
    const { contact, id } = await callable()
    await care.api.calls.begin({ id })
    expect(await care.api.calls.end({ id, outcome: 'not_wanted', refusal: 'never_call' })).toMatchObject({
      state: 'cancelled',
    })
    const { standing } = await care.api.contactLedger.read({ id: contact.id })
    expect(standing.doNotCall).not.toBeNull()
    expect((await care.api.calls.get({ id })).attempts).toMatchObject([{ refusal: 'never_call' }])
  })
})

describe('the script', () => {
  test('is noted after consent alone, goes the way of all answers, and counts as answered by telephone', async () => {
    await runCallSurvey()
    const { contact, id } = await callable()
    const before = await care.api.calls.get({ id })
    expect(before.script).toMatchObject({ language: 'vi', state: 'open', agreedAt: null, answers: [] })
    expect(before.factors).toHaveLength(6)
    const question = 'delivery_overall'
    const answer = (value: number, revision: number) =>
      care.api.calls.answer({ id, language: 'vi', answers: [{ question, value, revision }] })
    await expect(answer(2, 1)).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(care.api.calls.agree({ id })).rejects.toMatchObject({ code: 'wrong_state' })
    await care.api.calls.begin({ id })
    await expect(answer(2, 1)).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await findInvitationsOf(api.ctx, [contact.id])).toEqual([])

    const first = await care.api.calls.agree({ id })
    expect(await care.api.calls.agree({ id })).toEqual(first)
    expect(await answer(2, 1)).toEqual({ answers: [{ question, value: 2, revision: 1 }] })
    await expect(answer(9, 2)).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await care.api.calls.get({ id })).script).toMatchObject({
      agreedAt: first.agreedAt,
      answers: [{ question, value: 2 }],
    })
    const submit = { language: 'vi', answers: [{ question: 'recommend', value: 4, revision: 1 }] }
    expect(await care.api.calls.end({ id, outcome: 'made', submit })).toMatchObject({ state: 'done' })
    const row = (await dueBook.findDueRows(api.ctx, 'installation_call', [id])).get(id)
    expect(row?.attempts).toMatchObject([{ outcome: 'made', agreedAt: new Date(first.agreedAt) }])
    const [invitation] = await findInvitationsOf(api.ctx, [contact.id])
    const [response] = await findResponses(api.ctx, [invitation?._id ?? ''])
    expect(response).toMatchObject({ mode: 'phone', state: 'submitted', language: 'vi' })
    api.clock.advance({ minutes: 1 })
    await api.runJobs()
    const after = await care.api.calls.get({ id })
    expect(after.said).toMatchObject([{ scores: [{ factor: 'delivery', score: 2 }], recommend: 4 }])
    const { items: told } = await care.api.timelines.list({ id: contact.accountId })
    expect(told).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'call', side: 'they', detail: 'made', title: 'Press 40' }),
      ]),
    )
    // Nobody is written to for a call.
    expect((await findInvitationsOf(api.ctx, [contact.id]))[0]).toMatchObject({
      state: 'finished',
      sentAt: null,
      tokenHashes: [],
    })
  })

  test('is not sent without consent, nor with a call that did not happen', async () => {
    await runCallSurvey()
    const { id } = await callable()
    await care.api.calls.begin({ id })
    const submit = { language: 'vi', answers: [] }
    await expect(care.api.calls.end({ id, outcome: 'made', submit })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    await care.api.calls.agree({ id })
    await expect(care.api.calls.end({ id, outcome: 'no_answer', submit })).rejects.toMatchObject({
      code: 'wrong_state',
    })
    expect(await care.api.calls.end({ id, outcome: 'made' })).toMatchObject({ state: 'done' })
  })
})

test('a complaint becomes a case in one step, once for its form, and stands beside the next call', async () => {
  await runCallSurvey()
  const { contact, id } = await callable()
  const complaint = {
    id,
    form: 'form-0001',
    text: 'The spare parts came six weeks late',
    factor: 'delivery',
    severity: 'normal' as const,
  }
  await expect(care.api.calls.complain(complaint)).rejects.toMatchObject({ code: 'wrong_state' })
  await care.api.calls.begin({ id })
  const opened = await care.api.calls.complain(complaint)
  expect(await care.api.calls.complain(complaint)).toEqual(opened)
  expect((await care.api.calls.get({ id })).openCases).toMatchObject([{ receipt: opened.receipt }])
  const { items } = await care.api.cases.list({ contactId: contact.id })
  expect(items).toMatchObject([{ id: opened.caseId, kind: 'call', factor: { key: 'delivery' } }])
})

test('a call goes on while its account and person are merged into others', async () => {
  const { contact, id } = await callable()
  const [kept] = await addContacts(api, 'germany', 1, { phone: '+49 30 901820' })
  if (!kept) throw new Error('nobody was added')
  await care.api.calls.begin({ id })
  const revisions = { keep: 1, drop: 1 }
  const merge = { take: [], revisions, at: api.clock.now() }
  expect(await mergeContacts(api.ctx, { keep: kept.id, drop: contact.id, ...merge })).toBe(true)
  const accounts = { keep: kept.accountId, drop: contact.accountId }
  expect(await mergeAccounts(api.ctx, { ...accounts, ...merge })).toBe(true)
  const { call } = await care.api.calls.get({ id })
  expect(call).toMatchObject({
    begun: { byName: 'Mai' },
    accountId: kept.accountId,
    regionId: api.regions.germany,
    contact: { id: kept.id },
  })
  await go(tuesday, 11)
  expect(await care.api.calls.end({ id, outcome: 'made' })).toMatchObject({
    state: 'done',
    accountId: kept.accountId,
  })
})

test('calls go by desk: by region and language, and else to who looks after the account', async () => {
  const lan = await colleague(api, 'care', { name: 'Lan', regions: ['north'] })
  const uwe = await colleague(api, 'care', { name: 'Uwe', regions: ['germany'] })
  const vietnamese = await callable()
  const english = await callable({ language: 'en' })
  // What is installed after the look of a day comes up on the next.
  await go(inDays(1))
  const mine = async (who: Colleague) =>
    (await who.api.due.list({ kind: 'installation_call', of: 'me', limit: 200 })).items.map(({ id }) => id)
  expect(await mine(lan)).toEqual([])
  const { items, members } = await care.api.callDesks.list()
  expect(members.map(({ name }) => name)).toEqual(expect.arrayContaining(['Mai', 'Lan', 'Uwe']))
  const regionId = api.regions.north
  expect(items.find(desk => desk.regionId === regionId)).toMatchObject({ revision: 0, desks: [] })
  const idOf = (name: string) => members.find(member => member.name === name)?.id ?? ''
  // Whoever may not call there gets nothing there.
  const desks = [{ language: 'vi', memberIds: [idOf('Lan'), idOf('Uwe'), 'nobody'] }]
  expect(await care.api.callDesks.save({ regionId, revision: 0, desks })).toEqual({
    regionId,
    revision: 1,
    desks: [{ language: 'vi', memberIds: [idOf('Lan')] }],
  })
  await expect(care.api.callDesks.save({ regionId, revision: 0, desks })).rejects.toMatchObject({
    code: 'revision_conflict',
  })
  await expect(uwe.api.callDesks.save({ regionId, revision: 1, desks })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await mine(lan)).toContain(vietnamese.id)
  expect(await mine(lan)).not.toContain(english.id)
  expect((await lan.api.calls.get({ id: vietnamese.id })).call).toMatchObject({
    callers: ['Lan'],
    language: 'vi',
  })
  const left = await lan.api.due.list({ kind: 'installation_call', of: 'nobody', limit: 200 })
  expect(left.items.map(({ id }) => id)).toContain(english.id)
  expect(left.items.map(({ id }) => id)).not.toContain(vietnamese.id)
})
