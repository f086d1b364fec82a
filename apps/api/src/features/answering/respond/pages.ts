import type { SurveyPage, SurveyStep } from '@sixfold/contract/portal'
import { shownPages, stepAddress, stepAfter, stepFromText } from '@sixfold/contract/portal-steps'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import type { Walk } from '@sixfold/domain/survey/logic/walk'
import { givenAnswers, mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import { faultsOfPage } from '@sixfold/domain/survey/open-answers'
import type { Request, Response } from 'express'
import { Router } from 'express'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { FormFields } from '../../../files/read-form.ts'
import { limitToken } from '../../../http/limits.ts'
import { portalFault } from '../../../portal/portal.ts'
import { asPage, noticeHead, refusedPage, sendPage } from '../../../portal/send-page.ts'
import { servePortalAssets } from '../../../portal/serve-assets.ts'
import type { Trace } from '../responses/service.ts'
import { aboutPage } from './pages/about.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { blindHead, blindPages, sendTicket } from './pages/blind.ts'
import { fullAsPage, openPages, sendWhenFull } from './pages/open.ts'
import { plainForm } from './pages/plain-form.ts'
import type { Posted } from './pages/posted.ts'
import { changesOf, fieldOf, readPosted, shownOnPage, withoutRemoved } from './pages/posted.ts'
import { previewPages } from './pages/preview.ts'
import {
  faultWords,
  knownLanguage,
  refusedWords,
  shownAgain,
  stepOf,
  surveyPage,
} from './pages/survey-page.ts'
import { talkPages } from './pages/talk.ts'
import { thanksPage } from './pages/thanks.ts'
import { nameBrowser, traceOf } from './pages/trace.ts'
import { uploadRoute } from './pages/upload.ts'
import type { Link } from './service.ts'
import {
  followInvitation,
  followLink,
  keepByLink,
  languageOf,
  linkExists,
  optOutByLink,
  submitByLink,
  wayOf,
} from './service.ts'

type WithToken = Request<{ token: string }>

/**
 * The survey as plain pages: reading changes nothing, each form post keeps the answers and leads on (post, redirect,
 * get). The secret in the address is what protects the forms: another site cannot know it.
 */
export function respondPages(ctx: Context): Router {
  const fault = portalFault()
  if (fault) ctx.log.warn(fault)
  const router = Router()
  router.use(servePortalAssets())
  router.use(openPages(ctx))

  router.get(
    '/r/:token',
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      const invited = await followInvitation(ctx, request.params.token)
      if (invited.wave.kind === 'blind')
        return sendTicket(ctx, request as unknown as Request, response, invited)
      const link = await followLink(ctx, request.params.token, invited)
      if (link.state === 'opted_out') {
        const head = await noticeHead(ctx, request)
        return sendPage(request, response, { kind: 'notice', reason: 'opted_out', ...head })
      }
      const chosen = knownLanguage(link.survey, textOf(request.query.language))
      if (link.state === 'finished')
        return sendPage(request, response, await thanksPage(ctx, link, addressOf(request), chosen))
      if (request.query.page === undefined && (await sendWhenFull(ctx, request, response, link))) return
      const page = await surveyPage(ctx, link, addressOf(request), chosen)
      const grew = request.query.more === '1'
      await sendPage(request, response, { ...page, step: stepOf(link, request.query.page), grew })
    }),
  )

  router.post(
    '/r/:token',
    plainForm,
    asPage<{ token: string }>(
      ctx,
      fullAsPage(async (request, response) => {
        await limitToken(request.params.token)
        const visit = await postedVisit(ctx, request, await followLink(ctx, request.params.token))
        if (visit.link.state !== 'open') return leave(response, visit)
        nameBrowser(ctx, request, response)
        await keepAndGoOn(ctx, request, response, visit)
      }),
    ),
  )

  router.post(
    '/r/:token/submit',
    plainForm,
    asPage<{ token: string }>(
      ctx,
      fullAsPage(async (request, response) => {
        await limitToken(request.params.token)
        const visit = await postedVisit(ctx, request, await followLink(ctx, request.params.token))
        if (visit.link.state === 'open' && isHeldUp(visit)) return keepAndGoOn(ctx, request, response, visit)
        const outcome = await submitByLink(
          ctx,
          visit.link,
          changesOf(visit.link.survey, visit.fields),
          visit.language,
          visit.trace,
        )
        if (!outcome.faults) return leave(response, visit)
        // What is missing elsewhere keeps nobody from what was given here.
        const kept = await keepByLink(
          ctx,
          visit.link,
          changesOf(visit.link.survey, visit.fields),
          visit.language,
          visit.trace,
        )
        if (kept?.faults) return showAgain(ctx, request, response, visit, kept.faults)
        response.redirect(303, stepAddress(visit.address, 'review', visit.language))
      }),
    ),
  )

  router.get(
    '/r/:token/opt-out',
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      if (!(await linkExists(ctx, token))) throw new AppError('link_unknown')
      const head = await headOfLink(ctx, request)
      await sendPage(request, response, { kind: 'opt-out', address: `/r/${token}`, ...head })
    }),
  )

  // Also what a mail program posts by itself (RFC 8058); it follows no redirect, so the answer is the page.
  router.post(
    '/r/:token/opt-out',
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      await optOutByLink(ctx, request.params.token)
      const head = await headOfLink(ctx, request)
      await sendPage(request, response, { kind: 'notice', reason: 'opted_out', ...head })
    }),
  )

  router.get('/r/:token/about', aboutPage(ctx))
  router.use(talkPages(ctx))
  router.use(accessibilityPage(ctx))
  router.use(previewPages(ctx))
  router.use(blindPages(ctx))
  router.use(['/r', '/preview'], refusedPage(ctx))
  // Called by the page's script, so its refusals are no pages.
  router.post('/r/:token/files/:question', uploadRoute(ctx))
  return router
}

/** Who writes, and in which language: on the page of a blind survey, who carries it out. */
async function headOfLink(ctx: Context, incoming: WithToken) {
  const request = incoming as unknown as Request
  const { wave } = await followInvitation(ctx, incoming.params.token)
  return wave.kind === 'blind' ? blindHead(ctx, request) : noticeHead(ctx, request)
}

/** A form that somebody posted, and where it stood. */
interface Visit extends Posted {
  link: Link
  address: string
  language: string
  step: SurveyStep
  /** The way that the posted answers lead, and the one before them. */
  way: Walk
  before: Walk
  trace: Trace
}

async function postedVisit(ctx: Context, request: WithToken, link: Link): Promise<Visit> {
  const posted = await readPosted(ctx, request as unknown as Request, link)
  const fields = withoutRemoved(posted.fields)
  const wanted = fieldOf(fields, 'language') ?? fieldOf(fields, 'shown')
  const kept = link.response?.answers ?? {}
  const after = mergeAnswers(kept, changesOf(link.survey, fields)(kept))
  const step = stepFromText(fieldOf(fields, 'page'), link.survey.definition.pages.length) ?? 'welcome'
  return {
    ...posted,
    fields,
    link,
    address: addressOf(request),
    language: knownLanguage(link.survey, wanted) ?? languageOf(link),
    step,
    before: wayOf(link, givenAnswers(kept)),
    way: wayOf(link, givenAnswers(after)),
    trace: traceOf(ctx, request as unknown as Request, { link, fields, step }),
  }
}

/** Keeps what was posted, then leads on, or shows the page again where something on it is not done. */
async function keepAndGoOn(
  ctx: Context,
  request: WithToken,
  response: Response,
  visit: Visit,
): Promise<void> {
  const { link, fields, language, step, address, way, refused, trace } = visit
  const outcome = await keepByLink(ctx, link, changesOf(link.survey, fields), language, trace)
  if (outcome?.faults) return showAgain(ctx, request, response, visit, outcome.faults)
  if (refused.length > 0) return showAgain(ctx, request, response, visit, [])
  if (fields.has('language') || fields.has('remove'))
    return response.redirect(303, stepAddress(address, step, language))
  const go = fieldOf(fields, 'go')
  if (go === 'call') return response.redirect(303, stepAddress(`${address}/call`, step, language))
  if (go !== 'back') {
    const faults = unfinishedOnPage(visit)
    if (faults.length > 0) return showAgain(ctx, request, response, visit, faults)
    const [added] = appearedOnPage(visit)
    if (added) return response.redirect(303, `${stepAddress(address, step, language)}&more=1#q-${added}`)
  }
  const shown = shownPages(link.survey.definition, way)
  response.redirect(303, stepAddress(address, stepAfter(step, go, shown), language))
}

/** Whether the answers to the last page ask for more before they can be sent. */
function isHeldUp(visit: Visit): boolean {
  const { step, way, before, link, refused, fields } = visit
  if (typeof step !== 'number') return false
  const next = stepAfter(step, 'next', shownPages(link.survey.definition, way))
  const opensPage =
    typeof next === 'number' && !before.pages.includes(link.survey.definition.pages[next]?.id ?? '')
  return (
    opensPage ||
    refused.length > 0 ||
    fields.has('remove') ||
    fields.has('language') ||
    appearedOnPage(visit).length > 0 ||
    unfinishedOnPage(visit).length > 0
  )
}

/** Questions of the posted page that the posted answers brought up. */
function appearedOnPage({ link, step, way, fields }: Visit): string[] {
  const page = typeof step === 'number' ? link.survey.definition.pages[step] : undefined
  const shown = shownOnPage(link.survey, fields)
  if (!page || shown.length === 0) return []
  return page.questions
    .filter(({ id, kind }) => kind !== 'statement' && way.asked.has(id) && !shown.includes(id))
    .map(({ id }) => id)
}

function unfinishedOnPage({ link, step, way, fields }: Visit): AnswerFault[] {
  if (typeof step !== 'number') return []
  const kept = link.response?.answers ?? {}
  const answers = givenAnswers(mergeAnswers(kept, changesOf(link.survey, fields)(kept)))
  return faultsOfPage(link.survey.definition, step, answers, way).map(({ question, problem }) => ({
    question: question.id,
    problem,
  }))
}

const statusOfRefused: Partial<Record<AppError['code'], number>> = {
  body_too_large: 413,
  unsupported_media_type: 415,
}

/** The same page with what is wrong on it, and what was posted. */
async function showAgain(
  ctx: Context,
  request: WithToken,
  response: Response,
  visit: Visit,
  faults: readonly AnswerFault[],
): Promise<void> {
  const { link, fields, refused, address, language, step } = visit
  const now = await followLink(ctx, request.params.token)
  const page: SurveyPage = {
    ...(await surveyPage(ctx, now, address, language)),
    step,
    grew: appearedOnPage(visit).length > 0,
    faults: {
      ...(await refusedWords(link.survey, refused, language)),
      ...(await faultWords(link.survey, faults, language)),
    },
    ...shownAgain(link.survey, withoutUnkeptFiles(fields, link, now)),
  }
  const status = (refused[0] && statusOfRefused[refused[0].code]) ?? 422
  await sendPage(request as unknown as Request, response, page, status)
}

/** File fields show what is kept: what another tab took out is gone. */
function withoutUnkeptFiles(fields: FormFields, link: Link, now: Link): FormFields {
  const left = new Map(fields)
  for (const question of link.survey.uploads) {
    const value = now.response?.answers[question]?.value
    if (left.has(`a.${question}`)) left.set(`a.${question}`, Array.isArray(value) ? [...value] : [])
  }
  return left
}

function leave(response: Response, { address, language }: Visit): void {
  response.redirect(303, `${address}?language=${language}`)
}

const addressOf = (request: WithToken): string => `/r/${encodeURIComponent(request.params.token)}`

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
