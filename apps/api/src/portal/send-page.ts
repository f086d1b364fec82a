import type { LetterHead, NoticeReason, PortalPage } from '@sixfold/contract/portal'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { readOrganisation } from '../features/house/organisation/service.ts'
import { toAppError, toErrorBody } from '../http/error-body.ts'
import { requestContext } from '../http/request.ts'
import { allowStyle } from '../http/security.ts'
import { pageBytes } from './page-bytes.ts'
import { loadPortal } from './portal.ts'

/** Renders a page of the portal and sends it. Pages hold personal data, so nobody keeps a copy. */
export async function sendPage(
  request: Request,
  response: Response,
  page: PortalPage,
  status = 200,
): Promise<void> {
  const packed = request.acceptsEncodings('gzip') !== false
  const portal = await loadPortal()
  const bytes = await pageBytes(portal, page, packed)
  allowStyle(response, portal.styleSource)
  response.status(status)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Vary', 'Accept-Encoding')
  if (packed) response.setHeader('Content-Encoding', 'gzip')
  response.end(bytes)
}

/** Carries out the work of a page; a refusal becomes a page of its own instead of JSON. */
export function asPage<Params extends Record<string, string>>(
  ctx: Context,
  work: (request: Request<Params>, response: Response) => Promise<void>,
): RequestHandler<Params> {
  return async (request, response) => {
    try {
      await work(request, response)
    } catch (error) {
      await sendRefusal(ctx, request as Request, response, error)
    }
  }
}

/** For what fails before the work of a page begins, such as reading its form. */
export function refusedPage(ctx: Context): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    sendRefusal(ctx, request, response, error).catch(next)
  }
}

const noticeOf: Partial<Record<AppError['code'], NoticeReason>> = {
  link_unknown: 'link_unknown',
  not_found: 'link_unknown',
  link_expired: 'link_expired',
  link_used: 'closed',
  too_many_requests: 'too_many_requests',
  unavailable: 'unavailable',
  body_too_large: 'body_too_large',
}

/** The end of a personal link is not that of a survey. */
function reasonOf({ originalUrl }: Request, code: AppError['code']): NoticeReason {
  if (code === 'link_expired' && originalUrl.startsWith('/me/')) return 'own_expired'
  return noticeOf[code] ?? 'internal'
}

async function sendRefusal(
  ctx: Context,
  request: Request,
  response: Response,
  error: unknown,
): Promise<void> {
  const refusal = toAppError(
    isBodyFault(error) ? new AppError(error.status === 413 ? 'body_too_large' : 'invalid_input') : error,
  )
  // Writes the fault into the log; the page itself tells no details.
  toErrorBody(ctx.log, refusal, requestContext(request))
  if (refusal.retryAfterSeconds) response.setHeader('Retry-After', refusal.retryAfterSeconds)
  const reason = reasonOf(request, refusal.code)
  const { organisation, ...head } = await noticeHead(ctx, request)
  // A link that cannot be followed may be one of a blind survey, which must not say who asks.
  const named = maySayWhoAsks(request.originalUrl, reason) ? organisation : ''
  await sendPage(request, response, { kind: 'notice', reason, organisation: named, ...head }, refusal.status)
}

function maySayWhoAsks(url: string, reason: NoticeReason): boolean {
  return !/^\/[rb]\//.test(url) || reason === 'link_expired'
}

function isBodyFault(error: unknown): error is { status: number } {
  return error instanceof Error && 'type' in error && 'status' in error
}

const uiNames = [
  { tag: 'vi', name: 'Tiếng Việt' },
  { tag: 'en', name: 'English' },
] as const

/** The head of a page that belongs to nobody in particular: the language comes from the address or the browser. */
export async function noticeHead(ctx: Context, request: Request): Promise<LetterHead> {
  const wanted = uiNames.find(({ tag }) => tag === request.query.language)?.tag
  return {
    organisation: await organisationName(ctx),
    language: wanted ?? requestContext(request).language,
    languages: uiNames,
  }
}

/** Without a database, and before set-up, a page still comes, without the name. */
async function organisationName(ctx: Context): Promise<string> {
  try {
    return (await readOrganisation(ctx)).name
  } catch {
    return ''
  }
}
