import { lookup } from 'node:dns/promises'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isPublicAddress } from './public-address.ts'

/** Why nothing was sent, or no answer came. */
export type NoAnswer = 'not_https' | 'unknown_host' | 'private_address' | 'timeout' | 'unreachable'

export interface Answer {
  /** Null: there was none. */
  status: number | null
  /** {@link NoAnswer}, or the first words of the answer. */
  note: string
  /** Seconds of `Retry-After`; 0: it was not said. */
  retryAfter: number
}

export interface Outgoing {
  url: string
  headers: Record<string, string>
  body: string
  /** Hosts that the operator lets us reach although their addresses are private. */
  privateHosts: ReadonlySet<string>
  patienceMs?: number
}

/** Whatever takes longer, from the look for the address to the last byte, has not answered. */
const PATIENCE_MS = 10_000
const READ_BYTES = 2_000
const KEPT_LETTERS = 300

/**
 * Posts to an address that somebody typed in. The name is looked up once, every address it has must be public, and the
 * connection goes to the one that was looked at, so that a name cannot change its mind in between (R10). Follows no
 * redirect. Never throws for what the other side does.
 */
export async function post({ url, headers, body, privateHosts, patienceMs }: Outgoing): Promise<Answer> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const isTrusted = privateHosts.has(host.toLowerCase())
  if (target.protocol !== 'https:' && !isTrusted) return none('not_https')
  const patience = AbortSignal.timeout(patienceMs ?? PATIENCE_MS)
  try {
    const addresses = await within(patience, lookup(host, { all: true }))
    if (addresses.length === 0) return none('unknown_host')
    if (!isTrusted && !addresses.every(({ address }) => isPublicAddress(address)))
      return none('private_address')
    const { address, family } = addresses[0] ?? { address: host, family: 4 }
    return await send(target, body, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      signal: patience,
      lookup: (_host, options, found) =>
        options.all ? found(null, [{ address, family }]) : found(null, address, family),
    })
  } catch (error) {
    if (patience.aborted) return none('timeout')
    return none(isUnknownHost(error) ? 'unknown_host' : 'unreachable')
  }
}

function send(target: URL, body: string, options: RequestOptions): Promise<Answer> {
  const request = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(target, options, answer => {
      readStart(answer).then(
        text =>
          resolve({
            status: answer.statusCode ?? null,
            note: text,
            retryAfter: secondsOf(answer.headers['retry-after']),
          }),
        reject,
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The first words; what comes after them is not waited for. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size >= READ_BYTES) break
  }
  answer.destroy()
  const text = Buffer.concat(parts).subarray(0, READ_BYTES).toString('utf8')
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, KEPT_LETTERS)
}

function secondsOf(header: string | undefined): number {
  return header && /^\d{1,6}$/.test(header) ? Number(header) : 0
}

function none(note: NoAnswer): Answer {
  return { status: null, note, retryAfter: 0 }
}

function isUnknownHost(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN'
}

async function within<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  signal.throwIfAborted()
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])
}
