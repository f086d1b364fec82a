import { randomUUID } from 'node:crypto'
import type { KeyScope } from '@sixfold/contract/api-keys'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Request, RequestHandler } from 'express'
import { readSession } from '../auth/actor.ts'
import type { Context } from '../context.ts'
import { callerOfKey } from '../features/house/api-keys/service.ts'
import { leavesNoTrace } from '../log.ts'

/** What every handler knows of its request. */
export interface RequestContext {
  ctx: Context
  requestId: string
  actor: StaffMember | null
  /** The API key that calls for the actor. */
  apiKey: { id: string; scope: KeyScope } | null
  language: UiLanguage
  idempotencyKey: string | null
  /** Its name in the contract, once it is found. */
  procedure?: string
}

const contexts = new WeakMap<Request, RequestContext>()

/** Gives each request an id and a language; the id goes back as `X-Request-Id`. */
export function identifyRequest(ctx: Context): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID()
    response.setHeader('X-Request-Id', requestId)
    contexts.set(request, {
      ctx,
      requestId,
      actor: null,
      apiKey: null,
      language: uiLanguageFor(request.header('x-language') ?? (request.acceptsLanguages('en', 'vi') || 'en')),
      // A kept key would tell when a ballot was cast; the ballot itself makes a repetition harmless.
      idempotencyKey: leavesNoTrace(request.originalUrl) ? null : request.header('idempotency-key') || null,
    })
    next()
  }
}

/** Finds out who calls. A session in use lives on, so its cookie is renewed with it. */
export function readCaller(ctx: Context): RequestHandler {
  return async (request, response, next) => {
    const key = bearerOf(request)
    if (key !== null) {
      await readKey(ctx, request, key)
      return next()
    }
    const session = await readSession(ctx.auth, request.headers.cookie)
    if (session) {
      const context = requestContext(request)
      context.actor = session.actor
      if (!request.header('x-language')) context.language = session.actor.language
      for (const cookie of session.cookies) response.append('Set-Cookie', cookie)
    }
    next()
  }
}

/** Whoever shows a key is its owner or nobody, whatever cookies come along. */
async function readKey(ctx: Context, request: Request, key: string): Promise<void> {
  const context = requestContext(request)
  const caller = await callerOfKey(ctx, key)
  if (!caller) return
  context.actor = caller.actor
  context.apiKey = { id: caller.id, scope: caller.scope }
  if (!request.header('x-language')) context.language = caller.actor.language
}

function bearerOf(request: Request): string | null {
  return /^Bearer (\S+)$/i.exec(request.header('authorization') ?? '')?.[1] ?? null
}

export function requestContext(request: Request): RequestContext {
  const found = contexts.get(request)
  if (!found) throw new Error('identifyRequest did not run')
  return found
}
