/**
 * Every code that a request or a socket message may be refused with, and its HTTP status.
 * An unknown id and a forbidden one are both `not_found`.
 */
export const errorStatus = {
  invalid_input: 422,
  unauthenticated: 401,
  wrong_credentials: 401,
  key_not_allowed: 403,
  not_found: 404,
  revision_conflict: 409,
  already_exists: 409,
  already_finished: 409,
  quota_full: 409,
  wrong_state: 409,
  idempotency_mismatch: 409,
  not_publishable: 422,
  link_expired: 410,
  link_used: 410,
  link_unknown: 404,
  event_started: 409,
  event_closed: 409,
  needs_approval: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

export const errorCodes = Object.keys(errorStatus) as ErrorCode[]

/** One fault of the input: `path` as in the body ("contacts.3.email"), `message` in the caller's language. */
export interface FieldFault {
  path: string
  message: string
}

/** The one shape of a refusal, over HTTP and sockets. `data` is there only where the contract declares it. */
export interface ErrorBody {
  code: ErrorCode
  message: string
  fields?: FieldFault[]
  data?: unknown
  requestId: string
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorStatus, value)
}
