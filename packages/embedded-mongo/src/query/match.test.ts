import { describe, expect, it } from '@jest/globals'
import { BSONRegExp, Decimal128, Double, Long, ObjectId } from 'bson'
import type { Found } from '../values/paths.ts'
import type { Doc } from '../values/types.ts'
import { compileFilter } from './match.ts'

const matches = (filter: Doc, doc: Doc) => compileFilter(filter)(doc)
const id = new ObjectId()

describe('compileFilter', () => {
  it.each<[string, Doc, Doc[], Doc[]]>([
    [
      'equality reaches into arrays',
      { a: 1 },
      [{ a: 1 }, { a: [2, 1] }, { a: new Double(1) }, { a: Long.ONE }],
      [{ a: '1' }, { a: [[1]] }, {}],
    ],
    [
      'a whole array equals itself',
      { a: [1, 2] },
      [{ a: [1, 2] }, { a: [[1, 2]] }],
      [{ a: [2, 1] }, { a: 1 }],
    ],
    [
      'documents are equal in field order',
      { a: { x: 1, y: 2 } },
      [{ a: { x: 1, y: 2 } }],
      [{ a: { y: 2, x: 1 } }],
    ],
    ['null is missing too', { a: null }, [{ a: null }, {}, { a: [null] }], [{ a: 0 }, { a: [] }]],
    [
      'null through arrays of documents',
      { 'a.b': null },
      [{ a: [{ b: 1 }, { c: 1 }] }, { a: 5 }, {}],
      [{ a: [{ b: 1 }] }, { a: [] }, { a: [1] }],
    ],
    ['$gte null is equality to null', { a: { $gte: null } }, [{ a: null }, {}], [{ a: 1 }]],
    ['positions in arrays', { 'a.1': 2 }, [{ a: [1, 2] }, { a: { 1: 2 } }], [{ a: [2, 1] }]],
    [
      'fields of documents in arrays',
      { 'a.b': 2 },
      [{ a: [{ b: 1 }, { b: 2 }] }, { a: { b: [2] } }],
      [{ a: [[{ b: 2 }]] }],
    ],
    [
      'comparison stays within a type',
      { a: { $gt: 1 } },
      [{ a: 2 }, { a: [0, 5] }],
      [{ a: '2' }, { a: null }, { a: new Date() }],
    ],
    ['NaN is only equal to itself', { a: { $gte: Number.NaN } }, [{ a: Number.NaN }], [{ a: 1 }]],
    ['nothing compares with NaN', { a: { $lt: 5 } }, [{ a: 4 }], [{ a: Number.NaN }]],
    ['two conditions may be met by two items', { a: { $gt: 5, $lt: 3 } }, [{ a: [1, 9] }], [{ a: [4] }]],
    [
      '$elemMatch wants one item',
      { a: { $elemMatch: { $gt: 5, $lt: 8 } } },
      [{ a: [1, 6] }],
      [{ a: [4, 9] }, { a: 6 }],
    ],
    [
      '$elemMatch on documents',
      { a: { $elemMatch: { x: 1, y: 2 } } },
      [{ a: [{ x: 1, y: 2 }] }],
      [{ a: [{ x: 1 }, { y: 2 }] }],
    ],
    ['$ne is the negation', { a: { $ne: 1 } }, [{ a: 2 }, {}, { a: [] }], [{ a: 1 }, { a: [1, 2] }]],
    ['$nin includes the missing', { a: { $nin: [1, null] } }, [{ a: 2 }], [{}, { a: 1 }]],
    [
      '$in with patterns',
      { a: { $in: ['x', new BSONRegExp('^y')] } },
      [{ a: 'x' }, { a: 'yes' }, { a: ['n', 'x'] }],
      [{ a: 'ny' }],
    ],
    ['$exists', { a: { $exists: false } }, [{}, { b: 1 }], [{ a: null }, { a: 1 }]],
    ['$not of a comparison', { a: { $not: { $gt: 5 } } }, [{ a: 5 }, {}, { a: 'x' }], [{ a: 6 }]],
    ['$all on an array and a scalar', { a: { $all: [1] } }, [{ a: 1 }, { a: [1, 2] }], [{ a: [2] }]],
    ['$all of several', { a: { $all: ['x', 'y'] } }, [{ a: ['y', 'z', 'x'] }], [{ a: ['x'] }]],
    ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 'ab' }]],
    ['$type', { a: { $type: 'string' } }, [{ a: 'x' }, { a: ['x'] }], [{ a: 1 }]],
    ['$type array means the field', { a: { $type: 'array' } }, [{ a: [] }, { a: [1] }], [{ a: 1 }]],
    [
      '$type tells numbers apart',
      { a: { $type: 'double' } },
      [{ a: new Double(1) }, { a: 1.5 }],
      [{ a: 1 }, { a: Long.ONE }],
    ],
    ['$mod', { a: { $mod: [4, 0] } }, [{ a: 8 }, { a: 8.7 }], [{ a: 6 }, { a: 'x' }]],
    [
      '$or and $nor',
      { $or: [{ a: 1 }, { b: 1 }], $nor: [{ c: 1 }] },
      [{ a: 1 }, { b: 1, c: 2 }],
      [{ a: 1, c: 1 }, {}],
    ],
    [
      '$expr',
      { $expr: { $gt: ['$a', '$b'] } },
      [
        { a: 2, b: 1 },
        { a: 'x', b: 1 },
      ],
      [{ a: 1, b: 2 }, {}],
    ],
    ['$bitsAllSet', { a: { $bitsAllSet: 5 } }, [{ a: 7 }], [{ a: 4 }, { a: 'x' }]],
    ['object ids', { a: id }, [{ a: id }, { a: [id] }], [{ a: id.toHexString() }]],
    [
      'decimals by value',
      { a: Decimal128.fromString('1.50') },
      [{ a: 1.5 }, { a: Decimal128.fromString('1.5') }],
      [{ a: 1.6 }],
    ],
    [
      'integers beyond 2^53',
      { a: Long.fromString('9007199254740993') },
      [{ a: Long.fromString('9007199254740993') }],
      [{ a: 2 ** 53 }],
    ],
  ])('%s', (_name, filter, yes, no) => {
    for (const doc of yes) expect([doc, matches(filter, doc)]).toEqual([doc, true])
    for (const doc of no) expect([doc, matches(filter, doc)]).toEqual([doc, false])
  })

  it.each<[Doc, string]>([
    [{ $where: 'true' }, '$where is not supported by the embedded database; set MONGODB_URI'],
    [{ $text: { $search: 'x' } }, '$text is not supported'],
    [{ a: { $near: [1, 2] } }, '$near is not supported'],
    [{ a: { $foo: 1 } }, 'unknown operator: $foo'],
    [{ $foo: 1 }, 'unknown top level operator: $foo'],
    [{ $or: [] }, '$or must be a nonempty array'],
    [{ a: { $in: 1 } }, '$in needs an array'],
  ])('refuses %j', (filter, message) => {
    expect(() => compileFilter(filter)).toThrow(message)
  })

  it('tells the position of the match', () => {
    const position = (filter: Doc, doc: Doc) => {
      const found: Found = {}
      compileFilter(filter)(doc, found)
      return found.index
    }
    expect(position({ 'a.x': 2 }, { a: [{ x: 1 }, { x: 2 }] })).toBe(1)
    expect(position({ a: { $elemMatch: { $gt: 3 } } }, { a: [1, 9, 5] })).toBe(1)
    expect(position({ b: 1 }, { a: [1], b: 1 })).toBeUndefined()
  })
})
