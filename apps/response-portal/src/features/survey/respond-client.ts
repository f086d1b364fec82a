import type { ErrorBody } from '@sixfold/contract/errors'
import type { StoredAnswer } from '@sixfold/contract/responses'

/** How a call ended: done, to be tried again, or refused for good. */
export type CallResult<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'later' }
  | { kind: 'refused'; code: ErrorBody['code']; fields: readonly { path: string; message: string }[] }

export interface RespondClient {
  save(answers: readonly StoredAnswer[], language: string): Promise<CallResult<{ answers: StoredAnswer[] }>>
  submit(answers: readonly StoredAnswer[], language: string): Promise<CallResult<{ submittedAt: string }>>
}

/** Speaks to the API for one link. `address` is the survey's own, `/r/<token>`. */
export function createRespondClient(address: string, send: typeof fetch): RespondClient {
  const base = `/api/respond/${address.split('/').at(-1) ?? ''}`
  return {
    save: (answers, language) => call(send, 'PUT', `${base}/answers`, { answers, language }),
    submit: (answers, language) => call(send, 'POST', `${base}/submit`, { answers, language }),
  }
}

async function call<Value>(
  send: typeof fetch,
  method: string,
  url: string,
  body: { answers: readonly StoredAnswer[]; language: string },
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
