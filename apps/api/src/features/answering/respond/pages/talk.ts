import type { CallPage, LetterHead } from '@sixfold/contract/portal'
import { stepAddress, stepFromText } from '@sixfold/contract/portal-steps'
import { uiLanguageFor } from '@sixfold/contract/words'
import { LONGEST_WHEN } from '@sixfold/domain/call-back'
import { readPhone } from '@sixfold/domain/contact-points'
import { addDays } from 'date-fns/addDays'
import type { Request, Response } from 'express'
import { Router } from 'express'
import type { Context } from '../../../../context.ts'
import { AppError } from '../../../../errors.ts'
import type { FormFields } from '../../../../files/read-form.ts'
import { limitToken } from '../../../../http/limits.ts'
import { eventTimes, momentText } from '../../../../mails/event-times.ts'
import { asPage, sendPage } from '../../../../portal/send-page.ts'
import type { Promised } from '../../../calls/call-requests/service.ts'
import { askForCall, hasNumber } from '../../../calls/call-requests/service.ts'
import { openTask } from '../../../cases/tasks/service.ts'
import { record } from '../../../house/audit/service.ts'
import { rememberedWave } from '../../../waves/wave-records/service.ts'
import type { Link } from '../service.ts'
import { followLink, houseOf, languageOf } from '../service.ts'
import { plainForm } from './plain-form.ts'
import { fieldOf, plainFields } from './posted.ts'
import { blankPage, knownLanguage } from './survey-page.ts'

/** Days within which somebody looks at a record that may be wrong. */
const LOOK_WITHIN_DAYS = 3

type WithToken = Request<{ token: string }>

/** Beside the questions: asking for a call instead, and telling that the letter reached somebody else. */
export function talkPages(ctx: Context): Router {
  const router = Router()

  router.get(
    '/r/:token/call',
    asPage<{ token: string }>(ctx, async (request, response) => {
      const visit = await visitOf(ctx, request, textOf(request.query.language))
      await show(request, response, callPage(visit, { from: textOf(request.query.page) ?? '' }))
    }),
  )

  router.post(
    '/r/:token/call',
    plainForm,
    asPage<{ token: string }>(ctx, async (request, response) => {
      const fields = plainFields(request.body)
      const chosen = fieldOf(fields, 'language')
      const visit = await visitOf(ctx, request, chosen ?? fieldOf(fields, 'shown'))
      const typed = typedIn(fields)
      const fault = chosen === undefined ? await faultOf(ctx, visit, typed) : null
      if (fault || chosen !== undefined)
        return show(request, response, callPage(visit, { ...typed, fault }), fault ? 422 : 200)
      const { invitation, wave } = visit.link
      const promise = await askForCall(ctx, {
        invitation: { id: invitation.id, contactId: visit.contactId },
        wave: { id: wave.id, name: (await rememberedWave(ctx, wave.id))?.name ?? '' },
        phone: typed.phone === '' ? null : typed.phone,
        when: typed.when,
        language: visit.head.language,
      })
      await sendPage(request as unknown as Request, response, {
        kind: 'call-asked',
        ...visit.head,
        back: backTo(visit, typed.from),
        open: visit.link.state === 'open',
        times: timesOf(promise, visit),
      })
    }),
  )

  router.get(
    '/r/:token/not-me',
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { head, address } = await visitOf(ctx, request, textOf(request.query.language))
      const back = `${address}?language=${head.language}`
      await sendPage(request as unknown as Request, response, {
        kind: 'not-me',
        ...head,
        address,
        back,
        told: false,
      })
    }),
  )

  // A note for whoever looks after the account: whoever has a link must not be able to change anything about somebody else.
  router.post(
    '/r/:token/not-me',
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { head, address, link, contactId } = await visitOf(ctx, request, textOf(request.query.language))
      const { invitation, wave } = link
      const isNew = await openTask(ctx, {
        key: `not-me:${invitation.id}`,
        kind: 'not_me',
        accountId: invitation.accountId ?? '',
        contactId,
        wave: { id: wave.id, name: (await rememberedWave(ctx, wave.id))?.name ?? '' },
        dueAt: addDays(ctx.clock.now(), LOOK_WITHIN_DAYS),
      })
      if (isNew) await record(ctx, null, 'link.not-me', `contact:${contactId}`, `wave:${wave.id}`)
      const back = `${address}?language=${head.language}`
      await sendPage(request as unknown as Request, response, {
        kind: 'not-me',
        ...head,
        address,
        back,
        told: true,
      })
    }),
  )
  return router
}

interface TalkVisit {
  link: Link
  /** There is nobody to call behind an open link. */
  contactId: string
  address: string
  head: LetterHead
}

async function visitOf(ctx: Context, request: WithToken, wanted: string | undefined): Promise<TalkVisit> {
  const { token } = request.params
  await limitToken(token)
  const link = await followLink(ctx, token)
  const { contactId } = link.invitation
  if (contactId === null) throw new AppError('link_unknown')
  const language = knownLanguage(link.survey, wanted) ?? languageOf(link)
  const head = {
    organisation: (await houseOf(ctx)).name,
    language,
    languages: blankPage(link.survey, language).languages,
  }
  return { link, contactId, address: `/r/${encodeURIComponent(token)}`, head }
}

interface Typed {
  phone: string
  when: string
  from: string
}

function typedIn(fields: FormFields): Typed {
  return {
    phone: (fieldOf(fields, 'phone') ?? '').trim(),
    when: (fieldOf(fields, 'when') ?? '').trim(),
    from: fieldOf(fields, 'from') ?? '',
  }
}

async function faultOf(
  ctx: Context,
  { contactId }: TalkVisit,
  { phone, when }: Typed,
): Promise<CallPage['fault']> {
  if (when.length > LONGEST_WHEN) return 'too_long'
  if (phone === '') return (await hasNumber(ctx, contactId)) ? null : 'needed'
  return readPhone(phone).ok ? null : 'not_a_phone'
}

function callPage(
  visit: TalkVisit,
  { phone = '', when = '', from = '', fault = null }: Partial<Typed> & Partial<Pick<CallPage, 'fault'>>,
): CallPage {
  const { head, address } = visit
  return { kind: 'call', ...head, address, back: backTo(visit, from), from, phone, when, fault }
}

/** Where its reader came from. */
function backTo({ link, address, head }: TalkVisit, from: string): string {
  const step = stepFromText(from, link.survey.definition.pages.length)
  return step === null ? `${address}?language=${head.language}` : stepAddress(address, step, head.language)
}

function timesOf({ from, until, zone }: Promised, { head }: TalkVisit) {
  const ui = uiLanguageFor(head.language)
  return {
    from: momentText(from, zone, ui),
    until: momentText(until, zone, ui),
    zone: eventTimes({ startsAt: from, endsAt: until, zone }, ui).zone,
  }
}

function show(request: WithToken, response: Response, page: CallPage, status = 200): Promise<void> {
  return sendPage(request as unknown as Request, response, page, status)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
