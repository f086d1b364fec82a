import { describe, expect, it } from '@jest/globals'
import { Double, Long, ObjectId } from 'bson'
import { type Doc, isNumber, toNumber, typeName } from '../values/types.ts'
import { compileExpression } from './compile.ts'
import { emptyScope } from './scope.ts'

const evaluate = (expression: unknown, doc: Doc = {}) => compileExpression(expression, emptyScope)(doc)
const plain = (value: unknown): unknown =>
  isNumber(value) ? toNumber(value) : Array.isArray(value) ? value.map(plain) : value
const at = (text: string) => new Date(text)

describe('compileExpression', () => {
  it.each<[unknown, Doc, unknown]>([
    ['$a.b', { a: [{ b: 1 }, { c: 1 }, { b: 2 }] }, [1, 2]],
    ['$a.0', { a: [5] }, []],
    ['$$ROOT.a', { a: 1 }, 1],
    [{ x: '$a', y: { z: '$none' } }, { a: 1 }, { x: 1, y: {} }],
    [['$a', '$none'], { a: 1 }, [1, null]],
    [{ $add: [1, 2, 0.5] }, {}, 3.5],
    [{ $add: [0.1, 0.2, 0.3] }, {}, 0.6],
    [{ $add: [1, null] }, {}, null],
    [{ $add: ['$d', 1000] }, { d: at('2026-01-01T00:00:00Z') }, at('2026-01-01T00:00:01Z')],
    [{ $subtract: ['$d', '$d'] }, { d: at('2026-01-01T00:00:00Z') }, 0],
    [{ $multiply: [3, '$n'] }, { n: 4 }, 12],
    [{ $divide: [1, 4] }, {}, 0.25],
    [{ $mod: [-7, 3] }, {}, -1],
    [{ $round: [2.5] }, {}, 2],
    [{ $round: [2.675, 2] }, {}, 2.68],
    [{ $round: [-1.25, 1] }, {}, -1.2],
    [{ $trunc: [7.89, 1] }, {}, 7.8],
    [{ $ceil: 1.2 }, {}, 2],
    [{ $abs: -3 }, {}, 3],
    [{ $pow: [2, 10] }, {}, 1024],
    [{ $cond: ['$a', 'yes', 'no'] }, { a: 0 }, 'no'],
    [{ $cond: { if: { $gte: ['$a', 1] }, then: 'yes', else: 'no' } }, { a: 1 }, 'yes'],
    [{ $ifNull: ['$none', null, 'x'] }, {}, 'x'],
    [{ $and: [1, true, []] }, {}, true],
    [{ $or: [0, null, '$none'] }, {}, false],
    [{ $gt: ['x', 5] }, {}, true],
    [{ $eq: ['$none', null] }, {}, false],
    [{ $lt: ['$none', null] }, {}, true],
    [{ $cmp: [1, 2] }, {}, -1],
    [{ $let: { vars: { x: '$a' }, in: { $add: ['$$x', 1] } } }, { a: 1 }, 2],
    [{ $map: { input: '$a', in: { $multiply: ['$$this', 2] } } }, { a: [1, 2] }, [2, 4]],
    [{ $filter: { input: '$a', as: 'n', cond: { $gt: ['$$n', 1] } } }, { a: [1, 2, 3] }, [2, 3]],
    [{ $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, { a: [1, 2, 3] }, 6],
    [{ $concatArrays: ['$a', [3]] }, { a: [1] }, [1, 3]],
    [{ $concatArrays: ['$a', '$none'] }, { a: [1] }, null],
    [{ $arrayElemAt: ['$a', -1] }, { a: [1, 2] }, 2],
    [{ $slice: ['$a', 1, 2] }, { a: [1, 2, 3, 4] }, [2, 3]],
    [{ $size: '$a' }, { a: [1, 2] }, 2],
    [{ $in: [2, '$a'] }, { a: [1, 2] }, true],
    [{ $indexOfArray: ['$a', 9] }, { a: [1] }, -1],
    [{ $range: [0, 5, 2] }, {}, [0, 2, 4]],
    [{ $sortArray: { input: '$a', sortBy: -1 } }, { a: [1, 3, 2] }, [3, 2, 1]],
    [{ $sum: '$a' }, { a: [1, 'x', 2] }, 3],
    [{ $avg: ['$a', '$b'] }, { a: 1, b: 2 }, 1.5],
    [{ $max: '$a' }, { a: [1, 5, null] }, 5],
    [{ $mergeObjects: ['$a', { y: 2 }] }, { a: { x: 1 } }, { x: 1, y: 2 }],
    [{ $objectToArray: '$a' }, { a: { x: 1 } }, [{ k: 'x', v: 1 }]],
    [{ $arrayToObject: [[['x', 1]]] }, {}, { x: 1 }],
    [
      {
        $setUnion: [
          [3, 1],
          [1, 2],
        ],
      },
      {},
      [1, 2, 3],
    ],
    [
      {
        $setIntersection: [
          [3, 1],
          [1, 2],
        ],
      },
      {},
      [1],
    ],
    [
      {
        $setDifference: [
          [3, 1],
          [1, 2],
        ],
      },
      {},
      [3],
    ],
    [{ $setIsSubset: [[1], [1, 2]] }, {}, true],
    [{ $concat: ['a', '$b'] }, { b: 'c' }, 'ac'],
    [{ $toLower: 'ÁBC' }, {}, 'Ábc'],
    [{ $substrCP: ['tiếng Việt', 0, 5] }, {}, 'tiếng'],
    [{ $strLenCP: '😀é' }, {}, 2],
    [{ $split: ['a-b-c', '-'] }, {}, ['a', 'b', 'c']],
    [{ $trim: { input: '  x ' } }, {}, 'x'],
    [{ $replaceAll: { input: 'a.a', find: '.', replacement: { $literal: '$&' } } }, {}, 'a$&a'],
    [{ $regexMatch: { input: '$a', regex: '^x', options: 'i' } }, { a: 'Xy' }, true],
    [{ $toString: '$a' }, { a: new ObjectId('0123456789abcdef01234567') }, '0123456789abcdef01234567'],
    [{ $toInt: '12' }, {}, 12],
    [{ $toInt: 3.9 }, {}, 3],
    [{ $convert: { input: 'x', to: 'int', onError: -1 } }, {}, -1],
    [{ $toDate: '2026-03-01' }, {}, at('2026-03-01T00:00:00Z')],
    [{ $type: '$none' }, {}, 'missing'],
    [{ $literal: '$a' }, {}, '$a'],
    [{ $isNumber: Long.ONE }, {}, true],
  ])('%j of %j', (expression, doc, expected) => {
    expect(plain(evaluate(expression, doc))).toEqual(expected)
  })

  it.each<[unknown, string]>([
    [{ $divide: [6, 2] }, 'double'],
    [{ $add: [2147483647, 1] }, 'long'],
    [{ $multiply: [2, new Double(1)] }, 'double'],
    [{ $subtract: [at('2026-01-02'), at('2026-01-01')] }, 'long'],
    [{ $floor: 1.5 }, 'double'],
    [{ $avg: [1, 3] }, 'double'],
    [{ $size: [[1]] }, 'int'],
  ])('%j is of type %s', (expression, type) => {
    expect(typeName(evaluate(expression))).toBe(type)
  })

  it.each<[unknown, string]>([
    [
      { $function: {} },
      'the expression $function is not supported by the embedded database; set MONGODB_URI',
    ],
    [{ $divide: [1, 0] }, "can't $divide by zero"],
    ['$$nobody', 'Use of undefined variable: nobody'],
    [{ $add: ['x', 1] }, 'only supports numeric types'],
    [{ $size: 'x' }, 'requires an array'],
    [{ $toInt: 'x' }, 'Failed to parse number'],
    [{ a: 1, $add: [1] }, 'exactly one field'],
    [{ $regexMatch: { input: 'x', regex: '$a' } }, 'not supported'],
    [{ $range: [0, 10_000_000] }, 'not supported'],
  ])('%j fails', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message)
  })
})

describe('$switch', () => {
  const branch = (test: unknown, result: unknown) =>
    Object.fromEntries([
      ['case', test],
      ['then', result],
    ])

  it('takes the first branch that holds, or the default', () => {
    const expression = {
      $switch: {
        branches: [branch({ $gt: ['$a', 5] }, 'big'), branch({ $gt: ['$a', 1] }, 'some')],
        default: 'few',
      },
    }
    expect([9, 3, 0].map(a => evaluate(expression, { a }))).toEqual(['big', 'some', 'few'])
  })
})

describe('date expressions', () => {
  const d = at('2026-03-29T20:30:15.123Z')

  it.each<[unknown, unknown]>([
    [{ $year: '$d' }, 2026],
    [{ $dayOfWeek: '$d' }, 1],
    [{ $dayOfMonth: { date: '$d', timezone: 'Asia/Ho_Chi_Minh' } }, 30],
    [{ $hour: { date: '$d', timezone: '+07:00' } }, 3],
    [{ $isoWeek: at('2027-01-01') }, 53],
    [{ $isoWeekYear: at('2027-01-01') }, 2026],
    [{ $week: at('2026-01-01') }, 0],
    [{ $dayOfYear: at('2024-12-31') }, 366],
    [{ $dateToString: { date: '$d' } }, '2026-03-29T20:30:15.123Z'],
    [
      { $dateToString: { date: '$d', format: '%Y-%m-%d %H:%M %z', timezone: 'Asia/Ho_Chi_Minh' } },
      '2026-03-30 03:30 +0700',
    ],
    [{ $dateToString: { date: '$none', onNull: 'never' } }, 'never'],
    [{ $dateTrunc: { date: '$d', unit: 'day', timezone: 'Asia/Ho_Chi_Minh' } }, at('2026-03-29T17:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'quarter' } }, at('2026-01-01T00:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'week', startOfWeek: 'monday' } }, at('2026-03-23T00:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'month', binSize: 2 } }, at('2026-03-01T00:00:00Z')],
    [{ $dateTrunc: { date: '$d', unit: 'hour' } }, at('2026-03-29T20:00:00Z')],
    [{ $dateDiff: { startDate: at('2026-01-31'), endDate: at('2026-02-01'), unit: 'month' } }, 1],
    [{ $dateDiff: { startDate: at('2026-01-03'), endDate: at('2026-01-04'), unit: 'week' } }, 1],
    [
      {
        $dateDiff: {
          startDate: at('2026-03-28T23:00:00Z'),
          endDate: '$d',
          unit: 'day',
          timezone: 'Europe/Berlin',
        },
      },
      0,
    ],
    [{ $dateAdd: { startDate: at('2026-01-31'), unit: 'month', amount: 1 } }, at('2026-02-28')],
    [{ $dateAdd: { startDate: at('2024-02-29'), unit: 'year', amount: 1 } }, at('2025-02-28')],
    // Across the change to summer time the wall time stays, so the day has 23 hours.
    [
      {
        $dateAdd: {
          startDate: at('2026-03-28T12:00:00Z'),
          unit: 'day',
          amount: 1,
          timezone: 'Europe/Berlin',
        },
      },
      at('2026-03-29T11:00:00Z'),
    ],
    [{ $dateSubtract: { startDate: '$d', unit: 'hour', amount: 2 } }, at('2026-03-29T18:30:15.123Z')],
    [{ $dateFromParts: { year: 2026, month: 14, timezone: 'Asia/Ho_Chi_Minh' } }, at('2027-01-31T17:00:00Z')],
    [
      { $dateToParts: { date: '$d' } },
      { year: 2026, month: 3, day: 29, hour: 20, minute: 30, second: 15, millisecond: 123 },
    ],
    [{ $year: '$none' }, null],
  ])('%j', (expression, expected) => {
    expect(plain(evaluate(expression, { d }))).toEqual(expected)
  })

  it('knows no invented zone', () => {
    expect(() => evaluate({ $hour: { date: d, timezone: 'Mars/Base' } })).toThrow('unrecognized time zone')
  })
})
