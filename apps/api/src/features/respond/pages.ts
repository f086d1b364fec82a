import type { SurveyPage, SurveyStep } from '@sixfold/contract/portal'
import { stepAddress, stepAfter, stepFromText } from '@sixfold/contract/portal-steps'
import { uiLanguageFor } from '@sixfold/contract/words'
import { answerFromText } from '@sixfold/domain/survey/answer-text'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import { resumePage } from '@sixfold/domain/survey/progress'
import type { Request } from 'express'
import express, { Router } from 'express'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { limitToken } from '../../http/limits.ts'
import { requestContext } from '../../http/request.ts'
import { loadPortal, portalFault } from '../../portal/portal.ts'
import { asPage, noticeHead, refusedPage, sendPage } from '../../portal/send-page.ts'
import { servePortalAssets } from '../../portal/serve-assets.ts'
import type { Incoming } from '../responses/service.ts'
import type { AskedSurvey, Link } from './service.ts'
import {
  closesOn,
  deviceKeyOf,
  followLink,
  houseOf,
  keepByLink,
  languageOf,
  linkExists,
  optOutByLink,
  readPreview,
  storedAnswers,
  submitByLink,
} from './service.ts'

type Fields = Record<string, string>

/** A page of twenty long texts stays below it. */
const form = express.urlencoded({ extended: false, limit: '500kb', parameterLimit: 2000 })

/**
 * The survey as plain pages: reading changes nothing, each form post keeps the answers and leads on (post, redirect,
 * get). The secret in the address is what protects the forms: another site cannot know it.
 */
export function respondPages(ctx: Context): Router {
  const fault = portalFault()
  if (fault) ctx.log.warn(fault)
  const router = Router()
  router.use(servePortalAssets())

  router.get(
    '/r/:token',
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      const link = await followLink(ctx, request.params.token)
      if (link.state === 'opted_out') {
        const head = await noticeHead(ctx, request)
        return sendPage(request, response, { kind: 'notice', reason: 'opted_out', ...head })
      }
      const page = await surveyPage(ctx, link, addressOf(request), wantedLanguage(request, link.survey))
      await sendPage(request, response, { ...page, step: stepOf(request, link) })
    }),
  )

  router.post(
    '/r/:token',
    form,
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      const link = await followLink(ctx, request.params.token)
      const fields = fieldsOf(request)
      const { language, step } = placeOf(fields, link)
      if (link.state !== 'open') return response.redirect(303, `${addressOf(request)}?language=${language}`)
      const outcome = await keepByLink(ctx, link, changesOf(link.survey, fields), language)
      if (outcome?.faults) {
        const page = await surveyPage(ctx, link, addressOf(request), language)
        const wrong = await shownFaults(link, outcome.faults, fields, language)
        return sendPage(request, response, { ...page, step, ...wrong }, 422)
      }
      const to =
        fields.language === undefined ? stepAfter(step, fields.go, link.survey.definition.pages.length) : step
      response.redirect(303, stepAddress(addressOf(request), to, language))
    }),
  )

  router.post(
    '/r/:token/submit',
    form,
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      const link = await followLink(ctx, request.params.token, true)
      const fields = fieldsOf(request)
      const { language, step } = placeOf(fields, link)
      const address = addressOf(request)
      const changes = changesOf(link.survey, fields)
      const outcome = await submitByLink(ctx, link, changes, language)
      if (!outcome.faults) return response.redirect(303, `${address}?language=${language}`)
      const wrong = outcome.faults.filter(({ problem }) => problem !== 'required')
      if (wrong.length > 0) {
        const page = await surveyPage(ctx, link, address, language)
        return sendPage(
          request,
          response,
          { ...page, step, ...(await shownFaults(link, wrong, fields, language)) },
          422,
        )
      }
      await keepByLink(ctx, link, changes, language)
      response.redirect(303, stepAddress(address, 'review', language))
    }),
  )

  router.get(
    '/r/:token/opt-out',
    asPage<{ token: string }>(ctx, async (request, response) => {
      const { token } = request.params
      await limitToken(token)
      if (!(await linkExists(ctx, token))) throw new AppError('link_unknown')
      const head = await noticeHead(ctx, request as unknown as Request)
      await sendPage(request, response, { kind: 'opt-out', address: `/r/${token}`, ...head })
    }),
  )

  // Also what a mail program posts by itself (RFC 8058); it follows no redirect, so the answer is the page.
  router.post(
    '/r/:token/opt-out',
    asPage<{ token: string }>(ctx, async (request, response) => {
      await limitToken(request.params.token)
      await optOutByLink(ctx, request.params.token)
      const head = await noticeHead(ctx, request as unknown as Request)
      await sendPage(request, response, { kind: 'notice', reason: 'opted_out', ...head })
    }),
  )

  router.get(
    '/preview/:surveyId',
    asPage<{ surveyId: string }>(ctx, async (request, response) => {
      const survey = await previewed(ctx, request)
      const page = await previewPage(ctx, survey, request)
      await sendPage(request, response, page)
    }),
  )

  router.post(
    '/preview/:surveyId',
    form,
    asPage<{ surveyId: string }>(ctx, async (request, response) => {
      const survey = await previewed(ctx, request)
      const fields = fieldsOf(request)
      const language = known(survey, fields.language ?? fields.shown)
      const step = stepFromText(fields.page, survey.definition.pages.length) ?? 'welcome'
      const to =
        fields.language === undefined ? stepAfter(step, fields.go, survey.definition.pages.length) : step
      response.redirect(303, stepAddress(`/preview/${request.params.surveyId}`, to, language))
    }),
  )
  router.use(['/r', '/preview'], refusedPage(ctx))
  return router
}

async function surveyPage(
  ctx: Context,
  link: Link,
  address: string,
  chosen: string | undefined,
): Promise<SurveyPage> {
  const open = link.state === 'open'
  return {
    ...blankPage(link.survey, chosen ?? languageOf(link)),
    organisation: (await houseOf(ctx)).name,
    address,
    step: open ? 'welcome' : 'thanks',
    answers: open ? storedAnswers(link.response?.answers ?? {}) : [],
    contactName: link.contactName,
    closesOn: await closesOn(ctx, link.wave.closesAt),
    deviceKey: open ? deviceKeyOf(link) : '',
  }
}

async function previewPage(
  ctx: Context,
  survey: AskedSurvey,
  request: Request<{ surveyId: string }>,
): Promise<SurveyPage> {
  const { page } = request.query
  return {
    ...blankPage(survey, known(survey, textOf(request.query.language))),
    organisation: (await houseOf(ctx)).name,
    address: `/preview/${request.params.surveyId}`,
    step: page === 'thanks' ? 'thanks' : (stepFromText(page, survey.definition.pages.length) ?? 'welcome'),
    closesOn: await closesOn(ctx, ctx.clock.now()),
    preview: true,
  }
}

function blankPage({ definition, factors }: AskedSurvey, language: string) {
  return {
    kind: 'survey' as const,
    language,
    languages: definition.languages.map(tag => ({ tag, name: languageName(tag) })),
    definition,
    factors,
    answers: [],
    faults: {},
    posted: {},
    contactName: '',
    preview: false,
    deviceKey: '',
  }
}

const languageNames = new Map<string, string>()

/** A language in itself, as people look for it: Tiếng Việt, English. */
function languageName(tag: string): string {
  const known = languageNames.get(tag)
  if (known) return known
  const said = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const name = said.charAt(0).toLocaleUpperCase(tag) + said.slice(1)
  languageNames.set(tag, name)
  return name
}

/** Staff of the house only; to everybody else there is no such page. */
function previewed(ctx: Context, request: Request<{ surveyId: string }>): Promise<AskedSurvey> {
  const { actor } = requestContext(request as unknown as Request)
  if (!actor) throw new AppError('not_found')
  return readPreview(ctx, actor, request.params.surveyId)
}

/** The fields that belong to answers and to the way; others are left alone. A field that came twice counts once, the last. */
function fieldsOf(request: { body: unknown }): Fields {
  const body = (request.body ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )
}

/**
 * What the customer changed on the page: a field that says what it said when the page was made is no change, so a page
 * left open in another window never brings old answers back.
 */
function changesOf({ questions }: AskedSurvey, fields: Fields): Incoming {
  const changed = Object.entries(fields).flatMap(([name, text]) => {
    if (!name.startsWith('a.')) return []
    const id = name.slice(2)
    const question = questions.get(id)
    const value = question ? answerFromText(question, text) : text
    const earlier = question ? answerFromText(question, fields[`was.${id}`] ?? '') : null
    return value === earlier ? [] : [{ id, value }]
  })
  return kept =>
    Object.fromEntries(
      changed.flatMap(({ id, value }) => {
        const stored = Object.hasOwn(kept, id) ? kept[id] : undefined
        if ((stored?.value ?? null) === value) return []
        return [[id, { value, revision: (stored?.revision ?? 0) + 1 }]]
      }),
    )
}

/** The faults in words, and what was posted, so that nobody types twice. */
async function shownFaults(
  { survey }: Link,
  faults: readonly AnswerFault[],
  fields: Fields,
  language: string,
): Promise<Pick<SurveyPage, 'faults' | 'posted'>> {
  const { problemText } = await loadPortal()
  const words = faults.map(({ question, problem }) => [
    question,
    problemText(problem, survey.questions.get(question), uiLanguageFor(language)),
  ])
  const posted = Object.entries(fields).flatMap(([name, text]) =>
    name.startsWith('a.') && survey.questions.has(name.slice(2)) ? [[name.slice(2), text]] : [],
  )
  return { faults: Object.fromEntries(words), posted: Object.fromEntries(posted) }
}

function placeOf(fields: Fields, link: Link): { language: string; step: SurveyStep } {
  const wanted = fields.language ?? fields.shown
  const language =
    wanted !== undefined && link.survey.definition.languages.includes(wanted) ? wanted : languageOf(link)
  return { language, step: stepFromText(fields.page, link.survey.definition.pages.length) ?? 'welcome' }
}

/** The page of a link: thanks when it is used, else what the address asks for, else where the customer stopped. */
function stepOf(request: Request<{ token: string }>, link: Link): SurveyStep {
  if (link.state !== 'open') return 'thanks'
  const asked = stepFromText(request.query.page, link.survey.definition.pages.length)
  if (asked !== null) return asked
  return resumePage(link.survey.definition, givenAnswers(link.response?.answers ?? {})) ?? 'welcome'
}

const addressOf = (request: Request<{ token: string }>): string =>
  `/r/${encodeURIComponent(request.params.token)}`

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function wantedLanguage(request: { query: Record<string, unknown> }, { definition }: AskedSurvey) {
  const wanted = textOf(request.query.language)
  return wanted !== undefined && definition.languages.includes(wanted) ? wanted : undefined
}

function known({ definition }: AskedSurvey, wanted: string | undefined): string {
  return wanted !== undefined && definition.languages.includes(wanted) ? wanted : definition.defaultLanguage
}
