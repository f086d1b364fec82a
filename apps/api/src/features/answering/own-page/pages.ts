import { randomBytes } from 'node:crypto'
import type { LetterHead, OwnComplaintPage, OwnDone } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor, uiLanguages } from '@sixfold/contract/words'
import { complaintFault } from '@sixfold/domain/complaints'
import { ASK_CHOICES } from '@sixfold/domain/contact-standing'
import type { Request, Response } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../../context.ts'
import { limitNewLink, limitToken, limitWish } from '../../../http/limits.ts'
import { asPage, noticeHead, refusedPage, sendPage } from '../../../portal/send-page.ts'
import { hashToken } from '../../../secrets.ts'
import type { PersonalVisit } from '../../privacy/personal-links/service.ts'
import { followPersonalLink } from '../../privacy/personal-links/service.ts'
import type { TypedComplaint } from './service.ts'
import { chooseFor, complain, complaintFactors, ownPageOf, readOwnPage, wishToCome } from './service.ts'

type ToPerson = { token: string }

/** A complaint of four thousand signs stays far below it, whatever its script. */
const form = express.urlencoded({ extended: false, limit: '60kb', parameterLimit: 20 })

const known: readonly OwnDone[] = [
  'complaint',
  'asking',
  'roundtable',
  'data',
  'confirmed',
  'disputed',
  'superseded',
  'judged',
]

/**
 * The customer's own page as plain pages: opening it changes nothing; what is posted leads back to it. The secret in the
 * address is what protects the forms: another site cannot know it.
 */
export function ownPages(ctx: Context): Router {
  const router = Router()

  router.post(
    '/r/:token/me',
    asPage<ToPerson>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      await limitNewLink(request.params.token)
      const { path } = await ownPageOf(ctx, request.params.token)
      response.redirect(303, withQuery(path, { language: languageAsked(request) }))
    }),
  )

  router.get(
    '/me/:token',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request)
      const head = await headFor(ctx, request, visit)
      const language = uiLanguageFor(head.language)
      const done = known.find(one => one === request.query.done) ?? null
      const { receipt } = request.query
      const shown = await readOwnPage(ctx, visit, {
        language,
        done,
        receipt: typeof receipt === 'string' ? receipt : null,
      })
      await sendPage(asAny(request), response, {
        kind: 'own',
        ...head,
        address: addressOf(request),
        ...shown,
      })
    }),
  )

  router.get(
    '/me/:token/complaint',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request)
      const typed = { form: newForm(), text: '', factor: '', answerWanted: true }
      await sendComplaint(ctx, request, response, { visit, typed, fault: null })
    }),
  )

  router.post(
    '/me/:token/complaint',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request)
      const typed = typedIn(request)
      // Another language was chosen: the same page in it, with what was typed.
      if (textOf(request, 'language') !== '')
        return sendComplaint(ctx, request, response, { visit, typed, fault: null })
      const fault = complaintFault(typed.text)
      if (fault) return sendComplaint(ctx, request, response, { visit, typed, fault })
      await limitWish(visit.contactId)
      const language = uiLanguageFor((await headFor(ctx, request, visit)).language)
      const { receipt } = await complain(ctx, visit, typed, language)
      back(request, response, { language, done: 'complaint', receipt })
    }),
  )

  router.post(
    '/me/:token/asking',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request)
      await limitWish(visit.contactId)
      const choice = ASK_CHOICES.find(one => one === textOf(request, 'asking'))
      if (choice) await chooseFor(ctx, visit, choice)
      back(request, response, { language: languageAsked(request), ...(choice ? { done: 'asking' } : {}) })
    }),
  )

  router.post(
    '/me/:token/round-table',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      await wishToCome(ctx, await follow(ctx, request))
      back(request, response, { language: languageAsked(request), done: 'roundtable' })
    }),
  )

  router.use('/me', refusedPage(ctx))
  return router
}

async function follow(ctx: Context, request: Request<ToPerson>): Promise<PersonalVisit> {
  await limitToken(request.params.token)
  return followPersonalLink(ctx, request.params.token, 'own_page')
}

/** The language that was chosen, else the one of the person's letters. */
async function headFor(
  ctx: Context,
  request: Request<ToPerson>,
  { contact }: PersonalVisit,
): Promise<LetterHead> {
  const head = await noticeHead(ctx, asAny(request))
  return { ...head, language: languageAsked(request) ?? uiLanguageFor(contact.language) }
}

interface Complaining {
  visit: PersonalVisit
  typed: TypedComplaint
  fault: OwnComplaintPage['fault']
}

async function sendComplaint(
  ctx: Context,
  request: Request<ToPerson>,
  response: Response,
  { visit, typed: { form: name, ...typed }, fault }: Complaining,
): Promise<void> {
  const head = await headFor(ctx, request, visit)
  const page: OwnComplaintPage = {
    kind: 'own-complaint',
    ...head,
    address: `${addressOf(request)}/complaint`,
    ownPage: addressOf(request),
    form: name,
    factors: await complaintFactors(ctx, visit, uiLanguageFor(head.language)),
    typed,
    fault,
  }
  await sendPage(asAny(request), response, page, fault ? 422 : 200)
}

function typedIn(request: Request<ToPerson>): TypedComplaint {
  const name = textOf(request, 'form')
  const text = textOf(request, 'text')
  return {
    // Without a name of its own a form is told by its words: the same ones are the same complaint.
    form: FORM_NAME.test(name) ? name : hashToken(text).slice(0, 22),
    text,
    factor: textOf(request, 'factor'),
    answerWanted: textOf(request, 'answer') === 'yes',
  }
}

const FORM_NAME = /^[\w-]{22}$/
const newForm = () => randomBytes(16).toString('base64url')

/** A button of the form, the form itself, or the address says which. */
function languageAsked(request: Request<ToPerson>): UiLanguage | undefined {
  const asked = [textOf(request, 'language'), textOf(request, 'shown'), request.query.language]
  return uiLanguages.find(tag => tag === asked.find(one => typeof one === 'string' && one !== ''))
}

function textOf(request: Request<ToPerson>, field: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : ''
}

function back(
  request: Request<ToPerson>,
  response: Response,
  query: Record<string, string | undefined>,
): void {
  response.redirect(303, withQuery(addressOf(request), query))
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, value)
  const text = given.toString()
  return text === '' ? path : `${path}?${text}`
}

const addressOf = (request: Request<ToPerson>): string => `/me/${encodeURIComponent(request.params.token)}`

const asAny = (request: Request<ToPerson>) => request as unknown as Request
