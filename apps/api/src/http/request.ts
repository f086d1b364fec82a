import { randomUUID } from 'node:crypto'
import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Request, RequestHandler, Response } from 'express'
import { readActor } from '../auth/actor.ts'
import type { Context } from '../context.ts'

/** What every handler knows of its request. */
export interface RequestContext {
  ctx: Context
  requestId: string
  actor: StaffMember | null
  language: UiLanguage
  idempotencyKey: string | null
}

const contexts = new WeakMap<Request, RequestContext>()

/** Gives each request an id, its caller and language; the id goes back as `X-Request-Id`. */
export function identifyRequest(ctx: Context): RequestHandler {
  return async (request, response, next) => {
    const requestId = randomUUID()
    response.setHeader('X-Request-Id', requestId)
    const requested = request.header('x-language') ?? request.acceptsLanguages('en', 'vi')
    const base = {
      ctx,
      requestId,
      language: uiLanguageFor(requested || 'en'),
      idempotencyKey: request.header('idempotency-key') ?? null,
    }
    contexts.set(request, { ...base, actor: null })
    const actor = await readActor(ctx.auth, new Headers({ cookie: request.headers.cookie ?? '' }))
    if (actor)
      contexts.set(request, {
        ...base,
        actor,
        language: request.header('x-language') ? base.language : actor.language,
      })
    next()
  }
}

export function requestContext(request: Request): RequestContext {
  const found = contexts.get(request)
  if (!found) throw new Error('identifyRequest did not run')
  return found
}

export function pageLanguage(request: Request, wanted: string): UiLanguage {
  return uiLanguageFor(typeof request.query.language === 'string' ? request.query.language : wanted)
}

export type { Request, Response }
