import { OpenAPIHandler } from '@orpc/openapi/node'
import type { AnyRouter } from '@orpc/server'
import { ORPCError, ValidationError } from '@orpc/server'
import type { ProcedureMeta } from '@sixfold/contract/common'
import { isErrorCode } from '@sixfold/contract/errors'
import type { UiLanguage } from '@sixfold/contract/words'
import type { RequestHandler } from 'express'
import type { $ZodIssue } from 'zod/v4/core'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { once } from '../idempotency/idempotency.ts'
import { errorAnswer, explainError } from './error-body.ts'
import { fieldFaults } from './field-faults.ts'
import { fieldWords } from './field-words.ts'
import type { RequestContext } from './request.ts'
import { requestContext } from './request.ts'

/** Serves the contract's procedures below /api in the one error shape. The body has been read already. */
export function serveApi(ctx: Context, router: AnyRouter): RequestHandler {
  const handler = new OpenAPIHandler<RequestContext>(router as never, {
    interceptors: [
      async options => {
        try {
          return await options.next()
        } catch (error) {
          const { status, headers, body } = errorAnswer(
            ctx.log,
            toRefusal(error, options.context),
            options.context,
          )
          return { matched: true, response: { status, headers, body } }
        }
      },
    ],
    clientInterceptors: [
      async ({ context, path, input, procedure, next }) => {
        context.procedure = path.join('.')
        try {
          const reads = procedure['~orpc'].route.method === 'GET'
          checkKey(context, procedure['~orpc'].meta as ProcedureMeta, reads)
          return await (reads ? next() : carryOutOnce(context, input, next))
        } catch (error) {
          throw await declared(error, Object.keys(procedure['~orpc'].errorMap), context)
        }
      },
    ],
  })

  return async (request, response, next) => {
    const context = requestContext(request)
    const { matched } = await handler.handle(request, response, { prefix: '/api', context })
    if (!matched) next()
  }
}

/** What an API key may call: nothing that hands out rights or secrets, and with a key for reading only no change. */
function checkKey({ apiKey }: RequestContext, { access, personOnly }: ProcedureMeta, reads: boolean): void {
  if (!apiKey || access !== 'staff') return
  if (personOnly || (apiKey.scope === 'read' && !reads)) throw new AppError('key_not_allowed')
}

/** A write that brings an `Idempotency-Key` is carried out once; people without an account are told apart by what they send. */
function carryOutOnce(
  context: RequestContext,
  input: unknown,
  next: () => Promise<unknown>,
): Promise<unknown> {
  const { ctx, actor, idempotencyKey: key, procedure = '' } = context
  if (!key) return next()
  return once(ctx, { key, caller: actor?.id ?? 'anybody', procedure, input }, next)
}

/** A code that the contract does not declare for the procedure is our fault. */
async function declared(
  error: unknown,
  codes: readonly string[],
  context: RequestContext,
): Promise<AppError> {
  const refusal = await explainError(context.ctx, toRefusal(error, context))
  if (refusal.code === 'internal' || codes.includes(refusal.code)) return refusal
  return new AppError('internal', {
    cause: new Error(`the contract does not declare ${refusal.code} for ${context.procedure}`, {
      cause: error,
    }),
  })
}

function toRefusal(error: unknown, { language }: { language: UiLanguage }): unknown {
  if (!(error instanceof ORPCError)) return isMalformed(error) ? malformed(language) : error
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    const { issues, data } = error.cause
    return new AppError('invalid_input', {
      fields: fieldFaults(issues as unknown as $ZodIssue[], language, data),
    })
  }
  if (error.code === 'BAD_REQUEST') return malformed(language)
  return isErrorCode(error.code) ? new AppError(error.code) : error
}

/** A path or query that cannot be decoded. */
function isMalformed(error: unknown): boolean {
  return error instanceof URIError
}

function malformed(language: UiLanguage): AppError {
  return new AppError('invalid_input', { fields: [{ path: '', message: fieldWords(language)('format') }] })
}
