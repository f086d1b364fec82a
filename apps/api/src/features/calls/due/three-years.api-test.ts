import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { addLocalDays, localDaysBetween } from '@sixfold/domain/local-date'
import { seededRandom } from '@sixfold/domain/random'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { findAccountsByExternalId, storeImportedAccounts } from '../../customers/accounts/service.ts'
import { findContactsByExternalId, storeImportedContacts } from '../../customers/contacts/service.ts'
import { storeImportedInstallations } from '../../customers/installations/service.ts'
import { beginCall, endCall } from '../calls/service.ts'
import type { DueRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'
import { takeStep } from './jobs.ts'

// Three years of a small company over the services that run in the product. The machine is on every seventeenth day only, weekends and holidays
// among them: what is due must come to its end all the same. Every single day is lived through in packages/domain.

jest.setTimeout(240_000)

const FIRST_DAY = '2026-08-17'
const DAYS = 3 * 365
const EVERY_DAYS = 17
const ACCOUNTS = 24
const THINGS = 90

let api: TestApi
let marketing: Colleague
let care: Colleague
beforeAll(async () => {
  api = await startTestApi()
  marketing = await colleague(api, 'marketing')
  care = await colleague(api, 'care')
})
afterAll(() => api.close())

const dice = seededRandom('three years')
const random = () => dice.next()
const upTo = (n: number) => dice.below(n)
const places = {
  north: { country: 'VN', zone: 'Asia/Ho_Chi_Minh' },
  germany: { country: 'DE', zone: 'Europe/Berlin' },
} as const

async function makeCustomers(): Promise<Map<string, string>> {
  const { id: productId } = await marketing.api.products.create({ name: 'Press 40', externalId: '' })
  const regionOf = (n: number) => (n % 4 === 3 ? 'germany' : 'north')
  const accountEntries = Array.from({ length: ACCOUNTS }, (_, n) => ({
    externalId: `D-${n}`,
    fields: {
      name: `Công ty ${n}`,
      kind: 'existing' as const,
      regionId: api.regions[regionOf(n)],
      segment: '',
    },
    provenance: {},
  }))
  await storeImportedAccounts(api.ctx, accountEntries, [], 'test')
  const accounts = await findAccountsByExternalId(
    api.ctx,
    accountEntries.map(({ externalId }) => externalId),
  )
  const accountIds = new Map(accounts.map(({ externalId, _id }) => [externalId, _id]))
  const seniorities = ['specialist', 'manager', 'executive'] as const
  const people = accountEntries.flatMap((account, n) =>
    Array.from({ length: 1 + (n % 3) }, (_, place) => ({
      externalId: `D-${n}-${place}`,
      fields: {
        accountId: accountIds.get(account.externalId) ?? '',
        regionId: account.fields.regionId,
        name: `Khách ${n} ${place}`,
        email: `d-${n}-${place}@example.com`,
        phone: '+84 28 3822 0000',
        seniority: seniorities[(n + place) % 3] ?? 'manager',
        languages: ['vi'],
        ...places[regionOf(n)],
      },
      provenance: {},
      marks: [],
    })),
  )
  await storeImportedContacts(api.ctx, people, [], 'test')
  const things = Array.from({ length: THINGS }, (_, n) => {
    const account = accountEntries[n % ACCOUNTS]
    const bought = addLocalDays(FIRST_DAY, upTo(DAYS - 130) - 60)
    return {
      externalId: `T-${n}`,
      fields: {
        accountId: accountIds.get(account?.externalId ?? '') ?? '',
        regionId: account?.fields.regionId ?? '',
        productId,
        purchasedOn: bought,
        installedOn: addLocalDays(bought, upTo(30)),
      },
      provenance: {},
    }
  })
  await storeImportedInstallations(api.ctx, things, [], 'test')
  const contacts = await findContactsByExternalId(
    api.ctx,
    people.map(({ externalId }) => externalId),
  )
  return new Map(contacts.map(({ _id, seniority }) => [_id, seniority]))
}

async function publish(kind: 'quarterly' | 'product') {
  const draft = await marketing.api.surveys.create({
    kind,
    factorModel: 'ibm-six',
    quarter: { year: 2026, quarter: 3 },
    languages: ['vi'],
  })
  const { number: version } = await marketing.api.surveys.publish({ id: draft.id, revision: draft.revision })
  return { surveyId: draft.id, version }
}

/** Five in the morning in Hanoi, and four in the afternoon there, which is morning in Berlin. */
const early = (day: string) => `${addLocalDays(day, -1)}T22:05:00.000Z`
const working = (day: string) => `${day}T09:00:00.000Z`
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

/** Whether a turn of something came since the machine was on last. */
function falls(n: number, { every, first }: { every: number; first: number }): boolean {
  const turn = (day: number) => Math.floor((day - first) / every)
  return turn(n) >= 0 && turn(n) !== turn(n - EVERY_DAYS)
}

async function callEverybody(): Promise<void> {
  const due = await dueBook.listDueRows(
    api.ctx,
    'installation_call',
    { states: ['due'], regionIds: null },
    { after: null, limit: 200 },
  )
  for (const { _id: id, dueAt } of due) {
    // Nobody gets round to some of them.
    if (!dueAt || dueAt > api.clock.now() || random() < 0.2) continue
    const { begun } = await beginCall(api.ctx, care, id)
    const luck = random()
    const outcome = luck < 0.7 ? 'made' : luck < 0.95 ? 'no_answer' : 'not_wanted'
    if (begun) await endCall(api.ctx, care, { id, outcome })
  }
}

interface Touch {
  at: Date
  kind: string
  purpose: string
  subject: string
}

test('each thing happens once in its window or lapses with a reason, and nobody is touched twice in a cool-down', async () => {
  const seniorityOf = await makeCustomers()
  const quarterly = await publish('quarterly')
  const product = await publish('product')
  for (let n = 0; n < DAYS; n += EVERY_DAYS) {
    const day = addLocalDays(FIRST_DAY, n)
    api.clock.set(early(day))
    while ((await takeStep(api.ctx)) <= api.clock.now());
    api.clock.set(working(day))
    if (falls(n, { every: 91, first: 20 }))
      await marketing.api.waves.launch({
        ...quarterly,
        regionIds: [api.regions.germany],
        closesAt: working(addLocalDays(day, 28)),
      })
    // A year's wave, with a month between two of them in which nothing is asked.
    if (falls(n, { every: 364, first: 30 }))
      await marketing.api.waves.launch({
        ...product,
        regionIds: [api.regions.north, api.regions.germany],
        closesAt: working(addLocalDays(day, 325)),
      })
    await api.runJobs()
    await callEverybody()
  }

  const last = addLocalDays(FIRST_DAY, DAYS - 1)
  const db = api.ctx.db.connection
  const ledgers = await db.collection<{ _id: string; touches: Touch[] }>('contactLedgers').find().toArray()
  const contacts = await db.collection<{ _id: string; zone: string }>('contacts').find().toArray()
  const zoneOf = new Map(contacts.map(({ _id, zone }) => [_id, zone]))
  const dayIn = (zone: string, at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
  const calls = new Map<string, string[]>()
  let touched = 0
  for (const { _id, touches } of ledgers) {
    const zone = zoneOf.get(_id) ?? ''
    const gap = seniorityOf.get(_id) === 'executive' ? 180 : 90
    const days = touches
      .map(({ at, kind, subject }) => ({ day: dayIn(zone, at), kind, subject }))
      .sort((a, b) => (a.day < b.day ? -1 : 1))
    touched += days.length
    for (const [place, { day, kind, subject }] of days.entries()) {
      expect([day, isWeekend(day)]).toEqual([day, false])
      if (zone === 'Asia/Ho_Chi_Minh') expect(vietnameseHolidays).not.toContain(day)
      const before = days[place - 1]
      if (before && before.subject !== subject)
        expect(localDaysBetween(before.day, day)).toBeGreaterThanOrEqual(gap)
      if (kind === 'call') calls.set(subject, [...(calls.get(subject) ?? []), day])
    }
  }

  const things = await db
    .collection<{ _id: string; installedOn: string; purchasedOn: string }>('installations')
    .find()
    .toArray()
  const ended = new Map<string, number>()
  const count = (key: string) => ended.set(key, (ended.get(key) ?? 0) + 1)
  const rowsOf = async (name: string) =>
    new Map((await db.collection<DueRow>(name).find().toArray()).map(row => [row._id, row]))
  const [callRows, surveyRows] = [await rowsOf('calls'), await rowsOf('productSurveys')]
  const sent = await db
    .collection<{ waveId: string; contactId: string; sentAt: Date | null }>('invitations')
    .find({ waveId: { $in: [...new Set([...surveyRows.values()].flatMap(({ waveId }) => waveId ?? []))] } })
    .toArray()
  const sentAt = new Map(sent.map(one => [`${one.waveId} ${one.contactId}`, one.sentAt]))
  for (const { _id, installedOn, purchasedOn } of things) {
    for (const day of calls.get(`installation:${_id}`) ?? []) {
      expect(localDaysBetween(installedOn, day)).toBeGreaterThanOrEqual(90)
      expect(localDaysBetween(installedOn, day)).toBeLessThanOrEqual(120)
    }
    const call = callRows.get(_id)
    const callEnds = addLocalDays(installedOn, 120)
    if (callEnds >= FIRST_DAY && callEnds < addLocalDays(last, -EVERY_DAYS)) {
      expect(['done', 'lapsed', 'cancelled']).toContain(call?.state)
      count(`call ${call?.state}`)
      if (call?.state !== 'done') expect(call?.reason).toEqual(expect.any(String))
      else expect(calls.get(`installation:${_id}`)?.length).toBeGreaterThanOrEqual(1)
    }
    const survey = surveyRows.get(_id)
    if (survey?.state === 'done') {
      const at = sentAt.get(`${survey.waveId} ${survey.contactId}`)
      expect(at).toBeInstanceOf(Date)
      const day = dayIn(zoneOf.get(survey.contactId ?? '') ?? '', at ?? new Date(0))
      expect(day >= addLocalDays(purchasedOn, 90)).toBe(true)
      expect(day <= oneYearAfter(purchasedOn)).toBe(true)
    }
    const surveyEnds = oneYearAfter(purchasedOn)
    if (surveyEnds >= FIRST_DAY && surveyEnds < addLocalDays(last, -EVERY_DAYS)) {
      expect(['done', 'lapsed']).toContain(survey?.state)
      count(`survey ${survey?.state}`)
      if (survey?.state === 'lapsed') expect(survey.reason).toEqual(expect.any(String))
    }
  }
  // No two surveys of one person share an invitation: each that was done was asked by itself.
  const asked = [...surveyRows.values()].filter(({ state }) => state === 'done')
  expect(new Set(asked.map(({ waveId, contactId }) => `${waveId} ${contactId}`)).size).toBe(asked.length)
  // A few cannot be helped: the machine was off on every day that was left for them.
  const missed = [...callRows.values(), ...surveyRows.values()].filter(({ reason }) => reason === 'missed')
  expect(missed.length).toBeLessThan(THINGS / 5)
  // The company is alive: all of it is exercised.
  expect(touched).toBeGreaterThan(150)
  expect(
    ledgers.some(({ touches }) => touches.some(({ purpose }) => purpose === 'relationship_survey')),
  ).toBe(true)
  expect(ended.get('call done')).toBeGreaterThan(20)
  expect(ended.get('call lapsed')).toBeGreaterThan(5)
  expect(ended.get('survey done')).toBeGreaterThan(20)
})

/** Days of the law on which nobody in Vietnam works, Tết among them. */
const vietnameseHolidays = [
  '2026-09-02',
  '2027-01-01',
  '2027-02-05',
  '2027-02-08',
  '2027-02-09',
  '2027-04-30',
  '2027-09-02',
  '2028-01-26',
  '2028-01-27',
  '2028-01-28',
  '2028-05-01',
  '2029-02-13',
  '2029-02-14',
  '2029-04-30',
  '2029-05-01',
]

function oneYearAfter(day: string): string {
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)]
  const same = `${Number(year) + 1}${rest}`
  return rest === '-02-29' ? `${Number(year) + 1}-02-28` : same
}
