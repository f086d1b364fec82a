import { createHmac, randomBytes } from 'node:crypto'

const MARK = 'whsec_'

/** A new signing secret as Standard Webhooks writes it: 192 random bits. */
export function newSigningSecret(): string {
  return `${MARK}${randomBytes(24).toString('base64')}`
}

/**
 * The headers of Standard Webhooks for a message: HMAC-SHA-256 over id, time and body. Each secret writes one signature, so
 * that an old one goes on for a while. Source: standardwebhooks.com, specification 1.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(secret => {
    const key = Buffer.from(secret.slice(MARK.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}
