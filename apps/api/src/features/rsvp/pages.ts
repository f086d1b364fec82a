import type { GuestPage } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { Request } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { limitToken } from '../../http/limits.ts'
import { dayText, eventTimes } from '../../mails/event-times.ts'
import { asPage, noticeHead, sendPage } from '../../portal/send-page.ts'
import { answerInvitation, readCalendarFile, readInvitation } from './service.ts'

type ToGuest = { token: string }

const form = express.urlencoded({ extended: false, limit: '2kb', parameterLimit: 10 })

/**
 * The invitation as plain pages: opening it changes nothing, however often a mail scanner does; an answer is a posted
 * form that leads back to the page.
 */
export function rsvpPages(ctx: Context): Router {
  const router = Router()

  router.get(
    '/e/:token',
    asPage<ToGuest>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      try {
        await sendPage(request as unknown as Request, response, await guestPage(ctx, request))
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'link_expired') throw error
        const head = await noticeHead(ctx, request as unknown as Request)
        await sendPage(
          request as unknown as Request,
          response,
          { kind: 'notice', reason: 'event_over', ...head },
          error.status,
        )
      }
    }),
  )

  router.post(
    '/e/:token',
    form,
    asPage<ToGuest>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      const { answer } = (request.body ?? {}) as { answer?: unknown }
      if (answer === 'accept' || answer === 'decline') await answerOrLeaveIt(ctx, token, answer)
      const language = chosenLanguage(request)
      response.redirect(303, `${addressOf(request)}${language ? `?language=${language}` : ''}`)
    }),
  )

  router.get(
    '/e/:token/calendar.ics',
    asPage<ToGuest>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      const file = await readCalendarFile(ctx, request.params.token, chosenLanguage(request))
      response
        .setHeader('Content-Type', 'text/calendar; charset=utf-8; method=PUBLISH')
        .setHeader('Content-Disposition', 'attachment; filename="invitation.ics"')
        .setHeader('Cache-Control', 'no-store')
        .end(file)
    }),
  )
  return router
}

/** An answer that came too late changes nothing; the page it leads back to says how things stand. */
async function answerOrLeaveIt(ctx: Context, token: string, answer: 'accept' | 'decline'): Promise<void> {
  try {
    await answerInvitation(ctx, { token, answer })
  } catch (error) {
    const late = ['event_started', 'event_closed', 'link_expired']
    if (!(error instanceof AppError) || !late.includes(error.code)) throw error
  }
}

async function guestPage(ctx: Context, request: Request<ToGuest>): Promise<GuestPage> {
  const chosen = chosenLanguage(request)
  const view = await readInvitation(ctx, request.params.token, chosen)
  const language = uiLanguageFor(view.language)
  const { organisation, languages } = await noticeHead(ctx, request as unknown as Request)
  const { zone } = view
  const [startsAt, endsAt] = [new Date(view.startsAt), new Date(view.endsAt)]
  return {
    kind: 'guest',
    organisation,
    languages,
    language,
    address: addressOf(request),
    view: { ...view, language },
    times: {
      ...eventTimes({ startsAt, endsAt, zone }, language),
      answerBy: dayText(new Date(`${view.answerBy}T12:00:00Z`), 'UTC', language),
    },
  }
}

function chosenLanguage(request: Request<ToGuest>): UiLanguage | undefined {
  const { language } = request.query
  return language === 'en' || language === 'vi' ? language : undefined
}

const addressOf = (request: Request<ToGuest>): string => `/e/${encodeURIComponent(request.params.token)}`
