import type { OwnCorrection } from '@sixfold/contract/own-data'
import type { LetterHead, OwnDataPage, OwnErasurePage } from '@sixfold/contract/portal'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor, uiLanguages } from '@sixfold/contract/words'
import { LONGEST_TEXT } from '@sixfold/domain/data-requests/asked-words'
import { DATA_REQUEST_KINDS } from '@sixfold/domain/data-requests/states'
import { ownName } from '@sixfold/domain/language-name'
import type { LinkPurpose } from '@sixfold/domain/personal-links'
import { singleLine } from '@sixfold/domain/text/single-line'
import type { Request, Response } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../../context.ts'
import { limitToken, limitWish } from '../../../http/limits.ts'
import { noteOpened, wasOpened } from '../../../portal/opened-link.ts'
import { loadPortal } from '../../../portal/portal.ts'
import { asPage, noticeHead, sendPage } from '../../../portal/send-page.ts'
import { lastDays } from '../data-requests/service.ts'
import type { PersonalVisit } from '../personal-links/service.ts'
import { followPersonalLink } from '../personal-links/service.ts'
import {
  askForErasure,
  askStaff,
  correctionFaults,
  correctOwnData,
  lettersFor,
  obstaclesFor,
  readOwnData,
  sendDataLink,
} from './service.ts'

type ToPerson = { token: string }

const form = express.urlencoded({ extended: false, limit: '30kb', parameterLimit: 20 })

/**
 * A person's own data as plain pages, behind a link that went to the address on record. Opening one changes nothing, and shows
 * nothing before a person pressed the button of the first. A posted form leads back, except after erasing: then no page is left.
 */
export function ownDataPages(ctx: Context): Router {
  const router = Router()

  router.get('/me/erased', async (request, response) => {
    const head = await noticeHead(ctx, request)
    await sendPage(request, response, { ...erasure(head, ''), step: 'explained' })
  })

  // From the own page, which shows no data: the link to them goes by mail.
  router.post(
    '/me/:token/data',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_page')
      const language = languageAsked(request) ?? uiLanguageFor(visit.contact.language)
      await sendDataLink(ctx, visit, language)
      response.redirect(303, `/me/${encodeURIComponent(request.params.token)}?done=data&language=${language}`)
    }),
  )

  router.get(
    '/me/:token/data',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      if (!wasOpened(ctx, request)) return sendGate(ctx, request, response, visit)
      const done = (['corrected', 'asked'] as const).find(one => one === request.query.done) ?? null
      await sendPage(asAny(request), response, { ...(await dataPage(ctx, request, visit)), done })
    }),
  )

  router.post(
    '/me/:token/data/open',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      noteOpened(ctx, request, response, addressOf(request))
      response.redirect(303, `${addressOf(request)}?language=${languageOf(request, visit)}`)
    }),
  )

  router.get(
    '/me/:token/data/file.json',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      if (!wasOpened(ctx, request)) return toGate(request, response, visit)
      const data = await readOwnData(ctx, visit, languageOf(request, visit), 'downloaded')
      download(response, 'my-data.json', 'application/json').end(JSON.stringify(data, null, 2))
    }),
  )

  router.get(
    '/me/:token/data/file.html',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      if (!wasOpened(ctx, request)) return toGate(request, response, visit)
      const { render } = await loadPortal()
      const page = await dataPage(ctx, request, visit, 'downloaded')
      download(response, 'my-data.html', 'text/html').end(render({ ...page, languages: [], file: true }))
    }),
  )

  router.post(
    '/me/:token/data/correct',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      await limitWish(visit.contactId)
      const correction: OwnCorrection = {
        name: singleLine(textOf(request, 'name')),
        role: singleLine(textOf(request, 'role')),
        phone: singleLine(textOf(request, 'phone')),
        language: textOf(request, 'letters'),
      }
      const faults = correctionFaults(correction, lettersFor(visit))
      if (faults.length > 0) {
        const page = { ...(await dataPage(ctx, request, visit)), correction, faults }
        return sendPage(asAny(request), response, page, 422)
      }
      await correctOwnData(ctx, visit, correction)
      noteOpened(ctx, request, response, addressOf(request))
      back(request, response, visit, 'corrected')
    }),
  )

  router.post(
    '/me/:token/data/ask',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      await limitWish(visit.contactId)
      const kind = DATA_REQUEST_KINDS.find(one => one === textOf(request, 'kind'))
      const text = textOf(request, 'text')
      const said = kind !== undefined && kind !== 'erasure' && text !== '' && text.length <= LONGEST_TEXT
      if (!said || !(await askStaff(ctx, visit, { kind, text }))) {
        const page = { ...(await dataPage(ctx, request, visit)), faults: ['text'] as const }
        return sendPage(asAny(request), response, page, 422)
      }
      noteOpened(ctx, request, response, addressOf(request))
      back(request, response, visit, 'asked')
    }),
  )

  router.get(
    '/me/:token/data/erase',
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      if (!wasOpened(ctx, request)) return toGate(request, response, visit)
      const page = erasure(await headFor(ctx, request, visit), `${addressOf(request)}/erase`)
      await sendPage(asAny(request), response, { ...page, obstacles: await obstaclesFor(ctx, visit) })
    }),
  )

  router.post(
    '/me/:token/data/erase',
    form,
    asPage<ToPerson>(ctx, async (request, response) => {
      const visit = await follow(ctx, request, 'own_data')
      const page = erasure(await headFor(ctx, request, visit), `${addressOf(request)}/erase`)
      const obstacles = await obstaclesFor(ctx, visit)
      if (textOf(request, 'sure') !== 'yes')
        return sendPage(asAny(request), response, { ...page, obstacles, unticked: true }, 422)
      const row = await askForErasure(ctx, visit)
      const step = row.state === 'under_way' || row.state === 'done' ? ('begun' as const) : ('waits' as const)
      const days = await lastDays(ctx, row, languageOf(request, visit))
      await sendPage(asAny(request), response, { ...page, ...days, obstacles, step })
    }),
  )
  return router
}

async function follow(
  ctx: Context,
  request: Request<ToPerson>,
  purpose: LinkPurpose,
): Promise<PersonalVisit> {
  await limitToken(request.params.token)
  return followPersonalLink(ctx, request.params.token, purpose)
}

async function sendGate(
  ctx: Context,
  request: Request<ToPerson>,
  response: Response,
  visit: PersonalVisit,
): Promise<void> {
  const head = await headFor(ctx, request, visit)
  await sendPage(asAny(request), response, {
    kind: 'own-data-gate',
    ...head,
    action: `${addressOf(request)}/open`,
  })
}

function toGate(request: Request<ToPerson>, response: Response, visit: PersonalVisit): void {
  response.redirect(303, `${addressOf(request)}?language=${languageOf(request, visit)}`)
}

async function dataPage(
  ctx: Context,
  request: Request<ToPerson>,
  visit: PersonalVisit,
  how: 'read' | 'downloaded' = 'read',
): Promise<OwnDataPage> {
  const head = await headFor(ctx, request, visit)
  const { name, role, phone, language } = visit.contact
  return {
    kind: 'own-data',
    ...head,
    address: addressOf(request),
    data: await readOwnData(ctx, visit, uiLanguageFor(head.language), how),
    zone: visit.contact.zone,
    done: null,
    correction: { name, role, phone: phone ?? '', language },
    letters: lettersFor(visit).map(tag => ({ tag, name: ownName(tag) })),
    faults: [],
    file: false,
  }
}

function erasure(head: LetterHead, address: string): OwnErasurePage {
  const nothing = { obstacles: [], answerBy: '', carryOutBy: '', unticked: false }
  return { kind: 'own-erasure', ...head, address, step: 'ask', ...nothing }
}

async function headFor(ctx: Context, request: Request<ToPerson>, visit: PersonalVisit): Promise<LetterHead> {
  return { ...(await noticeHead(ctx, asAny(request))), language: languageOf(request, visit) }
}

/** The language that was chosen, else the one of the person's letters. */
function languageOf(request: Request<ToPerson>, { contact }: PersonalVisit): UiLanguage {
  return languageAsked(request) ?? uiLanguageFor(contact.language)
}

function languageAsked(request: Request<ToPerson>): UiLanguage | undefined {
  return uiLanguages.find(tag => tag === request.query.language)
}

function textOf(request: Request<ToPerson>, field: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value.trim() : ''
}

function back(
  request: Request<ToPerson>,
  response: Response,
  visit: PersonalVisit,
  done: NonNullable<OwnDataPage['done']>,
): void {
  response.redirect(303, `${addressOf(request)}?done=${done}&language=${languageOf(request, visit)}`)
}

function download(response: Response, name: string, type: string): Response {
  return response
    .setHeader('Content-Type', `${type}; charset=utf-8`)
    .setHeader('Content-Disposition', `attachment; filename="${name}"`)
    .setHeader('Cache-Control', 'no-store')
}

const addressOf = (request: Request<ToPerson>): string =>
  `/me/${encodeURIComponent(request.params.token)}/data`

const asAny = (request: Request<ToPerson>) => request as unknown as Request
