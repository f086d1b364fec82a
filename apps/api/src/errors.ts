import type { ErrorCode, FieldFault } from '@sixfold/contract/errors'
import { errorStatus } from '@sixfold/contract/errors'

/** The only error a service throws on purpose. The transport maps it once; everything else becomes `internal`. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly fields: FieldFault[] | undefined
  readonly data: unknown
  /** For `too_many_requests` and `unavailable`. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    details: { fields?: FieldFault[]; data?: unknown; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.fields = details.fields
    this.data = details.data
    this.retryAfterSeconds = details.retryAfterSeconds
  }

  get status(): number {
    return errorStatus[this.code]
  }
}
