import { toNodeHandler } from 'better-auth/node'
import type { ErrorRequestHandler, Express } from 'express'
import express from 'express'
import { pinoHttp } from 'pino-http'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { features, router } from '../features/features.ts'
import { serveApi } from './api.ts'
import { toAppError, toErrorBody } from './error-body.ts'
import { serveHealth } from './health.ts'
import { limitAddress, limitSignIn, signInSucceeded } from './limits.ts'
import { serveDocument } from './openapi.ts'
import { identifyRequest, requestContext } from './request.ts'
import { securityHeaders } from './security.ts'
import { serveStaffApps } from './staff-apps.ts'

/** The way of a request: headers, id and caller, limits, then the API, the customers' pages or a staff app. */
export function createApp(ctx: Context, { jobsRun }: { jobsRun: () => boolean }): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', ctx.config.trustProxy)
  app.set('query parser', 'simple')

  app.use(serveHealth(ctx, jobsRun))
  app.use(securityHeaders(ctx.config))
  app.use(identifyRequest(ctx))
  app.use(logRequests(ctx))
  app.use(limitAddress)

  if (ctx.config.serve.has('staff')) {
    app.post('/api/auth/sign-in/email', express.json({ limit: '10kb' }), signIn(ctx))
    app.post('/api/auth/sign-out', toNodeHandler(ctx.auth))
    app.use('/api', serveDocument())
  }
  app.use('/api', refuseForeignWrites(ctx), noStore, serveApi(ctx, router))
  app.use('/api', () => {
    throw new AppError('not_found')
  })

  if (ctx.config.serve.has('portal')) for (const { pages } of features) if (pages) app.use(pages(ctx))
  if (ctx.config.serve.has('staff')) app.use(serveStaffApps())

  app.use(() => {
    throw new AppError('not_found')
  })
  app.use(answerErrors(ctx))
  return app
}

/** better-auth checks the password; who guesses at one account is slowed whatever address the guesses come from. */
function signIn(ctx: Context): express.RequestHandler {
  return async (request, response) => {
    const { email, password } = (request.body ?? {}) as { email?: unknown; password?: unknown }
    if (typeof email !== 'string' || typeof password !== 'string') throw new AppError('invalid_input')
    await limitSignIn(email)
    const answer = await ctx.auth.api.signInEmail({
      body: { email, password },
      headers: new Headers({
        'user-agent': request.header('user-agent') ?? '',
        ...(request.ip ? { 'x-forwarded-for': request.ip } : {}),
      }),
      asResponse: true,
    })
    if (!answer.ok) throw new AppError(answer.status === 429 ? 'too_many_requests' : 'wrong_credentials')
    await signInSucceeded(email)
    for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
    response.json({ ok: true })
  }
}

/** Cookies travel with requests that other sites start; a write must come from our own pages (R13). */
function refuseForeignWrites(ctx: Context): express.RequestHandler {
  const own = new URL(ctx.config.publicUrl).origin
  return (request, _response, next) => {
    const origin = request.header('origin')
    const sameHost =
      origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.header('host')
    if (request.method !== 'GET' && origin !== undefined && origin !== own && !sameHost)
      throw new AppError('not_found')
    next()
  }
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

/** One line a request: method, route, status, time. Never a link, an address or a body. */
function logRequests(ctx: Context): express.RequestHandler {
  return pinoHttp({
    logger: ctx.log,
    genReqId: (_request, response) => String(response.getHeader('x-request-id')),
    autoLogging: { ignore: request => request.url?.includes('/assets/') ?? false },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: withoutTokens(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
  })
}

/** Paths with every secret part cut out, and without their query. */
export function withoutTokens(url: string): string {
  const path = url.split('?')[0] ?? ''
  return path.replace(/\/(r|e|me|setup|join|respond|guests)\/[^/]+/g, '/$1/…')
}

function answerErrors(ctx: Context): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const refusal = toAppError(isBodyFault(error) ? bodyFault(error) : error)
    const setting = requestContextOf(request)
    if (refusal.retryAfterSeconds) response.setHeader('Retry-After', refusal.retryAfterSeconds)
    response.status(refusal.status).json(toErrorBody(ctx.log, refusal, setting))
  }
}

function requestContextOf(request: express.Request) {
  try {
    return requestContext(request)
  } catch {
    return { requestId: 'unknown', language: 'en' as const }
  }
}

/** What Express' own body parser throws. */
function isBodyFault(error: unknown): error is { status: number } {
  return error instanceof Error && 'type' in error && 'status' in error
}

function bodyFault(error: { status: number }): AppError {
  if (error.status === 413) return new AppError('body_too_large')
  return new AppError(error.status === 415 ? 'unsupported_media_type' : 'invalid_input')
}
