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

/** Takes a mail that came back apart; null when it is none. The parser is loaded with the first of them. */
export async function parseReturned(raw: Uint8Array): Promise<ParsedReturn | null> {
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
