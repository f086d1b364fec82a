import type { ErrorBody } from '@sixfold/contract/errors'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Logger } from 'pino'
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
  return new AppError('internal', { cause: error })
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
