import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { rfc9474 } from '@sixfold/testkit/rfc-9474'
import { blankBallot, signedBallot } from '@sixfold/ui/blind-ballot'
import type { SigningKeys } from './blind-signatures.ts'
import { isSigned, KEY_BITS, newSigningKeys, signBlinded } from './blind-signatures.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')
const number = (text: string) => BigInt(`0x${bytes(text).toString('hex')}`)
const textOf = (value: bigint) => {
  const hex = value.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url')
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let [b, e] = [base % modulus, exponent]; e > 0n; b = (b * b) % modulus, e >>= 1n)
    if (e & 1n) result = (result * b) % modulus
  return result
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, next, s, nextS] = [modulus, value % modulus, 0n, 1n]
  while (next !== 0n) [r, next, s, nextS] = [next, r % next, nextS, s - (r / next) * nextS]
  return ((s % modulus) + modulus) % modulus
}

const E = 65_537n

function keysOfVector(): SigningKeys {
  const [p, q] = [number(rfc9474.p), number(rfc9474.q)]
  const d = inverse(E, (p - 1n) * (q - 1n))
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: textOf(p * q),
      e: textOf(E),
      d: textOf(d),
      p: rfc9474.p,
      q: rfc9474.q,
      dp: textOf(d % (p - 1n)),
      dq: textOf(d % (q - 1n)),
      qi: textOf(inverse(q, p)),
    },
  })
  return {
    privateKey: key.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64url'),
  }
}

describe('the test vector of RFC 9474', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  test('comes out of both sides: blinded, signed, finished, verified', async () => {
    const keys = keysOfVector()
    const n = number(rfc9474.p) * number(rfc9474.q)
    const chance = [
      rfc9474.message,
      rfc9474.prefix,
      rfc9474.salt,
      textOf(inverse(number(rfc9474.inverse), n)),
    ]
    const next = jest.spyOn(crypto, 'getRandomValues')
    for (const value of chance) next.mockReturnValueOnce(new Uint8Array(bytes(value)))
    const blank = await blankBallot(keys.publicKey)
    expect(blank).toEqual({
      message: Buffer.concat([bytes(rfc9474.prefix), bytes(rfc9474.message)]).toString('base64url'),
      inverse: rfc9474.inverse,
      blinded: rfc9474.blinded,
    })
    expect(signBlinded(keys.privateKey, blank.blinded)).toBe(rfc9474.blindSignature)
    const ballot = await signedBallot(keys.publicKey, blank, rfc9474.blindSignature)
    expect(ballot.signature).toBe(rfc9474.signature)
    expect(isSigned(keys.publicKey, ballot)).toBe(true)
  })
})

describe('a key of ours', () => {
  let keys: SigningKeys
  beforeAll(async () => {
    keys = await newSigningKeys()
  })

  test('signs the same blinded ballot the same way each time, and nothing that does not fit it', async () => {
    const { blinded } = await blankBallot(keys.publicKey)
    expect(signBlinded(keys.privateKey, blinded)).toBe(signBlinded(keys.privateKey, blinded))
    const above = Buffer.alloc(KEY_BITS / 8, 0xff).toString('base64url')
    expect(signBlinded(keys.privateKey, above)).toBeNull()
    expect(signBlinded(keys.privateKey, randomBytes(64).toString('base64url'))).toBeNull()
    expect(signBlinded(keys.privateKey, '')).toBeNull()
  })

  test('knows its own ballots from others, changed ones and those of another key', async () => {
    const ballot = await earn(keys)
    const other = await earn(await newSigningKeys())
    expect(isSigned(keys.publicKey, ballot)).toBe(true)
    expect(isSigned(keys.publicKey, other)).toBe(false)
    expect(isSigned(keys.publicKey, { ...ballot, message: other.message })).toBe(false)
    expect(isSigned(keys.publicKey, { ...ballot, signature: '' })).toBe(false)
  })

  test('a wrong signature makes no ballot', async () => {
    const blank = await blankBallot(keys.publicKey)
    const wrong = signBlinded(keys.privateKey, (await blankBallot(keys.publicKey)).blinded) ?? ''
    await expect(signedBallot(keys.publicKey, blank, wrong)).rejects.toThrow('invalid signature')
  })

  test('links nothing: each ballot could have come from each blinded message', async () => {
    const earned = await Promise.all(Array.from({ length: 5 }, () => earnWithTrace(keys)))
    const jwk = createPublicKey({ key: bytes(keys.publicKey), type: 'spki', format: 'der' }).export({
      format: 'jwk',
    })
    const n = number(jwk.n ?? '')
    for (const { blinded, blindSignature } of earned)
      for (const { ballot } of earned) {
        // The blinding factor under which this ballot would have looked like this blinded message exists for every pair.
        const factor = (number(blindSignature) * inverse(number(ballot.signature), n)) % n
        const encoded = power(number(ballot.signature), E, n)
        expect((encoded * power(factor, E, n)) % n).toBe(number(blinded))
      }
  })
})

async function earn(keys: SigningKeys) {
  return (await earnWithTrace(keys)).ballot
}

async function earnWithTrace(keys: SigningKeys) {
  const blank = await blankBallot(keys.publicKey)
  const blindSignature = signBlinded(keys.privateKey, blank.blinded) ?? ''
  return {
    blinded: blank.blinded,
    blindSignature,
    ballot: await signedBallot(keys.publicKey, blank, blindSignature),
  }
}
