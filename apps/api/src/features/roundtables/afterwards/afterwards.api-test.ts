import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addContacts, type TestContact } from '@sixfold/testkit/customers'
import { type Colleague, colleague } from '@sixfold/testkit/people'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'

jest.setTimeout(60_000)

let api: TestApi
let regional: Colleague
let lan: Colleague
let event: Roundtable
let guests: TestContact[]
const DAY = '2026-09-24T02:00:00.000Z'
const MORNING = '2026-09-25T01:30:00.000Z'

beforeAll(async () => {
  api = await startTestApi({ smtp: true })
  ;[regional, lan] = await Promise.all([
    colleague(api, 'regional', { regions: ['north'] }),
    colleague(api, 'marketing'),
  ])
  guests = await addContacts(api, 'north', 4)
  const { surveys, programmes } = lan.api
  const survey = await surveys.create({
    kind: 'post_event',
    factorModel: 'event',
    quarter: { year: 2026, quarter: 3 },
    languages: ['vi', 'en'],
  })
  await surveys.publish({ id: survey.id, revision: survey.revision, verdicts: {} })
  await programmes.create({
    name: 'After round tables',
    surveyId: survey.id,
    regionIds: [api.regions.north],
    audience: { kinds: [], segments: [], seniorities: [] },
    design: { method: 'census', size: null, strataBy: 'region', quotas: {}, panels: null },
    reminders: { afterDays: [] },
    sending: { perHour: null },
    days: 14,
  })
  event = await regional.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Round table North', vi: 'Tọa đàm miền Bắc' },
    description: {},
    date: '2026-09-24',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 10,
    answerBy: '2026-09-20',
  })
  await regional.api.roundtables.invite({ id: event.id, contactIds: guests.map(({ id }) => id) })
  await api.runJobs()
})
afterAll(() => api.close())

const followUps = () =>
  (api.mailSink?.mails ?? []).filter(({ subject }) => /buổi gặp thế nào/.test(subject ?? ''))
const read = () => regional.api.afterwards.get({ id: event.id })
const arrive = async (contact: TestContact | undefined) => {
  const { guests: rows } = await regional.api.roundtables.get({ id: event.id })
  const guestId = rows.find(({ contactId }) => contactId === contact?.id)?.id ?? ''
  return regional.api.seats.checkIn({ id: event.id, guestId, seats: 1 })
}

test('those who came are asked on the local morning after, through the ledger, and nobody else or twice', async () => {
  api.clock.set(DAY)
  await arrive(guests[0])
  await arrive(guests[1])
  expect(await read()).toMatchObject({
    ended: false,
    attendance: { invited: 4, came: 2, walkIns: 0, silent: 2 },
    followUp: { state: 'waiting', at: MORNING, programmeName: 'After round tables', unasked: 2 },
  })
  await expect(regional.api.afterwards.ask({ id: event.id })).rejects.toMatchObject({ code: 'wrong_state' })
  api.clock.set('2026-09-25T01:29:00.000Z')
  await api.runJobs()
  expect(followUps()).toHaveLength(0)
  api.clock.set(MORNING)
  await api.runJobs()
  await api.runJobs()
  expect(
    followUps()
      .flatMap(({ to }) => to)
      .sort(),
  ).toEqual([guests[0]?.email, guests[1]?.email].sort())
  expect(await read()).toMatchObject({ followUp: { state: 'asked', sent: 2, finished: 0, unasked: 0 } })
})

test('the wave asks whom it says: its frame is who came, its survey that of the programme', async () => {
  const waves = await lan.api.waves.list()
  const wave = waves.items.find(({ kind }) => kind === 'post_event')
  expect(wave).toMatchObject({ name: 'Round table North', state: 'running', framed: 2 })
  expect((await lan.api.waves.invitations({ id: wave?.id ?? '' })).items).toHaveLength(2)
})

test('the answers are taken like any others', async () => {
  const link = followUps()[0]?.links.find(address => address.includes('/r/')) ?? ''
  const token = /\/r\/([\w-]+)/.exec(link)?.[1] ?? ''
  await api.anonymous.responses.submit({
    token,
    answers: [{ question: 'topics_overall', value: 5, revision: 1 }],
  })
  api.clock.set('2026-09-25T01:40:00.000Z')
  await api.runJobs()
  expect((await read()).followUp).toMatchObject({ finished: 1, sent: 2 })
})

test('who was checked in late is asked when somebody says so, once', async () => {
  await arrive(guests[2])
  expect((await read()).followUp).toMatchObject({ unasked: 1 })
  const both = await Promise.all([
    regional.api.afterwards.ask({ id: event.id }),
    regional.api.afterwards.ask({ id: event.id }),
  ])
  expect(both[0]?.followUp.unasked).toBe(0)
  await api.runJobs()
  expect(followUps()).toHaveLength(3)
})

test('cost by head is of those who came; the second of two savers is told', async () => {
  const costs = [
    { what: 'Hall', amount: 9_000_000 },
    { what: 'Lunch', amount: 4_500_000 },
  ]
  const save = { id: event.id, revision: 0, currency: 'VND', costs, ask: true }
  expect(await regional.api.afterwards.save(save)).toMatchObject({
    cost: { total: 13_500_000, perHead: 4_500_000 },
    revision: 1,
  })
  await expect(regional.api.afterwards.save(save)).rejects.toMatchObject({ code: 'revision_conflict' })
  await expect(
    regional.api.afterwards.save({ ...save, revision: 1, costs: [{ what: 'x', amount: -1 }] }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
})

test('without waves around the event there is nothing to compare, and it says so', async () => {
  expect((await read()).comparison).toEqual({ state: 'no_before', before: null, after: null })
})

test('a wave after an event cannot be launched by hand: it would ask a whole region', async () => {
  const { items } = await lan.api.programmes.list()
  const own = items.find(({ kind }) => kind === 'post_event')
  await expect(lan.api.programmes.draftWave({ id: own?.id ?? '' })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  await expect(
    lan.api.waves.launch({
      surveyId: own?.surveyId ?? '',
      version: 1,
      regionIds: [api.regions.north],
      closesAt: '2026-12-01T00:00:00.000Z',
      reminders: { afterDays: [] },
    }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
})

test('nobody is asked of an event that was cancelled, or where staff said no', async () => {
  const before = followUps().length
  api.clock.set('2026-10-01T02:00:00.000Z')
  const plan = {
    regionId: api.regions.north,
    title: { en: 'Second' },
    description: {},
    date: '2027-02-25',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 10,
    answerBy: '2027-02-20',
  }
  const second = await regional.api.roundtables.plan(plan)
  await regional.api.afterwards.save({ id: second.id, revision: 0, currency: 'VND', costs: [], ask: false })
  api.clock.set('2027-02-26T02:00:00.000Z')
  await api.runJobs()
  expect(await regional.api.afterwards.get({ id: second.id })).toMatchObject({ followUp: { state: 'off' } })
  expect(followUps()).toHaveLength(before)
})
