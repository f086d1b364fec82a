import { LONGEST_POLL_NOTE } from '@sixfold/contract/date-polls'
import type { DatePollPage } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import { POLL_VOTES } from '@sixfold/domain/roundtables/date-poll'
import { offsetAt } from '@sixfold/domain/wall-time'
import type { Request } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { limitToken } from '../../../http/limits.ts'
import { eventTimes, momentText, zoneText } from '../../../mails/event-times.ts'
import { asPage, noticeHead, refusedPage, sendPage } from '../../../portal/send-page.ts'
import { readBallot, vote } from './service.ts'

type ToVoter = { token: string }

const form = express.urlencoded({ extended: false, limit: '30kb', parameterLimit: 120 })

/** What the form came with, when it is shown again instead of being kept. */
type Typed = Pick<DatePollPage, 'chosen' | 'note' | 'fault'>

/**
 * The poll as a plain page: opening it changes nothing, however often a mail scanner does; votes are a posted form that
 * leads back to the page.
 */
export function ballotPages(ctx: Context): Router {
  const router = Router()

  router.get(
    '/p/:token',
    asPage<ToVoter>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      try {
        await sendPage(asAny(request), response, await ballotPage(ctx, request, languageAsked(request)))
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'link_expired') throw error
        const head = await noticeHead(ctx, asAny(request))
        await sendPage(
          asAny(request),
          response,
          { kind: 'notice', reason: 'event_over', ...head },
          error.status,
        )
      }
    }),
  )

  router.post(
    '/p/:token',
    form,
    asPage<ToVoter>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      const shown = asLanguage(textOf(request, 'shown'))
      const { dates } = await readBallot(ctx, token)
      const chosen = chosenIn(
        request,
        dates.map(({ id }) => id),
      )
      const note = textOf(request, 'note').trim()
      const other = asLanguage(textOf(request, 'language'))
      const again = async (typed: Typed, language: UiLanguage | undefined, status = 200) =>
        sendPage(asAny(request), response, await ballotPage(ctx, request, language, typed), status)
      // Another language was chosen: the same page in it, with what was typed.
      if (other) return again({ chosen, note, fault: null }, other)
      if (note.length > LONGEST_POLL_NOTE) return again({ chosen, note, fault: 'too_long' }, shown, 422)
      if (Object.keys(chosen).length === 0)
        return again({ chosen, note, fault: 'nothing_chosen' }, shown, 422)
      const kept = await voteOrLeaveIt(ctx, { token, ...changedIn(request, chosen, note) })
      const told = kept ? 'done' : 'late'
      response.redirect(303, `${addressOf(request)}?${told}=1${shown ? `&language=${shown}` : ''}`)
    }),
  )

  router.use('/p', refusedPage(ctx))
  return router
}

/** Whether a vote was kept: one that came too late changes nothing, and the page it leads back to says so. */
async function voteOrLeaveIt(ctx: Context, ballot: Parameters<typeof vote>[1]): Promise<boolean> {
  try {
    await vote(ctx, ballot)
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'event_closed') throw error
    return false
  }
}

/** What the form changed: a page that was opened before another answer must not take that one back unseen. */
function changedIn(request: Request<ToVoter>, chosen: Record<string, PollVote>, note: string) {
  const none = textOf(request, 'go') === 'none'
  return {
    votes: Object.fromEntries(
      Object.entries(chosen).filter(([id, own]) => none || own !== textOf(request, `was.${id}`)),
    ),
    note: lined(note) === lined(textOf(request, 'was.note')) ? undefined : note,
  }
}

/** A browser posts line ends in its own way. */
const lined = (text: string) => text.replaceAll('\r\n', '\n').trim()

/** The votes of the form; one button says no to all dates at once. */
function chosenIn(request: Request<ToVoter>, dates: readonly string[]): Record<string, PollVote> {
  const none = textOf(request, 'go') === 'none'
  return Object.fromEntries(
    dates.flatMap(id => {
      const chosen = none ? 'no' : POLL_VOTES.find(one => one === textOf(request, `vote.${id}`))
      return chosen ? [[id, chosen]] : []
    }),
  )
}

async function ballotPage(
  ctx: Context,
  request: Request<ToVoter>,
  asked: UiLanguage | undefined,
  typed?: Typed,
): Promise<DatePollPage> {
  const view = await readBallot(ctx, request.params.token, asked)
  const language = uiLanguageFor(view.language)
  const { organisation, languages } = await noticeHead(ctx, asAny(request))
  const isOpen = view.state === 'open'
  const stored = Object.fromEntries(view.dates.flatMap(({ id, vote: own }) => (own ? [[id, own]] : [])))
  return {
    kind: 'date-poll',
    organisation,
    languages,
    language,
    address: addressOf(request),
    view: { ...view, language },
    ...clocksOf(view, language),
    answerBy: momentText(new Date(Date.parse(view.closesAt) - 60_000), view.ownZone, language),
    chosen: typed?.chosen ?? stored,
    note: typed?.note ?? view.note,
    saved: isOpen && view.votedAt !== null && request.query.done === '1' && !typed,
    late: !isOpen && request.query.late === '1' && !typed,
    fault: typed?.fault ?? null,
  }
}

/** Each date on the voter's own clock, with the event's beside it where that shows something else. */
function clocksOf(
  { dates, zone, ownZone }: DatePollPage['view'],
  language: UiLanguage,
): Pick<DatePollPage, 'times' | 'zones'> {
  const times = dates.map(date => {
    const span = { startsAt: new Date(date.startsAt), endsAt: new Date(date.endsAt) }
    const own = eventTimes({ ...span, zone: ownZone }, language)
    const there = eventTimes({ ...span, zone }, language)
    const differs = [span.startsAt, span.endsAt].some(at => offsetAt(at, zone) !== offsetAt(at, ownZone))
    const event = there.date === own.date ? there.time : `${there.date}, ${there.time}`
    return { id: date.id, own, event: differs ? event : null }
  })
  const differs = times.some(({ event }) => event !== null)
  const clock = (of: string) =>
    zoneText(
      dates.map(({ startsAt }) => new Date(startsAt)),
      of,
      language,
    )
  return {
    times: Object.fromEntries(
      times.map(({ id, own, event }) => [id, { date: own.date, time: own.time, event }]),
    ),
    zones: { own: clock(ownZone), event: differs ? clock(zone) : null },
  }
}

function textOf(request: Request<ToVoter>, name: string): string {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}

const asLanguage = (text: unknown): UiLanguage | undefined =>
  text === 'en' || text === 'vi' ? text : undefined

const languageAsked = (request: Request<ToVoter>) => asLanguage(request.query.language)

const asAny = (request: Request<ToVoter>) => request as unknown as Request

const addressOf = (request: Request<ToVoter>): string => `/p/${encodeURIComponent(request.params.token)}`
