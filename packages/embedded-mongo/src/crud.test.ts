import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import {
  type Collection,
  type Db,
  Long,
  MongoClient,
  type MongoServerError,
  ObjectId,
  type UpdateFilter,
} from 'mongodb'
import { type EmbeddedMongo, startEmbeddedMongo } from './start.ts'
import { temporaryDirectory } from './test-store.ts'

type Item = { _id?: string | number | ObjectId | number[]; [field: string]: unknown }

jest.setTimeout(30_000)

const { directory, remove } = temporaryDirectory()
let server: EmbeddedMongo
let client: MongoClient
let db: Db
let items: Collection<Item>
let run = 0

beforeAll(async () => {
  server = await startEmbeddedMongo({ dataDir: directory, expiryMs: 50 })
  client = await new MongoClient(server.uri, { retryWrites: true, compressors: ['none'] }).connect()
  db = client.db()
})
beforeEach(() => {
  items = db.collection<Item>(`items${++run}`)
})
afterAll(async () => {
  await client.close()
  await server.close()
  remove()
})

const fill = (...docs: Item[]) => items.insertMany(docs.map((doc, i) => ({ _id: i, ...doc })))
/** The driver's types allow $inc only on fields whose type they know. */
const change = (update: Record<string, unknown>) => update as UpdateFilter<Item>
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    error => (error as MongoServerError).code,
  )

describe('insert', () => {
  it('keeps documents as they are, and gives an _id to those without', async () => {
    const doc = {
      text: 'Chào',
      when: new Date(5),
      list: [1, { a: null }],
      long: Long.fromString('9007199254740995'),
      flag: true,
    }
    const { insertedId } = await items.insertOne({ ...doc })
    expect(await items.findOne({ _id: insertedId })).toEqual({ _id: insertedId, ...doc })
    expect((await db.command({ insert: items.collectionName, documents: [{ a: 1 }] })).n).toBe(1)
    expect((await items.findOne({ a: 1 }))?._id).toBeInstanceOf(ObjectId)
  })

  it('stops at the first error when ordered, goes on when not', async () => {
    const docs = () => [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as Item[]
    await expect(items.insertMany(docs())).rejects.toMatchObject({ code: 11000, insertedCount: 1 })
    expect(await items.countDocuments()).toBe(1)
    await expect(items.insertMany([...docs(), { _id: 3 }], { ordered: false })).rejects.toMatchObject({
      insertedCount: 2,
    })
    expect(await items.countDocuments()).toBe(3)
  })

  it('refuses impossible ids', async () => {
    expect(await codeOf(items.insertOne({ _id: [1] }))).toBe(53)
    expect(await codeOf(items.insertOne({ _id: 'x'.repeat(2000) }))).toBe(115)
  })
})

describe('find', () => {
  it('sorts, skips, limits and projects', async () => {
    await fill({ n: 3, t: { a: 1, b: 2 } }, { n: 1, t: { a: 3 } }, { n: 2 }, {})
    expect(await items.find().sort({ n: -1 }).skip(1).limit(2).project({ n: 1, _id: 0 }).toArray()).toEqual([
      { n: 2 },
      { n: 1 },
    ])
    expect(await items.find({ n: 3 }).project({ 't.b': 0 }).toArray()).toEqual([
      { _id: 0, n: 3, t: { a: 1 } },
    ])
    expect(
      await items
        .find({ n: { $gt: 1 } })
        .project({ t: { a: 1 }, twice: { $multiply: ['$n', 2] } })
        .sort({ n: 1 })
        .toArray(),
    ).toEqual([
      { _id: 2, twice: 4 },
      { _id: 0, t: { a: 1 }, twice: 6 },
    ])
    expect(await items.find().sort({ n: 1 }).limit(1).toArray()).toEqual([{ _id: 3 }])
  })

  it('projects parts of arrays', async () => {
    await fill({ a: [{ x: 1 }, { x: 5 }, { x: 9 }] })
    expect(await items.findOne({ 'a.x': 5 }, { projection: { 'a.$': 1 } })).toEqual({ _id: 0, a: [{ x: 5 }] })
    expect(await items.findOne({}, { projection: { a: { $slice: -1 } } })).toEqual({ _id: 0, a: [{ x: 9 }] })
    expect(await items.findOne({}, { projection: { a: { $elemMatch: { x: { $gt: 1 } } } } })).toEqual({
      _id: 0,
      a: [{ x: 5 }],
    })
  })

  it('hands out long results in batches, while others write', async () => {
    await items.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i })))
    const cursor = items.find({}, { batchSize: 100 }).sort({ _id: 1 })
    const seen: unknown[] = []
    for await (const { _id } of cursor) {
      seen.push(_id)
      if (seen.length === 150) await items.deleteMany({ _id: { $gte: 500 } })
    }
    expect(seen.length).toBeGreaterThanOrEqual(500)
    expect(seen.length).toBeLessThan(800)
  })

  it('ends a cursor whose collection is dropped with an error, not silently', async () => {
    await items.insertMany(Array.from({ length: 2000 }, (_, i) => ({ _id: i })))
    const cursor = items.find({}, { batchSize: 10 })
    await cursor.next()
    await items.drop()
    expect(await codeOf(cursor.toArray())).toBe(175)
  })

  it('can be killed', async () => {
    await items.insertMany(Array.from({ length: 20 }, (_, i) => ({ _id: i })))
    const name = items.collectionName
    const { cursor } = await db.command({ find: name, batchSize: 5 })
    expect(await db.command({ killCursors: name, cursors: [cursor.id] })).toMatchObject({
      cursorsKilled: [cursor.id],
    })
    expect(await codeOf(db.command({ getMore: Long.fromValue(cursor.id), collection: name }))).toBe(43)
  })

  it('honours a hint, and knows a wrong one', async () => {
    await fill({ a: 2 }, { a: 1 })
    await items.createIndex({ a: 1 })
    expect(
      (
        await items
          .find({ a: { $gt: 0 } })
          .hint({ a: 1 })
          .toArray()
      ).map(({ _id }) => _id),
    ).toEqual([1, 0])
    expect(await codeOf(items.find().hint('nothing').toArray())).toBe(2)
  })

  it('stops when maxTimeMS is over', async () => {
    await items.insertMany(Array.from({ length: 3000 }, (_, i) => ({ _id: i, text: 'x'.repeat(300) })))
    const slow = { $expr: { $gt: [{ $size: { $range: [0, 2000] } }, 5000] } }
    expect(await codeOf(items.find(slow).maxTimeMS(30).toArray())).toBe(50)
  })
})

describe('update', () => {
  it('counts what it matched and what it changed', async () => {
    await fill({ n: 1 }, { n: 1 }, { n: 2 })
    expect(await items.updateMany({ n: { $lt: 5 } }, { $set: { n: 1 } })).toMatchObject({
      matchedCount: 3,
      modifiedCount: 1,
    })
    expect(await items.updateOne({ _id: 9 }, { $set: { n: 1 } })).toMatchObject({
      matchedCount: 0,
      upsertedCount: 0,
    })
  })

  it('upserts from filter, update and $setOnInsert', async () => {
    const result = await items.updateOne(
      { key: 'k', 'deep.part': { $eq: 1 }, n: { $gt: 5 } },
      change({ $setOnInsert: { made: true }, $inc: { count: 1 } }),
      { upsert: true },
    )
    expect(result.upsertedCount).toBe(1)
    expect(await items.findOne()).toEqual({
      _id: result.upsertedId,
      key: 'k',
      deep: { part: 1 },
      made: true,
      count: 1,
    })
    await items.updateOne({ key: 'k' }, change({ $setOnInsert: { made: false }, $inc: { count: 1 } }), {
      upsert: true,
    })
    expect(await items.findOne({ key: 'k' })).toMatchObject({ made: true, count: 2 })
    await items.replaceOne({ _id: 'mine' }, { a: 1 }, { upsert: true })
    expect(await items.findOne({ _id: 'mine' })).toEqual({ _id: 'mine', a: 1 })
  })

  it('replaces a document but never its _id', async () => {
    await fill({ a: 1, b: 2 })
    await items.replaceOne({ _id: 0 }, { c: 3 })
    expect(await items.findOne()).toEqual({ _id: 0, c: 3 })
    expect(await codeOf(items.updateOne({ _id: 0 }, { $set: { _id: 5 } }))).toBe(66)
  })

  it('takes pipelines', async () => {
    await fill({ seats: [{ who: 'a' }, { who: 'b' }], capacity: 3 })
    await items.updateOne({ _id: 0 }, [
      { $set: { free: { $subtract: ['$capacity', { $size: '$seats' }] } } },
      {
        $set: {
          seats: { $cond: [{ $gt: ['$free', 0] }, { $concatArrays: ['$seats', [{ who: 'c' }]] }, '$seats'] },
          gone: { $filter: { input: '$seats', cond: { $eq: ['$$this.who', 'a'] } } },
        },
      },
      { $unset: 'free' },
    ])
    expect(await items.findOne()).toEqual({
      _id: 0,
      seats: [{ who: 'a' }, { who: 'b' }, { who: 'c' }],
      capacity: 3,
      gone: [{ who: 'a' }],
    })
    await items.updateOne({ _id: 0 }, [
      { $replaceWith: { $mergeObjects: [{ extra: 1 }, { capacity: '$capacity' }] } },
    ])
    expect(await items.findOne()).toEqual({ _id: 0, extra: 1, capacity: 3 })
    expect(await codeOf(items.updateOne({ _id: 0 }, [{ $match: {} }]))).toBe(72)
  })

  it('finds the array item the filter matched', async () => {
    await fill({
      a: [
        { k: 1, n: 0 },
        { k: 2, n: 0 },
      ],
    })
    await items.updateOne({ 'a.k': 2 }, change({ $inc: { 'a.$.n': 1 } }))
    await items.updateOne({ _id: 0 }, { $set: { 'a.$[one].n': 9 } }, { arrayFilters: [{ 'one.k': 1 }] })
    expect(await items.findOne()).toEqual({
      _id: 0,
      a: [
        { k: 1, n: 9 },
        { k: 2, n: 1 },
      ],
    })
  })

  it('leaves the other fields and their order alone', async () => {
    await items.insertOne({ _id: 1, b: 1, a: Long.fromNumber(5), c: 2.5 })
    await items.updateOne({ _id: 1 }, { $set: { z: 1, b: 2 } })
    const doc = await items.findOne({}, { promoteValues: false })
    expect(Object.keys(doc ?? {})).toEqual(['_id', 'b', 'a', 'c', 'z'])
    expect(doc?.a).toBeInstanceOf(Long)
  })
})

describe('findAndModify', () => {
  it('gives the document before or after', async () => {
    await fill({ n: 1, secret: 's' }, { n: 5 })
    expect(await items.findOneAndUpdate({}, change({ $inc: { n: 1 } }), { sort: { n: -1 } })).toEqual({
      _id: 1,
      n: 5,
    })
    const after = await items.findOneAndUpdate({ _id: 0 }, change({ $inc: { n: 1 } }), {
      returnDocument: 'after',
      projection: { secret: 0 },
    })
    expect(after).toEqual({ _id: 0, n: 2 })
    expect(
      await items.findOneAndUpdate(
        { _id: 'x' },
        { $set: { n: 0 } },
        { upsert: true, returnDocument: 'after' },
      ),
    ).toEqual({ _id: 'x', n: 0 })
    expect(await items.findOneAndDelete({ n: 0 })).toEqual({ _id: 'x', n: 0 })
    expect(await items.findOneAndDelete({ n: 0 })).toBeNull()
    expect(await items.findOneAndReplace({ _id: 1 }, { r: 1 }, { returnDocument: 'after' })).toEqual({
      _id: 1,
      r: 1,
    })
  })

  it('gives each job to one worker only', async () => {
    await items.insertMany(Array.from({ length: 100 }, (_, i) => ({ _id: i, status: 'ready' })))
    await items.createIndex({ status: 1 })
    const claimed = await Promise.all(
      Array.from({ length: 120 }, () =>
        items.findOneAndUpdate({ status: 'ready' }, { $set: { status: 'taken' } }, { sort: { _id: 1 } }),
      ),
    )
    const ids = claimed.flatMap(job => (job ? [job._id] : []))
    expect(new Set(ids).size).toBe(100)
    expect(ids.length).toBe(100)
  })
})

describe('delete, count, distinct', () => {
  it('deletes one or many', async () => {
    await fill({ n: 1 }, { n: 1 }, { n: 2 })
    expect((await items.deleteOne({ n: 1 })).deletedCount).toBe(1)
    expect((await items.deleteMany({ n: { $gt: 0 } })).deletedCount).toBe(2)
  })

  it('counts and lists values', async () => {
    await fill({ n: 1, t: ['a', 'b'] }, { n: 2, t: 'b' }, { t: [] })
    expect(await items.countDocuments({ n: { $exists: true } })).toBe(2)
    expect(await items.estimatedDocumentCount()).toBe(3)
    expect(await items.distinct('t')).toEqual(['a', 'b'])
    expect(await items.distinct('n', { n: { $gt: 1 } })).toEqual([2])
  })
})

describe('bulkWrite', () => {
  it('does many things in one go', async () => {
    const result = await items.bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { updateOne: { filter: { _id: 2 }, update: { $set: { n: 2 } }, upsert: true } },
      { updateMany: { filter: {}, update: change({ $inc: { n: 1 } }) } },
      { deleteOne: { filter: { _id: 1 } } },
    ])
    expect(result).toMatchObject({ insertedCount: 1, upsertedCount: 1, modifiedCount: 2, deletedCount: 1 })
    expect(await items.find().toArray()).toEqual([{ _id: 2, n: 3 }])
  })
})

describe('indexes', () => {
  it('keep values unique, and say which one was not', async () => {
    await items.createIndex({ org: 1, 'mail.address': 1 }, { unique: true })
    await items.insertOne({ _id: 1, org: 1, mail: { address: 'a' } })
    const error = await items
      .insertOne({ _id: 2, org: 1, mail: { address: 'a' } })
      .catch(e => e as MongoServerError)
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { org: 1, 'mail.address': 1 },
      keyValue: { org: 1, 'mail.address': 'a' },
    })
    await items.insertOne({ _id: 3, org: 1, mail: { address: 'a\0b' } })
    expect(await codeOf(items.updateOne({ _id: 3 }, { $set: { 'mail.address': 'a' } }))).toBe(11000)
    expect((await items.findOne({ _id: 3 }))?.mail).toEqual({ address: 'a\0b' })
  })

  it('compare the whole of long values', async () => {
    await items.createIndex({ t: 1 }, { unique: true })
    await items.insertMany(['1', '2'].map(end => ({ t: 'x'.repeat(2000) + end })))
    expect(await codeOf(items.insertOne({ t: `${'x'.repeat(2000)}2` }))).toBe(11000)
    expect(await items.countDocuments({ t: `${'x'.repeat(2000)}1` })).toBe(1)
  })

  it('let several documents lack a sparse or partial unique field', async () => {
    await items.createIndex({ s: 1 }, { unique: true, sparse: true })
    await items.createIndex({ p: 1 }, { unique: true, partialFilterExpression: { p: { $type: 'string' } } })
    await items.insertMany([{}, {}, { p: null }, { p: null }, { p: 'x', s: 1 }])
    expect(await codeOf(items.insertOne({ p: 'x' }))).toBe(11000)
    expect(await codeOf(items.insertOne({ s: 1 }))).toBe(11000)
    expect(await items.countDocuments({ s: null })).toBe(4)
  })

  it('cannot become unique over duplicates, and leave nothing behind', async () => {
    await fill({ a: 1 }, { a: 1 })
    expect(await codeOf(items.createIndexes([{ key: { b: 1 } }, { key: { a: 1 }, unique: true }]))).toBe(
      11000,
    )
    expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_'])
  })

  it('are listed, made once, changed and dropped', async () => {
    expect(await items.createIndex({ at: 1 }, { expireAfterSeconds: 1000 })).toBe('at_1')
    await items.createIndex({ at: 1 }, { expireAfterSeconds: 1000 })
    expect(await codeOf(items.createIndex({ at: 1 }, { expireAfterSeconds: 5 }))).toBe(85)
    await db.command({ collMod: items.collectionName, index: { name: 'at_1', expireAfterSeconds: 2000 } })
    expect(await items.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { at: 1 }, name: 'at_1', expireAfterSeconds: 2000 },
    ])
    await items.dropIndex('at_1')
    expect(await codeOf(items.dropIndex('at_1'))).toBe(27)
    expect(await codeOf(items.createIndex({ a: 'text' }))).toBe(115)
  })

  it('delete what has expired', async () => {
    await items.createIndex({ at: 1 }, { expireAfterSeconds: 60 })
    await fill({ at: new Date(Date.now() - 61_000) }, { at: new Date() }, { at: 'never' }, {})
    for (let i = 0; i < 100 && (await items.countDocuments()) > 3; i++)
      await new Promise(resolve => setTimeout(resolve, 20))
    expect((await items.find().toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3])
  })
})

describe('aggregate', () => {
  it('groups, unwinds, joins and facets', async () => {
    await fill({ f: 'x', n: 1, t: ['a'] }, { f: 'y', n: 2, t: ['a', 'b'] }, { f: 'x', n: 3, t: [] })
    const pipe = (...stages: Item[]) => items.aggregate(stages).toArray()
    expect(
      await pipe(
        { $group: { _id: '$f', n: { $sum: '$n' }, avg: { $avg: '$n' }, all: { $push: '$n' } } },
        { $sort: { _id: 1 } },
      ),
    ).toEqual([
      { _id: 'x', n: 4, avg: 2, all: [1, 3] },
      { _id: 'y', n: 2, avg: 2, all: [2] },
    ])
    expect(await pipe({ $unwind: '$t' }, { $sortByCount: '$t' })).toEqual([
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ])
    expect(
      await pipe(
        { $unwind: { path: '$t', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $match: { f: 'x' } },
        { $project: { i: 1 } },
      ),
    ).toEqual([
      { _id: 0, i: 0 },
      { _id: 2, i: null },
    ])
    expect(
      await pipe({
        $facet: {
          total: [{ $count: 'n' }],
          top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1 } }],
        },
      }),
    ).toEqual([{ total: [{ n: 3 }], top: [{ _id: 2, n: 3 }] }])
    expect((await pipe({ $sample: { size: 2 } })).length).toBe(2)
    const other = db.collection<Item>(`${items.collectionName}other`)
    await other.insertMany([{ _id: 'a', label: 'A' }])
    expect(
      await pipe(
        { $lookup: { from: other.collectionName, localField: 't', foreignField: '_id', as: 'tags' } },
        { $project: { tags: 1 } },
        { $match: { _id: 1 } },
      ),
    ).toEqual([{ _id: 1, tags: [{ _id: 'a', label: 'A' }] }])
    expect(
      await pipe(
        {
          $lookup: {
            from: other.collectionName,
            let: { t: '$t' },
            pipeline: [{ $match: { $expr: { $in: ['$_id', '$$t'] } } }, { $count: 'n' }],
            as: 'tags',
          },
        },
        { $match: { n: 2 } },
        { $set: { tags: { $first: '$tags.n' } } },
      ),
    ).toEqual([{ _id: 1, f: 'y', n: 2, t: ['a', 'b'], tags: 1 }])
  })

  it('answers the shapes better-auth sends', async () => {
    await fill({ email: 'a@x', n: 1 }, { email: 'b@x', n: 2 })
    expect(
      await items.aggregate([{ $match: { email: 'b@x' } }, { $sort: { n: 1 } }, { $limit: 1 }]).toArray(),
    ).toEqual([{ _id: 1, email: 'b@x', n: 2 }])
    expect(await items.aggregate([{ $match: {} }, { $count: 'total' }]).toArray()).toEqual([{ total: 2 }])
    expect(await items.aggregate([{ $match: { email: 'none' } }, { $count: 'total' }]).toArray()).toEqual([])
  })

  it('refuses stages and options it does not have, by name', async () => {
    const refusal = (stage: Item) =>
      items
        .aggregate([stage])
        .toArray()
        .catch(e => e as MongoServerError)
    expect(await refusal({ $out: 'x' })).toMatchObject({
      code: 115,
      message: 'the pipeline stage $out is not supported by the embedded database; set MONGODB_URI',
    })
    expect(await refusal({ $graphLookup: {} })).toMatchObject({ code: 115 })
    expect(await codeOf(items.find().collation({ locale: 'vi' }).toArray())).toBe(115)
    expect(await codeOf(items.find().collation({ locale: 'simple' }).toArray())).toBe('no error')
    expect(await codeOf(db.command({ mapReduce: 'x' }))).toBe(59)
    expect(await codeOf(db.createCollection('capped', { capped: true, size: 1000 }))).toBe(115)
    expect(await codeOf(items.find({}, { returnKey: true }).toArray())).toBe(115)
  })

  it('does not let a long read hold up a short one', async () => {
    await items.insertMany(
      Array.from({ length: 20_000 }, (_, i) => ({ _id: i, n: i % 7, text: 'x'.repeat(100) })),
    )
    let done = false
    const long = items
      .aggregate([{ $match: { text: /y$/ } }, { $group: { _id: '$n', n: { $sum: 1 } } }])
      .toArray()
      .finally(() => {
        done = true
      })
    let between = 0
    while (!done) {
      await items.findOne({ _id: 5 })
      if (!done) between++
    }
    await long
    expect(between).toBeGreaterThan(3)
  })
})

describe('sessions and administration', () => {
  it('accepts sessions, but no transactions', async () => {
    const session = client.startSession()
    await items.insertOne({ _id: 1 }, { session })
    expect(await items.findOne({}, { session })).toEqual({ _id: 1 })
    session.startTransaction()
    await expect(items.insertOne({ _id: 2 }, { session })).rejects.toThrow()
    await session.abortTransaction().catch(() => undefined)
    await session.endSession()
    const numbered = { insert: items.collectionName, documents: [{ _id: 2 }], txnNumber: Long.ONE }
    expect(await codeOf(db.command(numbered))).toBe(20)
    expect(await items.countDocuments()).toBe(1)
  })

  it('lists and drops collections and databases', async () => {
    const other = client.db('other')
    await other.createCollection('one')
    await other.collection('two').insertOne({})
    expect(
      (await other.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort(),
    ).toEqual(['one', 'two'])
    expect(
      await other
        .collection('none')
        .drop()
        .catch(() => 'failed'),
    ).not.toBe('failed')
    await other.dropDatabase()
    expect((await client.db().admin().listDatabases()).databases.map(({ name }) => name)).toEqual(['sixfold'])
  })

  it('creates collections clustered by _id, which all of them are, and by nothing else', async () => {
    const other = client.db('clustered')
    const clusteredIndex = { key: { _id: 1 }, unique: true }
    await other.createCollection('one', { clusteredIndex })
    await other.collection<Item>('one').insertMany([{ _id: 3 }, { _id: 1 }, { _id: 2 }])
    expect((await other.collection<Item>('one').find().toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3])
    for (const refused of [
      { key: { n: 1 }, unique: true },
      { key: { _id: 1 }, unique: false },
    ])
      expect(await codeOf(other.command({ create: 'two', clusteredIndex: refused }))).toBe(115)
    await other.dropDatabase()
  })

  it('serves two clients at once, each seeing what the other was told is written', async () => {
    const second = await new MongoClient(server.uri).connect()
    const theirs = second.db().collection<Item>(items.collectionName)
    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const writer = i % 2 ? items : theirs
        const reader = i % 2 ? theirs : items
        await writer.insertOne({ _id: i })
        expect(await reader.findOne({ _id: i })).toEqual({ _id: i })
      }),
    )
    await second.close()
  })

  it('counts right when many add at once', async () => {
    await items.insertOne({ _id: 1, n: 0 })
    await Promise.all(
      Array.from({ length: 100 }, () =>
        items.updateOne({ _id: 1, n: { $lt: 60 } }, change({ $inc: { n: 1 } })),
      ),
    )
    expect((await items.findOne())?.n).toBe(60)
  })
})
