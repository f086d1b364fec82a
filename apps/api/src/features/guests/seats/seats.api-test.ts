import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { accept } from '@sixfold/domain/seats/seat-answers'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { startTestApi, type TestApi } from '@sixfold/testkit/start-test-api'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { decideSeats, openSeats, readSeats } from './service.ts'
import { storeLedger } from './store.ts'

// Fifty processes that all race for one document decide more than a thousand times.
jest.setTimeout(60_000)

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const settings = (capacity: number) => ({ capacity, segmentCaps: [], remote: null })

const startsAt = new Date('2026-12-10T01:30:00Z')
const guests = Array.from({ length: 50 }, (_, n) => `guest-${n}`)

/** As many processes as there are guests: each has its own context on the one database. */
const processes = (): Context[] => guests.map(() => ({ ...api.ctx }))

/** Fifty people take one seat at the same moment; returns what the ledger said to each. */
async function rush(id: string, store?: typeof storeLedger) {
  const now = api.ctx.clock.now()
  const contexts = processes()
  return Promise.all(
    guests.map((invitation, n) =>
      decideSeats(
        contexts[n] ?? api.ctx,
        id,
        ledger => accept(ledger, { invitation, seats: 1, segment: '' }, { now, startsAt }),
        store,
      ),
    ),
  )
}

/** What decides the race, taken out: it writes whatever was decided, on any revision. */
async function storeUnguarded(ctx: Context, id: string, ledger: SeatLedger): Promise<boolean> {
  await ctx.db.connection.collection<{ _id: string }>('seatLedgers').updateOne({ _id: id }, { $set: ledger })
  return true
}

const seatedOnes = (outcomes: Awaited<ReturnType<typeof rush>>) =>
  outcomes.filter(outcome => outcome.ok && outcome.effects.some(({ kind }) => kind === 'seated')).length

describe('R16: fifty acceptances of the last seat', () => {
  test('give one seat and forty-nine places on the waiting list, in the order of the ledger', async () => {
    const id = newId()
    await openSeats(api.ctx, id, settings(1))
    const outcomes = await rush(id)
    const ledger = await readSeats(api.ctx, id)
    expect(seatedOnes(outcomes)).toBe(1)
    expect(ledger.claims).toHaveLength(1)
    expect(ledger.revision).toBe(50)
    const everybody = [...ledger.claims, ...ledger.waitlist].map(({ invitation }) => invitation)
    expect(everybody.toSorted()).toEqual(guests.toSorted())
    const positions = new Map(
      outcomes.flatMap(outcome =>
        outcome.ok
          ? outcome.effects.flatMap(effect =>
              effect.kind === 'waitlisted' ? [[effect.invitation, effect.position] as const] : [],
            )
          : [],
      ),
    )
    expect(ledger.waitlist.map(({ invitation }) => positions.get(invitation))).toEqual(
      ledger.waitlist.map((_, index) => index + 1),
    )
  })

  test('would give more than one seat without the guard, so this race is a real one', async () => {
    const id = newId()
    await openSeats(api.ctx, id, settings(1))
    expect(seatedOnes(await rush(id, storeUnguarded))).toBeGreaterThan(1)
  })
})

test('a decision on an old revision is not written', async () => {
  const id = newId()
  await openSeats(api.ctx, id, settings(1))
  const ledger = await readSeats(api.ctx, id)
  expect(await storeLedger(api.ctx, id, { ...ledger, capacity: 5, revision: 1 }, 0)).toBe(true)
  expect(await storeLedger(api.ctx, id, { ...ledger, capacity: 9, revision: 1 }, 0)).toBe(false)
  expect((await readSeats(api.ctx, id)).capacity).toBe(5)
})

test('opening seats again changes nothing', async () => {
  const id = newId()
  await openSeats(api.ctx, id, settings(3))
  await openSeats(api.ctx, id, settings(7))
  expect((await readSeats(api.ctx, id)).capacity).toBe(3)
})
