import type { GuestPage } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Request } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { attachment } from '../../../http/attachment.ts'
import { limitToken } from '../../../http/limits.ts'
import { dayText, eventTimes, momentThere } from '../../../mails/event-times.ts'
import { asPage, noticeHead, sendPage } from '../../../portal/send-page.ts'
import { saidAndDoneForGuest } from '../../cases/said-and-done/service.ts'
import { agendaForGuest, materialForGuest } from '../../roundtables/agendas/service.ts'
import { hasFeed } from '../calendar-feeds/service.ts'
import type { GuestEvent } from '../guests/service.ts'
import { answerByForm, openLink, readCalendarFile, readInvitation } from './service.ts'

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
      const taken = await answerOrLeaveIt(ctx, token, (request.body ?? {}) as Posted)
      const language = chosenLanguage(request)
      const query = new URLSearchParams({
        ...(language && { language }),
        ...(!taken && { note: 'full' }),
      }).toString()
      response.redirect(303, `${addressOf(request)}${query && `?${query}`}`)
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
  router.get(
    '/e/:token/materials/:id',
    asPage<ToGuest & { id: string }>(ctx, async (request, response) => {
      const { token, id } = request.params
      await limitToken(token)
      const { event } = await openLink(ctx, token)
      const file = await materialForGuest(ctx, event, id)
      if (!file) throw new AppError('link_unknown')
      response
        .setHeader('Content-Type', file.type)
        .setHeader('Content-Disposition', attachment(file.name))
        .setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
        .setHeader('X-Content-Type-Options', 'nosniff')
        .setHeader('Cache-Control', 'no-store')
        .end(Buffer.from(await file.arrayBuffer()))
    }),
  )
  return router
}

interface Posted {
  answer?: unknown
  seats?: unknown
}

/** The buttons of the form. */
const answers = {
  accept: { answer: 'accept' },
  room: { answer: 'accept', side: 'room' },
  remote: { answer: 'accept', side: 'remote' },
  decline: { answer: 'decline' },
} as const

/**
 * An answer that came too late changes nothing; the page it leads back to says how things stand. False: there was no
 * seat for it, and the guest keeps what there was before.
 */
async function answerOrLeaveIt(ctx: Context, token: string, posted: Posted): Promise<boolean> {
  const { answer } = posted
  if (typeof answer !== 'string' || !Object.hasOwn(answers, answer)) return true
  const seats = Number(posted.seats)
  const party = Number.isInteger(seats) && seats >= 1 && seats <= 20 ? { seats } : {}
  try {
    await answerByForm(ctx, { token, ...answers[answer as keyof typeof answers], ...party })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'quota_full') return false
    if (!['event_started', 'event_closed', 'link_expired'].includes(error.code)) throw error
  }
  return true
}

async function guestPage(ctx: Context, request: Request<ToGuest>): Promise<GuestPage> {
  const chosen = chosenLanguage(request)
  const view = await readInvitation(ctx, request.params.token, chosen)
  const language = uiLanguageFor(view.language)
  const { organisation, languages } = await noticeHead(ctx, request as unknown as Request)
  const { event, guest } = await openLink(ctx, request.params.token)
  const { zone } = view
  const [startsAt, endsAt] = [new Date(view.startsAt), new Date(view.endsAt)]
  return {
    kind: 'guest',
    organisation,
    languages,
    language,
    address: addressOf(request),
    view: { ...view, language },
    agenda: await agendaForGuest(ctx, event, language),
    asked: view.state === 'open' ? await askedIn(ctx, event, guest.contactId, language) : [],
    feed: { on: await hasFeed(ctx, guest.contactId), done: feedDone(request.query.feed) },
    noSeat: request.query.note === 'full',
    times: {
      ...eventTimes({ startsAt, endsAt, zone }, language),
      answerBy: dayText(new Date(`${view.answerBy}T12:00:00Z`), 'UTC', language),
      heldUntil: view.heldUntil && momentThere(new Date(view.heldUntil), zone, language),
    },
  }
}

/** So much of what was done since is told before a round table. */
const MOST_TOLD = 4

async function askedIn(
  ctx: Context,
  { regionId, zone }: GuestEvent,
  contactId: string,
  language: UiLanguage,
): Promise<GuestPage['asked']> {
  const replies = await saidAndDoneForGuest(ctx, { contactId, regionId }, language)
  return replies
    .slice(0, MOST_TOLD)
    .map(({ releasedAt, ...told }) => ({ ...told, toldOn: wallTimeIn(releasedAt, zone).date }))
}

const feedDone = (feed: unknown) => (feed === 'send' || feed === 'end' ? feed : null)

function chosenLanguage(request: Request<ToGuest>): UiLanguage | undefined {
  const { language } = request.query
  return language === 'en' || language === 'vi' ? language : undefined
}

const addressOf = (request: Request<ToGuest>): string => `/e/${encodeURIComponent(request.params.token)}`
