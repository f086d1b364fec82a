import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyValue, storedValue } from '../test-values.ts'
import { compare } from './compare.ts'
import { identityOf } from './identity.ts'
import { encodeKey, KeyWriter, prefixSuccessor } from './key-encoding.ts'

const runs = { numRuns: 4000 }

function exactKey(value: unknown) {
  const writer = new KeyWriter()
  writer.value(value)
  return { key: writer.finish(), exact: writer.exact }
}

describe('encodeKey', () => {
  it('orders bytes as compare orders values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [x, y] = [exactKey(a), exactKey(b)]
        const bytes = Math.sign(Buffer.compare(x.key, y.key))
        const values = Math.sign(compare(a, b))
        // Rounded numbers may share a key, but never change sides.
        if (x.exact && y.exact) expect(bytes).toBe(values)
        else expect([0, values]).toContain(bytes)
      }),
      runs,
    )
  })

  it('reverses the order for descending fields', () => {
    fc.assert(
      fc.property(storedValue, storedValue, (a, b) => {
        const [up, down] = [
          Buffer.compare(encodeKey(a), encodeKey(b)),
          Buffer.compare(encodeKey(a, true), encodeKey(b, true)),
        ]
        expect(Math.sign(down)).toBe(-Math.sign(up) + 0)
      }),
      runs,
    )
  })

  it('never begins with another key, so fields may follow each other', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [x, y] = [encodeKey(a), encodeKey(b)]
        if (!x.equals(y)) expect(y.subarray(0, x.length).equals(x)).toBe(false)
      }),
      runs,
    )
  })
})

describe('compare', () => {
  it('is a total order', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      }),
      runs,
    )
  })
})

describe('identityOf', () => {
  it('is shared exactly by equal values', () => {
    fc.assert(
      fc.property(storedValue, storedValue, (a, b) => {
        expect(identityOf(a) === identityOf(b)).toBe(compare(a, b) === 0)
      }),
      runs,
    )
  })
})

describe('prefixSuccessor', () => {
  it('lies behind every key with the prefix, whatever follows', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 3 }),
        fc.uint8Array({ maxLength: 3 }),
        (prefix, rest) => {
          fc.pre(prefix.some(byte => byte !== 255))
          expect(
            Buffer.compare(Buffer.from([...prefix, ...rest]), prefixSuccessor(Buffer.from(prefix))),
          ).toBe(-1)
        },
      ),
    )
  })
})
