import { createCipheriv, hkdfSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { hashToken, loadSecrets, newLink } from './secrets.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'sixfold-secrets-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('what is encrypted reads back, differs each time, and does not show the text', () => {
  const secrets = loadSecrets({ secretKey: 'k'.repeat(32), dataDir })
  const [first, second] = [secrets.encrypt('Giao hàng trễ'), secrets.encrypt('Giao hàng trễ')]
  expect(secrets.decrypt(first)).toBe('Giao hàng trễ')
  expect(first).not.toBe(second)
  expect(Buffer.from(first, 'base64').toString('utf8')).not.toContain('Giao')
})

test('a long text takes less room than it has letters, and reads back', () => {
  const secrets = loadSecrets({ secretKey: 'k'.repeat(32), dataDir })
  const letter = 'Kính gửi anh Tú, giao hàng trễ. '.repeat(100)
  const sealed = secrets.encrypt(letter)
  expect(sealed.length).toBeLessThan(letter.length / 4)
  expect(secrets.decrypt(sealed)).toBe(letter)
})

test('a long text that was sealed without packing still reads', () => {
  const secretKey = 'k'.repeat(32)
  const key = Buffer.from(hkdfSync('sha256', secretKey, 'sixfold', 'field-encryption', 32))
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12))
  const body = Buffer.concat([cipher.update('a'.repeat(2000)), cipher.final()])
  const sealed = Buffer.concat([Buffer.alloc(12), cipher.getAuthTag(), body]).toString('base64')
  expect(loadSecrets({ secretKey, dataDir }).decrypt(sealed)).toBe('a'.repeat(2000))
})

test('a changed byte is noticed', () => {
  const secrets = loadSecrets({ secretKey: 'k'.repeat(32), dataDir })
  const bytes = Buffer.from(secrets.encrypt('text'), 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  expect(() => secrets.decrypt(bytes.toString('base64'))).toThrow()
})

test('without SECRET_KEY the first start makes one that only its owner reads, and later starts keep it', () => {
  const sealed = loadSecrets({ secretKey: null, dataDir }).encrypt('kept')
  expect(loadSecrets({ secretKey: null, dataDir }).decrypt(sealed)).toBe('kept')
  const path = join(dataDir, 'secret-key')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8').length).toBeGreaterThanOrEqual(43)
})

test('a link is 128 random bits and only its hash is for keeping', () => {
  const { token, tokenHash } = newLink()
  expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  expect(tokenHash).toBe(hashToken(token))
  expect(tokenHash).not.toContain(token)
})
