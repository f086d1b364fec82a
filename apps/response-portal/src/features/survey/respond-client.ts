import type { ErrorBody } from '@sixfold/contract/errors'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { PageTimes } from '@sixfold/domain/quality/page-times'

/** How a call ended: done, to be tried again, or refused for good. */
export type CallResult<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'later' }
  | { kind: 'refused'; code: ErrorBody['code']; fields: readonly { path: string; message: string }[] }

/** What travels with the answers. */
export interface Sent {
  answers: readonly StoredAnswer[]
  language: string
  pages?: PageTimes
  browser?: string | undefined
}

export interface RespondClient {
  save(sent: Sent): Promise<CallResult<{ answers: StoredAnswer[] }>>
  submit(sent: Sent): Promise<CallResult<{ submittedAt: string }>>
}

/** Speaks to the API for one link. `address` is the survey's own, `/r/<token>`. */
export function createRespondClient(address: string, send: typeof fetch): RespondClient {
  const base = `/api/respond/${address.split('/').at(-1) ?? ''}`
  return {
    save: sent => call(send, 'PUT', `${base}/answers`, sent),
    submit: sent => call(send, 'POST', `${base}/submit`, sent),
  }
}

async function call<Value>(
  send: typeof fetch,
  method: string,
  url: string,
  body: Sent,
): Promise<CallResult<Value>> {
  try {
    const response = await send(url, {
      method,
      headers: { 'content-type': 'application/json', 'x-language': body.language },
      body: JSON.stringify(body),
      // A save that is under way when the page closes still arrives.
      keepalive: true,
    })
    if (response.ok) return { kind: 'done', value: (await response.json()) as Value }
    if (response.status === 408 || response.status === 429 || response.status >= 500) return { kind: 'later' }
    const { code, fields } = (await response.json()) as ErrorBody
    return { kind: 'refused', code, fields: fields ?? [] }
  } catch {
    return { kind: 'later' }
  }
}
