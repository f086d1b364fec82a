import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { limitToken, limitWish } from '../../../http/limits.ts'
import { asPage } from '../../../portal/send-page.ts'
import { guestOfLink } from '../rsvp/service.ts'
import { endFeed, mailFeed, readFeed } from './service.ts'

const form = express.urlencoded({ extended: false, limit: '2kb', parameterLimit: 10 })

/** Asking for a calendar of the own events, or ending it, on the page of an invitation. */
export function feedPages(ctx: Context): Router {
  const router = Router()
  router.post(
    '/e/:token/feed',
    form,
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      const { contactId } = await guestOfLink(ctx, token)
      const { feed } = (request.body ?? {}) as { feed?: unknown }
      if (feed === 'send') {
        await limitWish(contactId)
        await mailFeed(ctx, contactId)
      }
      if (feed === 'end') await endFeed(ctx, contactId)
      const { language } = request.query
      const query = new URLSearchParams({
        ...(language === 'en' || language === 'vi' ? { language } : {}),
        ...(feed === 'send' || feed === 'end' ? { feed } : {}),
      })
      response.redirect(303, `/e/${encodeURIComponent(token)}?${query}#calendar`)
    }),
  )
  return router
}

/** The calendars themselves, read by calendar programs of customers and staff. Whoever asks is told nothing but the events. */
export function feedFiles(ctx: Context): Router {
  const router = Router()
  router.get('/feeds/:name', async (request, response) => {
    const token = /^([\w-]{10,64})\.ics$/.exec(request.params.name)?.[1]
    try {
      if (!token) throw new AppError('link_unknown')
      await limitToken(token)
      sendCalendar(request, response, await readFeed(ctx, token))
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      if (error.retryAfterSeconds) response.setHeader('Retry-After', error.retryAfterSeconds)
      response.status(error.status).type('text/plain').setHeader('Cache-Control', 'no-store').end()
    }
  })
  return router
}

function sendCalendar(request: Request, response: Response, text: string): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
  response.setHeader('ETag', tag).setHeader('Cache-Control', 'private, no-cache')
  response.setHeader('X-Robots-Tag', 'noindex')
  if (request.headers['if-none-match'] === tag) {
    response.status(304).end()
    return
  }
  response
    .setHeader('Content-Type', 'text/calendar; charset=utf-8; method=PUBLISH')
    .setHeader('Content-Disposition', 'inline; filename="calendar.ics"')
    .end(text)
}
