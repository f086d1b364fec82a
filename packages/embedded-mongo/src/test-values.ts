import { Binary, BSONRegExp, Decimal128, Double, Long, ObjectId, Timestamp } from 'bson'
import fc from 'fast-check'

/** Test values of every stored type, small ones often, so that equal and near-equal pairs are common. */
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(
    0.5,
    -0.5,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e300,
    -0,
    5e-324,
    2 ** 53,
  ),
  fc.integer({ min: -3, max: 3 }).map(value => new Double(value)),
  fc.integer({ min: -3, max: 3 }).map(value => Long.fromNumber(value)),
  fc.constantFrom(
    Long.fromString('9007199254740993'),
    Long.fromString('9007199254740992'),
    Long.MAX_VALUE,
    Long.MIN_VALUE,
  ),
  fc.constantFrom('0.1', '0.5', '2', '9007199254740993', '-1E+3').map(text => Decimal128.fromString(text)),
)

const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'a\0', 'a\0b', 'á', '\uffff', '😀', '\ue000'),
  fc.string({ maxLength: 4 }),
)

const scalar = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 3, arbitrary: text },
  fc.constantFrom(null, true, false),
  fc.integer({ min: -2, max: 2 }).map(ms => new Date(ms)),
  fc.integer({ min: 0, max: 2 }).map(n => new ObjectId(String(n).padStart(24, '0'))),
  fc.uint8Array({ maxLength: 2 }).map(bytes => new Binary(Buffer.from(bytes))),
  fc.constantFrom(new Timestamp({ t: 1, i: 1 }), new Timestamp({ t: 0xffffffff, i: 2 })),
)

export const storedValue = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 6, arbitrary: scalar },
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 2, noNullPrototype: true }),
  ),
})).value

export const anyValue = fc.oneof(
  { weight: 20, arbitrary: storedValue },
  fc.constant(new BSONRegExp('a', 'i')),
  fc.constant(undefined),
)
