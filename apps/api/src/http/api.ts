import { OpenAPIHandler } from '@orpc/openapi/node'
import type { AnyRouter } from '@orpc/server'
import { ORPCError, ValidationError } from '@orpc/server'
import type { ErrorCode, FieldFault } from '@sixfold/contract/errors'
import { errorStatus, isErrorCode } from '@sixfold/contract/errors'
import type { UiLanguage } from '@sixfold/contract/words'
import type { RequestHandler } from 'express'
import type { $ZodIssue } from 'zod/v4/core'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { once } from '../idempotency/idempotency.ts'
import { toErrorBody } from './error-body.ts'
import { fieldFaults } from './field-faults.ts'
import type { RequestContext } from './request.ts'
import { requestContext } from './request.ts'

/** Bytes; files have a limit of their own, checked before they are read. */
const JSON_LIMIT = 2_000_000
const FILE_LIMIT = 52_000_000

/** Serves the contract's procedures below /api in the one error shape. */
export function serveApi(ctx: Context, router: AnyRouter): RequestHandler {
  const handler = new OpenAPIHandler<RequestContext>(router as never, {
    // An error leaves the handler as it came; the one error shape is written below.
    customErrorResponseBodyEncoder: error => error.data,
    clientInterceptors: [
      async options => {
        try {
          return await carryOut(options.context, options.path, options.input, () => options.next())
        } catch (error) {
          const declared = Object.keys(options.procedure['~orpc'].errorMap)
          throw toWireError(ctx, error, options.context, declared)
        }
      },
    ],
  })

  return async (request, response, next) => {
    const context = requestContext(request)
    const limit = request.is('multipart/form-data') ? FILE_LIMIT : JSON_LIMIT
    if (Number(request.headers['content-length'] ?? 0) > limit) throw new AppError('body_too_large')
    let received = 0
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > limit) request.destroy(new AppError('body_too_large'))
    })
    const { matched } = await handler.handle(request, response, { prefix: '/api', context })
    if (!matched) next()
  }
}

/** A staff write that brings an `Idempotency-Key` is carried out once. */
function carryOut(
  context: RequestContext,
  path: readonly string[],
  input: unknown,
  next: () => Promise<unknown>,
) {
  const { ctx, actor, idempotencyKey: key } = context
  if (!key || !actor) return next()
  return once(ctx, { key, caller: actor.id, procedure: path.join('.'), input }, next)
}

/** Turns whatever a procedure threw into the wire's error; a code that the contract does not declare for it is our fault. */
function toWireError(
  ctx: Context,
  error: unknown,
  context: RequestContext,
  declared: string[],
): ORPCError<string, unknown> {
  let refusal = toRefusal(error, context.language)
  if (refusal instanceof AppError && refusal.code !== 'internal' && !declared.includes(refusal.code))
    refusal = new Error(`the contract does not declare ${refusal.code}`, { cause: error })
  const body = toErrorBody(ctx.log, refusal, context)
  return new ORPCError(body.code, { status: errorStatus[body.code], message: body.message, data: body })
}

function toRefusal(error: unknown, language: UiLanguage): unknown {
  if (!(error instanceof ORPCError)) return error
  if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
    return new AppError('invalid_input', {
      fields: fieldFaults(error.cause.issues as unknown as $ZodIssue[], language),
    })
  if (error.code === 'BAD_REQUEST') return new AppError('invalid_input', { fields: malformed(error) })
  return isErrorCode(error.code) ? new AppError(error.code as ErrorCode) : error
}

function malformed(error: ORPCError<string, unknown>): FieldFault[] {
  return [{ path: '', message: error.message }]
}
