import type { RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Context } from '../context.ts'
import { withoutTokens } from '../log.ts'
import { requestContext } from './request.ts'

/** One line a request: method, path, status, time. Never a link, an address or a body. */
export function logRequests(ctx: Context): RequestHandler {
  return pinoHttp({
    logger: ctx.log,
    genReqId: (_request, response) => String(response.getHeader('x-request-id')),
    autoLogging: { ignore: request => request.url?.includes('/assets/') ?? false },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: withoutTokens(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
  })
}

/** Times each answer by what answered: a procedure's name or a page's pattern, never the address that was asked for. */
export function measureRequests(ctx: Context): RequestHandler {
  return (request, response, next) => {
    const stop = ctx.metrics.requests.startTimer()
    response.once('finish', () => {
      const pattern: unknown = request.route?.path
      const route = requestContext(request).procedure ?? (typeof pattern === 'string' ? pattern : 'other')
      stop({ method: request.method, route, status: response.statusCode })
    })
    next()
  }
}
