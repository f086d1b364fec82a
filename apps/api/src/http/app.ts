import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import express from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { features, routerFor } from '../features/features.ts'
import { serveApi } from './api.ts'
import { readBody } from './body.ts'
import { errorAnswer, explainError } from './error-body.ts'
import { serveHealth } from './health.ts'
import { limitAddress, limitMember } from './limits.ts'
import { logRequests, measureRequests } from './log.ts'
import { serveDocument } from './openapi.ts'
import { identifyRequest, readCaller, requestContext } from './request.ts'
import { securityHeaders } from './security.ts'
import { serveSignIn } from './sign-in.ts'
import { serveStaffApps } from './staff-apps.ts'

export interface Readiness {
  /** False while the first start fills the database. */
  isPrepared(): boolean
  jobsRun(): boolean
}

/** The way of a request: headers, id, limits and caller, then the API, the customers' pages or a staff app. */
export function createApp(ctx: Context, readiness: Readiness): Express {
  const { serve, publicUrl } = ctx.config
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', ctx.config.trustProxy)
  app.set('query parser', 'simple')

  app.use(identifyRequest(ctx))
  app.use(securityHeaders(ctx.config))
  app.use(serveHealth(ctx, readiness))
  app.use(logRequests(ctx))
  app.use(measureRequests(ctx))
  app.use(limitAddress)
  app.use(waitUntil(readiness.isPrepared))

  app.use('/api', noStore, refuseForeignWrites(publicUrl))
  if (serve.has('staff')) app.use('/api', serveDocument())
  if (serve.has('staff')) for (const { calls } of features) if (calls) app.use('/api', calls(ctx))
  app.use('/api', readCaller(ctx), limitMember, readBody)
  if (serve.has('staff')) app.use('/api/auth', serveSignIn(ctx))
  app.use('/api', serveApi(ctx, routerFor(serve)), nothingHere)

  if (serve.has('portal') || serve.has('staff'))
    for (const { assets } of features) if (assets) app.use(assets(ctx))
  if (serve.has('portal')) for (const { pages } of features) if (pages) app.use(readCaller(ctx), pages(ctx))
  if (serve.has('staff')) app.use(serveStaffApps())

  app.use(nothingHere)
  app.use(answerErrors(ctx))
  return app
}

/** Cookies travel with requests that other sites start; a write must come from our own pages (R13). */
function refuseForeignWrites(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    const { origin, host } = request.headers
    if (request.method !== 'GET' && !isOwnOrigin(origin, host, publicUrl)) throw new AppError('not_found')
    next()
  }
}

/** Whether a page of ours sent it, or no page at all: programs send no `Origin`, browsers always do with a write. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string,
): boolean {
  if (origin === undefined || origin === new URL(publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function waitUntil(isPrepared: () => boolean): RequestHandler {
  return (_request, _response, next) => {
    if (!isPrepared()) throw new AppError('unavailable', { retryAfterSeconds: 10 })
    next()
  }
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

const nothingHere: RequestHandler = () => {
  throw new AppError('not_found')
}

function answerErrors(ctx: Context): ErrorRequestHandler {
  return async (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const refusal = await explainError(ctx, error)
    const { status, headers, body } = errorAnswer(ctx.log, refusal, requestContext(request))
    response.status(status).set(headers).json(body)
  }
}
