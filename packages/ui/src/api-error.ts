import { type ErrorBody, type ErrorCode, type FieldFault, isErrorCode } from '@sixfold/contract/errors'

/** What every failed request ends as in the browser, whichever way it failed. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ErrorCode
  readonly fields: readonly FieldFault[]
  readonly requestId: string | null
  readonly data: unknown
  /** The server was not reached at all: no network, or nothing answers there. */
  readonly unreached: boolean

  constructor(body: Omit<ErrorBody, 'requestId'> & { requestId: string | null; unreached?: boolean }) {
    super(body.message)
    this.code = body.code
    this.fields = body.fields ?? []
    this.requestId = body.requestId
    this.data = body.data
    this.unreached = body.unreached ?? false
  }
}

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'not_found',
  404: 'not_found',
  409: 'wrong_state',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  422: 'invalid_input',
  429: 'too_many_requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

function isFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value
}

/**
 * Reads a refusal from a response's body; a body that is not ours (a proxy's page) is read by its status.
 *
 * @example
 * readError({ code: 'link_used', message: 'Used', requestId: 'r1' }, 410).code // 'link_used'
 * readError('<html>Bad gateway</html>', 502).code // 'unavailable'
 */
export function readError(body: unknown, status: number, requestId: string | null = null): ApiError {
  if (typeof body === 'object' && body !== null && 'code' in body && isErrorCode(body.code)) {
    return new ApiError({
      code: body.code,
      message: 'message' in body ? String(body.message) : body.code,
      fields: 'fields' in body && Array.isArray(body.fields) ? body.fields.filter(isFault) : [],
      data: 'data' in body ? body.data : undefined,
      requestId: 'requestId' in body && typeof body.requestId === 'string' ? body.requestId : requestId,
    })
  }
  return new ApiError({ code: codeOfStatus[status] ?? 'internal', message: `HTTP ${status}`, requestId })
}

/** Anything that was thrown on the way of a request, as one `ApiError`. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  // `fetch` throws a TypeError when it reached nobody; it says no more than that.
  const unreached = thrown instanceof TypeError
  return new ApiError({
    code: unreached ? 'unavailable' : 'internal',
    message: thrown instanceof Error ? thrown.message : String(thrown),
    requestId: null,
    unreached,
  })
}

/** Whether the fault is the server's: then the request's number helps whoever looks for it; else it is noise. */
export function isServerFault({ code, unreached }: Pick<ApiError, 'code' | 'unreached'>): boolean {
  return !unreached && (code === 'internal' || code === 'unavailable' || code === 'idempotency_mismatch')
}

/** Whether the same request may go better next time. */
export function isWorthRetrying({ code }: Pick<ApiError, 'code'>): boolean {
  return (
    code === 'internal' || code === 'unavailable' || code === 'too_many_requests' || code === 'wrong_state'
  )
}
