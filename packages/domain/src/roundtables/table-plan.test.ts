import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TableTask } from './table-plan.ts'
import { judgeTables, planTables } from './table-plan.ts'
import type { TableGuest } from './table-rules.ts'

const guest = (id: string, fields: Partial<TableGuest> = {}): TableGuest => ({
  id,
  accountId: `account-${id}`,
  kind: 'existing',
  uses: [],
  considers: [],
  ...fields,
})
const tables = [
  { id: 'A', seats: 3 },
  { id: 'B', seats: 3 },
]

test('competitors sit at different tables, each with a host, and the plan says why', () => {
  const plan = planTables({
    guests: [
      guest('host-1', { kind: 'host' }),
      guest('host-2', { kind: 'host' }),
      guest('acme', { accountId: 'acme', uses: ['press'] }),
      guest('rival', { accountId: 'rival' }),
      guest('new', { kind: 'prospect', considers: ['press'] }),
    ],
    tables,
    apart: [['acme', 'rival']],
  })
  const tableOf = new Map(plan.places.map(({ guest: id, table }) => [id, table]))
  expect(tableOf.get('acme')).not.toBe(tableOf.get('rival'))
  expect(tableOf.get('host-1')).not.toBe(tableOf.get('host-2'))
  expect(tableOf.get('new')).toBe(tableOf.get('acme'))
  expect(plan.places.find(place => place.guest === 'acme')?.reasons).toEqual([
    { kind: 'away_from_rivals', accounts: ['rival'] },
    { kind: 'beside_prospects', product: 'press', guests: ['new'] },
  ])
  expect(plan.places.find(place => place.guest === 'new')?.reasons).toEqual([
    { kind: 'beside_users', product: 'press', guests: ['acme'] },
  ])
  expect(plan).toMatchObject({ unplaced: [], broken: [] })
})

test('what cannot be kept is said: no seat left, one table without a host, rivals at the only table', () => {
  const plan = planTables({
    guests: [guest('a'), guest('b'), guest('c')],
    tables: [{ id: 'A', seats: 2 }],
    apart: [
      ['account-a', 'account-b'],
      ['account-a', 'account-c'],
      ['account-b', 'account-c'],
    ],
  })
  expect(plan.unplaced).toHaveLength(1)
  expect(plan.broken.map(({ rule }) => rule)).toEqual(['rivals_together', 'no_host'])
})

test('a place by hand stays, even where it breaks a rule, and is judged', () => {
  const task = {
    guests: [guest('host', { kind: 'host' }), guest('a'), guest('b')],
    tables,
    apart: [['account-a', 'account-b']] as const,
    seating: { host: 'A', a: 'A', b: 'A' },
  }
  expect(judgeTables(task).broken).toEqual([{ rule: 'rivals_together', table: 'A', guests: ['a', 'b'] }])
  const planned = planTables({ ...task, byHand: { a: 'B', b: 'B' } })
  expect(planned.places.filter(({ guest: id }) => id !== 'host').map(({ table }) => table)).toEqual([
    'B',
    'B',
  ])
})

test('a guest sits where the talk is about what the account asked for, and a party is not divided', () => {
  const { places, unplaced } = planTables({
    guests: [
      guest('a', { askedAbout: ['support'] }),
      guest('b', { askedAbout: ['delivery'], seats: 2 }),
      guest('c', { seats: 4 }),
    ],
    tables: [
      { id: 'A', seats: 3, factor: 'delivery' },
      { id: 'B', seats: 3, factor: 'support' },
    ],
    apart: [],
  })
  expect(unplaced).toEqual(['c'])
  expect(places).toEqual([
    { guest: 'b', table: 'A', reasons: [{ kind: 'asked_about', factor: 'delivery' }] },
    { guest: 'a', table: 'B', reasons: [{ kind: 'asked_about', factor: 'support' }] },
  ])
})

test('a hundred and eighty guests at twenty tables are seated in a moment', () => {
  const crowd = Array.from({ length: 180 }, (_, at) =>
    guest(`g${at}`, {
      kind: at < 20 ? 'host' : at % 3 === 0 ? 'prospect' : 'existing',
      accountId: `account-${at % 80}`,
      uses: [`p${at % 5}`],
      considers: [`p${(at + 1) % 5}`],
    }),
  )
  const halls = Array.from({ length: 20 }, (_, at) => ({ id: `T${at}`, seats: 9 }))
  const apart = Array.from({ length: 40 }, (_, at) => [`account-${at}`, `account-${at + 40}`] as const)
  const plan = planTables({ guests: crowd, tables: halls, apart })
  expect(plan).toMatchObject({ unplaced: [], broken: [] })
})

test('a task that cannot be meant is refused', () => {
  const two = [guest('a'), guest('a')]
  expect(() => planTables({ guests: two, tables, apart: [] })).toThrow(RangeError)
  expect(() => planTables({ guests: [], tables: [{ id: 'A', seats: 0 }], apart: [] })).toThrow(
    'seats of table A',
  )
  expect(() => planTables({ guests: [guest('a')], tables, apart: [], byHand: { a: 'C' } })).toThrow(
    'no table C',
  )
})

describe('laws', () => {
  const ids = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 1 }),
    {
      maxLength: 7,
    },
  )
  const anyTask: fc.Arbitrary<TableTask> = fc.record({
    guests: ids.chain(all =>
      fc.tuple(
        ...all.map(id =>
          fc.record({
            id: fc.constant(id),
            accountId: fc.constantFrom('u', 'v', 'w', 'x', 'y'),
            kind: fc.constantFrom<TableGuest['kind']>('host', 'existing', 'prospect', 'former'),
            uses: fc.subarray(['p', 'q']),
            considers: fc.subarray(['p', 'q']),
          }),
        ),
      ),
    ),
    tables: fc
      .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
      .map(all => all.map((seats, at) => ({ id: `T${at}`, seats }))),
    apart: fc.array(fc.tuple(fc.constantFrom('u', 'v', 'w'), fc.constantFrom('x', 'y')), { maxLength: 4 }),
  })

  test('everybody has one place or is named as left over; no table has more guests than seats', () => {
    fc.assert(
      fc.property(anyTask, task => {
        const { places, unplaced } = planTables(task)
        expect([...places.map(place => place.guest), ...unplaced].sort()).toEqual(
          task.guests.map(({ id }) => id).sort(),
        )
        const free = task.tables.map(
          ({ id, seats }) => seats - places.filter(({ table }) => table === id).length,
        )
        expect(Math.min(...free)).toBeGreaterThanOrEqual(0)
        if (unplaced.length > 0) expect(Math.max(...free)).toBe(0)
      }),
    )
  })

  test('the order in which guests are written changes nothing', () => {
    fc.assert(
      fc.property(anyTask, task => {
        expect(planTables({ ...task, guests: task.guests.toReversed() })).toEqual(planTables(task))
      }),
    )
  })

  test('judging its own plan finds the same rules broken', () => {
    fc.assert(
      fc.property(anyTask, task => {
        const { places, broken } = planTables(task)
        const seating = Object.fromEntries(places.map(place => [place.guest, place.table]))
        expect(judgeTables({ ...task, seating }).broken).toEqual(broken)
      }),
    )
  })

  test('no other seating keeps rivals further apart', () => {
    fc.assert(
      fc.property(anyTask, task => {
        const seats = task.tables.reduce((sum, table) => sum + table.seats, 0)
        fc.pre(task.guests.length <= Math.min(seats, 6))
        const { broken } = planTables(task)
        const count = (rules: typeof broken) => rules.filter(({ rule }) => rule === 'rivals_together').length
        let fewest = Number.POSITIVE_INFINITY
        for (const seating of everySeating(task))
          fewest = Math.min(fewest, count(judgeTables({ ...task, seating }).broken))
        expect(count(broken)).toBe(fewest)
      }),
      { numRuns: 300 },
    )
  })
})

function* everySeating({ guests, tables: all }: TableTask): Generator<Record<string, string>> {
  const [first, ...rest] = guests
  if (!first) return yield {}
  for (const { id, seats } of all)
    for (const others of everySeating({ guests: rest, tables: all, apart: [] }))
      if (Object.values(others).filter(table => table === id).length < seats)
        yield { ...others, [first.id]: id }
}
