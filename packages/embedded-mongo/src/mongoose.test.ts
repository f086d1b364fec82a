import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import mongoose from 'mongoose'
import { type EmbeddedMongo, startEmbeddedMongo } from './start.ts'
import { temporaryDirectory } from './test-store.ts'

jest.setTimeout(30_000)

const { directory, remove } = temporaryDirectory()
let server: EmbeddedMongo

const accountSchema = new mongoose.Schema(
  {
    name: { type: String, required: true, unique: true },
    region: { type: String, index: true },
    score: Number,
    contacts: [{ email: String, optedOut: { type: Boolean, default: false } }],
    notes: { type: Map, of: String },
  },
  { timestamps: true, optimisticConcurrency: true },
)
const Account = mongoose.model('Account', accountSchema)

beforeAll(async () => {
  server = await startEmbeddedMongo({ dataDir: directory, port: 0 })
  await mongoose.connect(server.uri)
  await Account.init()
})
afterAll(async () => {
  await mongoose.disconnect()
  await server.close()
  remove()
})

describe('mongoose', () => {
  it('saves, changes and finds documents, with timestamps', async () => {
    const made = await Account.create({
      name: 'Hòa Phát',
      region: 'north',
      contacts: [{ email: 'a@x.vn' }],
      notes: { en: 'steel' },
    })
    expect(made.createdAt).toBeInstanceOf(Date)
    made.score = 7
    made.contacts.push({ email: 'b@x.vn' })
    await made.save()
    const found = await Account.findOne({ 'contacts.email': 'b@x.vn' })
    expect(found).toMatchObject({ name: 'Hòa Phát', score: 7 })
    expect(found?.notes?.get('en')).toBe('steel')
    expect(found?.updatedAt.getTime()).toBeGreaterThanOrEqual(made.createdAt.getTime())
  })

  it('keeps createdAt when an upsert finds its document', async () => {
    const upsert = (score: number) =>
      Account.findOneAndUpdate({ name: 'VNPT' }, { score }, { upsert: true, returnDocument: 'after' }).lean()
    const first = await upsert(1)
    const second = await upsert(2)
    expect(second).toMatchObject({ _id: first?._id, score: 2, createdAt: first?.createdAt })
  })

  it('reports a duplicate with its key', async () => {
    await Account.create({ name: 'FPT' })
    await expect(Account.create({ name: 'FPT' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { name: 'FPT' },
    })
  })

  it('refuses the second of two conflicting saves', async () => {
    await Account.create({ name: 'Vinamilk', score: 1 })
    const [one, two] = [
      await Account.findOne({ name: 'Vinamilk' }),
      await Account.findOne({ name: 'Vinamilk' }),
    ]
    if (!one || !two) throw new Error('the account is missing')
    one.score = 2
    two.score = 3
    await one.save()
    await expect(two.save()).rejects.toMatchObject({ name: 'VersionError' })
  })

  it('counts, aggregates, streams and writes in bulk', async () => {
    await Account.bulkWrite([
      { insertOne: { document: { name: 'b1', region: 'south', score: 4 } } },
      {
        updateOne: { filter: { name: 'b2' }, update: { $set: { region: 'south', score: 6 } }, upsert: true },
      },
    ])
    expect(await Account.countDocuments({ region: 'south' })).toBe(2)
    expect(await Account.exists({ name: 'b2' })).not.toBeNull()
    expect(await Account.distinct('name', { region: 'south' })).toEqual(['b1', 'b2'])
    expect(
      await Account.aggregate([
        { $match: { region: 'south' } },
        { $group: { _id: '$region', mean: { $avg: '$score' } } },
      ]),
    ).toEqual([{ _id: 'south', mean: 5 }])
    const names: string[] = []
    for await (const account of Account.find({ region: 'south' }).sort({ score: -1 }).cursor())
      names.push(account.name)
    expect(names).toEqual(['b2', 'b1'])
  })

  it('updates arrays in place', async () => {
    await Account.create({ name: 'Viettel', contacts: [{ email: 'x@v.vn' }, { email: 'y@v.vn' }] })
    await Account.updateOne(
      { name: 'Viettel', 'contacts.email': 'y@v.vn' },
      { $set: { 'contacts.$.optedOut': true } },
    )
    await Account.updateOne({ name: 'Viettel' }, { $pull: { contacts: { email: 'x@v.vn' } } })
    const found = await Account.findOne({ name: 'Viettel' }).lean()
    expect(found?.contacts).toMatchObject([{ email: 'y@v.vn', optedOut: true }])
  })

  it('syncs indexes', async () => {
    expect(await Account.syncIndexes()).toEqual([])
    expect((await Account.listIndexes()).map(({ name }) => name)).toEqual(['_id_', 'name_1', 'region_1'])
  })
})
