import type { ReturnedMail } from '@sixfold/domain/mail-returns/returned-mail'

/** Larger than any report: who returns the whole mail returns 50 kB. */
export const LARGEST_RETURN = 2_000_000

export interface ParsedReturn {
  mail: ReturnedMail
  /** The address that it names as its sender's, in lower case. */
  from: string
  /** Its own id; empty where it has none. */
  messageId: string
  /** What it says of its time. */
  date: Date | null
}

/** What a mail server writes stays far below; the parser takes its time for each of them. */
const MOST_LINES = 40_000
const MOST_PARTS = 50
const MOST_BOUNDARIES = 500
const LARGEST_HEADERS = 256_000

/** Takes a mail that came back apart; null when it is none. The parser is loaded with the first of them. */
export async function parseReturned(raw: Uint8Array): Promise<ParsedReturn | null> {
  if (isMonstrous(raw)) return null
  const { default: PostalMime } = await import('postal-mime')
  try {
    const email = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: 20,
      maxHeadersSize: 200_000,
    })
    if (email.headers.length === 0) return null
    const headers: Record<string, string> = {}
    for (const { key, value } of email.headers) if (!Object.hasOwn(headers, key)) headers[key] = value
    const time = Date.parse(email.date ?? '')
    return {
      mail: {
        headers,
        subject: email.subject ?? '',
        text: email.text ?? '',
        parts: email.attachments.map(({ mimeType, content }) => ({ type: mimeType, text: textOf(content) })),
      },
      from: (email.from?.address ?? '').toLowerCase(),
      messageId: email.messageId ?? '',
      date: Number.isNaN(time) ? null : new Date(time),
    }
  } catch {
    // Nested or folded beyond measure: nothing that a mail server writes.
    return null
  }
}

/** Whether a mail is built to keep its reader busy: told from its bytes, before anything of it is parsed. */
export function isMonstrous(raw: Uint8Array): boolean {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1')
  const most = (pattern: RegExp, limit: number) => {
    let found = 0
    for (const _ of text.matchAll(pattern)) {
      found += 1
      if (found > limit) return true
    }
    return false
  }
  return (
    headersLongerThan(text, LARGEST_HEADERS) ||
    most(/\n/g, MOST_LINES) ||
    most(/^content-type[ \t]*:/gim, MOST_PARTS) ||
    most(/^--[^\s-]/gm, MOST_BOUNDARIES)
  )
}

function headersLongerThan(text: string, limit: number): boolean {
  return text.length > limit && !/\r?\n\r?\n/.test(text.slice(0, limit))
}

/** The calendar text of a mail; null: it has none. Some programs send it as a file of any kind. */
export function calendarOf({ parts }: ReturnedMail): string | null {
  const part = parts.find(({ type }) => type === 'text/calendar' || type === 'application/ics')
  return part?.text ?? parts.find(({ text }) => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text))?.text ?? null
}

/** Whether the mail server that received a mail says that the sender's domain did not send it (RFC 8601, 7489). */
export function failsProof({ headers }: ReturnedMail): boolean {
  return /\bdmarc\s*=\s*fail\b/i.test(headers['authentication-results'] ?? '')
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')
}
