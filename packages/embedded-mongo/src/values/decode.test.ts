import { describe, expect, it } from '@jest/globals'
import { Code, Double, deserialize, Long, serialize } from 'bson'
import fc from 'fast-check'
import { storedValue } from '../test-values.ts'
import { decode, encode } from './decode.ts'
import { typeName } from './types.ts'

describe('decode', () => {
  it('gives back every document byte for byte', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'é', ''), storedValue), doc => {
        const bytes = encode(doc)
        expect(encode(decode(bytes)).equals(bytes)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps int32, int64 and double apart', () => {
    const { a, b, c, d } = decode(encode({ a: 1, b: new Double(1), c: Long.fromNumber(1), d: 2 ** 40 }))
    expect([a, b, c, d].map(typeName)).toEqual(['int', 'double', 'long', 'double'])
  })

  it('takes only the fields asked for', () => {
    expect(decode(encode({ a: 1, b: [1], c: { d: 1 }, e: 'x' }), new Set(['c']))).toEqual({ c: { d: 1 } })
  })

  it('treats __proto__ as data', () => {
    const bytes = encode(Object.defineProperty({}, '__proto__', { value: { evil: true }, enumerable: true }))
    const doc = decode(bytes)
    expect((doc as { evil?: boolean }).evil).toBeUndefined()
    expect(Object.keys(doc)).toEqual(['__proto__'])
    expect(encode(doc).equals(bytes)).toBe(true)
  })

  it('refuses types it cannot store, by name', () => {
    expect(() => decode(encode({ f: new Code('1') }))).toThrow(
      /javascript is not supported by the embedded database; set MONGODB_URI/,
    )
  })

  it('reports any damage as an error, and never crashes or hangs', () => {
    const sample = encode({ a: 'text', b: [1, 2, { c: null }], d: new Date(0), e: 1.5 })
    fc.assert(
      fc.property(fc.nat(sample.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(sample)
        damaged[at] = byte
        try {
          decode(damaged)
        } catch (error) {
          expect((error as Error).name).toMatch(/MongoError|BSONError/)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('refuses nesting without end', () => {
    let doc: Record<string, unknown> = {}
    for (let i = 0; i < 300; i++) doc = { doc }
    expect(() => decode(Buffer.from(serialize(doc)))).toThrow(/nested deeper/)
  })

  it('reads what the bson package writes as the bson package reads it', () => {
    const doc = { text: 'Việt Nam', list: ['a', { b: false }], none: null }
    expect(decode(Buffer.from(serialize(doc)))).toEqual(deserialize(serialize(doc)))
  })
})
