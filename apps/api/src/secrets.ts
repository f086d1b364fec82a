import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Config } from './config.ts'
import { seal, unseal } from './sealing.ts'

/** Keys derived from the one secret; each serves one purpose. */
export interface Secrets {
  /** Signs staff sessions. */
  auth: string
  /** Encrypts fields at rest (AES-256-GCM). */
  encrypt(text: string): string
  decrypt(sealed: string): string
  /** What only we can write beside the id of a mail (HMAC-SHA-256): whoever names both has had the mail. */
  markOfMail(id: string): string
  /** What only we can write about an own-data link that its reader opened by a posted form (HMAC-SHA-256). */
  markOfOpened(text: string): string
  /** What is left of a name that was erased (HMAC-SHA-256): who has the name can find it again, nobody can read it. */
  markOfErased(name: string): string
  /** The id of what somebody said (HMAC-SHA-256): it comes again from the response, and leads nobody back to it. */
  markOfComment(text: string): string
}

/** `SECRET_KEY`, or the key that the first start left in the data directory. */
export function loadSecrets(config: Pick<Config, 'secretKey' | 'dataDir'>): Secrets {
  const root = config.secretKey ?? ownKey(config.dataDir)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, 'sixfold', purpose, 32))
  const fieldKey = derive('field-encryption')
  const mailKey = derive('mail-ids')
  const erasureKey = derive('erased-names')
  const openedKey = derive('opened-links')
  const commentKey = derive('comment-ids')
  return {
    auth: derive('staff-sessions').toString('base64url'),
    encrypt(text) {
      const plain = Buffer.from(text, 'utf8')
      const packed = plain.length >= WORTH_PACKING ? pack(plain) : null
      const sealed = seal(fieldKey, packed ?? plain)
      return packed ? PACKED + sealed : sealed
    },
    decrypt(sealed) {
      const isPacked = sealed.startsWith(PACKED)
      const plain = unseal(fieldKey, isPacked ? sealed.slice(PACKED.length) : sealed)
      return (isPacked ? brotliDecompressSync(plain) : plain).toString('utf8')
    },
    markOfMail: id => createHmac('sha256', mailKey).update(id).digest('hex').slice(0, MAIL_MARK_LENGTH),
    markOfOpened: text => createHmac('sha256', openedKey).update(text).digest('base64url'),
    markOfErased: name => createHmac('sha256', erasureKey).update(name).digest('base64url'),
    markOfComment: text => createHmac('sha256', commentKey).update(text).digest('base64url'),
  }
}

/** 128 bits, in hexadecimal digits: some mail servers change the case of letters. */
const MAIL_MARK_LENGTH = 32

/** Mails are kept by the hundred thousand and are much alike: a third of their size is left. */
const WORTH_PACKING = 512
/** Before what was packed; no sign of base64. */
const PACKED = '~'

function pack(plain: Buffer): Buffer {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
  const params = {
    [BROTLI_PARAM_QUALITY]: 5,
    [BROTLI_PARAM_LGWIN]: 16,
    [BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return brotliCompressSync(plain, { params })
}

/** At least 32 random bytes in base64url. */
const KEY_LENGTH = 43

/** The file appears whole or not at all: a start that was cut off leaves no short key behind. */
function ownKey(dataDir: string): string {
  const path = join(dataDir, 'secret-key')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const draft = `${path}.${randomBytes(6).toString('hex')}`
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
    try {
      linkSync(draft, path)
      unlinkSync(draft)
    } catch {
      // Another process that starts at the same time was first, so its key counts; or the disk knows no links.
      if (existsSync(path)) unlinkSync(draft)
      else renameSync(draft, path)
    }
  }
  const key = readFileSync(path, 'utf8').trim()
  if (key.length < KEY_LENGTH)
    throw new SecretKeyError(
      `${path} is damaged. Put it back from a backup: without it stored mails cannot be read.`,
    )
  return key
}

/** The secret key cannot be used. */
export class SecretKeyError extends Error {
  override name = 'SecretKeyError'
}

/**
 * A new secret link: 128 random bits. The token goes to the person, only its hash is stored. A mark before them tells what
 * kind of link it is, so that nothing is looked up where it cannot be.
 */
export function newLink(mark = ''): { token: string; tokenHash: string } {
  const token = `${mark}${randomBytes(16).toString('base64url')}`
  return { token, tokenHash: hashToken(token) }
}

/** Links are random, so a plain hash is enough: there is nothing to guess from. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
