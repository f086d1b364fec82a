import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'
import { leavesNoTrace, withoutTokens } from '../log.ts'
import { requestContext } from './request.ts'

/** One line a request: method, path, status, time. Never a link, an address or a body. */
export function logRequests({ log }: Context): RequestHandler {
  return (request, response, next) => {
    if (leavesNoTrace(request.originalUrl)) return next()
    const began = performance.now()
    response.once('close', () => {
      const { statusCode: status, writableFinished } = response
      const { method, originalUrl } = request
      const level = status >= 500 ? 'error' : 'debug'
      if (!log.isLevelEnabled(level) || originalUrl.includes('/assets/')) return
      const req = { id: requestContext(request).requestId, method, path: withoutTokens(originalUrl) }
      const responseTime = Math.round(performance.now() - began)
      log[level]({ req, res: { status }, responseTime }, writableFinished ? 'answered' : 'broken off')
    })
    next()
  }
}

/** Times each answer by what answered: a procedure's name or a page's pattern, never the address that was asked for. */
export function measureRequests(ctx: Context): RequestHandler {
  return (request, response, next) => {
    if (leavesNoTrace(request.originalUrl)) return next()
    const stop = ctx.metrics.requests.startTimer()
    response.once('finish', () => {
      const pattern: unknown = request.route?.path
      const route = requestContext(request).procedure ?? (typeof pattern === 'string' ? pattern : 'other')
      stop({ method: request.method, route, status: response.statusCode })
    })
    next()
  }
}
