import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'

/**
 * The signer's side of blind signatures, RSABSSA-SHA384-PSS-Randomized (RFC 9474). The raw operations are OpenSSL's, which
 * hides the private key from whoever measures time. That a signature links to nothing does not rest on the length of the key;
 * only forging ballots does, and only while the wave runs.
 */
export const KEY_BITS = 2048
const SALT_BYTES = 48

/** Keys as they are stored: DER in base64url, the public one as the browser reads it. */
export interface SigningKeys {
  publicKey: string
  privateKey: string
}

const generate = promisify(generateKeyPair)

export async function newSigningKeys(): Promise<SigningKeys> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: KEY_BITS })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

/** The signature on a blinded message, the same each time; null where the message does not fit the key. */
export function signBlinded(privateKey: string, blinded: string): string | null {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), type: 'pkcs8', format: 'der' })
  const message = Buffer.from(blinded, 'base64url')
  const modulus = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).n ?? '', 'base64url')
  if (message.length !== modulus.length || message.compare(modulus) >= 0) return null
  const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, message)
  // A signature that a fault of the machine has spoiled would give the key away (RFC 9474, section 4.3).
  const back = publicEncrypt({ key: createPublicKey(key), padding: constants.RSA_NO_PADDING }, signature)
  if (!back.equals(message)) throw new Error('the signature of a ballot does not fit its key')
  return signature.toString('base64url')
}

/** Whether a ballot carries a signature of this key. */
export function isSigned(publicKey: string, ballot: { message: string; signature: string }): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), type: 'spki', format: 'der' })
  return verify(
    'sha384',
    Buffer.from(ballot.message, 'base64url'),
    { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES },
    Buffer.from(ballot.signature, 'base64url'),
  )
}
