import type { Response } from 'express'
import { Router } from 'express'
import type { Context } from '../../../context.ts'
import { limitToken } from '../../../http/limits.ts'
import { requestContext } from '../../../http/request.ts'
import { asPage } from '../../../portal/send-page.ts'
import { tellIn } from '../../../report-files/tell.ts'
import type { Opened } from './service.ts'
import { noteOpening, openReportLink } from './service.ts'
import { reportLinkWords } from './words.ts'

/** A shared report: a page without script that loads nothing and writes nothing but that it was opened. */
export function sharedReportPages(ctx: Context): Router {
  const router = Router()
  router.get(
    '/shared/:token',
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      const opened = await openReportLink(ctx, token)
      const language =
        opened.language ?? requestContext(request as Parameters<typeof requestContext>[0]).language
      const { REPORT_POLICY, toHtml } = await import('../../../report-files/to-html.ts')
      const page = opened.kind === 'report' ? opened.report : overPage(opened.reason, language)
      const html = toHtml(page, { language, tableWord: tellIn(language).say('table') })
      if (opened.kind === 'report' && request.method === 'GET') await noteOpening(ctx, opened.linkId)
      protect(response, REPORT_POLICY)
      response.status(opened.kind === 'report' ? 200 : statuses[opened.reason]).send(html)
    }),
  )
  return router
}

type Reason = Extract<Opened, { kind: 'over' }>['reason']

const statuses: Record<Reason, number> = { unknown: 404, expired: 410, revoked: 410, ended: 410 }

function overPage(reason: Reason, language: 'en' | 'vi') {
  const say = reportLinkWords(language)
  const parts = [say(reason), ...(reason === 'unknown' ? [] : [say('ask')])]
  return {
    title: say(`${reason}Title`),
    facts: [],
    parts: parts.map(text => ({ kind: 'paragraph' as const, text })),
  }
}

/** Nobody keeps it, finds it, frames it or learns of it from where its reader goes next. */
function protect(response: Response, policy: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  response.setHeader('Referrer-Policy', 'no-referrer')
}
