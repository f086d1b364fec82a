import { describe, expect, it } from '@jest/globals'
import { Double, Long } from 'bson'
import { emptyScope } from '../expressions/scope.ts'
import { type Doc, typeName } from '../values/types.ts'
import { applyModifications, compileArrayFilters } from './apply.ts'
import { prepareUpdate } from './prepare.ts'

type Options = { arrayFilters?: Doc[]; position?: number; inserting?: boolean }

function apply(doc: Doc, update: Doc, { arrayFilters, position, inserting = false }: Options = {}): Doc {
  const prepared = prepareUpdate(update)
  if (prepared.kind !== 'operators') throw new Error('expected operators')
  const filters = compileArrayFilters(arrayFilters, prepared.modifications, emptyScope)
  applyModifications(doc, prepared.modifications, { inserting, position, arrayFilters: filters })
  return doc
}

describe('update operators', () => {
  it.each<[string, Doc, Doc, Doc, Options?]>([
    ['$set makes the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [
      'new fields come in the order of their paths',
      {},
      { $set: { b: 1, a: 2 }, $inc: { aa: 1 } },
      { a: 2, aa: 1, b: 1 },
    ],
    ['$set fills an array up', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [
      '$unset leaves null in arrays',
      { a: [1, 2], b: 1 },
      { $unset: { 'a.0': 1, b: 1, c: 1 } },
      { a: [null, 2] },
    ],
    ['$inc creates', {}, { $inc: { n: 3 } }, { n: 3 }],
    ['$mul of nothing is 0', {}, { $mul: { n: 3 } }, { n: 0 }],
    [
      '$min and $max compare by type order',
      { a: 5, b: 5 },
      { $min: { a: 3 }, $max: { b: 'x' } },
      { a: 3, b: 'x' },
    ],
    ['$rename moves', { a: { x: 1 }, b: 2 }, { $rename: { 'a.x': 'c' } }, { a: {}, b: 2, c: 1 }],
    ['$setOnInsert when inserting', {}, { $setOnInsert: { a: 1 } }, { a: 1 }, { inserting: true }],
    ['$setOnInsert otherwise not', {}, { $setOnInsert: { a: 1 } }, {}],
    ['$push', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    [
      '$push with everything',
      { a: [5, 1] },
      { $push: { a: { $each: [9, 3], $position: 0, $sort: -1, $slice: 3 } } },
      { a: [9, 5, 3] },
    ],
    [
      '$push sorts documents',
      { a: [{ s: 2 }] },
      { $push: { a: { $each: [{ s: 3 }, { s: 1 }], $sort: { s: 1 }, $slice: -2 } } },
      { a: [{ s: 2 }, { s: 3 }] },
    ],
    [
      '$addToSet knows equal documents',
      { a: [{ x: 1 }] },
      { $addToSet: { a: { $each: [{ x: 1 }, { x: 2 }, { x: 2 }] } } },
      { a: [{ x: 1 }, { x: 2 }] },
    ],
    ['$pop from either end', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: -1, b: 1 } }, { a: [2, 3], b: [1] }],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by fields', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$bit', { a: 13 }, { $bit: { a: { and: 10, or: 1 } } }, { a: 9 }],
    [
      'the position of the match',
      { a: [1, 2, 3] },
      { $set: { 'a.$': 9 } },
      { a: [1, 9, 3] },
      { position: 1 },
    ],
    ['every position', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
    [
      'filtered positions',
      { a: [{ n: 1 }, { n: 5 }] },
      { $set: { 'a.$[big].x': 1 } },
      { a: [{ n: 1 }, { n: 5, x: 1 }] },
      { arrayFilters: [{ 'big.n': { $gt: 3 } }] },
    ],
    [
      'nested filtered positions',
      {
        a: [
          { k: 1, b: [1, 2] },
          { k: 2, b: [1] },
        ],
      },
      { $set: { 'a.$[p].b.$[q]': 0 } },
      {
        a: [
          { k: 1, b: [0, 2] },
          { k: 2, b: [1] },
        ],
      },
      { arrayFilters: [{ 'p.k': 1 }, { q: 1 }] },
    ],
    ['__proto__ is a field', {}, { $set: { __proto__x: 1 } }, { __proto__x: 1 }],
  ])('%s', (...[_name, doc, update, expected, options]) => {
    const result = apply(doc, update, options)
    expect(result).toEqual(expected)
    expect(Object.keys(result)).toEqual(Object.keys(expected))
  })

  it('sets __proto__ as data', () => {
    const path = ['__proto__', 'polluted'].join('.')
    const doc = apply({}, { $set: { [path]: true } })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.keys(doc)).toEqual(['__proto__'])
  })

  it.each<[unknown, unknown, string]>([
    [1, 2, 'int'],
    [2147483647, 1, 'long'],
    [new Double(1), 1, 'double'],
    [1, 0.5, 'double'],
    [Long.ONE, 1, 'long'],
  ])('%s + %s is of type %s', (start, step, type) => {
    expect(typeName(apply({ n: start }, { $inc: { n: step } }).n)).toBe(type)
  })

  it.each<[Doc, Doc, string, Options?]>([
    [{ a: 'x' }, { $inc: { a: 1 } }, 'non-numeric type'],
    [{ a: 1 }, { $push: { a: 1 } }, 'must be an array'],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    [{}, { $set: { a: 1, 'a.b': 1 } }, 'would create a conflict'],
    [{}, { $foo: { a: 1 } }, 'Unknown modifier: $foo'],
    [{}, { $set: { 'a..b': 1 } }, 'empty field name'],
    [{}, { $set: { 'a.$[x]': 1 } }, 'must exist'],
    [{ a: [] }, { $set: { 'a.$[x]': 1 } }, 'No array filter found'],
    [{ a: [] }, { $set: { b: 1 } }, 'was not used', { arrayFilters: [{ x: 1 }] }],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 'positional operator did not find'],
  ])('%j with %j fails', (...[doc, update, message, options]) => {
    expect(() => apply(doc, update, options)).toThrow(message)
  })
})
