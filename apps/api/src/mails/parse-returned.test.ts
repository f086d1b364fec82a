import { describe, expect, test } from '@jest/globals'
import { parseReturned } from './parse-returned.ts'

const MEGABYTE = 1_000_000
const filled = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length))

describe('a mail that is built to keep its reader busy', () => {
  test.each([
    ['mails within mails', filled('Content-Type: message/rfc822\r\n\r\n', 2 * MEGABYTE)],
    ['empty parts', `Content-Type: multipart/mixed; boundary=x\r\n\r\n${filled('--x\r\n\r\n', 100_000)}`],
    ['lines without end', `From: a@example.net\r\n\r\n${filled('x\r\n', 2 * MEGABYTE)}`],
    ['headers without end', filled('A: b\r\n', 500_000)],
  ])('is refused before it is parsed: %s', async (_what, text) => {
    const before = performance.now()
    expect(await parseReturned(Buffer.from(text))).toBeNull()
    expect(performance.now() - before).toBeLessThan(500)
  })

  test('is none that returns a large picture, or holds dashes', async () => {
    const picture = filled(`${'QUJD'.repeat(19)}\r\n`, 1.9 * MEGABYTE)
    const text = `From: a@example.net\r\nSubject: Hello\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}`
    expect((await parseReturned(Buffer.from(text)))?.mail.subject).toBe('Hello')
    const dashes = `From: a@example.net\r\nSubject: Dashes\r\n\r\n${filled('-----\r\n-- \r\n', 20_000)}`
    expect((await parseReturned(Buffer.from(dashes)))?.mail.subject).toBe('Dashes')
  })
})
