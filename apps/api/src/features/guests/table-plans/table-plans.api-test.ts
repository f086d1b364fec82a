import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { TablePlan } from '@sixfold/contract/table-plans'
import { accept, decline } from '@sixfold/domain/seats/seat-answers'
import type { TestContact } from '@sixfold/testkit/customers'
import { addContacts } from '@sixfold/testkit/customers'
import type { Colleague } from '@sixfold/testkit/people'
import { colleague } from '@sixfold/testkit/people'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import { handOverRivals } from '../../evidence/rivalries/service.ts'
import { findGuestEvent } from '../../roundtables/event-records/service.ts'
import { changeSeats } from '../seats/service.ts'

jest.setTimeout(60_000)

let api: TestApi
let north: Colleague
let people: TestContact[]
let id: string
let guestOf: Map<string, string>
const startsAt = new Date('2026-12-10T01:30:00.000Z')

const table = (tableId: string, seats = 3) => ({ id: tableId, name: `Table ${tableId}`, seats, factor: null })
const hosts = [
  { id: 'host-1', name: 'Hoa' },
  { id: 'host-2', name: 'Bình' },
]

beforeAll(async () => {
  api = await startTestApi()
  api.clock.set('2026-08-17T03:00:00.000Z')
  north = await colleague(api, 'regional', { regions: ['north'] })
  people = await addContacts(api, 'north', 4)
  const event = await north.api.roundtables.plan({
    regionId: api.regions.north,
    title: { en: 'Delivery', vi: 'Giao hàng' },
    description: {},
    date: '2026-12-10',
    startTime: '08:30',
    endTime: '12:00',
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Hà Nội',
    capacity: 4,
    answerBy: '2026-12-03',
  })
  id = event.id
  const { guests } = await north.api.roundtables.invite({ id, contactIds: people.map(one => one.id) })
  guestOf = new Map(guests.map(guest => [guest.contactId, guest.id]))
  for (const one of people) await take(one)
})
afterAll(() => api.close())

const guest = (at: number) => guestOf.get(people[at]?.id ?? '') ?? ''
const account = (at: number) => people[at]?.accountId ?? ''

async function onSeats(decide: Parameters<typeof changeSeats>[2]) {
  const event = await findGuestEvent(api.ctx, id)
  if (!event) throw new Error('no event')
  await changeSeats(api.ctx, event, decide)
}

function take(one: TestContact) {
  const party = { invitation: guestOf.get(one.id) ?? '', seats: 1, segment: '' }
  return onSeats(ledger => accept(ledger, party, { now: api.clock.now(), startsAt }))
}

const tableOf = (plan: TablePlan, personId: string) =>
  plan.people.find(person => person.id === personId)?.table

test('nobody sits before there are tables, and a plan needs them', async () => {
  const plan = await north.api.tablePlans.get({ id })
  expect(plan).toMatchObject({ tables: [], revision: 0, broken: [] })
  expect(plan.people.map(person => person.table)).toEqual([null, null, null, null])
  await expect(north.api.tablePlans.propose({ id, afresh: false })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})

test('accounts that compete sit apart at every event, each table has its host, and each place says why', async () => {
  await north.api.rivalries.add({ id: account(0), otherId: account(1) })
  await north.api.rivalries.add({ id: account(1), otherId: account(0) })
  expect((await north.api.rivalries.list({ id: account(1) })).items).toMatchObject([
    { accountId: account(0) },
  ])
  await north.api.tablePlans.save({ id, revision: 0, tables: [table('A'), table('B')], hosts })
  const plan = await north.api.tablePlans.propose({ id, afresh: false })
  expect(plan.broken).toEqual([])
  expect(tableOf(plan, guest(0))).not.toBe(tableOf(plan, guest(1)))
  expect(tableOf(plan, 'host-1')).not.toBe(tableOf(plan, 'host-2'))
  expect(plan.people.find(person => person.id === guest(0))?.reasons).toEqual([
    { kind: 'away_from_rivals', accounts: [account(1)] },
  ])
  // At the door a table is called by its name.
  const atDoor = (await north.api.seats.read({ id })).guests.find(one => one.id === guest(0))
  expect(atDoor?.table).toBe(`Table ${tableOf(plan, guest(0))}`)
})

test('a place by hand stays through the next plan, even where it breaks a rule; afresh undoes it', async () => {
  const rivalsTable = tableOf(await north.api.tablePlans.get({ id }), guest(1)) ?? ''
  const other = rivalsTable === 'A' ? 'B' : 'A'
  await north.api.tablePlans.place({ id, personId: guest(2), table: other })
  await north.api.tablePlans.place({ id, personId: guest(3), table: null })
  const moved = await north.api.tablePlans.place({ id, personId: guest(0), table: rivalsTable })
  expect(moved.broken).toContainEqual(expect.objectContaining({ rule: 'rivals_together' }))
  expect(moved.people.find(person => person.id === guest(0))?.reasons[0]).toEqual({ kind: 'by_hand' })
  const kept = await north.api.tablePlans.propose({ id, afresh: false })
  expect(tableOf(kept, guest(0))).toBe(rivalsTable)
  const afresh = await north.api.tablePlans.propose({ id, afresh: true })
  expect(afresh.broken).toEqual([])
  expect(afresh.people.flatMap(({ reasons }) => reasons)).not.toContainEqual({ kind: 'by_hand' })
})

test('a guest who cancels leaves the table; who comes back is not seated yet', async () => {
  const now = api.clock.now()
  await onSeats(ledger => decline(ledger, guest(3), { now }))
  const without = await north.api.tablePlans.get({ id })
  expect(without.people.map(person => person.id)).not.toContain(guest(3))
  await take(people[3] as TestContact)
  expect(tableOf(await north.api.tablePlans.get({ id }), guest(3))).toBeNull()
})

test('who considers a product is put beside those who use it', async () => {
  const admin = await colleague(api, 'administrator')
  const { id: productId } = await admin.api.products.create({ name: 'Press', externalId: '' })
  await admin.api.installations.create({
    accountId: account(2),
    productId,
    contactId: null,
    externalId: '',
    purchasedOn: '2026-01-05',
    installedOn: null,
  })
  const noted = await north.api.tablePlans.consider({ id, guestId: guest(3), productIds: [productId] })
  expect(noted.people.find(person => person.id === guest(3))?.considers).toEqual([productId])
  await north.api.tablePlans.place({ id, personId: guest(2), table: 'A' })
  const plan = await north.api.tablePlans.place({ id, personId: guest(3), table: 'A' })
  expect(plan.people.find(person => person.id === guest(3))?.reasons).toContainEqual({
    kind: 'beside_users',
    product: productId,
    guests: [guest(2)],
  })
  const strange = north.api.tablePlans.consider({ id, guestId: guest(3), productIds: ['none'] })
  await expect(strange).rejects.toMatchObject({ code: 'not_found' })
})

describe('bad input', () => {
  test('an old revision, a table twice, an unknown table or person, an account against itself', async () => {
    const { revision } = await north.api.tablePlans.get({ id })
    const attempts = [
      [north.api.tablePlans.save({ id, revision: 0, tables: [], hosts }), 'revision_conflict'],
      [north.api.tablePlans.save({ id, revision, tables: [table('A'), table('A')], hosts }), 'invalid_input'],
      [
        north.api.tablePlans.save({ id, revision, tables: [], hosts: [{ id: guest(0), name: 'x' }] }),
        'not_found',
      ],
      [north.api.tablePlans.place({ id, personId: guest(0), table: 'Z' }), 'not_found'],
      [north.api.tablePlans.place({ id, personId: 'nobody', table: 'A' }), 'not_found'],
      [north.api.rivalries.add({ id: account(0), otherId: account(0) }), 'wrong_state'],
    ] as const
    for (const [attempt, code] of attempts) await expect(attempt).rejects.toMatchObject({ code })
    const analyst = await colleague(api, 'analyst', { regions: ['north'] })
    await expect(analyst.api.tablePlans.propose({ id, afresh: true })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('of two who set up tables on one revision, one wins', async () => {
    const { revision } = await north.api.tablePlans.get({ id })
    const tries = await Promise.allSettled(
      [4, 5].map(seats => north.api.tablePlans.save({ id, revision, tables: [table('A', seats)], hosts })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const plan = await north.api.tablePlans.get({ id })
    // Table B is gone, and whoever sat there is not seated.
    expect(new Set(plan.people.map(person => person.table))).toEqual(new Set(['A', null]))
  })

  test('merged accounts hand their competitors over and do not compete with each other', async () => {
    await handOverRivals(api.ctx, account(0), account(2))
    expect((await north.api.rivalries.list({ id: account(2) })).items).toMatchObject([
      { accountId: account(1) },
    ])
    await handOverRivals(api.ctx, account(2), account(1))
    expect((await north.api.rivalries.list({ id: account(1) })).items).toEqual([])
  })

  test('after the event nothing moves', async () => {
    api.clock.set('2026-12-10T06:00:00.000Z')
    await expect(north.api.tablePlans.place({ id, personId: guest(0), table: null })).rejects.toMatchObject({
      code: 'wrong_state',
    })
  })
})
