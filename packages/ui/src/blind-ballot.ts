import { RSABSSA } from '@cloudflare/blindrsa-ts'

/**
 * A ballot of a blind survey, made on the device of whoever answers (RFC 9474). What leaves the device with the invitation is
 * the blinded form alone; the signature on it becomes one on the ballot itself, which the signer has never seen.
 */
const suite = RSABSSA.SHA384.PSS.Randomized()
const KEY = { name: 'RSA-PSS', hash: 'SHA-384' }

/** A ballot before it is signed: to be kept before it is sent, so that a lost reply can be asked for again. */
export interface BlankBallot {
  /** What the signature will stand on: chance, known to this device alone until the ballot is cast. */
  message: string
  /** Takes the blinding off the signature again; never leaves the device. */
  inverse: string
  blinded: string
}

/** A ballot that is valid once. All parts are base64url. */
export interface Ballot {
  message: string
  signature: string
}

const SERIAL_BYTES = 32

/** A new ballot for the public key of a wave (SubjectPublicKeyInfo, base64url). */
export async function blankBallot(publicKey: string): Promise<BlankBallot> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(SERIAL_BYTES)))
  const { blindedMsg, inv } = await suite.blind(await importKey(publicKey), message)
  return { message: toText(message), inverse: toText(inv), blinded: toText(blindedMsg) }
}

/** The ballot from the signature on its blinded form; throws where that signature is not the key's. */
export async function signedBallot(
  publicKey: string,
  { message, inverse }: Pick<BlankBallot, 'message' | 'inverse'>,
  blindSignature: string,
): Promise<Ballot> {
  const key = await importKey(publicKey)
  const signature = await suite.finalize(key, toBytes(message), toBytes(blindSignature), toBytes(inverse))
  return { message, signature: toText(signature) }
}

/** Whether this browser can make ballots: only pages that came over a secure connection may. */
export function canMakeBallots(): boolean {
  return typeof crypto === 'object' && typeof crypto.subtle === 'object'
}

function importKey(publicKey: string) {
  return crypto.subtle.importKey('spki', toBytes(publicKey), KEY, true, ['verify'])
}

function toText(bytes: Uint8Array): string {
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, sign => sign.charCodeAt(0))
}
