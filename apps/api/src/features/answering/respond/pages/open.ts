import { createHash, randomBytes } from 'node:crypto'
import type { EarlierVisit, LetterHead, OpenEndPage, OpenWelcomePage } from '@sixfold/contract/portal'
import { textIn } from '@sixfold/domain/local-text'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { answeringProgress } from '@sixfold/domain/survey/progress'
import type { Request, RequestHandler, Response } from 'express'
import { Router } from 'express'
import type { Context } from '../../../../context.ts'
import { AppError } from '../../../../errors.ts'
import { limitOpenLink, limitStart } from '../../../../http/limits.ts'
import { requestContext } from '../../../../http/request.ts'
import { allowFraming } from '../../../../http/security.ts'
import { asPage, sendPage } from '../../../../portal/send-page.ts'
import type { AskedSurvey } from '../../asked-surveys/service.ts'
import { askedSurvey } from '../../asked-surveys/service.ts'
import { followOpenLink, framedBy, isOpenToken } from '../../open-links/service.ts'
import { beginVisit, followVisit, isVisitToken } from '../../open-visits/service.ts'
import { readResponse } from '../../responses/service.ts'
import type { Link } from '../service.ts'
import { closesOn, fullGroupsOf, houseOf, languageOf } from '../service.ts'
import { plainForm } from './plain-form.ts'
import { fieldOf, plainFields } from './posted.ts'
import { blankPage, knownLanguage } from './survey-page.ts'

type Followed = NonNullable<Awaited<ReturnType<typeof followOpenLink>>>
type WithToken = Request<{ token: string }>

/** Keeps this browser's random name and its latest visit, for one open link. Without cookies everything works but the way back. */
const COOKIE = 'visit'
const KEPT_MOST_MS = 180 * 24 * 3600 * 1000
const statusOf = { early: 200, full: 409, ended: 410, revoked: 410 } as const

/** Open links: looking changes nothing, the button begins a response of its own with a link of its own. */
export function openPages(ctx: Context): Router {
  const router = Router()
  router.use('/r/:token', framing(ctx))

  router.get(
    '/r/:token',
    onlyOpen,
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitOpenLink(request.params.token)
      const found = await follow(ctx, request.params.token)
      allowFraming(response, found.link.origins)
      await sendStart(ctx, request, response, found)
    }),
  )

  router.post(
    '/r/:token',
    onlyOpen,
    plainForm,
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { token } = request.params
      await limitOpenLink(token)
      await limitStart(token, request.ip ?? 'unknown')
      const found = await follow(ctx, token)
      allowFraming(response, found.link.origins)
      if (found.state !== 'open') return sendStart(ctx, request, response, found)
      const fields = plainFields(request.body)
      const survey = await askedSurvey(ctx, found.wave)
      const language = languageFor(survey, request, fieldOf(fields, 'language'))
      const name = cookieOf(request).name ?? randomBytes(12).toString('base64url')
      const visit = await beginVisit(ctx, {
        waveId: found.wave.id,
        openLinkId: found.link._id,
        regionId: found.link.regionId,
        language,
        mode: fieldOf(fields, 'embed') === '1' ? 'embedded' : 'open_link',
        device: createHash('sha256').update(`${found.link._id} ${name}`).digest('base64url'),
        trapped: (fieldOf(fields, 'website') ?? '') !== '',
      })
      response.cookie(COOKIE, `${name}.${visit}`, {
        path: `/r/${token}`,
        httpOnly: true,
        sameSite: 'lax',
        secure: ctx.config.publicUrl.startsWith('https:'),
        maxAge: Math.min(KEPT_MOST_MS, found.wave.closesAt.getTime() - ctx.clock.now().getTime()),
      })
      response.redirect(303, `/r/${visit}?page=1&language=${language}`)
    }),
  )
  return router
}

/** Where whoever began has no place any more: a page that says so; false: there is one, or none is needed. */
export async function sendWhenFull(
  ctx: Context,
  request: WithToken,
  response: Response,
  link: Link,
): Promise<boolean> {
  const full = await fullGroupsOf(ctx, link)
  if (full.length === 0) return false
  const { survey, wave } = link
  const page: OpenEndPage = {
    ...(await headOf(ctx, survey, knownLanguage(survey, textOf(request.query.language)) ?? languageOf(link))),
    kind: 'open-end',
    reason: full.every(group => group.startsWith('answer:')) ? 'group' : 'place',
    closesOn: await closesOn(ctx, wave.closesAt),
    address: `/r/${encodeURIComponent(request.params.token)}`,
  }
  await sendPage(request as unknown as Request, response, page, statusOf.full)
  return true
}

/** Leads to the page that says so when answers find no place; they are kept. */
export function fullAsPage(
  work: (request: WithToken, response: Response) => Promise<void>,
): (request: WithToken, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      await work(request, response)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'quota_full') throw error
      const language = textOf(plainFields(request.body).get('shown')?.at(-1))
      const query = language && /^[A-Za-z-]{2,35}$/.test(language) ? `?language=${language}` : ''
      response.redirect(303, `/r/${encodeURIComponent(request.params.token)}${query}`)
    }
  }
}

const onlyOpen: RequestHandler<{ token: string }> = (request, _response, next) =>
  isOpenToken(request.params.token) ? next() : next('route')

/** What began in a frame goes on in it, on the sites that its open link names by now. */
function framing(ctx: Context): RequestHandler<{ token: string }> {
  return async (request, response, next) => {
    const { token } = request.params
    const visit = isVisitToken(token) ? await followVisit(ctx, token) : null
    if (visit?.visit.mode === 'embedded') allowFraming(response, await framedBy(ctx, visit.visit.openLinkId))
    next()
  }
}

async function follow(ctx: Context, token: string): Promise<Followed> {
  const found = await followOpenLink(ctx, token)
  if (!found) throw new AppError('link_unknown')
  return found
}

async function sendStart(
  ctx: Context,
  request: WithToken,
  response: Response,
  { wave, state }: Followed,
): Promise<void> {
  const survey = await askedSurvey(ctx, wave)
  const { definition } = survey
  const head = await headOf(ctx, survey, languageFor(survey, request, textOf(request.query.language)))
  const earlier = await earlierVisit(ctx, request)
  const until = await closesOn(ctx, wave.closesAt)
  if (state !== 'open') {
    const address = wave.state === 'closed' ? null : (earlier?.address ?? null)
    const page: OpenEndPage = { ...head, kind: 'open-end', reason: state, closesOn: until, address }
    return sendPage(request as unknown as Request, response, page, statusOf[state])
  }
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, head.language, definition.defaultLanguage)
  const page: OpenWelcomePage = {
    ...head,
    kind: 'open-welcome',
    address: `/r/${request.params.token}`,
    embedded: request.query.embed === '1',
    title: say(definition.title),
    welcome: say(definition.welcome),
    minutes: Math.max(1, Math.ceil(minutesToAnswer(definition))),
    questions: answeringProgress(definition, {}, walk(definition, {}, {})).total,
    closesOn: until,
    earlier,
  }
  await sendPage(request as unknown as Request, response, page)
}

/** What this browser began with this link before. */
async function earlierVisit(ctx: Context, request: WithToken): Promise<EarlierVisit | null> {
  const { visit: token } = cookieOf(request)
  const visit = token === null ? null : await followVisit(ctx, token)
  if (!visit) return null
  const sent = (await readResponse(ctx, visit.id))?.state === 'submitted'
  return { address: sent ? null : `/r/${token}` }
}

function cookieOf({ headers }: Pick<Request, 'headers'>): { name: string | null; visit: string | null } {
  const found = /(?:^|;\s*)visit=([\w-]{16})\.(v[\w-]{22})(?:;|$)/.exec(headers.cookie ?? '')
  return { name: found?.[1] ?? null, visit: found?.[2] ?? null }
}

/** The chosen language, else one that the browser speaks. */
function languageFor(survey: AskedSurvey, request: WithToken, wanted: string | undefined): string {
  return (
    knownLanguage(survey, wanted) ??
    knownLanguage(survey, requestContext(request as unknown as Request).language) ??
    survey.definition.defaultLanguage
  )
}

async function headOf(ctx: Context, survey: AskedSurvey, language: string): Promise<LetterHead> {
  return {
    organisation: (await houseOf(ctx)).name,
    language,
    languages: blankPage(survey, language).languages,
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
