import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Long, ObjectId } from 'bson'
import fc from 'fast-check'
import { compileFilter } from '../query/match.ts'
import { compareKeys, parseSort, type SortField, sortKey } from '../query/sort.ts'
import { temporaryDirectory } from '../test-store.ts'
import { decode, encode } from '../values/decode.ts'
import { type Doc, idFirst } from '../values/types.ts'
import { makePlan } from './planner.ts'
import { Store } from './store.ts'
import { unpaused, Work } from './work.ts'

const { directory, remove } = temporaryDirectory()
let store: Store
beforeAll(async () => {
  store = await Store.open(directory)
})
afterAll(async () => {
  await store.close()
  remove()
})

const big = [Long.fromString('9007199254740993'), 2 ** 53]
const number = fc.constantFrom<unknown>(-1, 0, 1, 2, 3, 1.5, Number.NaN, ...big)
/** Longer than an index entry may be, and different only behind the cut. */
const long = ['1', '2'].map(end => `a${'x'.repeat(1000)}${end}`)
const text = fc.constantFrom('', 'a', 'ab', 'abc', 'b', 'á', 'a\0', 'a\0b', ...long)
const small = fc.integer({ min: 0, max: 3 })
const scalar = fc.oneof(
  { weight: 4, arbitrary: small },
  { weight: 1, arbitrary: number },
  { weight: 2, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(null, true, new Date(0), new Date(5)) },
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar }, { requiredKeys: [] }) },
)
const deep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
  },
  { weight: 1, arbitrary: scalar },
)
const document = (plain: boolean) =>
  fc.record(
    { a: plain ? scalar : value, b: plain ? scalar : value, c: scalar, d: deep },
    { requiredKeys: [] },
  )

const condition = fc.oneof(
  scalar,
  scalar.map(item => ({ $eq: item })),
  fc.array(scalar, { maxLength: 3 }).map(items => ({ $in: items })),
  fc
    .constantFrom('$gt', '$gte', '$lt', '$lte')
    .chain(operator => scalar.filter(item => item !== null).map(item => ({ [operator]: item }))),
  fc.tuple(small, small).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.boolean().map(exists => ({ $exists: exists })),
  fc.constantFrom('^a', '^ab', '^a.?', '^ab*', 'b').map(pattern => ({ $regex: pattern })),
  scalar.map(item => ({ $ne: item })),
)
const path = fc.constantFrom('a', 'b', 'c', 'd.x', 'd.y', 'a.x')
const simple = fc.dictionary(path, condition, { maxKeys: 3, noNullPrototype: true })
const filter = fc.oneof(
  { weight: 4, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map(branches => ({ $or: branches })),
  },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map(branches => ({ $and: branches })) },
)
const direction = fc.constantFrom(1, -1)
const sort = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd.x', '_id'), direction, {
  maxKeys: 3,
  noNullPrototype: true,
})
const keyPattern = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd.x', 'd.y'), direction, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
})
const indexOptions = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.constant({ sparse: true }),
  fc
    .constantFrom({ c: { $exists: true } }, { c: { $gt: 0 } }, { a: 1 }, { b: { $type: 'string' } })
    .map(partial => ({ partialFilterExpression: partial })),
)
const indexes = fc.array(fc.tuple(keyPattern, indexOptions), { minLength: 1, maxLength: 3 })

let run = 0

/** Fills a collection, first with indexes and then the documents, so that both ways of making entries are used. */
async function fill(docs: Doc[], specs: [Doc, Doc][]) {
  const namespace = `test.run${++run}`
  const insert = (some: Doc[]) =>
    store.write(({ catalogue, documents }) => {
      const collection = catalogue.create(namespace)
      const stored: Doc[] = []
      for (const doc of some) {
        const complete = idFirst(doc, new ObjectId())
        try {
          documents.insert(collection, encode(complete), complete)
          stored.push(complete)
        } catch (error) {
          expect((error as Error).message).toMatch(/parallel arrays/)
        }
      }
      return stored
    })
  const early = await insert(docs.slice(0, docs.length / 2))
  let kept = specs
  const build = (chosen: [Doc, Doc][]) =>
    store.createIndexes(namespace, () =>
      chosen.map(([key, options], i) => ({
        name: `i${i}`,
        key,
        unique: false,
        sparse: options.sparse === true,
        ...(options.partialFilterExpression
          ? { partialFilterExpression: options.partialFilterExpression as Doc }
          : {}),
        multikey: Object.keys(key).map(() => false),
        lossy: false,
      })),
    )
  await build(kept).catch(async error => {
    expect((error as Error).message).toMatch(/parallel arrays/)
    kept = kept.filter(([key]) => Object.keys(key).length === 1)
    if (kept.length) await build(kept)
  })
  const late = await insert(docs.slice(docs.length / 2))
  const collection = store.catalogue.get(namespace)
  if (!collection) throw new Error('the collection is missing')
  return { collection, docs: [...early, ...late] }
}

function hasParallelArrays(doc: Doc, fields: SortField[]) {
  try {
    sortKey(doc, fields)
    return false
  } catch {
    return true
  }
}

const ids = (docs: Doc[]) => docs.map(({ _id }) => String(_id)).sort()

async function check(docs: Doc[], specs: [Doc, Doc][], queries: { filter: Doc; sort: Doc; limit: number }[]) {
  const { collection, docs: stored } = await fill(docs, specs)
  let indexed = 0
  for (const { filter, sort: spec, limit } of queries) {
    const fields = parseSort(spec)
    const matches = compileFilter(filter)
    const matching = stored.filter(doc => matches(doc))
    if (matching.some(doc => hasParallelArrays(doc, fields))) continue
    const expected = matching.map(doc => ({ doc, key: sortKey(doc, fields) }))
    expected.sort((x, y) => compareKeys(x.key, y.key, fields))
    const found = [...unpaused(store.find(collection, { filter, sort: fields, limit }, new Work()))].map(
      ({ raw }) => decode(raw),
    )
    const wanted = limit ? expected.slice(0, limit) : expected
    // Documents that sort equally may come in any order, so their sort keys are what must agree.
    const keys = found.map(doc => sortKey(doc, fields))
    expect(keys.length).toBe(wanted.length)
    for (const [i, key] of keys.entries()) expect(compareKeys(key, wanted[i]?.key ?? [], fields)).toBe(0)
    if (!limit) expect(ids(found)).toEqual(ids(expected.map(({ doc }) => doc)))
    if (makePlan(collection, { filter, sort: fields }).kind === 'index') indexed++
  }
  return indexed
}

const query = fc.record({ filter, sort, limit: fc.constantFrom(0, 0, 3) })

describe('makePlan', () => {
  it.each([
    ['arrays', false, 180],
    ['plain values, where indexes give the sort', true, 120],
  ])(
    'finds what a full scan finds, in order: %s',
    async (_name, plain, numRuns) => {
      let indexed = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(document(plain), { minLength: 4, maxLength: 24 }),
          indexes,
          fc.array(query, { minLength: 15, maxLength: 25 }),
          async (docs, specs, queries) => {
            indexed += await check(docs, specs as [Doc, Doc][], queries)
          },
        ),
        { numRuns, endOnFailure: false },
      )
      expect(indexed).toBeGreaterThan(100)
    },
    60_000,
  )

  it('reads an index instead of sorting', async () => {
    const docs = Array.from({ length: 50 }, (_, i) => ({ a: i % 5, b: i }))
    const { collection } = await fill(docs, [[{ a: 1, b: -1 }, {}]])
    const plan = makePlan(collection, { filter: { a: 3 }, sort: parseSort({ b: -1 }) })
    expect(plan).toMatchObject({ kind: 'index', sorted: true, reverse: false })
    expect(makePlan(collection, { filter: { a: 3 }, sort: parseSort({ b: 1 }) })).toMatchObject({
      sorted: true,
      reverse: true,
    })
    expect(makePlan(collection, { filter: { a: { $gt: 1 } }, sort: parseSort({ b: 1 }) })).toMatchObject({
      sorted: false,
    })
  })

  it('reads the entries of several values in one order', async () => {
    const docs = Array.from({ length: 60 }, (_, i) => ({ a: i % 6, b: (i * 7) % 60 }))
    const { collection } = await fill(docs, [[{ a: 1, b: 1 }, {}]])
    const filter = { a: { $in: [1, 3, 4] }, b: { $lte: 50 } }
    const found = (sort: Doc) => {
      const plan = makePlan(collection, { filter, sort: parseSort(sort) })
      const request = { filter, sort: parseSort(sort), limit: 5 }
      const read = [...unpaused(store.find(collection, request, new Work()))]
      return { plan, numbers: read.map(({ raw }) => decode(raw).b) }
    }
    const wanted = docs.filter(({ a, b }) => [1, 3, 4].includes(a) && b <= 50).map(({ b }) => b)
    wanted.sort((a, b) => a - b)
    expect(found({ b: 1 })).toMatchObject({ plan: { merged: true }, numbers: wanted.slice(0, 5) })
    expect(found({ b: -1 })).toMatchObject({
      plan: { merged: true },
      numbers: wanted.toReversed().slice(0, 5),
    })
    // An order by what has several values is not that of the index behind it.
    expect(found({ b: 1, a: 1 }).plan).toMatchObject({ merged: false, sorted: false })
    const many = { a: { $in: Array.from({ length: 101 }, (_, i) => i) } }
    expect(makePlan(collection, { filter: many, sort: parseSort({ b: 1 }) })).toMatchObject({ merged: false })
  })

  it('lets two conditions be met by different items of one array', async () => {
    const { collection } = await fill(
      [
        {
          d: [
            { x: 1, y: 9 },
            { x: 9, y: 2 },
          ],
        },
      ],
      [[{ 'd.x': 1, 'd.y': 1 }, {}]],
    )
    const count = (filter: Doc) => [...unpaused(store.find(collection, { filter }, new Work()))].length
    expect(makePlan(collection, { filter: { 'd.x': 1 } }).kind).toBe('index')
    expect(count({ 'd.x': 1, 'd.y': 2 })).toBe(1)
    expect(count({ 'd.x': 1, 'd.y': { $lt: 5 } })).toBe(1)
    expect(count({ d: { $elemMatch: { x: 1, y: 2 } } })).toBe(0)
  })

  it('goes straight to an _id', async () => {
    const { collection } = await fill([{ a: 1 }], [[{ a: 1 }, {}]])
    expect(makePlan(collection, { filter: { _id: new ObjectId(), a: 1 } })).toMatchObject({ kind: 'ids' })
  })
})
