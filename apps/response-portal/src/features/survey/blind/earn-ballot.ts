import type { ErrorBody } from '@sixfold/contract/errors'
import { blankBallot, signedBallot } from '@sixfold/ui/blind-ballot'
import { keepBallot, readBallot } from './ballot-store.ts'
import type { Ticket } from './ticket-state.ts'

/** `ended`: the link takes no more; the page itself says why when it is opened again. */
export type Earned = 'earned' | 'elsewhere' | 'storage' | 'offline' | 'ended'

/**
 * Makes a ballot and has its blinded form signed. It is kept before it is sent: when the reply is lost, or the page is closed, the same
 * one is sent again and gets the same signature.
 */
export async function earnBallot({ waveId, token }: Ticket, send: typeof fetch): Promise<Earned> {
  const kept = readBallot(waveId)
  if (kept && !('blank' in kept)) return 'earned'
  const key = await call<{ publicKey: string }>(send, `/api/blind/${waveId}/key`)
  if ('refused' in key) return outcomeOf(key.refused)
  const { publicKey } = key.value
  const blank = kept?.blank ?? (await blankBallot(publicKey))
  if (!keepBallot(waveId, { blank })) return 'storage'
  const signed = await call<{ signature: string }>(send, '/api/blind/ballots', {
    token,
    blinded: blank.blinded,
  })
  if ('refused' in signed) return outcomeOf(signed.refused)
  const ballot = await signedBallot(publicKey, blank, signed.value.signature)
  return keepBallot(waveId, { ballot }) ? 'earned' : 'storage'
}

function outcomeOf(code: ErrorBody['code'] | null): Earned {
  if (code === null) return 'offline'
  return code === 'link_used' ? 'elsewhere' : 'ended'
}

/** `refused: null`: to be tried again later. */
async function call<Value>(
  send: typeof fetch,
  url: string,
  body?: unknown,
): Promise<{ value: Value } | { refused: ErrorBody['code'] | null }> {
  try {
    const response = await send(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(body
        ? {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }
        : {}),
    })
    if (response.ok) return { value: (await response.json()) as Value }
    if (response.status === 408 || response.status === 429 || response.status >= 500) return { refused: null }
    return { refused: ((await response.json()) as ErrorBody).code }
  } catch {
    return { refused: null }
  }
}
