import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { TestApi } from '@sixfold/testkit/start-test-api'
import { startTestApi } from '@sixfold/testkit/start-test-api'
import type { Context } from '../context.ts'
import { insertEntry } from '../features/live/live-entries/store.ts'
import { trusted } from './collection.ts'

jest.setTimeout(60_000)

interface Thing {
  _id: string
  key: string
  text: string
  votes: number
}

/** A collection of the product: one of this file's own would stand among those that a start builds. */
const things = ({ db }: Context) => db.connection.model<Thing>('liveEntries')

let api: TestApi
let ctx: Context
beforeAll(async () => {
  api = await startTestApi()
  ctx = api.ctx
  const entry = {
    roundtableId: 'r',
    itemId: null,
    participant: 'p',
    name: '',
    state: 'shown',
  } as const
  for (const one of [
    { _id: 'a', key: 'a', text: 'one', votes: 1 },
    { _id: 'b', key: 'b', text: 'two', votes: 2 },
  ])
    await insertEntry(ctx, { ...entry, ...one, voters: [], requirement: null, at: api.clock.now() })
})
afterAll(() => api.close())

/** What a caller sent, believed to be a text. */
const sent = (value: object) => value as unknown as string

describe('R9: a filter', () => {
  const operators = [{ $gt: '' }, { $ne: null }, { $exists: true }, { $regex: '.*' }, { $in: ['one', 'two'] }]

  test.each(operators)('takes %j of a caller for a value, which nothing has', async operator => {
    const text = sent(operator)
    const found = (query: Promise<unknown>) => query.catch((error: Error) => error.name)
    expect(await found(things(ctx).findOne({ text }).lean().exec())).toBe('CastError')
    expect(
      await found(
        things(ctx)
          .countDocuments({ _id: sent(operator) })
          .exec(),
      ),
    ).toBe('CastError')
    expect(
      await found(
        things(ctx)
          .updateMany({ text }, { $set: { votes: 9 } })
          .exec(),
      ),
    ).toBe('CastError')
    expect(await found(things(ctx).deleteMany({ text }).exec())).toBe('CastError')
    expect(await things(ctx).countDocuments({ votes: trusted({ $lt: 9 }) })).toBe(2)
  })

  test('on a field that there is none of fails, and does not match everything', async () => {
    const unknown = { txet: 'one' } as never
    await expect(things(ctx).findOne(unknown).lean().exec()).rejects.toThrow('strictQuery')
    await expect(things(ctx).deleteMany(unknown).exec()).rejects.toThrow('strictQuery')
    await expect(
      things(ctx)
        .updateMany(unknown, { $set: { votes: 9 } })
        .exec(),
    ).rejects.toThrow('strictQuery')
    expect(await things(ctx).countDocuments({ votes: trusted({ $lt: 9 }) })).toBe(2)
  })

  test('with an operator of ours is one', async () => {
    expect(await things(ctx).countDocuments({ votes: trusted({ $gt: 1 }) })).toBe(1)
  })

  test('on an unknown field is not written either', async () => {
    await expect(
      things(ctx)
        .updateOne({ _id: 'a' }, { $set: { admin: true } as never })
        .exec(),
    ).rejects.toThrow('strict')
    await expect(
      things(ctx).create({ _id: 'c', key: 'c', text: 'x', votes: 1, admin: true } as never),
    ).rejects.toThrow('strict')
  })
})
