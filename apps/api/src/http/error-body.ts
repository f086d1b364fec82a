import type { ErrorBody } from '@sixfold/contract/errors'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Logger } from 'pino'
import type { Context } from '../context.ts'
import { isReachable } from '../db/connect.ts'
import { isUnreachable } from '../db/faults.ts'
import { AppError } from '../errors.ts'
import { errorWords } from './error-words.ts'

export interface ErrorSetting {
  requestId: string
  language: UiLanguage
}

/** Any thrown value as an {@link AppError}: a database out of reach is `unavailable`, everything unknown `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (isUnreachable(error)) return new AppError('unavailable', { retryAfterSeconds: 5, cause: error })
  return requestFault(error) ?? new AppError('internal', { cause: error })
}

/**
 * The same, and where the fault is unknown the database is asked: libraries that hide what they met while it was away
 * must not turn an outage into a fault of ours.
 */
export async function explainError(ctx: Context, error: unknown): Promise<AppError> {
  const refusal = toAppError(error)
  if (refusal.code !== 'internal' || (await isReachable(ctx.db.connection))) return refusal
  return new AppError('unavailable', { retryAfterSeconds: 5, cause: error })
}

/** The one place where an error becomes what the outside sees; details of an internal fault stay in the log. */
export function toErrorBody(log: Logger, error: unknown, { requestId, language }: ErrorSetting): ErrorBody {
  const refusal = toAppError(error)
  if (refusal.code === 'internal' || refusal.code === 'unavailable')
    log.error({ err: refusal.cause, requestId }, refusal.code)
  return {
    code: refusal.code,
    message: errorWords(language)(refusal.code),
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(refusal.data === undefined ? {} : { data: refusal.data }),
    requestId,
  }
}

export interface ErrorAnswer {
  status: number
  headers: Record<string, string>
  body: ErrorBody
}

/** A whole HTTP answer: the same from procedures, pages and paths that do not exist. */
export function errorAnswer(log: Logger, error: unknown, setting: ErrorSetting): ErrorAnswer {
  const refusal = toAppError(error)
  const wait = refusal.retryAfterSeconds ?? (refusal.code === 'unavailable' ? 5 : undefined)
  return {
    status: refusal.status,
    headers: wait === undefined ? {} : { 'retry-after': String(wait) },
    body: toErrorBody(log, refusal, setting),
  }
}

/** What Express and its body parsers throw about a request carries the status it would answer with. */
function requestFault(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('status' in error) || !('expose' in error || error instanceof URIError))
    return null
  switch (error.status) {
    case 404:
      return new AppError('not_found')
    case 413:
      return new AppError('body_too_large')
    case 415:
      return new AppError('unsupported_media_type')
    default:
      return Number(error.status) < 500 ? new AppError('invalid_input', { cause: error }) : null
  }
}
